"""Form faults: what pydantic refused, said as a coordinator would and with the place it stands at."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Annotated, Any, Final, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from peercycle.diagnostics.fault import Fault, Mark
from peercycle.model.cycle import Cycle
from peercycle.model.ids import is_id
from peercycle.model.phrase import TBC
from peercycle.model.place import Place
from peercycle.reading.advice import advised, advised_role
from peercycle.reading.known import Known

_TAG: Final = "\0"  # a union's tag in an error path; NUL cannot stand in a file
_KEY: Final = "[key]"
_WANTED: Final = {
    "string_type": "a text",
    "dict_type": "a mapping of ids to entries",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
    "tuple_type": "a list",
    "string_too_short": "a text",
}
_ROLES: Final = frozenset(("sign-off", "attends", "members"))
_MOST_ADVISED: Final = 200
"""For how many faults at most the advice is held against the file."""
_MUST_HAVE: Final = tuple(key for key, field in Cycle.model_fields.items() if field.is_required())
_FEWEST_KEYS: Final = len(_MUST_HAVE) // 2


class FormFault(NamedTuple):
    """A fault of form with its rule.

    `missing` is the key that is not there, `nearest` the key that was meant, `instead` what can stand in its place.
    """

    rule: str
    fault: Fault
    missing: str = ""
    nearest: str = ""
    instead: str | dict[str, Any] | None = None

    @property
    def place(self) -> Place:
        """The place the fault is marked at."""
        return self.fault.at.place

    @property
    def target(self) -> Place:
        """The place of what is wrong: of the missing key, where one is missing."""
        return (*self.place, self.missing) if self.missing else self.place


def form_faults(errors: list[ErrorDetails], file: Known) -> Iterator[FormFault]:
    """Yield a fault for each error of pydantic's; a file that is something else altogether has only one.

    No advice names what the file does not give.
    """
    absent = [error["loc"][0] for error in errors if error["type"] == "missing" and len(error["loc"]) == 1]
    if len(absent) > _FEWEST_KEYS and "format" in absent:
        yield _no_cycle(absent)
        return
    for number, error in enumerate(errors):
        loc = [str(part) for part in error["loc"] if not (isinstance(part, str) and part.startswith(_TAG))]
        on_key = loc[-1:] == [_KEY]
        place = tuple(loc[:-1] if on_key else loc)
        item = _form_fault(error, place, on_key=on_key)
        yield _advised(item, error["input"], file if number < _MOST_ADVISED else None, on_key=on_key)


def _advised(item: FormFault, held: object, file: Known | None, *, on_key: bool) -> FormFault:
    """Return a fault with its hint held against the file, or without a hint that would have to be."""
    if not isinstance(held, str) or not item.rule.startswith("malformed-"):
        return item
    fault, place = item.fault, item.place
    if file is None:
        hint = "" if item.rule in {"malformed-owner", "malformed-deadline"} else fault.hint
    elif item.rule == "malformed-owner" and not on_key and _ROLES.intersection(place[4:]):
        hint = advised_role(held, fault.hint, file, "then" if "sign-off" in place else "one")
    else:
        hint = advised(item.rule, held, fault.at.words, fault.hint, file)
    return item._replace(fault=fault._replace(hint=hint))


def _form_fault(error: ErrorDetails, place: Place, *, on_key: bool) -> FormFault:
    context: Mapping[str, Any] = error.get("ctx", {})
    kind = error["type"]
    if kind == "missing":
        return _missing(place)
    if kind == "extra_forbidden":
        return _unknown(place)
    if "hint" in context:
        mark = Mark(place, words=context["words"], on="key" if on_key else "value")
        fault = Fault(context["message"], mark, context["hint"])
        meant = (
            context["hint"].removeprefix("Write ").rstrip(".:") if kind == "malformed-id" and on_key else ""
        )
        instead = TBC if kind.startswith(("mal", "imp", "due")) and not on_key else None
        return FormFault(kind, fault, nearest=meant if is_id(meant) else "", instead=instead)
    if kind == "literal_error":
        return FormFault("wrong-type", Fault(*_literal(error, place)))
    wanted, held = _WANTED.get(kind, error["msg"]), error["input"]
    hint = f"Write [{held.strip('[] ')}]." if kind == "tuple_type" and isinstance(held, str) else ""
    fault = Fault(f"{wanted} is wanted here, not {_kind(held)}", Mark(place), hint)
    return FormFault("wrong-type", fault, instead={} if kind.startswith("model") else None)


def _no_cycle(absent: Sequence[object]) -> FormFault:
    keys = ", ".join(map(str, absent))
    fault = Fault(
        f"this is no cycle file: it has no {keys}", Mark(()), "A cycle file begins with the line: format: 1"
    )
    return FormFault("missing-key", fault, missing="format")


def _missing(place: Place) -> FormFault:
    whole, key = place[:-1], place[-1]
    what = described(whole)
    message = f"{what} has no '{key}', which it must have"
    hint = f"Add a line that begins with {key}:" if place != ("format",) else "Add the line: format: 1"
    if key in {"date", "due", "owner"}:
        hint = f"{hint} or, where it is not known, write {key}: TBC"
    return FormFault("missing-key", Fault(message, Mark(whole, on="key"), hint), missing=key)


def _unknown(place: Place) -> FormFault:
    whole, key = place[:-1], place[-1]
    part = part_at(whole)
    keys = [_alias(part, name) for name in part.model_fields] if part else []
    nearest = get_close_matches(key.replace("_", "-").lower(), keys, 1, 0.65)
    note = f"did you mean {nearest[0]}?" if nearest else ""
    hint = "" if nearest else f"Its keys are: {', '.join(keys)}."
    what = "a cycle file" if part is Cycle else described(whole)
    fault = Fault(f"{what} has no key '{key}'", Mark(place, note, on="key"), hint)
    return FormFault("unknown-key", fault, nearest=nearest[0] if nearest else "")


def _literal(error: ErrorDetails, place: Place) -> tuple[str, Mark, str]:
    expected = str(error["ctx"]["expected"]).replace("'", "")
    if place == ("format",):
        return f"format {_kind(error['input'])} is not known", Mark(place), "This peercycle reads format 1."
    return f"{_kind(error['input'])} is not one of: {expected}", Mark(place), f"Write {expected}."


def _kind(value: object) -> str:
    if isinstance(value, str):
        return f"'{value}'"
    return "a list" if isinstance(value, list) else "a mapping"


def described(place: Place) -> str:
    """Return what stands at a place in words: "an action", "the file"."""
    part = part_at(place)
    if part is None or part is Cycle:
        return "the file"
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in part.__name__).strip()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def part_at(place: Place) -> type[BaseModel] | None:
    """Return the model that reads what stands at a place, None where no model does."""
    kind: Any = Cycle
    for key in place:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            by_alias = {_alias(kind, name): field.annotation for name, field in kind.model_fields.items()}
            kind = _unwrapped(by_alias.get(key))
        elif get_origin(kind) in (dict, tuple):
            kind = _unwrapped(get_args(kind)[1 if get_origin(kind) is dict else 0])
        else:
            return None
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _alias(part: type[BaseModel], name: str) -> str:
    return part.model_fields[name].alias or name


def _unwrapped(kind: Any) -> Any:
    """Return the kind of value behind Annotated and `| None`: of several, the one that holds models."""
    if get_origin(kind) is Annotated:
        return _unwrapped(get_args(kind)[0])
    if get_origin(kind) is None or get_origin(kind) in (dict, tuple):
        return kind
    options = [_unwrapped(option) for option in get_args(kind) if option is not type(None)]
    return next(
        (
            o
            for o in options
            if get_origin(o) in (dict, tuple) or (isinstance(o, type) and issubclass(o, BaseModel))
        ),
        None,
    )
