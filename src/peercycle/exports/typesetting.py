"""Pages set by typst; started as a module, this file is the child that sets those of a user's own house.

The request is JSON: `name` and `source` of the house, the `root` that it may read from, folders of `fonts`, `pages`,
each as JSON of its own, and the `form` that they are wanted in: pdf, or svg, which shows what is drawn and nothing else.
"""

import os
import re
import sys
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import typst

from peercycle.documents.limits import serve
from peercycle.documents.templates import TemplateTrouble

STANDARD: Final = "ua-1"
_PLACE: Final = re.compile(r"^ *┌─ (.+):(\d+):\d+$", re.MULTILINE)
"""Where typst shows the place of a fault: the first is that of the fault itself, others follow of what led there."""
_HOUSE: Final = "__typst_py_bytes__.typ"
"""What typst calls a file that it is handed as bytes."""
_FONT: Final = "unknown font family: "
_PACKAGE: Final = ("failed to download package", "package not found", "failed to load package")
"""How typst begins to tell that it has not got a package; no folder of packages is open to a house either."""


def typeset(request: Mapping[str, Any]) -> list[bytes]:
    """Return each page in the form it is wanted in; raises TemplateTrouble with what typst has against the house."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=request["fonts"])
    compiler = typst.Compiler(
        root=request["root"], font_paths=fonts, package_path=os.devnull, package_cache_path=os.devnull
    )
    return [_set(compiler, request, page) for page in request["pages"]]


def _set(compiler: typst.Compiler, request: Mapping[str, Any], page: str) -> bytes:
    house, form = request["source"].encode(), request["form"]
    standards: Any = STANDARD if form == "pdf" else []
    try:
        made, warnings = compiler.compile_with_warnings(
            house, sys_inputs={"page": page}, format=form, pdf_standards=standards
        )
    except typst.TypstError as error:
        raise TemplateTrouble(*_place(error.diagnostic, request), _sentence(error)) from None
    for warning in warnings:
        if warning.message.startswith(_FONT):
            family = warning.message.removeprefix(_FONT)
            reason = f"there is no font '{family}' in the folder fonts beside it, and peercycle has none of that name"
            raise TemplateTrouble(*_place(warning.diagnostic, request), reason)
    return made if isinstance(made, bytes) else b"".join(made or ())


def _place(diagnostic: str, request: Mapping[str, Any]) -> tuple[str, int | None]:
    """Return the file that a fault lies in, by the name a person knows it by, and its line."""
    found = _PLACE.search(diagnostic)
    if found is None:
        return request["name"], None
    file = os.path.relpath(os.path.realpath(found[1]), os.path.realpath(request["root"]))
    name = request["name"] if file == _HOUSE else str(Path(request["name"]).parent / file)
    return name, int(found[2])


def _sentence(error: typst.TypstError) -> str:
    """Return what typst says as one sentence: no folder of this machine in it, and no option of typst's own command."""
    if error.message.startswith(_PACKAGE):
        return (
            "it imports a package, and peercycle has none and fetches none; copy what you need into this file"
        )
    said = re.sub(r" \(searched at [^)]*\)", "", error.message)
    hints = "".join(f"; {hint}" for hint in error.hints if "--" not in hint)
    return f"typst cannot lay this out: {said}{hints}"


if __name__ == "__main__":
    sys.exit(serve(lambda request: [b64encode(made).decode() for made in typeset(request)]))
