"""What a file gives names to, as far as it can be made out: what advice about a faulty part may name."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from peercycle.model.ids import slugged
from peercycle.model.phrase import Misread
from peercycle.model.when import When, read_when
from peercycle.model.words import Words

_BUILT_IN: Final = ("chair", "lead-challenger")
_PARTIES: Final = ("rounds", "groups", "bodies", "authorities")


class Known(NamedTuple):
    """What a file gives.

    `ids` are its ids by their section, the posts of bodies among the roles; `roles` and `owners` say how those are written
    that go by a name, which is kept as a slug; `runs` is None where it cannot be read.
    """

    ids: Mapping[str, Collection[str]]
    roles: Mapping[str, str]
    owners: Mapping[str, str]
    words: Words
    runs: When | None

    def of(self, *sections: str) -> list[str]:
        """Return the ids of some sections."""
        return [key for section in sections for key in self.ids.get(section, ())]


def known(data: Mapping[str, Any]) -> Known:
    """Return what the data of a file gives, whatever is wrong with it."""
    words = Words.of(data)
    phases = [*_mapping(data, "phases").values()]
    posts = {
        key: held
        for body in _mapping(data, "bodies").values()
        for key, held in _mapping(body, "posts").items()
    }
    ids: dict[str, Collection[str]] = {section: [*_mapping(data, section)] for section in _PARTIES}
    ids |= {
        part: [key for phase in phases for key in _mapping(phase, part)] for part in ("events", "actions")
    }
    ids["roles"] = [*_mapping(data, "roles"), *posts, *_BUILT_IN]
    roles = _by_name(_mapping(data, "roles").items())
    owners = {slug: words.own(f"{role} of each authority") for slug, role in roles.items()}
    owners |= _holders(_mapping(data, "contacts"))
    for section in _PARTIES:
        owners |= _by_name(_mapping(data, section).items())
    return Known(ids, _by_name(posts.items()) | roles, owners, words, _period(data.get("runs")))


def as_called(name: str) -> str:
    """Return a name as `roles` and `owners` keep it: a slug, without an article before it."""
    return slugged(name).removeprefix("the-")


def _mapping(held: object, key: str) -> Mapping[str, Any]:
    found = held.get(key) if isinstance(held, dict) else None
    return found if isinstance(found, dict) else {}


def _by_name(entries: Iterable[tuple[str, object]]) -> dict[str, str]:
    """Return the id of each entry by its id and by every name it has."""
    return {as_called(name): key for key, held in entries for name in (key, *_names(held)) if as_called(name)}


def _names(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, list):
        yield from (name for name in held if isinstance(name, str))
    elif isinstance(held, dict):
        for key in ("name", "short", "also"):
            if not isinstance(held.get(key), dict):
                yield from _names(held.get(key))


def _holders(contacts: Mapping[str, object]) -> dict[str, str]:
    """Return the post of each person by name: a file names people by the posts they hold."""
    held = {key: contact.get("holds") for key, contact in contacts.items() if isinstance(contact, dict)}
    return {
        slug: post
        for slug, key in _by_name(contacts.items()).items()
        if isinstance(post := held.get(key), str)
    }


def _period(runs: object) -> When | None:
    try:
        return read_when(runs) if isinstance(runs, str) else None
    except Misread:
        return None
