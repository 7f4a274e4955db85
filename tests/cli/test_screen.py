"""Lines on a screen: width, colour, wrapping, and nothing raw."""

import io
import sys

import pytest

from peercycle.cli.screen import beside, coloured, flow, put, width, wrap


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "terminal", "pipe"),
    [
        ({"TERM": "xterm"}, True, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True, False),
        ({"TERM": "xterm", "FORCE_COLOR": "1"}, True, True),
        ({"TERM": "xterm", "FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        ({"TERM": "dumb"}, False, False),
    ],
)
def test_colour_only_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], *, terminal: bool, pipe: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert coloured(Terminal()) is terminal
    assert coloured(io.StringIO()) is pipe


@pytest.mark.parametrize(
    ("columns", "wide"),
    [("80", 80), ("10", 40), ("500", 120), ("0", 100), ("-3", 100), ("many", 100), ("", 100)],
)
def test_the_width_of_a_pipe(monkeypatch: pytest.MonkeyPatch, columns: str, wide: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width(io.StringIO()) == wide


@pytest.mark.parametrize("terminal", [True, False])
def test_nothing_raw_gets_out(monkeypatch: pytest.MonkeyPatch, *, terminal: bool) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream: io.StringIO = Terminal() if terminal else io.StringIO()
    put([[("\x1b[31m[bold]\u202e:smile:\x07", "bold"), ("\u200b", "")], [("a\nb", "")]], stream)
    out = stream.getvalue()
    for raw in ("\x1b[31m", "\u202e", "\x07", "\u200b"):
        assert raw not in out
    assert r"\x1b[31m[bold]\u202e:smile:\x07" in out
    assert ("\x1b[1m" in out) is terminal
    assert out.endswith("a b\n")


def test_stdout_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    put([[("a  ", "")], []])
    sys.stdout.flush()
    assert capsys.readouterr().out == "a\n\n"


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("a b c", 3, ["a b", "c"]),
        ("abcdef gh", 3, ["abcdef", "gh"]),
        ("  a   b ", 80, ["a b"]),
        ("", 10, [""]),
    ],
)
def test_wrap(text: str, room: int, lines: list[str]) -> None:
    assert wrap(text, room) == lines


def plain(lines: list[list[tuple[str, str]]]) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


def test_a_label_with_its_text_beside_it() -> None:
    assert plain([list(line) for line in beside("label", "one two three", 2, 10, 40)]) == [
        "  label   one two three"
    ]
    long = beside("a long label", "one two", 2, 10, 40)
    assert plain([list(line) for line in long]) == ["  a long label", "          one two"]


def test_a_narrow_screen_puts_the_text_below() -> None:
    found = beside("Friday 1 December 2017", "one two", 2, 36, 40)
    assert plain([list(line) for line in found]) == ["  Friday 1 December 2017", "    one two"]


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        (80, [[("one", "bold"), (": two ", ""), ("three", "late")]]),
        (9, [[("one", "bold"), (": two", "")], [("three", "late")]]),
        (4, [[("one", "bold"), (":", "")], [("two", "")], [("three", "late")]]),
    ],
)
def test_a_styled_line_flows(columns: int, lines: list[list[tuple[str, str]]]) -> None:
    found = flow([("one", "bold"), (": two ", ""), ("three", "late")], columns)
    assert [list(line) for line in found] == lines
