"""The door of the program: what it loads before a command answers."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Loading these takes longer than the answer; a command that needs one loads it where it is used.
HEAVY = [
    "dateutil",
    "email.message",
    "importlib.metadata",
    "jinja2",
    "markdown_it",
    "rich",
    "ruamel.yaml",
    "socket",
]
SCRIPT = f"""
import atexit, sys
atexit.register(lambda: print("loaded:", *[name for name in {HEAVY} if name in sys.modules], file=sys.stderr))
sys.argv[0] = "peercycle"
from peercycle.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "command",
    [
        ("--version",),
        ("status", "-c", "cycles/2017-18.yaml", "--on", "2017-12-01"),
        ("validate", "cycles/2017-18.yaml"),
    ],
    ids=lambda command: command[0],
)
def test_nothing_heavy_is_loaded_for_it(command: tuple[str, ...]) -> None:
    # measured, the process would load what coverage loads
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout
    assert done.stderr.splitlines()[-1] == "loaded:"


def test_pydantic_still_looks_for_plugins_where_we_say_there_are_none() -> None:
    assert callable(importlib.import_module("pydantic.plugin._loader").get_plugins)
