"""What a cycle file does not have of YAML, and YAML that is broken, said in plain words."""

from __future__ import annotations

import re
from typing import Any, NoReturn

import yaml

from peercycle.diagnostics.fault import Diagnostic, Related
from peercycle.diagnostics.lines import stretch
from peercycle.model.place import Place, slashed
from peercycle.reading.spans import Node, Spot, offsets
from peercycle.reading.syntax import explained

MOST_FAULTS = 500
CONTROL_CHARACTER = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]|(?<!^)\ufeff"
)
_NAMED = re.compile(r"\b(?:name|title|item)\b")


class Stopped(Exception):
    """Reading cannot go on; why has been noted."""


class Oddities:
    """The faults of one text's form as they are met, and the places that are left out because of them."""

    def __init__(self, name: str, text: str) -> None:
        self.text = text
        self.lost: set[Place] = set()
        self._name = name
        self._found: list[Diagnostic] = []

    def diagnostics(self) -> list[Diagnostic]:
        """Return the faults met, in the order of the text."""
        return sorted(self._found, key=lambda found: found.span)

    def _note(
        self,
        rule: str,
        at: tuple[int, int],
        place: Place,
        message: str,
        hint: str = "",
        note: str = "",
        related: tuple[Related, ...] = (),
    ) -> None:
        span = stretch(self.text, *at)
        self._found.append(
            Diagnostic(self._name, span, rule, "error", message, hint, slashed(place), related, note)
        )
        if len(self._found) == MOST_FAULTS:
            self._found.append(
                Diagnostic(
                    self._name,
                    span,
                    "too-large",
                    "error",
                    f"more than {MOST_FAULTS} faults: reading stopped here",
                    "",
                    "",
                    (),
                )
            )
            raise Stopped

    def control_characters(self) -> str:
        """Note the first invisible control character of each line; return the text with spaces in their stead."""
        seen = -1
        for number, found in enumerate(CONTROL_CHARACTER.finditer(self.text)):
            start = found.start()
            line = stretch(self.text, start, start).line
            if number > MOST_FAULTS:
                break
            if line != seen:
                code = f"U+{ord(found.group()):04X}"
                self._note(
                    "yaml-syntax",
                    found.span(),
                    (),
                    f"an invisible control character, {code}, stands here",
                    "Delete it.",
                )
            seen = line
        return CONTROL_CHARACTER.sub(" ", self.text)

    def decorated(self, event: Any, place: Place) -> None:
        """Note a tag or an anchor before a value."""
        start = event.start_mark.index
        written = self.text[start : self.past_decoration(start)].strip() or f"&{event.anchor or ''}"
        what = "tags" if event.tag is not None else "anchors"
        hint = f'Take it out. If it belongs to the text, put the text in quotes: "{written} ..."'
        self._note(
            "yaml-syntax",
            (start, start + len(written)),
            place,
            f"a cycle file has no YAML {what}: '{written}'",
            hint,
        )

    def past_decoration(self, start: int) -> int:
        """Return where a value begins, after the tags and anchors before it."""
        found = re.compile(r"(?:[&!][^\s,\[\]{}]*\s*)*").match(self.text, start)
        return found.end() if found else start

    def alias(self, name: str, start: int, end: int, place: Place) -> None:
        """Note an alias."""
        hint = (
            f'Write out what it stands for. If it belongs to the text, put the text in quotes: "*{name} ..."'
        )
        self._note("yaml-syntax", (start, end), place, f"a cycle file has no YAML aliases: '*{name}'", hint)

    def merge_key(self, start: int, end: int, place: Place) -> None:
        """Note a merge key; what it would have brought is lost to the mapping."""
        self.lost.add(place)
        self._note(
            "yaml-syntax",
            (start, end),
            place,
            "a cycle file has no merge keys: '<<'",
            "Write the keys out, one by one.",
        )

    def odd_key(self, what: str, start: int, end: int, place: Place) -> None:
        """Note a key that is no text."""
        if not what:
            self._note(
                "yaml-syntax",
                (start, max(end, start + 1)),
                place,
                "a value without a key",
                "Write its key before the colon.",
            )
            return
        hint = "Text with brackets in it goes in quotes." if self.text[start : start + 1] in "{[" else ""
        self._note("yaml-syntax", (start, end), place, f"a key is one text, not {what}", hint)

    def duplicate(self, key: str, first: Node | Spot, second: Node | Spot, value: Any, place: Place) -> None:
        """Note a key that stands twice in a mapping; the first is kept."""
        holder = place[:-1]
        within = (
            f"under {holder[-1]}"
            if holder and not holder[-1].isdecimal()
            else "in one entry"
            if holder
            else "in the file"
        )
        called = next(
            (value[key] for key in ("name", "title") if isinstance(value, dict) and key in value), ""
        )
        called = called if isinstance(called, str) else ""
        hint = "Take one of the two out, or give the second a key of its own."
        if called and (slug := re.sub(r"[^a-z0-9]+", "-", called.casefold()).strip("-")) and slug != key:
            hint = f"Write {slug}: for the second."
        self._note(
            "duplicate-key",
            offsets(second)[:2],
            place,
            f"'{key}' stands twice {within}",
            hint,
            "and again here" + (f", with the name {called}" if called else ""),
            (Related(stretch(self.text, *offsets(first)[:2]), "first here"),),
        )

    def no_value(self, key: str, start: int, end: int, place: Place) -> None:
        """Note a key that nothing follows."""
        hint = f"Write its value after {key}: or indented below it, TBC if it is not known, or take the line out."
        self._note("key-without-value", (start, end), place, f"'{key}' has no value", hint)

    def empty_item(self, start: int, end: int, place: Place) -> None:
        """Note an item of a list that holds nothing."""
        dash = self.text.rfind("-", 0, start)
        at = (
            (dash, dash + 1)
            if start == end and 0 <= dash and not self.text[dash + 1 : start].strip()
            else (start, end)
        )
        self._note(
            "key-without-value", at, place, "an item of this list has no value", "Write it, or take it out."
        )

    def bare_keys(self, children: dict[str, Node | Spot], place: Place) -> None:
        """Note words in {...} that a comma has turned into keys: those that follow one another are one fault."""
        before: Node | Spot | None = None
        run: list[tuple[str, Spot]] = []
        for key, entry in [*children.items(), ("", 0)]:
            _, key_end, start, end = offsets(entry)
            if isinstance(entry, int) and key and start == end == key_end:
                run.append((key, entry))
                continue
            if run:
                self._bare_run(run, before, place)
                run = []
            before = entry

    def _bare_run(self, run: list[tuple[str, Spot]], before: Node | Spot | None, place: Place) -> None:
        names = [f"'{key}'" for key, _ in run]
        start, end = offsets(run[0][1])[0], offsets(run[-1][1])[1]
        have = "has" if len(run) == 1 else "have"
        message = f"{' and '.join(names)} {have} no value: a comma inside {{...}} starts a new key"
        self._note("key-without-value", (start, end), (*place, run[0][0]), message, self._quoted(before, end))

    def _quoted(self, before: Node | Spot | None, end: int) -> str:
        if isinstance(before, int):
            key_start, key_end, start, _ = offsets(before)
            whole = " ".join(self.text[start:end].split())
            if whole[:1] not in ("'", '"', "") and '"' not in whole:
                return f'Put the text in quotes: {{{self.text[key_start:key_end]}: "{whole}", ...}}'
        return "Put text that has a comma in quotes, or write a value after the key."

    def no_mapping(self, what: str, start: int, end: int) -> None:
        """Note a file that does not consist of keys and values."""
        hint = "Begin with the line: format: 1"
        first_line = re.compile(r"[^\r\n]*").match(self.text, start)
        end = min(end, first_line.end()) if first_line else end
        message = f"a cycle file consists of keys and values; this one holds {'only ' if what in ('comments', 'white space') else ''}{what}"
        self._note("wrong-type", (start, end), (), message, hint)

    def second_document(self, start: int) -> NoReturn:
        """Note where a second document begins; nothing after it is read."""
        self._note(
            "yaml-syntax",
            (start, min(start + 3, len(self.text))),
            (),
            "a second document begins here; a cycle file is one",
            "Take this line out, or put what follows into a file of its own.",
        )
        raise Stopped

    def too_deep(self, start: int, deepest: int, place: Place) -> NoReturn:
        """Note nesting beyond the bound."""
        self._note(
            "nested-too-deeply",
            (start, min(start + 1, len(self.text))),
            place[:3],
            f"this is nested more than {deepest} levels deep",
        )
        raise Stopped

    def too_many(self, most: int) -> NoReturn:
        """Note a file with more keys and values than any cycle has."""
        self._note(
            "too-large",
            (0, 0),
            (),
            f"the file has more than {most:,} keys and values, more than any cycle has",
        )
        raise Stopped

    def syntax(self, error: yaml.YAMLError, place: Place) -> None:
        """Note where the text is no YAML, in plain words."""
        trouble = explained(error, self.text)
        related = tuple(Related(stretch(self.text, at, at + 1), message) for at, message in trouble.related)
        self._note(
            "yaml-syntax", (trouble.start, trouble.end), place, trouble.message, trouble.hint, "", related
        )
