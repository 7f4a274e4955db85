"""Blocks written as WordprocessingML: real styles of the house, so that whoever restyles the house restyles them all."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import chain, count
from typing import Any, Final

from peercycle.exports.columns import widths
from peercycle.exports.word_house import House
from peercycle.exports.word_parts import legal

Block = dict[str, Any]
Run = dict[str, Any]

HEADINGS: Final = ("Title", "Heading 1", "Heading 2", "Heading 3")
BOXES: Final = {"local-notes": "Local Notes", "sign-off": "Sign-off"}
TO_DO, DONE = "To do:", "Done:"
_W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BOXED: Final = {False: ("0", "\u2610"), True: ("1", "\u2612")}
_RULE: Final = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="B1B4B6"/></w:pBdr>'
_BREAK: Final = "<w:pageBreakBefore/>"
_BOOKMARK: Final = 40
"""The most letters that the name of a bookmark has."""
_ROOM: Final = 4
"""Empty lines in a box that has nothing in it but room to write."""


_ROOM_IN_ROW: Final = '<w:trHeight w:val="640"/>'
"""The height of a row whose last cell is empty: it is there to be written in."""


def text_of(value: str) -> str:
    """Return a text for an XML element, what XML cannot hold shown as a replacement character."""
    return escape(legal(value), quote=False)


def attribute(value: str) -> str:
    """Return a text as the quoted value of an attribute."""
    plain = escape(legal(value))
    return f'"{plain}"'


class Body:
    """The body of one document being written, with the links and the numbered lists it turns out to need."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.links: list[str] = []
        self.restarts: list[int] = []
        self._marks = 0
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._broken = False

    def written(self, blocks: Iterable[Block], style: str = "Normal") -> str:
        """Return blocks as XML; `style` is that of their plain paragraphs."""
        return "".join(part for block in blocks for part in self._block(block, style))

    def _block(self, block: Block, style: str) -> Iterator[str]:
        match block["kind"]:
            case "heading":
                yield self._paragraph(
                    HEADINGS[min(block["level"], len(HEADINGS)) - 1], block["runs"], mark=block.get("id")
                )
            case "paragraph":
                if block.get("role") != "provenance":  # it runs in the footer
                    yield self._paragraph(style, block["runs"], mark=block.get("id"))
            case "list":
                yield from self._list(block, 0)
            case "table":
                yield from self._table(block)
            case "metadata":
                yield from self._particulars(block)
            case "note":
                yield self.written(block["blocks"], "Note")
            case "box":
                yield self._box(block)
            case _:
                yield from self._rule(block)

    def _paragraph(
        self, style: str, runs: Sequence[Run], *, own: str = "", lead: str = "", mark: str | None = None
    ) -> str:
        """Return a paragraph; `own` are properties besides its style, `lead` is XML before its text."""
        before, self._broken = (_BREAK if self._broken else ""), False
        ordered = f"{before}{own}"
        named = f'<w:pStyle w:val="{self.house.styles[style]}"/>' if style != "Normal" else ""
        properties = f"<w:pPr>{named}{ordered}</w:pPr>" if named or ordered else ""
        return f"<w:p>{properties}{self._bookmark(mark)}{lead}{self.runs(runs)}</w:p>"

    def _bookmark(self, name: str | None) -> str:
        if name is None:
            return ""
        self._marks += 1
        return f'<w:bookmarkStart w:id="{self._marks}" w:name={attribute(self._named(name))}/><w:bookmarkEnd w:id="{self._marks}"/>'

    def _named(self, ident: str) -> str:
        """Return the bookmark of an id: Word knows 40 letters of each, and no capitals from small ones."""
        if ident not in self._names:
            ends = chain([""], (f"-{number}" for number in count(2)))
            names = (f"{ident[: _BOOKMARK - len(end)]}{end}" for end in ends)
            self._names[ident] = next(name for name in names if name.casefold() not in self._taken)
            self._taken.add(self._names[ident].casefold())
        return self._names[ident]

    def runs(self, runs: Iterable[Run]) -> str:
        """Return running text."""
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        if "tick" in run:
            return _tick(run["tick"], done=run["done"])
        if "break" in run:
            return "<w:r><w:br/></w:r>"
        look = ("<w:b/>" if run.get("bold") else "") + ("<w:i/>" if run.get("italic") else "")
        link = run.get("link")
        if link is None:
            return _letters(look, run["text"])
        styled = f'<w:rStyle w:val="{self.house.styles["Hyperlink"]}"/>{look}'
        return f"<w:hyperlink {self._target(link)}>{_letters(styled, run['text'])}</w:hyperlink>"

    def _target(self, link: str) -> str:
        if link.startswith("#"):
            return f"w:anchor={attribute(self._named(link[1:]))}"
        if link not in self.links:
            self.links.append(link)
        return f'xmlns:r="{_R}" r:id="link{self.links.index(link) + 1}"'

    def _list(self, block: Block, level: int, *, last: bool = True) -> Iterator[str]:
        """Yield a list; `last` is true of one with which the whole list ends."""
        style, number = (
            ("List Number", self._restart(block["start"]))
            if block["ordered"]
            else ("List Bullet", self.house.bullets)
        )
        numbered = f'<w:numPr><w:ilvl w:val="{min(level, 2)}"/><w:numId w:val="{number}"/></w:numPr>'
        for left, item in zip(range(len(block["items"]) - 1, -1, -1), block["items"], strict=True):
            for position, part in enumerate(item):
                ends = last and not left and position == len(item) - 1
                if part["kind"] == "list":
                    yield from self._list(part, level + 1, last=ends)
                elif part["kind"] != "paragraph":
                    yield self.written([part], "List Continue")
                elif position:
                    yield self._item("List Continue", part, ends=ends)
                elif part["runs"] and "tick" in part["runs"][0]:
                    yield self._item("List Tick", part, ends=ends)
                else:
                    own = numbered if level or block["ordered"] else ""
                    yield self._item(style, part, own, ends=ends)

    def _item(self, style: str, part: Block, own: str = "", *, ends: bool) -> str:
        """Return a paragraph of a list; what follows one that `ends` it keeps the distance of a paragraph."""
        below = self.house.below.get(style) if ends else None
        spaced = "" if below is None else f'<w:spacing w:after="{below}"/>'
        return self._paragraph(style, part["runs"], own=own + spaced)

    def _restart(self, start: int) -> int:
        """Return the number of a list that counts on its own."""
        self.restarts.append(start)
        return self.house.first_free + len(self.restarts) - 1

    def _table(self, block: Block) -> Iterator[str]:
        yield self._paragraph("Caption", block["caption"], mark=block.get("id"))
        columns = block["columns"]
        sizes = widths([column["runs"] for column in columns], block["rows"], self.house.width)
        grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
        caption = attribute("".join(run.get("text", "") for run in block["caption"]))
        properties = (
            f'<w:tblStyle w:val="{self.house.styles["Paper Table"]}"/><w:tblW w:w="{sum(sizes)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={caption}/>'
        )
        aligns = [column["align"] for column in columns]
        head = self._row([column["runs"] for column in columns], sizes, aligns, head=True)
        rows = "".join(self._row(row, sizes, aligns, head=False) for row in block["rows"])
        yield f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
        yield '<w:p><w:pPr><w:spacing w:before="0" w:after="120" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'

    def _row(
        self, cells: Sequence[Sequence[Run]], sizes: Sequence[int], aligns: Sequence[str], *, head: bool
    ) -> str:
        made = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>'
            f"{self._paragraph('Table Text', cell, own=_aligned(align, head=head))}</w:tc>"
            for cell, size, align in zip(cells, sizes, aligns, strict=True)
        )
        room = _ROOM_IN_ROW if not cells[-1] else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{room}{'<w:tblHeader/>' if head else ''}</w:trPr>{made}</w:tr>"

    def _particulars(self, block: Block) -> Iterator[str]:
        for entry in block["entries"]:
            bold = [{**run, "bold": True} for run in entry["term"]]
            lead = f"{self.runs(bold)}<w:r><w:tab/></w:r>"
            for part in entry["blocks"]:
                if part["kind"] == "paragraph":
                    yield self._paragraph("Particulars", part["runs"], lead=lead)
                else:
                    yield self._paragraph("Particulars", [], lead=lead) if lead else ""
                    yield self.written([part])
                lead = "<w:r><w:tab/></w:r>"

    def _box(self, block: Block) -> str:
        style = BOXES[block["name"]]
        inside = self.written(block["blocks"], style)
        if block["name"] != "local-notes":
            return inside
        inside += self._paragraph(style, []) * (1 if inside else 0) + self._paragraph(style, []) * (_ROOM - 1)
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{style}"/><w:tag w:val="{block["name"]}"/></w:sdtPr>'
            f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        )

    def _rule(self, block: Block) -> Iterator[str]:
        if block.get("role") == "page-break":
            self._broken = True
        else:
            yield self._paragraph("Normal", [], own=_RULE)


def _letters(look: str, text: str) -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text_of(text)}</w:t></w:r>'


def _aligned(align: str, *, head: bool) -> str:
    kept = "<w:keepNext/>" if head else ""
    return kept + ('<w:jc w:val="right"/>' if align == "right" else "")


def _tick(name: str, *, done: bool) -> str:
    """Return a tick box that can be clicked, with a word for whoever does not see it."""
    checked, mark = _BOXED[done]
    states = "".join(
        f'<w14:{state} w14:val="{code}" w14:font="MS Gothic"/>'
        for state, code in (("checkedState", "2612"), ("uncheckedState", "2610"))
    )
    font = '<w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr>'
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{(DONE if done else TO_DO)[:-1]}"/><w:tag w:val={attribute(name[:64])}/>'
        f'<w14:checkbox xmlns:w14="{_W14}"><w14:checked w14:val="{checked}"/>{states}</w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r>{font}<w:t>{mark}</w:t></w:r></w:sdtContent></w:sdt>"
        f"<w:r><w:tab/></w:r>{_letters('<w:b/>', DONE if done else TO_DO)}"
    )
