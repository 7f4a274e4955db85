"""Where the answer goes: encodings without dashes, a closed pipe, a full disk, nobody listening."""

import codecs
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from peercycle.cli import app, streams
from peercycle.cli.ending import Ending
from tests.cli.conftest import REAL, ROOT, Call

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
COMMAND = f'"{sys.executable}" -m peercycle'


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["/bin/bash", "-c", command.replace("peercycle", COMMAND, 1)],
        cwd=ROOT, capture_output=True, check=False, timeout=60, env={**os.environ, **environment},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a \u2013 b \u2014 c", "a - b - c"),
        ("cut …", "cut ..."),
        ("\u2018a\u2019 \u201cb\u201d", "'a' \"b\""),
        ("Café Ærø Łódź", "Cafe AEro Lodz"),
        ("\u2611 done", "[x] done"),
        ("漢", "?"),
        ("\udcff", "?"),
    ],
)
def test_plain_characters_where_the_encoding_has_no_others(text: str, plain: str) -> None:
    codecs.register_error(streams.PLAIN, streams.plainer)
    assert text.encode("ascii", errors=streams.PLAIN) == plain.encode()


def test_an_encoding_keeps_what_it_has() -> None:
    codecs.register_error(streams.PLAIN, streams.plainer)
    assert "Café \u2013 漢".encode("cp1252", errors=streams.PLAIN) == b"Caf\xe9 \x96 ?"


def test_only_writing_falls_back() -> None:
    with pytest.raises(UnicodeDecodeError):
        streams.plainer(UnicodeDecodeError("ascii", b"\xff", 0, 1, "no"))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_of_another_encoding(encoding: str, tmp_path: Path) -> None:
    text = (ROOT / REAL).read_text(encoding="utf-8").replace("name: Bolton,", "name: Bôlton \u2013 west,")
    path = tmp_path / "odd.yaml"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "peercycle", "status", "-c", str(path), "--on", "2017-12-01", "--for", "bolton"],
        capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": encoding}, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    name = {"ascii": "Bolton - west", "cp1252": "Bôlton \u2013 west", "utf-8": "Bôlton \u2013 west"}[encoding]
    assert done.stdout.startswith(name.encode(encoding))


@POSIX
@pytest.mark.parametrize(
    "arguments", ["status --on 2017-12-01", "status --output-format json --on 2017-12-01", "--help"]
)
def test_a_full_disk(arguments: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    done = shell(f"peercycle -c {REAL} {arguments} >/dev/full")
    assert done.returncode == 2
    assert done.stderr == b"peercycle: the answer cannot be written (no space left on device)\n"


@POSIX
def test_a_closed_output() -> None:
    done = shell(f"peercycle status -c {REAL} >&-")
    assert done.returncode == 2
    assert done.stderr == b"peercycle: there is nowhere to write the answer: the standard output is closed\n"
    assert shell(f"peercycle status -c {REAL} --on 2017-12-01 2>&-").returncode == 0
    assert shell("peercycle nonsense >&- 2>&-").returncode == 2


@POSIX
@pytest.mark.parametrize("colour", ["", "1"])
@pytest.mark.parametrize(
    "arguments", ["status", "status --output-format json", "timeline", "explain unknown-key"]
)
def test_head_is_no_error(arguments: str, colour: str) -> None:
    given = arguments if "explain" in arguments else f"{arguments} -c {REAL}"
    done = shell(f"peercycle {given} | head -n 1 >/dev/null; exit ${{PIPESTATUS[0]}}", FORCE_COLOR=colour)
    assert (done.returncode, done.stderr) == (0, b"")


class Broken(io.StringIO):
    """A stream that cannot be written to."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, text: str) -> int:  # noqa: ARG002
        raise self.error

    def flush(self) -> None:
        raise self.error


@pytest.mark.parametrize(
    "arguments", [("--version",), ("status", "-c", REAL), ("status", "-c", REAL, "--output-format", "json")]
)
def test_how_a_run_ends_that_cannot_write(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "stdout", Broken(BrokenPipeError()))
    assert app.run(arguments) == 0
    monkeypatch.setattr(sys, "stdout", Broken(OSError(28, "No space left on device")))
    assert app.run(arguments) == 2
    assert "peercycle: the answer cannot be written (no space left on device)" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdout", None)
    assert app.run(arguments) == 2


def test_a_stderr_that_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Broken(BrokenPipeError()))
    Ending(2, "nobody hears this").show()
    monkeypatch.setattr(sys, "stderr", None)
    streams.ready()
    assert sys.stderr is not None
    sys.stderr.close()


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "_called", interrupted)
    assert call("status") == (130, "", "")


def test_a_defect_is_a_sentence(monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    def defective(*_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(app, "_called", defective)
    assert call("status") == (
        3,
        "",
        (
            "peercycle: this is a defect in peercycle itself, not in your file (ZeroDivisionError).\n"
            "Set PEERCYCLE_TRACEBACK=1 and run it again to see where.\n"
        ),
    )
    monkeypatch.setenv("PEERCYCLE_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        call("status")
