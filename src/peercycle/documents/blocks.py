"""Markdown read into blocks: headings, paragraphs, lists, tables and ticks as plain data, for every house alike.

A block is a mapping with its `kind`; running text is a list of runs such as `{"text": "by Friday", "bold": True}` and
`{"tick": "send", "done": False}`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from peercycle.documents.markdown import parse
from peercycle.documents.runs import Refused, line_of, runs

if TYPE_CHECKING:
    from markdown_it.token import Token

Block = dict[str, Any]

ROLES: Final = ("caption", "provenance")
"""What a paragraph can be by a line such as `{.caption}` above it."""
BOXES: Final = ("local-notes", "sign-off")
_ATTRIBUTES: Final = re.compile(r"^ *\{[.=\w -]+\} *\n", re.MULTILINE | re.ASCII)
_TICK_ID: Final = re.compile(r"(\[[ x]\])\{id=[\w-]+\}", re.ASCII)
_BOX: Final = re.compile(r"^::: *[\w-]*\n", re.MULTILINE | re.ASCII)
_GAPS: Final = re.compile(r"\n{3,}")


def plain_markdown(markdown: str) -> str:
    """Return Markdown for a person to read: without the ids, classes and edges of boxes that only a house needs."""
    bare = _TICK_ID.sub(r"\1", _BOX.sub("", _ATTRIBUTES.sub("", markdown)))
    return _GAPS.sub("\n\n", bare).strip() + "\n"


def read_blocks(markdown: str) -> list[Block]:
    """Return the blocks of a document; raises Refused with the line of what is not in the conventions."""
    reader = Reader(parse(markdown))
    blocks = reader.until("")
    _check_headings(reader.headings)
    for goal, line in reader.goals:
        if goal not in reader.ids:
            raise Refused(f"this link leads to #{goal}, and nothing here has that id", line)
    return blocks


def parts(blocks: list[Block]) -> tuple[list[dict[str, Any]], list[Block]]:
    """Return the runs of a document's title, and its body, without the lines that stand on every page."""
    title = next(block for block in blocks if block.get("level") == 1)
    return title["runs"], [
        block for block in blocks if block is not title and block.get("role") != "provenance"
    ]


def _check_headings(headings: list[tuple[int, int]]) -> None:
    if not headings or headings[0][0] != 1:
        raise Refused(
            "the first heading has to be the title, # and a space", headings[0][1] if headings else 1
        )
    for (before, _), (level, line) in pairwise(headings):
        if level == 1:
            raise Refused("there is a second title; write ## for a heading", line)
        if level > before + 1:
            raise Refused(f"this heading skips a level; write {'#' * (before + 1)}", line)


class Reader:
    """The tokens of one document, read from first to last."""

    def __init__(self, tokens: "list[Token]") -> None:
        self.tokens = tokens
        self.at = 0
        self.ids: set[str] = set()
        self.goals: list[tuple[str, int]] = []
        self.tables = 0
        self.captioned = 0
        self.headings: list[tuple[int, int]] = []

    def until(self, end: str) -> list[Block]:
        """Return the blocks up to a closing token, which is taken too; "" for the end of the document."""
        blocks: list[Block] = []
        while self.at < len(self.tokens):
            token = self._next()
            if token.type == end:
                break
            block = self._block(token)
            self._caption(blocks, block, line_of(token))
            blocks.append(block)
        if blocks and blocks[-1].get("role") == "caption":
            raise Refused("a caption has to stand directly before a table", self.captioned)
        return blocks

    def _caption(self, before: list[Block], block: Block, line: int) -> None:
        """Move a caption into the table it stands before; a table without one is refused."""
        captioned = bool(before) and before[-1].get("role") == "caption"
        if block["kind"] == "table":
            if not captioned:
                raise Refused("a table needs a caption: {.caption} above the paragraph before it", line)
            block["caption"] = before.pop()["runs"]
        elif captioned:
            raise Refused("a caption has to stand directly before a table", self.captioned)

    def _next(self) -> "Token":
        token = self.tokens[self.at]
        self.at += 1
        return token

    def _block(self, token: "Token") -> Block:
        kind = token.type.removesuffix("_open")
        roles = {"paragraph": ROLES, "hr": ("page-break",)}.get(kind, ())
        marks = self._marks(token, roles)
        match kind:
            case "heading":
                level = int(token.tag[1:])
                self.headings.append((level, line_of(token)))
                found = {"kind": "heading", "level": level, "runs": self._text("heading_close")}
            case "paragraph":
                self.captioned = line_of(token) if marks.get("role") == "caption" else self.captioned
                found = {"kind": "paragraph", "runs": self._text("paragraph_close")}
            case "bullet_list" | "ordered_list":
                items = list(self._items("list_item", f"{kind}_close"))
                start = token.attrs.get("start", 1)
                found = {"kind": "list", "ordered": kind == "ordered_list", "start": start, "items": items}
            case "table":
                self.tables += 1
                found = {"kind": "table", "number": self.tables, **self._table(line_of(token))}
            case "dl":
                found = {"kind": "metadata", "entries": self._entries()}
            case "blockquote":
                found = {"kind": "note", "blocks": self.until("blockquote_close")}
            case "container_box":
                name = self._box(token)
                found = {"kind": "box", "name": name, "blocks": self.until("container_box_close")}
            case "hr":
                found = {"kind": "rule"}
            case _:
                raise Refused(f"a document cannot hold this ({kind.replace('_', ' ')})", line_of(token))
        return found | marks

    def _marks(self, token: "Token", roles: tuple[str, ...]) -> dict[str, str]:
        """Return the id and the role that a line in braces gives to a block; raises Refused for any other."""
        marks = {}
        for key, value in (token.attrs | token.meta.get("insecure_attrs", {})).items():
            if key == "id":
                marks["id"] = self._new_id(str(value), line_of(token))
            elif key == "class" and value in roles:
                marks["role"] = str(value)
            elif (token.type, key) != ("ordered_list_open", "start"):
                raise Refused(f"{{{key}={value}}} means nothing here", line_of(token))
        return marks

    def _new_id(self, ident: str, line: int) -> str:
        if ident in self.ids:
            raise Refused(f"the id '{ident}' stands here a second time", line)
        self.ids.add(ident)
        return ident

    def _text(self, end: str) -> list[dict[str, Any]]:
        found = self._inline(self._next())
        assert self._next().type == end  # noqa: S101 - markdown-it closes what it opens
        return found

    def _inline(self, token: "Token") -> list[dict[str, Any]]:
        found = runs(token)
        for run in found:
            if "tick" in run:
                self._new_id(run["tick"], line_of(token))
            elif run.get("link", "").startswith("#"):
                self.goals.append((run["link"][1:], line_of(token)))
        return found

    def _items(self, name: str, end: str) -> Iterator[list[Block]]:
        while (token := self._next()).type != end:
            self._marks(token, ())
            yield self.until(f"{name}_close")

    def _table(self, line: int) -> Block:
        rows: list[list[list[dict[str, Any]]]] = []
        aligns: list[str] = []
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                if token.type == "th_open":
                    aligns.append(str(token.attrs.get("style", "text-align:left")).partition(":")[2])
                rows[-1].append(self._inline(self._next()))
        columns = [{"align": align, "runs": cell} for align, cell in zip(aligns, rows[0], strict=True)]
        if not all(column["runs"] for column in columns):
            raise Refused("every column of a table needs a heading", line)
        return {"columns": columns, "rows": rows[1:]}

    def _entries(self) -> list[Block]:
        entries: list[Block] = []
        while (token := self._next()).type != "dl_close":
            if token.type == "dt_open":
                entries.append({"term": self._text("dt_close"), "blocks": []})
            else:
                entries[-1]["blocks"] += self.until("dd_close")
        return entries

    def _box(self, token: "Token") -> str:
        name = token.info.strip()
        if name not in BOXES:
            raise Refused(f"there is no box called '{name}'; there is {' and '.join(BOXES)}", line_of(token))
        return name


__all__ = ["Block", "Refused", "plain_markdown", "read_blocks"]
