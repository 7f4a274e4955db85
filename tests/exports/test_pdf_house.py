"""A coordinator's own house.typ: what it may use, what is refused and in which words, and what stops it."""

import socket
from pathlib import Path

import pytest

from peercycle.documents import limits
from peercycle.documents.templates import Template, TemplateTrouble
from tests.exports.test_pdf import FONTS, exported, opened, structure

OWN = '#let paper = json(bytes(sys.inputs.page))\n#set document(title: paper.title)\n#set text(font: "Atkinson Hyperlegible", lang: "en")\n= #paper.title\n'
TROUBLE = [
    ("#let x = \n", 1, "typst cannot lay this out: expected expression"),
    (OWN + "#paper.titel\n", 5, 'typst cannot lay this out: dictionary does not contain key "titel"'),
    (OWN.replace("Atkinson Hyperlegible", "Comic Neue"), 3, "there is no font 'comic neue' in the folder fonts beside it, and peercycle has none of that name"),
    (OWN + '#read("/etc/passwd")\n', 5, "typst cannot lay this out: file not found"),
    (OWN + '#read("../../etc/passwd")\n', 5, 'typst cannot lay this out: path `"../../etc/passwd"` would escape the project root; cannot access files outside of the project sandbox'),
    (OWN.replace("= #paper.title", "== Two\n\n= One"), 4, "typst cannot lay this out: PDF/UA-1 error: the first heading must be of level 1"),
    (OWN + "#let f(x) = f(x + 1)\n#f(1)\n", 5, "typst cannot lay this out: maximum function call depth exceeded"),
]  # fmt: skip

NO_PACKAGE = (
    "it imports a package, and peercycle has none and fetches none; copy what you need into this file"
)


@pytest.mark.parametrize(
    ("source", "line", "message"), TROUBLE, ids=[message[:60] for *_, message in TROUBLE]
)
def test_what_is_wrong_with_an_own_house_is_told_by_its_line(
    tmp_path: Path, source: str, line: int, message: str
) -> None:
    name = str(tmp_path / "house.typ")
    with pytest.raises(TemplateTrouble) as caught:
        exported("# Title\n", of=Template(name, source, own=True))
    assert (caught.value.name, caught.value.line) == (name, line)
    assert caught.value.message.startswith(message)


LAID = "typst cannot lay this out: "
BESIDE = [
    ("colours.typ", '#import "colours.typ": *\n', "#let a = 1\n#let b = nope\n", (2, f"{LAID}unknown variable: nope")),
    ("parts/in.typ", '#import "parts/in.typ": f\n#f(1)\n', "\n\n#let f(x) = x.foo\n", (3, f"{LAID}cannot access fields on type integer")),
    ("parts/in.typ", '#import "parts/in.typ": f\n#f(1)\n', '#let f(x) = panic("a.typ:9:9")\n', (1, f"{LAID}panicked with: a.typ:9:9")),
    ("in.typ", '#import "in.typ": *\n', '#set text(font: "Comic Neue")\nx\n', (1, "there is no font 'comic neue' in the folder fonts beside it, and peercycle has none of that name")),
]  # fmt: skip


@pytest.mark.parametrize("beneath", [".", "here"], ids=["from within", "from elsewhere"])
def test_what_is_wrong_with_a_file_that_an_own_house_imports_is_told_by_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beneath: str
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "templates" / "parts").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / beneath)
    folder = Path("..", "templates") if beneath == "here" else Path("templates")
    for file, source, beside, expected in BESIDE:
        (folder / file).write_text(beside, encoding="utf-8")
        with pytest.raises(TemplateTrouble) as caught:
            exported("# Title\n", of=Template(str(folder / "house.typ"), OWN + source, own=True))
        assert caught.value.name == str(folder / file)
        assert (caught.value.line, caught.value.message) == expected


def test_an_own_house_may_use_a_picture_and_a_font_beside_it(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    )
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Own.ttf").write_bytes(FONTS[-1].read_bytes())
    source = OWN + '#image("logo.svg", alt: "Logo")\n'
    (made,) = exported("# Title\n", of=Template(str(tmp_path / "house.typ"), source, own=True))
    assert structure(opened(made)) == ["H1", "Figure"]


DAMAGED = [b"", b"no font at all", b"\0\1\0\0\0\1" + b"\0" * 20, FONTS[-1].read_bytes()[:400]]


@pytest.mark.parametrize("content", DAMAGED, ids=["empty", "text", "no table", "cut off"])
def test_a_damaged_font_beside_an_own_house_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "fonts").mkdir()
    font = tmp_path / "fonts" / "Own.ttf"
    font.write_bytes(content)
    with pytest.raises(TemplateTrouble) as caught:
        exported("# Title\n", of=Template(str(tmp_path / "house.typ"), OWN, own=True))
    assert str(caught.value) == f"{font}: this is no font, or it is damaged"


def test_an_own_house_that_does_not_end_is_stopped(tmp_path: Path) -> None:
    source = OWN + "#let n = 0\n#while true { n += 1; if n < 0 { break } }\n"
    with pytest.raises(TemplateTrouble, match="typst cannot lay this out: loop seems to be infinite"):
        exported("# Title\n", of=Template(str(tmp_path / "house.typ"), source, own=True))


def test_an_own_house_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 1)
    loop = "#let f(k) = { for i in range(10000) { for j in range(10000) { k += 1 } }; k }\n#f(1)\n"
    with pytest.raises(TemplateTrouble, match="did not come to an end within 5 seconds"):
        exported("# Title\n", of=Template(str(tmp_path / "house.typ"), OWN + loop, own=True))


def test_an_own_house_that_takes_all_memory_is_stopped(tmp_path: Path) -> None:
    source = OWN + "#let grow = range(20000000).map(n => str(n) + paper.title * 20)\n#grow.len()\n"
    with pytest.raises(TemplateTrouble, match="took more than 512 MiB of memory"):
        exported("# Title\n", of=Template(str(tmp_path / "house.typ"), source, own=True))


@pytest.mark.parametrize("setting", ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy"])
def test_no_package_is_fetched_whatever_proxy_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    source = '#import "@preview/cetz:0.3.1"\n' + OWN
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        monkeypatch.setenv(setting, "*" if setting == "no_proxy" else address)
        monkeypatch.setenv("http_proxy", address)
        with pytest.raises(TemplateTrouble) as caught:
            exported("# Title\n", of=Template(str(tmp_path / "house.typ"), source, own=True))
        proxy.setblocking(False)  # noqa: FBT003 - socket takes it by its place
        with pytest.raises(BlockingIOError):
            proxy.accept()
    assert (caught.value.line, caught.value.message) == (1, NO_PACKAGE)


@pytest.mark.parametrize(("setting", "space"), [("XDG_CACHE_HOME", "preview"), ("XDG_DATA_HOME", "local")])
def test_no_package_that_the_machine_has_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, space: str
) -> None:
    package = tmp_path / "typst" / "packages" / space / "own" / "1.0.0"
    package.mkdir(parents=True)
    (package / "typst.toml").write_text(
        '[package]\nname = "own"\nversion = "1.0.0"\nentrypoint = "own.typ"\n'
    )
    (package / "own.typ").write_text("#let said = [From elsewhere]\n")
    monkeypatch.setenv(setting, str(tmp_path))
    (tmp_path / "templates").mkdir()
    source = f'#import "@{space}/own:1.0.0": said\n{OWN}#said\n'
    with pytest.raises(TemplateTrouble) as caught:
        exported("# Title\n", of=Template(str(tmp_path / "templates" / "house.typ"), source, own=True))
    assert (caught.value.line, caught.value.message) == (1, NO_PACKAGE)
