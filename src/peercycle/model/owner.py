"""Who: owners, those a thing is for, attendance and signatures (format, section 5)."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from peercycle.model.phrase import Misread
from peercycle.model.words import Words

Kind = Literal[
    "authorities",
    "lead-authorities",
    "groups",
    "groups-in-rounds",
    "rounds",
    "events",
    "some-authorities",
    "own-authority",
    "own-group",
    "own-lead-authority",
    "own-group-authorities",
    "challenged-authorities",
]
_FIXED: Final[dict[str, Kind]] = {
    "each authority": "authorities",
    "each lead authority": "lead-authorities",
    "each group": "groups",
    "each group in each round": "groups-in-rounds",
    "each round": "rounds",
    "some authority": "some-authorities",
    "own authority": "own-authority",
    "own group": "own-group",
    "own lead authority": "own-lead-authority",
    "each authority in own group": "own-group-authorities",
    "each authority challenged": "challenged-authorities",
}
_ADVICE: Final = (
    "Write an id, each authority, each authority in a round or group, or ROLE of one of these; or TBC."
)


class Many(NamedTuple):
    """A phrase that means several: `within` is a round or group id, `event` the id in `each EVENT`."""

    words: str
    kind: Kind
    within: str = ""
    event: str = ""


class Party(NamedTuple):
    """Whoever a phrase means: one by id, or many, and the role or post in them if one is named."""

    words: str
    tbc: bool
    role: str
    who: str
    many: Many | None


class Seat(NamedTuple):
    """A role that comes to a meeting; `one` where a single one of several is meant."""

    role: str
    one: bool


def is_id(word: str) -> bool:
    """Whether a word can be an id: small letters, digits and hyphens."""
    return bool(word) and word.isascii() and word.replace("-", "").isalnum() and word == word.lower()


def read_party(text: str, words: Words) -> Party:
    """Return whoever a phrase means; raises Misread."""
    plain = " ".join(text.split())
    if plain == "TBC":
        return Party(plain, tbc=True, role="", who="", many=None)
    role, of, rest = plain.partition(" of ")
    if not of:
        role, rest = "", plain
    elif not is_id(role):
        raise Misread("malformed-owner", f"'{role}' is not the id of a role or post", _ADVICE, role)
    if is_id(rest):
        return Party(plain, tbc=False, role=role, who=rest, many=None)
    return Party(plain, tbc=False, role=role, who="", many=_read_many(rest, plain, words))


def _read_many(phrase: str, text: str, words: Words) -> Many:
    neutral = words.neutral(phrase)
    if kind := _FIXED.get(neutral):
        return Many(phrase, kind)
    parts = neutral.split()
    if parts[:3] == ["each", "authority", "in"] and len(parts) == 4 and is_id(parts[3]):
        return Many(phrase, "authorities", within=parts[3])
    if len(parts) == 2 and parts[0] == "each" and is_id(parts[1]):
        return Many(phrase, "events", event=parts[1])
    raise Misread("malformed-owner", f"'{text}' names nobody that can be found", _ADVICE, phrase)


def read_seats(items: Sequence[str]) -> tuple[Seat, ...]:
    """Return the roles of a line of `attends` or `members`; raises Misread."""
    seats = []
    for item in items:
        role = item.removeprefix("one ").strip()
        if not is_id(role):
            raise Misread(
                "malformed-owner",
                f"'{item}' is not the id of a role",
                "Write a role's id, as in dcs, or one ad.",
                item,
            )
        seats.append(Seat(role, one=item.startswith("one ")))
    return tuple(seats)


def read_steps(items: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return who signs in steps: those of one step in any order, a new step at each `then`; raises Misread."""
    steps: list[list[str]] = []
    for item in items:
        role = item.removeprefix("then ").strip()
        if not is_id(role):
            raise Misread(
                "malformed-owner",
                f"'{item}' is not the id of a role",
                "Write a role's id, as in lead-member.",
                item,
            )
        if item.startswith("then ") or not steps:
            steps.append([])
        steps[-1].append(role)
    return tuple(tuple(step) for step in steps)
