"""A folder of documents with a list of what was made there: what somebody changed since is not written over.

The list is `.peercycle.json`: the SHA-256 of each file as it was last made, a hash of what it says, and for each run what it
made of what.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from peercycle.workspace.files import FileTrouble, expect_folder, read, write

LIST: Final = ".peercycle.json"
LARGEST: Final = 64 * 1024 * 1024
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})

Outcome = Literal["written", "unchanged", "kept"]


class Run(NamedTuple):
    """What one run left: the hash of what it was made from, and of each file as it made it.

    `gone` are the files that runs before it made and it no longer does, as long as they are there.
    """

    inputs: str
    files: Mapping[str, str]
    gone: Sequence[str] = ()


class Shelf:
    """One folder of documents; a list that is missing or damaged holds nothing, so that every file is somebody's.

    Raises FileTrouble where a file stands in the folder's place.
    """

    def __init__(self, folder: Path) -> None:
        expect_folder(folder)
        self.folder = folder
        held = _held(folder / LIST)
        self._made = _texts(held.get("made"))
        self._says = _texts(held.get("says"))
        self._runs = dict(_runs(held.get("runs")))

    def fill(
        self, documents: Iterable[tuple[str, bytes]], *, force: bool, says: Mapping[str, str] = _NOTHING
    ) -> dict[str, Outcome]:
        """Write documents, each with a name that has `/` between its folders, and the list; raises FileTrouble.

        `says` holds for each name a hash of what the document says, the same in every format, where there is one.
        A file that is not as it was made here is kept, unless by `force`; one that would stay the same is not touched.
        Of what fails midway the list knows what was written before, if it can be written at all. Nothing is written where a folder is a link to elsewhere.
        """
        outcomes: dict[str, Outcome] = {}
        held = list(documents)
        if not held:
            return outcomes
        self._stay_inside(name for name, _ in held)
        try:
            for name, content in held:
                outcomes[name] = self._put(name, content, force=force)
                if name in says and outcomes[name] != "kept":
                    self._says[name] = says[name]
        except BaseException:
            with suppress(FileTrouble):  # what went wrong first is to be told
                self._keep()
            raise
        self._keep()
        return outcomes

    def _stay_inside(self, names: Iterable[str]) -> None:
        """Raise FileTrouble for a link that would take documents out of the folder, which alone is said to be written to."""
        whole = self.folder.resolve()
        for each in dict.fromkeys(folder for name in names for folder in reversed(PurePath(name).parents)):
            if not (self.folder / each).resolve().is_relative_to(whole):
                raise FileTrouble(
                    f"{self.folder / each}: this is a link to a folder outside {self.folder}; no document was written. "
                    "Remove it, or name the other folder with --out"
                )

    def _put(self, name: str, content: bytes, *, force: bool) -> Outcome:
        target = self.folder / name
        new = sha256(content).hexdigest()
        if target.is_file():
            old = self._on_disk(name)
            if old == new:
                self._made[name] = new
                return "unchanged"
            if old != self._made.get(name) and not force:
                return "kept"
        write(target.parent, target.name, content)
        self._made[name] = new
        return "written"

    def made(self, name: str) -> bool:
        """Whether a document was ever made here, as far as the list knows."""
        return name in self._made

    def _on_disk(self, name: str) -> str:
        return sha256(read(self.folder / name, LARGEST, "a document")).hexdigest()

    def fresh(self, run: str, inputs: str) -> int:
        """Return how many documents a run left here from these very inputs, 0 where any is not as that run made it.

        Raises FileTrouble.
        """
        before = self._runs.get(run)
        if before is None or before.inputs != inputs:
            return 0
        same = (
            (self.folder / name).is_file() and self._on_disk(name) == made
            for name, made in before.files.items()
        )
        return len(before.files) if all(same) else 0

    def gone(self, run: str, names: Collection[str]) -> list[str]:
        """Return the documents of earlier such runs that are here still and that are not among the `names` made now."""
        before = self._runs.get(run, Run("", {}))
        earlier = dict.fromkeys([*before.files, *before.gone])
        return [name for name in earlier if name not in names and (self.folder / name).is_file()]

    def left(self, run: str) -> list[str]:
        """Return the documents of earlier such runs that are here still and that the last one no longer made."""
        return self.gone(run, self._runs[run].files) if run in self._runs else []

    def says(self, run: str) -> dict[str, str]:
        """Return the hash of what each document says that the last such run left, where it is known."""
        return {name: self._says[name] for name in self._runs[run].files if name in self._says}

    def outdated(self, says: Mapping[str, str]) -> list[str]:
        """Return the documents made here, and here still, that say something else than one of `says` about the same.

        Those are about the same whose names differ in the suffix alone.
        """
        now = {PurePath(name).with_suffix(""): said for name, said in says.items()}
        return [
            name
            for name, said in self._says.items()
            if name not in says
            and now.get(PurePath(name).with_suffix(""), said) != said
            and (self.folder / name).is_file()
        ]

    def remember(
        self, run: str, inputs: str, outcomes: Mapping[str, Outcome], gone: Sequence[str] = ()
    ) -> None:
        """Write into the list what a run has made of which inputs, and what is `gone`; raises FileTrouble."""
        files = {name: "" if outcome == "kept" else self._made[name] for name, outcome in outcomes.items()}
        self._runs[run] = Run(inputs, files, gone)
        self._keep()

    def _keep(self) -> None:
        runs = {key: run._asdict() for key, run in sorted(self._runs.items())}
        held = {
            "made": dict(sorted(self._made.items())),
            "says": dict(sorted(self._says.items())),
            "runs": runs,
        }
        write(self.folder, LIST, (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode())


def _held(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _runs(value: object) -> Iterable[tuple[str, Run]]:
    for key, run in value.items() if isinstance(value, dict) else ():
        if isinstance(run, dict):
            gone = run.get("gone")
            names = [name for name in gone if isinstance(name, str)] if isinstance(gone, list) else []
            yield key, Run(str(run.get("inputs", "")), _texts(run.get("files")), names)


def _texts(value: object) -> dict[str, str]:
    items = value.items() if isinstance(value, dict) else ()
    return {str(key): text for key, text in items if isinstance(text, str)}
