"""Many processes at one log: nothing is lost, doubled, refused or read by halves, and a killed one costs only its own."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from peercycle.progress.append import append
from peercycle.workspace.logs import open_log
from tests.progress.made import ids, line, log_of

CHILD = Path(__file__).with_name("child.py")
LONG = "It came by post. " * 400  # several pages of memory: a reader can meet half of it
WRITERS, EACH = 20, 25


def started(log: Path, lines: list[str]) -> subprocess.Popen[str]:
    """Start a program that appends lines, one after the other."""
    command = [sys.executable, str(CHILD), str(log), *lines]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_twenty_processes_record_twenty_five_lines_each_while_others_read(tmp_path: Path) -> None:
    cycle, log = tmp_path / "2026-27.yaml", tmp_path / "2026-27.progress.jsonl"
    expected = [[f"w{writer}-{number}" for number in range(EACH)] for writer in range(WRITERS)]
    running = [started(log, ["wait", *(line(id_, note=LONG) for id_ in ids_)]) for ids_ in expected]
    for each in running:  # all are ready before one begins
        assert each.stdout
        assert each.stdout.readline() == "ready\n"
    for each in running:
        assert each.stdin
        each.stdin.write("\n")
        each.stdin.flush()
    seen: list[list[str]] = []
    while any(each.poll() is None for each in running):
        read = open_log(cycle)
        assert read.diagnostics == []
        seen.append(ids(read).split())
        time.sleep(0.01)
    assert [each.communicate()[0] for each in running] == ["ok\n" * EACH] * WRITERS
    final = ids(open_log(cycle)).split()
    assert sorted(final) == sorted(id_ for ids_ in expected for id_ in ids_)
    assert log.read_text(encoding="utf-8").count("\n") == WRITERS * EACH
    assert len(seen) > 5
    assert all(earlier == final[: len(earlier)] for earlier in seen)


def test_killed_at_random_moments_what_was_acknowledged_stays(tmp_path: Path) -> None:
    drawn = random.Random(20261123)  # noqa: S311 - moments, not secrets
    cycle, log = tmp_path / "2026-27.yaml", tmp_path / "2026-27.progress.jsonl"
    acknowledged: set[str] = set()
    for round_ in range(25):
        child = started(log, [line(f"r{round_}-{number}", note=LONG) for number in range(100)])
        assert child.stdout is not None
        child.stdout.readline()  # it is at work
        time.sleep(drawn.uniform(0, 0.02))
        child.send_signal(signal.SIGKILL)
        said = 1 + child.communicate()[0].count("ok")
        acknowledged |= {f"r{round_}-{number}" for number in range(said)}
        read = open_log(cycle)
        assert acknowledged <= {each.id for each in read.records}
        assert len(read.unread) <= round_ + 1
    append(log, [line("last")])
    assert open_log(cycle).records[-1].id == "last"


def test_a_reader_waits_for_the_writer_rather_than_read_half_a_line(tmp_path: Path) -> None:
    cycle, log = tmp_path / "2026-27.yaml", tmp_path / "2026-27.progress.jsonl"
    append(log, [line("a")])
    half = line("b", note=LONG)
    slow = (
        "import sys, time; from pathlib import Path; from peercycle.progress.locking import alone\n"
        "log, half = Path(sys.argv[1]), sys.argv[2]\n"
        "with alone(log), log.open('a') as file:\n"
        "    file.write(half[:5000]); file.flush(); print('half', flush=True); time.sleep(0.3)\n"
        "    file.write(half[5000:] + '\\n')\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", slow, str(log), half], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "half\n"
    assert [found.message for found in log_of(log.read_bytes()).diagnostics] != []
    read = open_log(cycle)
    assert (ids(read), read.diagnostics) == ("a b", [])
    writer.communicate()
