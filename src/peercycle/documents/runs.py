"""Running text: the words of a paragraph or a cell with what is bold, what is linked, and what can be ticked."""

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from markdown_it.token import Token

Run = dict[str, Any]
LINKS: Final = ("http://", "https://", "mailto:", "#")
_STYLES: Final = {"strong": "bold", "em": "italic"}
_TICKS: Final = {" ": False, "x": True}


class Refused(Exception):
    """Something in a Markdown text that a document cannot hold, with its line counted from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def line_of(token: "Token") -> int:
    """Return the line on which a block begins, counted from 1."""
    return token.map[0] + 1 if token.map else 1


def runs(inline: "Token") -> list[Run]:
    """Return the runs of one stretch of text; raises Refused for links and marks outside the conventions."""
    found: list[Run] = []
    style: dict[str, Any] = {}
    children = inline.children or []
    if not children:
        return [{"text": inline.content}] if inline.content else []
    at = 0
    while at < len(children):
        token = children[at]
        name, _, end = token.type.rpartition("_")
        if token.type in ("text", "text_special", "softbreak"):
            _add(found, " " if token.type == "softbreak" else token.content, style)
        elif token.type == "hardbreak":
            found.append({"break": True})
        elif name in _STYLES:
            style = _without(style, _STYLES[name]) if end == "close" else {**style, _STYLES[name]: True}
        elif name == "link":
            style = _without(style, "link") if end == "close" else {**style, "link": _address(token, inline)}
        elif token.type == "span_open":
            found.append(_tick(children[at : at + 3], inline))
            at += 2
        else:
            raise Refused(f"a document cannot hold this ({token.type})", line_of(inline))
        at += 1
    return found


def _add(found: list[Run], text: str, style: dict[str, Any]) -> None:
    """Add a text to the runs, to the last of them where it looks the same."""
    if (
        found
        and found[-1].keys() - {"text"} == style.keys()
        and all(found[-1][key] == style[key] for key in style)
    ):
        found[-1]["text"] += text
    elif text:
        found.append({"text": text, **style})


def _without(style: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in style.items() if name != key}


def _address(token: "Token", inline: "Token") -> str:
    address = str(token.attrs.get("href", ""))
    if token.attrs.keys() != {"href"} or not address.lower().startswith(LINKS):
        raise Refused(
            f"a link leads to a web page, a mailbox or a heading, not to '{address}'", line_of(inline)
        )
    return address


def _tick(tokens: "list[Token]", inline: "Token") -> Run:
    held = tokens[1].content if len(tokens) == 3 and tokens[1].type == "text" else ""
    if held not in _TICKS or tokens[0].attrs.keys() != {"id"} or tokens[0].meta:
        raise Refused(
            "brackets followed by braces are for ticks: write {{ tick(id, false) }}", line_of(inline)
        )
    return {"tick": str(tokens[0].attrs["id"]), "done": _TICKS[held]}
