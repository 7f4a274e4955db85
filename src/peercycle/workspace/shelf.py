"""A folder of documents with a list of what was made there: what somebody changed since is not written over.

The list is `.peercycle.json`: the SHA-256 of each file as it was made, and for each run what it was made from.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from peercycle.workspace.files import read, write

LIST: Final = ".peercycle.json"
LARGEST: Final = 64 * 1024 * 1024

Outcome = Literal["written", "unchanged", "kept"]


class Shelf:
    """One folder of documents; a list that is missing or damaged holds nothing, so that every file is somebody's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        held = _held(folder / LIST)
        self._made: dict[str, str] = _texts(held.get("made"))
        self._runs: dict[str, str] = _texts(held.get("runs"))

    def put(self, name: str, content: bytes, *, force: bool) -> Outcome:
        """Write a document under a name with `/` between its folders; raises FileTrouble.

        A file that is not as it was made here is kept, unless by `force`; one that would stay the same is not touched.
        """
        target = self.folder / name
        new = sha256(content).hexdigest()
        if target.is_file():
            old = sha256(read(target, LARGEST, "a document")).hexdigest()
            if old == new:
                self._made[name] = new
                return "unchanged"
            if old != self._made.get(name) and not force:
                return "kept"
        write(target.parent, target.name, content)
        self._made[name] = new
        return "written"

    def fresh(self, run: str, inputs: str) -> int:
        """Return how many documents a run left here from these very inputs, 0 where any of them is not as it was made."""
        before, _, names = self._runs.get(run, "").partition("\n")
        if before != inputs:
            return 0
        listed = names.split("\n")
        return len(listed) if all(self._as_made(name) for name in listed) else 0

    def _as_made(self, name: str) -> bool:
        target = self.folder / name
        return target.is_file() and sha256(target.read_bytes()).hexdigest() == self._made.get(name)

    def gone(self, run: str, names: Sequence[str]) -> list[str]:
        """Return the documents of the last such run that are here still and that this one no longer makes."""
        _, _, before = self._runs.get(run, "").partition("\n")
        return [
            name
            for name in before.split("\n")
            if name and name not in names and (self.folder / name).is_file()
        ]

    def close(self, run: str, inputs: str, names: Sequence[str]) -> None:
        """Write the list, with what this run made of which inputs; raises FileTrouble."""
        self._runs[run] = "\n".join([inputs, *names])
        held = {"made": dict(sorted(self._made.items())), "runs": dict(sorted(self._runs.items()))}
        write(self.folder, LIST, (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode())


def _held(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _texts(value: object) -> dict[str, str]:
    items = value.items() if isinstance(value, dict) else ()
    return {str(key): text for key, text in items if isinstance(text, str)}
