"""What a cycle file does not have of YAML, and YAML that is broken, said in plain words."""

import re
from collections.abc import Container, Iterator
from typing import Any, NoReturn

from yaml import YAMLError

from peercycle.diagnostics.fault import Diagnostic, Fault, Mark, Related
from peercycle.diagnostics.lines import stretch
from peercycle.model.place import Place, slashed
from peercycle.reading.source import CYCLE, Kind
from peercycle.reading.spans import MERGED, Node, Spot, offsets
from peercycle.reading.syntax import explained

MOST_FAULTS = 500
# What steers a terminal, turns the direction of writing, or takes no room and so hides a difference between two ids.
_INVISIBLE = (
    "[^\t\n\r\x20-\x7e\xa0-\u061b\u061d-\u200a\u200c\u200d\u2010-\u2027\u202f-\u205f\u206a-\ud7ff"
    "\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
HIDDEN = "\ufffd"
"""What stands for an invisible character until it is taken out of the value it is in."""
_DECORATION = re.compile(r"(?:[&!][^\s,\[\]{}]*\s*)*")

Stretch = tuple[int, int]
"""Two offsets in the text: the first character, and the one after the last."""


class Stopped(Exception):
    """Reading cannot go on; why has been noted."""


def invisible(text: str) -> re.Match[str] | None:
    """Return the first invisible character of a text, None where there is none."""
    # the pattern takes longer to compile than a cycle file to read, and few texts need it
    plain = text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable()
    return None if plain else re.search(_INVISIBLE, text)


class Oddities:
    """The faults of one text's form as they are met, and the places that are left out because of them."""

    def __init__(self, name: str, text: str, kind: Kind = CYCLE) -> None:
        self.text = text
        self._kind = kind
        self.lost: set[Place] = set()
        self._name = name
        self._found: list[Diagnostic] = []

    def diagnostics(self) -> list[Diagnostic]:
        """Return the faults met, in the order of the text."""
        return sorted(self._found, key=lambda found: found.span)

    def _note(self, rule: str, at: Stretch, fault: Fault, related: tuple[Related, ...] = ()) -> None:
        """Note a fault at these offsets; raises Stopped where there have been too many."""
        place, note, span = slashed(fault.at.place), fault.at.message, stretch(self.text, *at)
        self._found.append(
            Diagnostic(self._name, span, rule, "error", fault.message, fault.hint, place, related, note)
        )
        if len(self._found) == MOST_FAULTS:
            message = f"more than {MOST_FAULTS} faults: reading stopped here"
            self._found.append(Diagnostic(self._name, span, "too-large", "error", message, "", "", ()))
            raise Stopped

    def readable(self) -> str:
        """Return the text with HIDDEN for each invisible character, having noted the first on each line.

        Within the indentation of a line it is a space instead.
        """
        seen = -1
        for found in re.finditer(_INVISIBLE, self.text):
            line = stretch(self.text, *found.span()).line
            if line != seen:
                self._invisible(found.group(), found.span(), ())
            seen = line
        indented = re.sub(rf"(?m)^([ \t]*){_INVISIBLE}(?=[ \t])", r"\1 ", self.text)
        return re.sub(_INVISIBLE, HIDDEN, indented)

    def escaped(self, value: str, at: Stretch, place: Place) -> str:
        """Return a text from between quotation marks, its invisible characters noted and taken out."""
        found = invisible(value)
        if found is None:
            return value
        self._invisible(found.group(), at, place)
        return re.sub(_INVISIBLE, "", value)

    def _invisible(self, character: str, at: Stretch, place: Place) -> None:
        message = f"an invisible control character, U+{ord(character):04X}, stands here"
        self._note("yaml-syntax", at, Fault(message, Mark(place), "Delete it."))

    def decorated(self, event: Any, place: Place) -> None:
        """Note a tag or an anchor before a value."""
        start = event.start_mark.index
        written = self.text[start : self.past_decoration(start)].strip() or f"&{event.anchor or ''}"
        what = "tags" if event.tag is not None else "anchors"
        hint = f'Take it out. If it belongs to the text, put the text in quotes: "{written} ..."'
        fault = Fault(f"a {self._kind.name} has no YAML {what}: '{written}'", Mark(place), hint)
        self._note("yaml-syntax", (start, start + len(written)), fault)

    def past_decoration(self, start: int) -> int:
        """Return where a value begins, after the tags and anchors before it."""
        found = _DECORATION.match(self.text, start)
        return found.end() if found else start

    def alias(self, name: str, at: Stretch, place: Place) -> None:
        """Note an alias."""
        hint = f'Write out what it stands for. If it belongs to the text, put it in quotes: "*{name} ..."'
        fault = Fault(f"a {self._kind.name} has no YAML aliases: '*{name}'", Mark(place), hint)
        self._note("yaml-syntax", at, fault)

    def merge_key(self, at: Stretch, place: Place) -> None:
        """Note a merge key; a key that it may have brought is not called missing."""
        self.lost.add((*place, MERGED))
        fault = Fault(
            f"a {self._kind.name} has no merge keys: '<<'", Mark(place), "Write the keys out, one by one."
        )
        self._note("yaml-syntax", at, fault)

    def no_key(self, start: int, place: Place) -> None:
        """Note a colon with nothing before it."""
        fault = Fault("a value without a key", Mark(place), "Write its key before the colon.")
        start = min(start, len(self.text) - 1)
        self._note("yaml-syntax", (start, start + 1), fault)

    def odd_key(self, what: str, at: Stretch, place: Place) -> None:
        """Note a key that is no text."""
        hint = (
            "Text with brackets in it goes in quotes." if self.text[at[0] : at[0] + 1] in {"{", "["} else ""
        )
        self._note("yaml-syntax", at, Fault(f"a key is one text, not {what}", Mark(place), hint))

    def duplicate(
        self, place: Place, first: Node | Spot, second: Node | Spot, value: Any, taken: Container[str]
    ) -> str:
        """Note a key that stands twice in a mapping; return the id the second was meant to have, "" where none is free."""
        *holder, key = place
        within = f"under {holder[-1]}" if holder and not holder[-1].isdecimal() else "in one entry"
        called, slug = _name_of(value)
        hint = "Take one of the two out, or give the second a key of its own."
        if free := bool(slug) and slug not in taken:
            hint = f"Write {slug}: for the second."
        else:
            self.lost.update({*below(value, place)} - {place})
        note = "and again here" + (f", with the name {called}" if called else "")
        fault = Fault(f"'{key}' stands twice {within if holder else 'in the file'}", Mark(place, note), hint)
        related = Related(stretch(self.text, *offsets(first)[:2]), "first here")
        self._note("duplicate-key", offsets(second)[:2], fault, (related,))
        return slug if free else ""

    def no_value(self, at: Stretch, place: Place) -> None:
        """Note a key that nothing follows."""
        key = place[-1]
        hint = f"Write its value after {key}: or indented below it, TBC if it is not known, or take the line out."
        self._note("key-without-value", at, Fault(f"'{key}' has no value", Mark(place), hint))

    def empty_item(self, start: int, end: int, place: Place) -> None:
        """Note an item of a list that holds nothing."""
        dash = self.text.rfind("-", 0, start)
        if start == end and dash >= 0 and not self.text[dash + 1 : start].strip():
            start, end = dash, dash + 1
        fault = Fault("an item of this list has no value", Mark(place), "Write it, or take it out.")
        self._note("key-without-value", (start, end), fault)

    def bare_keys(self, children: dict[str, Node | Spot], place: Place) -> None:
        """Note words in {...} that a comma has turned into keys: those that follow one another are one fault.

        The text before them is only the beginning of what was meant, so it is lost, too.
        """
        before: Node | Spot | None = None
        before_key = ""
        run: list[tuple[str, Spot]] = []
        for key, entry in [*children.items(), ("", 0)]:
            _, key_end, start, end = offsets(entry)
            if isinstance(entry, int) and key and start == end == key_end:
                run.append((key, entry))
                continue
            if run:
                self._bare_run(run, before, place)
                self.lost.update({(*place, before_key)} if before_key else ())
                run = []
            before, before_key = entry, key

    def _bare_run(self, run: list[tuple[str, Spot]], before: Node | Spot | None, place: Place) -> None:
        names = [f"'{key}'" for key, _ in run]
        start, end = offsets(run[0][1])[0], offsets(run[-1][1])[1]
        have = "has" if len(run) == 1 else "have"
        message = f"{' and '.join(names)} {have} no value: a comma inside {{...}} starts a new key"
        fault = Fault(message, Mark((*place, run[0][0])), self._quoted(before, end))
        self._note("key-without-value", (start, end), fault)

    def _quoted(self, before: Node | Spot | None, end: int) -> str:
        if isinstance(before, int):
            key_start, key_end, start, _ = offsets(before)
            whole = " ".join(self.text[start:end].split()).strip("\u201c\u201d")
            if whole[:1] not in {"'", '"', ""} and '"' not in whole:
                return f'Put the text in quotes: {{{self.text[key_start:key_end]}: "{whole}", ...}}'
        return "Put text that has a comma in quotes, or write a value after the key."

    def no_mapping(self, what: str, start: int, end: int) -> None:
        """Note a file that does not consist of keys and values."""
        first_line = re.compile(r"[^\r\n]*").match(self.text, start)
        end = min(end, first_line.end()) if first_line else end
        message = f"a {self._kind.name} consists of keys and values; this one holds {what}"
        self._note(
            "wrong-type", (start, end), Fault(message, Mark(()), f"Begin with the line: {self._kind.begins}")
        )

    def second_document(self, start: int) -> NoReturn:
        """Note where a second document begins; nothing after it is read."""
        hint = "Take this line out, or put what follows into a file of its own."
        fault = Fault(f"a second document begins here; a {self._kind.name} is one", Mark(()), hint)
        self._note("yaml-syntax", (start, min(start + 3, len(self.text))), fault)
        raise Stopped

    def too_deep(self, start: int, deepest: int, place: Place) -> NoReturn:
        """Note nesting beyond the bound."""
        fault = Fault(f"this is nested more than {deepest} levels deep", Mark(place[:3]))
        self._note("nested-too-deeply", (start, min(start + 1, len(self.text))), fault)
        raise Stopped

    def too_many(self, most: int) -> NoReturn:
        """Note a file with more keys and values than any cycle has."""
        message = f"the file has more than {most:,} keys and values, more than any {self._kind.name} has"
        self._note("too-large", (0, 0), Fault(message, Mark(())))
        raise Stopped

    def syntax(self, error: YAMLError, place: Place) -> None:
        """Note where the text is no YAML, in plain words."""
        trouble = explained(error, self.text)
        related = tuple(Related(stretch(self.text, at, at + 1), message) for at, message in trouble.related)
        if trouble.misplaced:
            self._forget(stretch(self.text, trouble.start, trouble.end).line)
        fault = Fault(trouble.message, Mark(place), trouble.hint)
        self._note("yaml-syntax", (trouble.start, trouble.end), fault, related)

    def _forget(self, line: int) -> None:
        """Take back what was said of a line that stands in the wrong place, and that the key above it has no value."""
        lines = [written.strip() for written in re.split(r"\r\n|\n|\r", self.text)]
        above = next((at for at in range(line - 1, 0, -1) if lines[at - 1] and lines[at - 1][0] != "#"), 0)
        self._found = [
            found
            for found in self._found
            if found.span.line != line
            and not (found.rule == "key-without-value" and found.span.line == above)
        ]


def below(data: Any, place: Place) -> Iterator[Place]:
    """Yield a place whose data is left out, and the place of everything with a key in it."""
    yield place
    if isinstance(data, dict):
        for key, value in data.items():
            yield from below(value, (*place, key))


def _name_of(value: Any) -> tuple[str, str]:
    """Return what an entry is called and the id that makes, "" where it has no name."""
    name = value.get("name", value.get("title")) if isinstance(value, dict) else ""
    called = name if isinstance(name, str) else ""
    return called, re.sub(r"[^a-z0-9]+", "-", called.casefold()).strip("-")
