"""Who a message of a meeting is sent to: the addresses of those asked, and those of whom there is none."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from peercycle.model.cycle import Cycle
from peercycle.schedule import names
from peercycle.schedule.subject import Subject
from peercycle.schedule.wording import listed
from peercycle.workspace.contacts import Contact, Contacts


class Recipients(NamedTuple):
    """Those a message is for: addresses, and by what the file says of who is asked, those reached and those without one."""

    addresses: tuple[Contact, ...]
    reached: tuple[str, ...]
    without: tuple[str, ...]


def recipients(cycle: Cycle, book: Contacts, who: Iterable[str]) -> Recipients:
    """Return the recipients of a message for these: posts and roles as in "chair of board", or ids for all of them."""
    found = {each: [held for held in _holders(cycle, book, each) if held.address] for each in who}
    return Recipients(
        tuple(dict.fromkeys(held for holders in found.values() for held in holders)),
        tuple(each for each, holders in found.items() if holders),
        tuple(each for each, holders in found.items() if not holders and _expected(cycle, each)),
    )


def _holders(cycle: Cycle, book: Contacts, who: str) -> Iterator[Contact]:
    """Yield who is known: of all of a body, whoever holds none of its posts, since each of these is asked for itself."""
    role, owner = _parts(who)
    body = cycle.bodies.get(owner)
    for (whose, held_as), contact in book.held.items():
        if whose == owner and (held_as == role if role else body is None or held_as not in body.posts):
            yield contact


def _expected(cycle: Cycle, who: str) -> bool:
    """Whether somebody is missed where there is no address: of all of a body, not beside its posts and members."""
    role, owner = _parts(who)
    body = cycle.bodies.get(owner)
    return bool(role) or body is None or not (body.posts or body.members)


def _parts(who: str) -> tuple[str, str]:
    role, of, owner = who.partition(" of ")
    return (role, owner) if of else ("", who)


def in_words(cycle: Cycle, who: Iterable[str]) -> str:
    """Return who is asked in words, by their posts: "Director of Ash and Elm; Chair of Improvement board"."""
    by_post: dict[str, list[str]] = {}
    for role, owner in map(_parts, who):
        post = names.post(cycle, owner, role) if role else ""
        by_post.setdefault(post, []).append(owner)
    owners = {post: _owners(cycle, of) for post, of in by_post.items()}
    return "; ".join(f"{post} of {of}" if post else of for post, of in owners.items())


def _owners(cycle: Cycle, keys: list[str]) -> str:
    if cycle.authorities.keys() == set(keys):
        return f"each {cycle.words.authority}"
    return listed([_owner(cycle, key) for key in keys])


def _owner(cycle: Cycle, key: str) -> str:
    return names.subject(cycle, Subject(key)) if key in cycle.authorities else names.body(cycle, key)
