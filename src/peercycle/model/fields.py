"""The kinds of value a cycle file holds, each read from text with a fault the reader can place.

Every scalar reaches the model as text (format, section 1). A value outside its grammar raises a pydantic error whose
type is the rule's id and whose context carries message, hint and the words at fault; reading turns it into a diagnostic.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, NamedTuple, TypeVar

from pydantic import AfterValidator, BeforeValidator, PlainValidator, ValidationInfo
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from peercycle.model.clock import Clock, read_clock
from peercycle.model.due import Due, read_due
from peercycle.model.owner import Party, Seat, read_party, read_seats, read_steps
from peercycle.model.phrase import Misread
from peercycle.model.when import When, read_when
from peercycle.model.words import Words

TBC: Final = "TBC"

T = TypeVar("T")
Reader = Callable[[str, Words], T]


def fault(misread: Misread) -> PydanticCustomError:
    """Return the pydantic error that carries a misread phrase to the diagnostics."""
    context = {"message": misread.message, "hint": misread.hint, "words": misread.words}
    return PydanticCustomError(misread.rule, "{message}", context)  # type: ignore[arg-type]


def expect_text(value: object) -> str:
    """Return the value if it is text, else raise wrong-type."""
    if isinstance(value, str):
        return value
    held = "a list" if isinstance(value, list) else "a mapping"
    raise Misread("wrong-type", f"a text is wanted here, not {held}")


def _words(info: ValidationInfo) -> Words:
    return info.context["words"] if info.context else Words()


def neutral(value: object, info: ValidationInfo) -> object:
    """Return a text with the region's words replaced by the neutral ones, anything else as it is."""
    return _words(info).neutral(value) if isinstance(value, str) else value


def phrase(reader: Reader[T]) -> PlainValidator:
    """Return the validator of a field that holds one phrase."""

    def validate(value: object, info: ValidationInfo) -> T:
        try:
            return reader(expect_text(value), _words(info))
        except Misread as misread:
            raise fault(misread) from None

    return PlainValidator(validate)


class Grid(NamedTuple):
    """One value, or values by the ids of rounds and groups (format, section 4): exactly one of the two is set."""

    value: Any = None
    cells: Mapping[str, "Grid"] | None = None

    def at(self, *ids: str) -> Any:
        """Return the value where these round and group ids lead, None where the grid has no such cell."""
        if self.cells is None:
            return self.value
        for key in ids:
            if key in self.cells:
                return self.cells[key].at(*ids)
        return None

    def leaves(self, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
        """Return every value with the ids that lead to it."""
        if self.cells is None:
            return [(path, self.value)]
        return [leaf for key, cell in self.cells.items() for leaf in cell.leaves((*path, key))]


def grid(reader: Reader[T]) -> PlainValidator:
    """Return the validator of a field that holds one phrase or a grid of them, every faulty cell reported."""

    def build(value: object, words: Words, at: tuple[str, ...], errors: list[InitErrorDetails]) -> Grid:
        if isinstance(value, dict):
            return Grid(cells={key: build(cell, words, (*at, key), errors) for key, cell in value.items()})
        try:
            return Grid(reader(expect_text(value), words))
        except Misread as misread:
            errors.append(InitErrorDetails(type=fault(misread), loc=at, input=value))
            return Grid()

    def validate(value: object, info: ValidationInfo) -> Grid:
        errors: list[InitErrorDetails] = []
        built = build(value, _words(info), (), errors)
        if errors:
            raise ValidationError.from_exception_data("grid", errors)
        return built

    return PlainValidator(validate)


class Attending(NamedTuple):
    """One line of `attends` or `members`: whose, and which of their roles (no seats: all of them)."""

    party: Party
    seats: tuple[Seat, ...]


def _attendance(value: object, info: ValidationInfo) -> tuple[Attending, ...]:
    if value == TBC:
        return ()
    if not isinstance(value, dict):
        raise fault(
            Misread(
                "wrong-type",
                "a mapping of who comes to their roles, or TBC, is wanted here",
                "Write it as in: each authority: [dcs].",
            )
        )
    lines, errors = [], []
    for key, roles in value.items():
        try:
            seats = () if roles == "all" else read_seats([expect_text(role) for role in _as_list(roles)])
            lines.append(Attending(read_party(key, _words(info)), seats))
        except Misread as misread:
            errors.append(InitErrorDetails(type=fault(misread), loc=(key,), input=roles))
    if errors:
        raise ValidationError.from_exception_data("attendance", errors)
    return tuple(lines)


def _parties(value: object, info: ValidationInfo) -> tuple[Party, ...]:
    if not isinstance(value, (str, list)):
        raise fault(Misread("wrong-type", "a text or a list of texts is wanted here"))
    parties, errors = [], []
    for position, item in enumerate(_as_list(value)):
        try:
            parties.append(read_party(expect_text(item), _words(info)))
        except Misread as misread:
            at = () if isinstance(value, str) else (position,)
            errors.append(InitErrorDetails(type=fault(misread), loc=at, input=item))
    if errors:
        raise ValidationError.from_exception_data("parties", errors)
    return tuple(parties)


def _as_list(value: object) -> Any:
    return [value] if isinstance(value, str) else value


def _slug(value: str) -> str:
    if (
        value
        and value.isascii()
        and value == value.lower()
        and all(part.isalnum() for part in value.split("-"))
    ):
        return value
    slug = "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in value.lower()).split())
    raise fault(
        Misread("malformed-id", f"'{value}' cannot be an id: small letters, digits and hyphens only",
                f"Write {slug}." if slug else "")
    )  # fmt: skip


def _number(value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 7:
        return int(value)
    raise fault(Misread("malformed-quantity", f"a whole number is wanted here, not '{value}'"))


def _yes(value: object) -> bool:
    if value in ("true", "false"):
        return value == "true"
    raise fault(
        Misread("malformed-quantity", f"true or false is wanted here, not '{value}'", "Write true or false.")
    )


UNITS: Final = ("working day", "day", "week", "month")


class Quantity(NamedTuple):
    """An amount of time in one of `UNITS`."""

    amount: int
    unit: str


def _quantity(text: str, _: Words) -> Quantity:
    amount, _space, unit = " ".join(text.split()).partition(" ")
    unit = unit.removesuffix("s")
    if amount.isascii() and amount.isdigit() and len(amount) < 5 and unit in UNITS:
        return Quantity(int(amount), unit)
    raise Misread(
        "malformed-quantity", f"'{text}' is not a length of time", "Write it as in: 10 working days."
    )


def _signatories(value: object) -> tuple[tuple[str, ...], ...]:
    try:
        return read_steps([expect_text(item) for item in _as_list(value)])
    except Misread as misread:
        raise fault(misread) from None


Id = Annotated[str, AfterValidator(_slug)]
Ref = str
Lines = Annotated[tuple[str, ...], BeforeValidator(_as_list)]
Number = Annotated[int, PlainValidator(_number)]
NumberOrTbc = Annotated[int | None, PlainValidator(lambda value: None if value == TBC else _number(value))]
Yes = Annotated[bool, PlainValidator(_yes)]
Length = Annotated[Quantity, phrase(_quantity)]
Period = Annotated[When, phrase(lambda text, _: read_when(text))]
Parties = Annotated[tuple[Party, ...], PlainValidator(_parties)]
PartyText = Annotated[Party, phrase(read_party)]
Deadline = Annotated[Due, phrase(lambda text, words: read_due(text, words, deadline=False))]
ClockText = Annotated[Clock, phrase(lambda text, _: read_clock(text))]
DueGrid = Annotated[Grid, grid(lambda text, words: read_due(text, words, deadline=True))]
DateGrid = Annotated[Grid, grid(lambda text, words: read_due(text, words, deadline=False))]
ClockGrid = Annotated[Grid, grid(lambda text, _: read_clock(text))]
TextGrid = Annotated[Grid, grid(lambda text, _: text)]
PartyGrid = Annotated[Grid, grid(read_party)]
Attendance = Annotated[tuple[Attending, ...], PlainValidator(_attendance)]
SignOff = Annotated[tuple[tuple[Ref, ...], ...], PlainValidator(_signatories)]
