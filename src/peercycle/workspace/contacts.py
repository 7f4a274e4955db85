"""Names and addresses, which are personal data: `contacts.local.yaml` in the workspace, which git must never take."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from peercycle.diagnostics.fault import Diagnostic, Fault, Mark
from peercycle.model.cycle import Cycle
from peercycle.model.place import Place
from peercycle.reading.events import load
from peercycle.reading.source import Kind, decode
from peercycle.reading.spans import Spans
from peercycle.schedule.addressees import ALL, Addressees
from peercycle.schedule.choosing import nearest
from peercycle.workspace.files import read_if_there
from peercycle.workspace.finding import workspace_of

NAME: Final = "contacts.local.yaml"
RULE: Final = "contacts"
_KIND: Final = Kind("contacts file", "authorities:", "peercycle chase --contacts prints one to fill in.")
_PARTS: Final = ("name", "address")


class Contact(NamedTuple):
    """Whoever holds a role or a post: a name and an email address, each "" where it is not known."""

    name: str = ""
    address: str = ""


UNKNOWN: Final = Contact()


class Contacts(NamedTuple):
    """The contacts of a workspace, by authority or body and then by role or post, and what is wrong with the file."""

    path: Path
    text: str
    held: Mapping[tuple[str, str], Contact]
    diagnostics: list[Diagnostic]

    def of(self, owner: str, role: str) -> Contact:
        """Return who holds a role of an authority, or the only contact of a body."""
        if owner == role:
            return next(iter(self.all_of(owner)), UNKNOWN)
        return self.held.get((owner, role), UNKNOWN)

    def all_of(self, owner: str) -> list[Contact]:
        """Return everyone who is known of an authority or a body."""
        return [held for (whose, _), held in self.held.items() if whose == owner]


def contacts_of(cycle_file: Path, cycle: Cycle) -> Contacts:
    """Read the contacts of a cycle's workspace, none where there is no such file; raises FileTrouble."""
    path = workspace_of(cycle_file) / NAME
    raw = read_if_there(path, wanted="a file of contacts")
    if raw is None or not raw.strip():  # a shell has made it, for chase --contacts to write into
        return Contacts(path, "", {}, [])
    text, faults = decode(str(path), raw, _KIND)
    if text is None:
        return Contacts(path, "", {}, faults)
    loaded = load(str(path), text, _KIND)
    spans = Spans(str(path), text, loaded.root)
    found = dict(_contacts(loaded.data or {}))
    faults = [spans.located(RULE, "error", fault) for fault in _faults(loaded.data or {}, cycle)]
    return Contacts(path, text, found, [*loaded.diagnostics, *faults])


def _contacts(data: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], Contact]]:
    for section in ("authorities", "bodies"):
        for owner, roles in _mapping(data.get(section)).items():
            for role, held in _mapping(roles).items():
                parts = _mapping(held)
                address = str(parts.get("address", ""))
                kept = address if _is_address(address) else ""
                yield (owner, role), Contact(_line(parts.get("name", "")), kept)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _line(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) and value.isprintable() else ""


def _is_address(text: str) -> bool:
    """Whether a text can be one email address that a header takes."""
    local, at, domain = text.partition("@")
    odd = any(c in text for c in ' ,;:<>()[]\\"') or not text.isascii() or not text.isprintable()
    return (
        bool(local and at and "." in domain) and not odd and "@" not in domain and not domain.startswith(".")
    )


def _faults(data: Mapping[str, Any], cycle: Cycle) -> Iterator[Fault]:
    known = {
        "authorities": {key: set(cycle.roles) for key in cycle.authorities},
        "bodies": {key: {*body.posts, *cycle.roles, ALL} for key, body in cycle.bodies.items()},
    }
    for section, owners in data.items():
        if section not in known:
            yield _unknown((section,), section, list(known), "nothing that is held here is called")
            continue
        if not isinstance(owners, dict):
            yield Fault(f"{section} by their ids are wanted here", Mark((section,)), _KIND.instead)
        for owner, roles in _mapping(owners).items():
            place: Place = (section, owner)
            if not isinstance(roles, dict):
                yield Fault(
                    "roles or posts are wanted here, each with a name and an address",
                    Mark(place),
                    _KIND.instead,
                )
            if owner not in known[section]:
                yield _unknown(place, owner, list(known[section]), "this cycle knows nobody called")
                continue
            for role, held in _mapping(roles).items():
                if role not in known[section][owner]:
                    yield _unknown(
                        (*place, role), role, list(known[section][owner]), "no role or post is called"
                    )
                yield from _of_contact((*place, role), held)


def _of_contact(place: Place, held: Any) -> Iterator[Fault]:
    example = "Write it as in: {name: A N Other, address: a.n.other@council.example}"
    if not isinstance(held, dict):
        yield Fault("a name and an address are wanted here", Mark(place), example)
        return
    for key, value in held.items():
        if key not in _PARTS:
            yield _unknown((*place, key), key, list(_PARTS), "nothing that is held here is called")
        elif not isinstance(value, str) or not value.isprintable():
            yield Fault(f"{key} is no text of one line", Mark((*place, key)), example)
    address = held.get("address", "")
    if isinstance(address, str) and address and not _is_address(address):
        yield Fault(f"'{address}' is no email address", Mark((*place, "address")), example)


def _unknown(place: Place, key: str, known: list[str], said: str) -> Fault:
    close = nearest(key, known)
    return Fault(f"{said} '{key}'", Mark(place, on="key"), f"Nearest: {', '.join(close)}" if close else "")


def template(cycle: Cycle, wanted: Addressees) -> str:
    """Return the text of a contacts file to be filled in: every authority with its roles, every body with its posts."""
    owners = {"authorities": dict.fromkeys(cycle.authorities, wanted.roles), "bodies": wanted.bodies}
    lines = [
        f"# Names and addresses for {cycle.title}. Personal data: keep this file out of git, and send it to nobody."
    ]
    for section, held in owners.items():
        lines += [f"{section}:"] if held else []
        for owner, posts in held.items():
            lines.append(f"  {owner}:")
            lines += [f'    {post}: {{name: "", address: ""}}' for post in posts]
    return "\n".join(lines) + "\n"


def exposed(path: Path) -> bool:
    """Whether git holds this file, or would take it with the next `git add`: its name is in no ignore list."""
    import subprocess

    if not path.exists() or not any((folder / ".git").exists() for folder in path.absolute().parents):
        return False
    command = ["git", "-C", str(path.absolute().parent), "check-ignore", "-q", path.name]
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=10).returncode == 1  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return False
