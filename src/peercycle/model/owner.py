"""Who: owners, those a thing is for, attendance and signatures (format, section 5)."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from peercycle.model.ids import is_id, slugged
from peercycle.model.phrase import TBC, Misread
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
ADVICE: Final = (
    "Write an id, each authority, each authority in a round or group, or ROLE of one of these; or TBC."
)
_OWN_GROUP: Final = ("own-group", "own-group-authorities")
_EACH: Final = {"all": "each", "any": "each", "every": "each"}
_KEYWORDS: Final = frozenset(("each", "of", "own", "tbc"))
_EVERYBODY: Final = frozenset(("each", "everybody", "everyone", "each of them"))
_NOBODY: Final = frozenset(
    ("?", "n/a", "nobody", "not known", "tba", "tbc", "tbd", "to be confirmed", "unknown")
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

    @property
    def of_own_group(self) -> bool:
        """Whether it means every member of the own group, or a role in each of them."""
        return self.many is not None and self.many.kind in _OWN_GROUP


class Seat(NamedTuple):
    """A role that comes to a meeting; `one` where a single one of several is meant."""

    role: str
    one: bool


class Signatory(NamedTuple):
    """A role that signs; `then` where it waits for those before it."""

    role: str
    then: bool


def read_party(text: str, words: Words) -> Party:
    """Return whoever a phrase means; raises Misread."""
    plain = " ".join(text.split())
    found = _party(plain, words)
    if found:
        return found
    meant = next((guess for guess in _guesses(plain, words) if _party(guess, words)), "")
    hint = f"Write {meant}." if meant else ADVICE
    role, of, rest = plain.partition(" of ")
    if of and not is_id(role):
        raise Misread("malformed-owner", f"'{role}' is not the id of a role or post", hint, role)
    raise Misread("malformed-owner", f"'{plain}' names nobody that can be found", hint, rest if of else plain)


def _party(plain: str, words: Words) -> Party | None:
    if plain == TBC:
        return Party(plain, tbc=True, role="", who="", many=None)
    role, of, rest = plain.partition(" of ")
    if not of:
        role, rest = "", plain
    elif not is_id(role):
        return None
    if is_id(rest):
        return Party(plain, tbc=False, role=role, who=rest, many=None)
    many = _many(rest, words)
    return Party(plain, tbc=False, role=role, who="", many=many) if many else None


def _many(phrase: str, words: Words) -> Many | None:
    neutral = words.neutral(phrase)
    if kind := _FIXED.get(neutral):
        return Many(phrase, kind)
    parts = neutral.split()
    if parts[:3] == ["each", "authority", "in"] and len(parts) == 4 and is_id(parts[3]):
        return Many(phrase, "authorities", within=parts[3])
    if len(parts) == 2 and parts[0] == "each" and is_id(parts[1]):
        return Many(phrase, "events", event=parts[1])
    return None


def _guesses(plain: str, words: Words) -> Iterator[str]:
    """Yield what a phrase may mean: TBC for nobody, small letters, `each` for all and every, an id for a name."""
    small = [_EACH.get(word, word) for word in plain.lower().split() if word != "the"]
    if " ".join(small) in _NOBODY:
        yield TBC
    if " ".join(small) in _EVERYBODY:
        yield words.own("each authority")
    phrase = words.own(words.neutral(" ".join(small)))
    yield phrase
    role, of, rest = phrase.partition(" of ")
    if small[:1] == ["tbc"]:
        yield TBC
    elif of:
        yield f"{slugged(role)} of {rest if _KEYWORDS & set(rest.split()) else slugged(rest)}"
    elif small[:1] == ["lead"]:
        yield words.own("each " + " ".join(small))
    elif not _KEYWORDS & set(small) and not set(",;&/") & set(plain):
        yield slugged(phrase)


def read_seat(item: str) -> Seat:
    """Return a role of a line of `attends` or `members`, as in `dcs` or `one ad`; raises Misread."""
    role, one = _role(item, "one", "Write a role's id, as in dcs, or one ad.")
    return Seat(role, one=one)


def read_signatory(item: str) -> Signatory:
    """Return a role that signs, as in `lead-member` or `then chief-executive`; raises Misread."""
    role, then = _role(item, "then", "Write a role's id, as in lead-member.")
    return Signatory(role, then=then)


def _role(item: str, lead: str, advice: str) -> tuple[str, bool]:
    """Return a role's id and whether the lead word stands before it."""
    first, _, rest = item.partition(" ")
    role = rest.strip() if first == lead else item.strip()
    if is_id(role):
        return role, first == lead
    led = first.lower() == lead or (bool(rest) and _alike(first.lower(), lead))
    slug = slugged(rest if led else item)
    hint = f"Write {f'{lead} ' if led else ''}{slug}." if is_id(slug) else advice
    raise Misread("malformed-owner", f"'{item}' is not the id of a role", hint, item)


def _alike(word: str, lead: str) -> bool:
    """Whether a word may be a misspelt lead word."""
    from difflib import get_close_matches

    return word != lead and bool(get_close_matches(word, (lead,), 1, 0.7))


def in_steps(signatories: Sequence[Signatory]) -> tuple[tuple[str, ...], ...]:
    """Return who signs in steps: those of one step in any order, a new step at each `then`."""
    steps: list[tuple[str, ...]] = []
    for role, then in signatories:
        if then or not steps:
            steps.append((role,))
        else:
            steps[-1] += (role,)
    return tuple(steps)
