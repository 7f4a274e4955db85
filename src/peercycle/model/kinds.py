"""How a kind of value is read: a function from what stands in the file to what the model holds.

Every scalar reaches the model as text (format, section 1). A value outside its grammar raises a pydantic error whose
type is the rule's id and whose context carries message, hint and the words at fault; reading turns it into a diagnostic.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, ValidationError, core_schema

from peercycle.model.grid import Grid
from peercycle.model.phrase import TBC, Misread, expect_text
from peercycle.model.words import Words

T = TypeVar("T")
Reader = Callable[[str, Words], T]
KEY: Final = "[key]"
"""The last step of an error's path, where a key is at fault rather than its value."""


class Kind:
    """The note in an `Annotated` type that says how its value is read, as a core schema ready to use."""

    def __init__(self, schema: CoreSchema) -> None:
        self.schema = schema

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return self.schema


def fault(misread: Misread) -> PydanticCustomError:
    """Return the pydantic error that carries a misread phrase to the diagnostics."""
    context = {"message": misread.message, "hint": misread.hint, "words": misread.words}
    return PydanticCustomError(misread.rule, "{message}", context)


def text() -> Kind:
    """Return the kind of any text that is not empty."""
    return Kind(core_schema.str_schema(strip_whitespace=True, min_length=1))


def value(read: Callable[[object], T]) -> Kind:
    """Return the kind that a function reads from whatever stands in the file."""

    def validate(given: object) -> T:
        try:
            return read(given)
        except Misread as misread:
            raise fault(misread) from None

    return Kind(core_schema.no_info_plain_validator_function(validate))


def spoken(read: Callable[[Any, Words], T]) -> Kind:
    """Return the kind that a function reads with the region's words, which the cycle hands down as context."""

    def validate(given: object, info: ValidationInfo) -> T:
        try:
            return read(given, info.context["words"] if info.context else Words())
        except Misread as misread:
            raise fault(misread) from None

    return Kind(core_schema.with_info_plain_validator_function(validate))


def phrase(read: Reader[T]) -> Kind:
    """Return the kind of one phrase."""
    return spoken(lambda given, words: read(expect_text(given), words))


class Faults:
    """The faults within one value, each with the path that leads to it from there."""

    def __init__(self) -> None:
        self._found: list[InitErrorDetails] = []

    def read(self, read: Callable[[Any], T], given: object, *at: str | int) -> T | None:
        """Return what a function reads, None and one fault more where it misreads."""
        try:
            return read(given)
        except Misread as misread:
            self.add(misread, given, *at)
            return None

    def add(self, misread: Misread, given: object, *at: str | int) -> None:
        """Keep a fault."""
        self._found.append(InitErrorDetails(type=fault(misread), loc=at, input=given))

    def settle(self) -> None:
        """Raise pydantic's error if there was any fault."""
        if self._found:
            raise ValidationError.from_exception_data("value", self._found)


def grid(read: Reader[T]) -> Kind:
    """Return the kind of one phrase or a grid of them, every faulty cell reported."""

    def build(given: object, words: Words, faults: Faults, at: tuple[str, ...]) -> Grid:
        if isinstance(given, dict):
            return Grid(cells={key: build(cell, words, faults, (*at, key)) for key, cell in given.items()})
        return Grid(faults.read(lambda cell: read(expect_text(cell), words), given, *at))

    def whole(given: object, words: Words) -> Grid:
        faults = Faults()
        built = build(given, words, faults, ())
        faults.settle()
        return built

    return spoken(whole)


def several(read: Reader[T], build: Callable[[Sequence[Any]], Any] = tuple, *, skipped: str = TBC) -> Kind:
    """Return the kind of a phrase or a list of phrases, every faulty item reported; the skipped word adds nothing."""

    def whole(given: object, words: Words) -> Any:
        faults = Faults()
        found = each(given, lambda item: read(item, words), faults, skipped=skipped)
        faults.settle()
        return build(found)

    return spoken(whole)


def listed(read: Reader[T]) -> Kind:
    """Return the kind of a list of phrases, every faulty item reported, or TBC."""

    def whole(given: object, words: Words) -> tuple[T, ...]:
        if isinstance(given, str) and given != TBC:
            hint = f"Write [{given.strip('[] ')}]."
            raise Misread("wrong-type", f"a list is wanted here, not '{given}'", hint, given)
        faults = Faults()
        found = each(given, lambda item: read(item, words), faults)
        faults.settle()
        return tuple(found)

    return spoken(whole)


def each(given: object, read: Callable[[str], T], faults: Faults, *at: str, skipped: str = TBC) -> list[T]:
    """Return what a function reads from a text or from each text of a list, without what is skipped or at fault."""
    if isinstance(given, str):
        items: list[tuple[tuple[str | int, ...], object]] = [(at, given)]
    elif isinstance(given, list):
        items = [((*at, position), item) for position, item in enumerate(given)]
    else:
        faults.add(
            Misread("wrong-type", "a text or a list of texts is wanted here, not a mapping"), given, *at
        )
        return []
    found = []
    for place, item in items:
        if item != skipped:
            value = faults.read(lambda held: read(expect_text(held)), item, *place)
            found.extend([] if value is None else [value])
    return found
