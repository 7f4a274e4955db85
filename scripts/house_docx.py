"""Write templates/house.docx: page, styles, numbering, header and footer of the Word papers, and nothing else.

It is written out part by part so that it stays small and the same; a workspace restyles a copy of it in Word.
"""

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TARGET = Path(__file__).parents[1] / "templates" / "house.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
BLACK, GREY, LIGHT, BLUE = "0B0C0C", "505A5F", "B1B4B6", "1A5690"


def border(side: str, size: int, colour: str, space: int = 1) -> str:
    """Return one side of a border; `size` in eighths of a point, `space` in points."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def box(colour: str) -> str:
    """Return a border all round."""
    return (
        "<w:pBdr>"
        + "".join(border(side, 6, colour, 6) for side in ("top", "left", "bottom", "right"))
        + "</w:pBdr>"
    )


def spacing(before: int, after: int) -> str:
    """Return the space above and below a paragraph, in twentieths of a point."""
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def indent(left: int, hanging: int = 0) -> str:
    """Return an indent, in twentieths of a point."""
    return (
        f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'
        if hanging
        else f'<w:ind w:left="{left}" w:right="{left}"/>'
    )


def numbered(number: int) -> str:
    """Return that a style is a list's."""
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def size(half_points: int, colour: str = "", *, bold: bool = False) -> str:
    """Return the look of letters."""
    weight, tint = "<w:b/>" if bold else "", f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{weight}{tint}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


KEPT = "<w:keepNext/><w:keepLines/>"
PARTICULARS = (
    f"<w:pBdr>{border('bottom', 4, LIGHT, 3)}{border('between', 4, LIGHT, 3)}</w:pBdr>"
    f'<w:tabs><w:tab w:val="left" w:pos="1985"/></w:tabs>{spacing(0, 160)}{indent(1985, 1985)}<w:contextualSpacing/>'
)
PARAGRAPHS = (
    # name, base, next, paragraph, letters
    ("Normal", "", "", spacing(0, 120), ""),
    ("Title", "Normal", "Normal", f"{KEPT}{spacing(0, 200)}", size(40, bold=True)),
    ("heading 1", "Normal", "Normal", f'{KEPT}{spacing(280, 80)}<w:outlineLvl w:val="0"/>', size(28, bold=True)),
    ("heading 2", "Normal", "Normal", f'{KEPT}{spacing(200, 60)}<w:outlineLvl w:val="1"/>', size(24, bold=True)),
    ("heading 3", "Normal", "Normal", f'{KEPT}{spacing(160, 60)}<w:outlineLvl w:val="2"/>', size(22, bold=True)),
    ("List Bullet", "Normal", "", f"{numbered(1)}{spacing(0, 60)}", ""),
    ("List Number", "Normal", "", f"{numbered(2)}{spacing(0, 60)}", ""),
    ("List Continue", "Normal", "", f"{spacing(0, 60)}{indent(425)}", ""),
    ("List Tick", "Normal", "", f"<w:keepLines/>{spacing(0, 100)}{indent(425, 425)}", ""),
    ("Particulars", "Normal", "", PARTICULARS, ""),
    ("Table Text", "Normal", "", spacing(40, 40), size(20)),
    ("caption", "Normal", "Normal", f"{KEPT}{spacing(160, 80)}", size(21, bold=True)),
    ("Note", "Normal", "", f'<w:pBdr>{border("left", 36, GREY, 8)}</w:pBdr>{spacing(0, 120)}{indent(227)}', ""),
    ("Local Notes", "Normal", "", f"{box(GREY)}{indent(142)}", ""),
    ("Sign-off", "Normal", "", f"{box(GREY)}{indent(142)}", ""),
    ("header", "Normal", "", spacing(0, 0), size(16, GREY)),
    ("footer", "Normal", "", f"{spacing(120, 0)}<w:contextualSpacing/>", size(16, GREY)),
)  # fmt: skip
TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="142" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="PaperTable"><w:name w:val="Paper Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
    f"{border('bottom', 4, LIGHT, 0)}{border('insideH', 4, LIGHT, 0)}</w:tblBorders></w:tblPr>"
    f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>{border("bottom", 12, BLACK, 0)}'
    "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="{BLUE}"/><w:u w:val="single"/></w:rPr></w:style>'
)
BUILT_IN = ("Normal", "Title", "heading", "List", "caption", "header", "footer")


def ident(name: str) -> str:
    """Return the id of a style."""
    return "".join(word[:1].upper() + word[1:] for word in name.replace("-", " ").split())


def style(name: str, base: str, following: str, paragraph: str, letters: str) -> str:
    """Return a paragraph style."""
    custom = "" if name.startswith(BUILT_IN) and name != "List Tick" else ' w:customStyle="1"'
    default = ' w:default="1"' if name == "Normal" else ""
    parts = [f'<w:name w:val="{name}"/>']
    parts += [f'<w:basedOn w:val="{ident(base)}"/>'] if base else []
    parts += [f'<w:next w:val="{ident(following)}"/>'] if following else []
    parts += ["<w:qFormat/>", f"<w:pPr>{paragraph}</w:pPr>"]
    parts += [f"<w:rPr>{letters}</w:rPr>"] if letters else []
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{ident(name)}">{"".join(parts)}</w:style>'
    )


def styles() -> str:
    """Return word/styles.xml."""
    font = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{font}<w:color w:val="{BLACK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    return f"{HEAD}<w:styles {W}>{defaults}{''.join(style(*each) for each in PARAGRAPHS)}{TABLE}</w:styles>"


def numbering() -> str:
    """Return word/numbering.xml: bullets and figures, three levels of each."""
    lists = []
    for number, kind, marks in ((0, "bullet", "\u2022\u2013\u2022"), (1, "decimal", "123")):
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{mark if kind == "bullet" else f"%{level + 1}."}"/><w:lvlJc w:val="left"/>'
            f"<w:pPr>{indent(425 * (level + 1), 425)}</w:pPr></w:lvl>"
            for level, mark in enumerate(marks)
        )
        lists.append(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
    used = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (0, 1))
    return f"{HEAD}<w:numbering {W}>{''.join(lists)}{used}</w:numbering>"


def field(name: str) -> str:
    """Return a field that Word works out, such as the number of the page."""
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>{separate}<w:r><w:t>1</w:t></w:r>{end}'


def words(text: str) -> str:
    """Return a run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def parts() -> dict[str, str]:
    """Return every part of the package by its name."""
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings",
             "header1": "header", "footer1": "footer"}  # fmt: skip
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATION}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for number, name in enumerate([name for name in kinds if name != "document"], 1)
    )
    page = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1020" w:right="1134" w:bottom="1020" w:left="1134" '
        'w:header="454" w:footer="454" w:gutter="0"/></w:sectPr>'
    )
    count = f"{words('Page ')}{field('PAGE')}{words(' of ')}{field('NUMPAGES')}"
    footer = (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{words("{running}")}</w:p>'
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>{count}</w:p>'
    )
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>en-GB</dc:language></cp:coreProperties>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        "word/document.xml": f"{HEAD}<w:document {W} {R}><w:body>{page}</w:body></w:document>",
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": f'{HEAD}<w:settings {W}><w:themeFontLang w:val="en-GB"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
        "word/header1.xml": f'{HEAD}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>',
        "word/footer1.xml": f"{HEAD}<w:ftr {W}>{footer}</w:ftr>",
    }


def package() -> bytes:
    """Return the file, the same each time."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as packed:
        for name, text in parts().items():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            packed.writestr(entry, text)
    return buffer.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(package())
    sys.stdout.write(f"{TARGET.name}: {TARGET.stat().st_size} bytes\n")
