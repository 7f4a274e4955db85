"""What libyaml says about broken YAML, in words for someone who has never seen YAML."""

import re
from typing import Final, NamedTuple

import yaml

_COLON: Final = "If the colon belongs to the text, put the text in quotes, or under >- on lines of its own."
_QUOTE: Final = "Text that begins with this sign goes in quotes."
_INDENT: Final = "Give it the same indentation as the lines it belongs with."
_AFTER_QUOTE: Final = (
    "Put the whole text in one pair of marks: \"...\". Between '...' an apostrophe is written ''."
)
_STRAIGHT: Final = 'Curly quotation marks count as letters here: write "..." instead of \u201c...\u201d.'
_OPENED: Final = "It was opened further up, and may have been left open there: close it where its text ends."
_LOOK: Final = (
    "Look at this line and the one above it: each key has a colon and a space after it, lines that belong together "
    "have the same indentation, and each quotation mark and bracket is closed."
)
_AT_CONTEXT: Final = True
_KEY_LINE: Final = re.compile(r" *[\w-]+:(?= |$)")
_ODD_SPACES: Final = re.compile(r"[ \t]*([^\S \t]+)\S")
_FAR: Final = 3
"""How many lines above the place where YAML breaks the cause is looked for."""


class Trouble(NamedTuple):
    """Where the text is no YAML and what to do; `related` holds further offsets with what they say.

    `misplaced` says that the whole line is, so that what is said of it and of the key above it only follows.
    """

    start: int
    end: int
    message: str
    hint: str
    related: tuple[tuple[int, str], ...] = ()
    misplaced: bool = False


class _Saying(NamedTuple):
    """A sentence for what libyaml says; `at_context` where its beginning is the place to look at."""

    problem: str
    context: str
    message: str
    hint: str
    at_context: bool = False


_SAYINGS: Final = (
    _Saying("mapping values are not allowed", "", "a second colon on one line", _COLON),
    _Saying("mapping keys are not allowed", "", "a question mark with nothing before it", "Write TBC where something is not known. Text that begins with this sign goes in quotes."),
    _Saying("unexpected ':'", "", "a colon that cannot stand here", _COLON),
    _Saying("could not find expected ':'", "", "a line without a key: there is no colon in it", "Write its key and a colon before it, or indent it under the text it goes on with.", _AT_CONTEXT),
    _Saying("found unexpected end of stream", "quoted", "a quotation mark that is never closed", "Write the closing quotation mark.", _AT_CONTEXT),
    _Saying("found unexpected document", "quoted", "a quotation mark that is never closed", "Write the closing quotation mark.", _AT_CONTEXT),
    _Saying("unknown escape character", "", 'a backslash inside "..." has a meaning of its own', r"Write \\ for it, or use '...' instead."),
    _Saying("Unicode character escape", "", 'a backslash inside "..." has a meaning of its own', r"Write \\ for it, or use '...' instead."),
    _Saying("hexdecimal number", "", 'a backslash inside "..." has a meaning of its own', r"Write \\ for it, or use '...' instead."),
    _Saying("tab character", "", "a tab; lines are indented with spaces", "Replace the tab by spaces."),
    _Saying("',' or '}'", "", "a { that is not closed, or a missing comma", "Close it with } or write the comma. Text that has a comma, colon or bracket in it goes in quotes."),
    _Saying("',' or ']'", "", "a [ that is not closed, or a missing comma", "Close it with ] or write the comma. Text that has a comma, colon or bracket in it goes in quotes."),
    _Saying("block sequence entries are not allowed", "", "a list cannot begin on this line", "Put each item on a line of its own, indented below the key."),
    _Saying("'-' indicator", "", "this line does not belong to the list above it", "Begin it with - if it is an item, or give it the indentation of the line it belongs to."),
    _Saying("<block end>", "block collection", "this line does not belong to the list above it", "Begin it with - if it is an item, or give it the indentation of the line it belongs to."),
    _Saying("node content", "", "nothing stands where a value belongs", "Write the value, or take the comma or bracket out."),
    _Saying("expected key", "", "this line does not fit under the lines above it", _INDENT),
    _Saying("<block end>", "", "this line does not fit under the lines above it", _INDENT),
    _Saying("alphabetic or numeric character", "alias", "text cannot begin with *", _QUOTE, _AT_CONTEXT),
    _Saying("alphabetic or numeric character", "anchor", "text cannot begin with &", _QUOTE, _AT_CONTEXT),
    _Saying("undefined tag handle", "", "text cannot begin with !", _QUOTE),
    _Saying("", "tag", "text cannot begin with !", _QUOTE, _AT_CONTEXT),
    _Saying("", "directive", "a line beginning with % is an instruction to YAML, and this one is not known", "Take the line out.", _AT_CONTEXT),
    _Saying("incompatible YAML document", "", "this version of YAML is not known", "Take the line out, or write %YAML 1.2."),
    _Saying("duplicate %", "", "this line stands twice", "Take one of the two out."),
    _Saying("document start", "", "this cannot stand here", "A file consists of keys with values from its first line to its last."),
    _Saying("comment or line break", "block scalar", "text cannot follow > or | on the same line", "Write >- and begin the text on the next line."),
    _Saying("indentation indicator", "", "text cannot follow > or | on the same line", "Write >- and begin the text on the next line."),
)  # fmt: skip


def explained(error: yaml.YAMLError, text: str) -> Trouble:
    """Return what a YAML error means and where; offsets lie in the text."""
    if not isinstance(error, yaml.MarkedYAMLError):
        offset = getattr(error, "position", 0) or 0
        return Trouble(*_visible(text, offset), "this cannot be read as YAML", "Save the file as UTF-8 text.")
    problem, context = error.problem or "", error.context or ""
    at = _offset(error.problem_mark, text)
    began = _offset(error.context_mark, text) if error.context_mark else at
    if found := _of_indentation(text, at):
        return found
    if (opened := _quotation(text, at)) is not None:
        related = ((opened, "a quotation mark was opened here"),)
        return Trouble(*_visible(text, at), "text after a closing quotation mark", _OPENED, related)
    if at < len(text) and (said := _of_sign(text[at], problem)):
        return Trouble(at, at + 1, *said)
    return _of_line(text, at, problem) or _of_saying(text, at, began, problem, context)


def _of_saying(text: str, at: int, began: int, problem: str, context: str) -> Trouble:
    """Return the trouble that libyaml's own words stand for."""
    for saying in _SAYINGS:
        if saying.problem in problem and saying.context in context:
            if saying.at_context:
                return Trouble(*_visible(text, began), saying.message, saying.hint)
            related = ((began, "opened here"),) if began < at and text[began : began + 1] in "[{" else ()
            hint = _STRAIGHT if related and _is_curly(text[began:at]) else saying.hint
            return Trouble(*_visible(text, at), saying.message, hint, related)
    return Trouble(*_visible(text, at), "this cannot be read as YAML", _LOOK)


def _of_indentation(text: str, at: int) -> Trouble | None:
    """Return the trouble where a line at or shortly above an offset is indented oddly, None where none is."""
    lines = _lines_above(text, at)
    for start, line in lines:
        if odd := _ODD_SPACES.match(line):
            message = f"the indentation has a space that is no ordinary one, U+{ord(odd[1][0]):04X}"
            hint = "Indent the line with ordinary spaces, as many as the lines it belongs with."
            return Trouble(start + odd.start(1), start + odd.end(1), message, hint, misplaced=True)
    keyed = [(start, line, found.end()) for start, line in lines[:_FAR] if (found := _KEY_LINE.match(line))]
    if len(keyed) < _FAR:
        return None
    (_, below), (start, line), (_, above) = lines[:_FAR]
    deep, here, before = map(_indentation, (below, line, above))
    under_key = keyed[2][2] == len(above) and here <= before < deep
    if here < deep and keyed[1][2] < len(line) and (under_key or before == deep):
        message = "this line is indented less than the lines it belongs with"
        return Trouble(start + here, start + keyed[1][2] - 1, message, _INDENT, misplaced=True)
    return None


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _lines_above(text: str, at: int) -> list[tuple[int, str]]:
    """Return the line of an offset and the few above it that are neither empty nor comments, the nearest first."""
    found: list[tuple[int, str]] = []
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    while end >= 0 and len(found) <= _FAR:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].rstrip()
        if line and not line.lstrip().startswith("#"):
            found.append((start, line))
        end = start - 1
    return found


def _quotation(text: str, at: int) -> int | None:
    """Return where a quotation over several lines was opened that ends on the line of an offset, None where none does."""
    line = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    opened = None
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):
            start, end = token.start_mark.index, token.end_mark.index
            if (
                isinstance(token, yaml.ScalarToken)
                and token.style in {"'", '"'}
                and start < line <= end <= at
            ):
                opened = start
    except yaml.YAMLError:
        pass  # the tokens end where the trouble is
    return opened


def _is_curly(text: str) -> bool:
    return "\u201c" in text or "\u201d" in text or "\u2018" in text


def _of_sign(sign: str, problem: str) -> tuple[str, str] | None:
    """Return message and hint where one sign is the trouble, None where it is not."""
    if "cannot start any token" in problem:
        if sign == "\t":
            return "a tab; lines are indented with spaces", "Replace the tab by spaces."
        return f"text cannot begin with {sign}", _QUOTE
    if sign == ":" and ("expected key" in problem or "node content" in problem):
        return "a value without a key", "Write its key before the colon."
    return None


def _of_line(text: str, at: int, problem: str) -> Trouble | None:
    """Return the trouble where what stands before it on its line shows what is meant, None where it does not."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    before = text[start:at]
    if "mapping values" in problem and _is_curly(before):
        return Trouble(*_visible(text, at), "a second colon on one line", _STRAIGHT)
    if "mapping values" in problem and ":" not in before:
        start += len(before) - len(before.lstrip())
        return Trouble(start, at, "this line is indented as if it went on with the text above it", _INDENT)
    if ("expected key" in problem or "<block end>" in problem) and before.rstrip().endswith(("'", '"')):
        return Trouble(*_visible(text, at), "text after a closing quotation mark", _AFTER_QUOTE)
    return None


def _offset(mark: yaml.Mark | None, text: str) -> int:
    """Return a mark's offset: an error's own marks count characters as events do."""
    return min(mark.index, len(text)) if mark else 0


def _visible(text: str, offset: int) -> tuple[int, int]:
    """Return the stretch to underline at an offset: the word there; past the end, the last character of the text."""
    end = len(text.rstrip())
    if offset >= end:
        return max(0, end - 1), end
    found = re.compile(r"[\w'-]+|.").match(text, offset)
    return (offset, found.end()) if found else (offset, min(offset + 1, len(text)))
