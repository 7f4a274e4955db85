"""Make the pictures of docs/pictures: pages of the two packs, as the programs that open them show them.

Needs chromium, LibreOffice (soffice) and poppler (pdftoppm). Dates are fixed, so that only a change in the papers changes them.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "pictures"
PACKS = {
    "made-up": (ROOT / "examples" / "made-up" / "cycles" / "2026-27.yaml", "2026-11-23"),
    "real": (ROOT / "cycles" / "2017-18.yaml", "2017-12-01"),
}
AGENDA = "meetings/forum-december-cluster-coast/2026-27-agenda-forum-december-cluster-coast"
PICTURES = (
    # picture, pack, paper, format, page
    ("made-up-index", "made-up", "index", "html", 1),
    ("made-up-agenda", "made-up", AGENDA, "docx", 1),
    ("made-up-checklist", "made-up", "authorities/quillmere/2026-27-checklist-quillmere", "pdf", 1),
    ("real-checklist", "real", "authorities/bolton/2017-18-checklist-bolton", "pdf", 1),
    ("real-programme", "real", "whole-cycle/2017-18-programme-2017-18", "pdf", 1),
)
RESOLUTION = "64"
"""In dots an inch: enough to be read, and small enough to be kept in git."""


def tool(*names: str) -> str:
    """Return the first of these programs that is there; ends where none is."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    return found or sys.exit(f"making pictures needs {' or '.join(names)}")


def run(*command: str) -> None:
    """Run a program quietly."""
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def pack(name: str, folder: Path) -> None:
    """Make one pack from a copy of its cycle, so that nothing is left beside the cycle file."""
    source, day = PACKS[name]
    cycles = folder / f"{name}-workspace" / "cycles"
    shutil.copytree(source.parent, cycles)
    program = ROOT / ".venv" / "bin" / "peercycle"
    run(str(program), "render", "all", "-c", str(cycles / source.name), "--on", day, "--to", "html,docx,pdf",
        "--out", str(folder / name))  # fmt: skip


def picture(paper: Path, page: int, target: Path, scratch: Path) -> None:
    """Show one page of a paper as a picture."""
    if paper.suffix == ".html":
        run(tool("chromium", "chromium-browser", "google-chrome"), "--headless", "--no-sandbox", "--disable-gpu",
            "--hide-scrollbars", "--window-size=900,700", f"--user-data-dir={scratch / 'profile'}",
            f"--screenshot={target}", paper.as_uri())  # fmt: skip
        return
    if paper.suffix == ".docx":
        run(tool("soffice"), f"-env:UserInstallation=file://{scratch / 'office'}", "--headless", "--convert-to", "pdf",
            "--outdir", str(scratch), str(paper))  # fmt: skip
        paper = scratch / f"{paper.stem}.pdf"
    run(tool("pdftoppm"), "-png", "-gray", "-singlefile", "-r", RESOLUTION, "-f", str(page), "-l", str(page), str(paper),
        str(target.with_suffix("")))  # fmt: skip


def main() -> None:
    """Make every picture."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        for name in PACKS:
            pack(name, Path(scratch))
        for name, of, paper, suffix, page in PICTURES:
            target = TARGET / f"{name}.png"
            picture(Path(scratch) / of / f"{paper}.{suffix}", page, target, Path(scratch))
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size >> 10} KiB")


if __name__ == "__main__":
    main()
