"""Measures the budgets of time and memory: CPU time of whole processes, two commands in turn, the median of their ratios.

`make bench` runs it. What stands between a command and its budget is a ratio, so that a slow machine and a fast one say the same.
The other programs that `validate` is measured against have an environment of their own, .venv/bench.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from large_cycle import large_cycle
from large_log import MADE_UP, large_log

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
OTHERS = ROOT / ".venv" / "bench" / "bin"
CYCLE = str(ROOT / "cycles" / "2017-18.yaml")
PEERCYCLE = str(BIN / "peercycle")
ON = ("--on", "2017-12-01")

IMPORT_TYPER = (sys.executable, "-c", "import typer")
ONE_MODEL = (
    sys.executable,
    "-c",
    "import typer\nfrom pydantic import BaseModel\nclass One(BaseModel):\n    name: str\n    number: int",
)
STATUS = (PEERCYCLE, "status", "-c", CYCLE, *ON)
# The shape of a cycle file for check-jsonschema: far less than `validate` looks at.
SCHEMA = '{"type": "object", "required": ["format", "cycle", "phases"], "properties": {"phases": {"type": "object"}}}'

Command = Sequence[str]


class Run(NamedTuple):
    """What one process took: seconds of CPU time, and MiB of memory at most."""

    cpu: float
    peak: float


def run(command: Command, environment: dict[str, str]) -> Run:
    """Run a command to its end, its output thrown away."""
    child = os.fork()
    if child == 0:
        sink = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(sink, stream)
        os.execvpe(command[0], list(command), environment)
    _, _, used = os.wait4(child, 0)
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def ratio(
    first: Sequence[Command], second: Sequence[Command], times: int, **environment: str
) -> tuple[float, float, float]:
    """Return the median ratio of CPU times, run in turn, with the median seconds of each side."""
    surroundings = {**os.environ, **environment}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    pairs = [
        tuple(sum(run(command, surroundings).cpu for command in side) for side in (first, second))
        for _ in range(times + 1)
    ]
    counted = pairs[1:]  # the first is a warm-up
    ratios = statistics.median(a / b for a, b in counted)
    return ratios, statistics.median(a for a, _ in counted), statistics.median(b for _, b in counted)


def say(what: str, measured: tuple[float, float, float], budget: str) -> None:
    """Print one measured ratio beside its budget."""
    found, first, second = measured
    print(
        f"{what:<58} {found:7.2f} times   keep {budget:<8}  ({first * 1000:.0f} ms, {second * 1000:.0f} ms)"
    )


def start_up(times: int, _: Path) -> None:
    """Measure what a person waits for at every command."""
    say("status, piped, against typer and one model", ratio([STATUS], [ONE_MODEL], times), "≤ 1.2")
    say("status, JSON", ratio([(*STATUS, "--output-format", "json")], [ONE_MODEL], times), "≤ 1.2")
    say("status, in colour", ratio([STATUS], [ONE_MODEL], times, FORCE_COLOR="1", TERM="xterm"), "≤ 1.6")
    say("--help against import typer", ratio([(PEERCYCLE, "--help")], [IMPORT_TYPER], times), "≤ 1.15")
    say("--version", ratio([(PEERCYCLE, "--version")], [IMPORT_TYPER], times), "≤ 1.15")


def documents(times: int, folder: Path) -> None:
    """Measure documents in Markdown and HTML against one status: the checklists, the forums' agendas, and all agendas."""
    for what, kind in (
        ("46 checklists", ["checklist"]),
        ("12 agendas of forums", ["agenda", "forum"]),
        ("all agendas", ["agenda"]),
    ):
        command = anew(
            folder / "out", "render", *kind, "-c", copied(folder, Path(CYCLE)), *ON, "--to", "md,html"
        )
        say(f"{what}, md and html, against status", ratio([command], [STATUS], times), "≤ 1.8")


def copied(folder: Path, cycle: Path) -> str:
    """Return the path of a copy of a cycle, beside which what was published in calendars may be kept."""
    for path in cycle.parent.glob(f"{cycle.stem}.*"):
        (folder / path.name).write_bytes(path.read_bytes())
    return str(folder / cycle.name)


def anew(out: Path, *arguments: str) -> Command:
    """Return a command that writes into a folder that is not there yet."""
    return (
        "sh",
        "-c",
        'out=$1; shift; rm -rf "$out"; exec "$@" --out "$out"',
        "sh",
        str(out),
        PEERCYCLE,
        *arguments,
    )


def pack(times: int, folder: Path) -> None:
    """Measure checklists, agendas and calendars of the made-up cycle against its status: made, and once more unchanged."""
    cycle = copied(folder, MADE_UP)
    status = (PEERCYCLE, "status", "-c", cycle, "--on", "2026-11-23")
    for formats, budget in (("md,html,docx", "≤ 4.5"), ("md,html,docx,pdf", "≤ 9")):
        order = ("render", "checklist,agenda,calendar", "-c", cycle, "--on", "2026-11-23", "--to", formats)
        say(
            f"59 papers and 37 calendars, {formats}",
            ratio([anew(folder / "out", *order)], [status], times),
            budget,
        )
        again = (PEERCYCLE, *order, "--out", str(folder / "out"))
        say("  the same again, nothing changed", ratio([again], [status], times), "≤ 1.3")


def growth(times: int, folder: Path) -> None:
    """Measure how `status` grows with the file, and what it takes of memory."""
    small, large = folder / "1000.yaml", folder / "88000.yaml"
    small.write_text(large_cycle(1_000), encoding="utf-8")
    large.write_text(large_cycle(88_000), encoding="utf-8")
    commands = [(PEERCYCLE, "status", "-c", str(path), "--on", "2026-11-23") for path in (large, small)]
    say(
        "status at 88,000 lines against 1,000", ratio([commands[0]], [commands[1]], max(2, times // 3)), "≤ 6"
    )
    for command, keep in zip(commands, ("≤ 190", "≤ 40"), strict=True):
        print(
            f"{'peak of status, ' + Path(command[3]).stem + ' lines':<58} {run(command, dict(os.environ)).peak:7.0f} MiB keep {keep}"
        )


def log(times: int, folder: Path) -> None:
    """Measure `status` with a long log against the same without one, and what 100,000 records take."""
    paths = {}
    for records in (0, 10_000, 100_000):
        paths[records] = folder / f"with-{records}.yaml"
        paths[records].write_bytes(MADE_UP.read_bytes())
        if records:
            paths[records].with_suffix(".progress.jsonl").write_text(large_log(records), encoding="utf-8")
    commands = {n: (PEERCYCLE, "status", "-c", str(path), "--on", "2026-11-23") for n, path in paths.items()}
    say("status with 10,000 records", ratio([commands[10_000]], [commands[0]], times), "≤ 2")
    used = run(commands[100_000], dict(os.environ))
    print(f"{'status with 100,000 records, seconds':<58} {used.cpu:7.2f}         keep ≤ 10")
    print(f"{'peak of status, 100,000 records':<58} {used.peak:7.0f} MiB keep ≤ 500")


def faults(times: int, folder: Path) -> None:
    """Measure a file with five faults against the clean one."""
    clean, faulty = folder / "clean.yaml", folder / "faulty.yaml"
    text = large_cycle(0)
    clean.write_text(text, encoding="utf-8")
    broken = text.replace("owner: each authority", "owner: each authorty", 3).replace(
        "needs: [", "neds: [", 2
    )
    faulty.write_text(broken, encoding="utf-8")
    commands = [(PEERCYCLE, "validate", str(path)) for path in (faulty, clean)]
    say("validate, five faults against none", ratio([commands[0]], [commands[1]], times), "≤ 1.3")


def others(times: int, folder: Path) -> None:
    """Measure check-jsonschema and then yamllint against `validate`, on the same file."""
    schema = folder / "schema.json"
    schema.write_text(SCHEMA, encoding="utf-8")
    for lines, budget in ((1_000, "≥ 4"), (10_000, "≥ 15"), (88_000, "≥ 40")):
        path = folder / f"{lines}.yaml"
        path.write_text(large_cycle(lines), encoding="utf-8")
        theirs = [
            (str(OTHERS / "check-jsonschema"), "--schemafile", str(schema), str(path)),
            (str(OTHERS / "yamllint"), str(path)),
        ]
        ours = (PEERCYCLE, "validate", str(path))
        say(
            f"the two others against validate, {lines:,} lines",
            ratio(theirs, [ours], max(1, times * 300 // lines)),
            budget,
        )


MEASURES: dict[str, Callable[[int, Path], None]] = {
    "start-up": start_up,
    "documents": documents,
    "pack": pack,
    "growth": growth,
    "log": log,
    "faults": faults,
    "others": others,
}


def main() -> None:
    """Measure what is named on the command line, or everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "measures", nargs="*", choices=[*MEASURES, []], help="what to measure; left out: everything"
    )
    parser.add_argument("-n", type=int, default=10, help="counted runs of each command")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, measure in MEASURES.items():
            if not asked.measures or name in asked.measures:
                measure(asked.n, Path(folder))


if __name__ == "__main__":
    main()
