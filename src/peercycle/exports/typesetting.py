"""Pages set by typst; started as a module, this file is the child that sets those of a user's own house.

The request is JSON: `name` and `source` of the house, the `root` that it may read from, folders of `fonts`, and `pages`,
each as JSON of its own.
"""

import os
import re
import sys
from base64 import b64encode
from collections.abc import Mapping
from typing import Any, Final

import typst

from peercycle.documents.limits import serve
from peercycle.documents.templates import TemplateTrouble

STANDARD: Final = "ua-1"
_LINE: Final = re.compile(r"\.typ:(\d+):\d+")
_FONT: Final = "unknown font family: "
_PACKAGE: Final = ("failed to download package", "package not found", "failed to load package")
"""How typst begins to tell that it has not got a package; no folder of packages is open to a house either."""


def typeset(request: Mapping[str, Any]) -> list[bytes]:
    """Return the PDF of each page; raises TemplateTrouble with what typst has against the house."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=request["fonts"])
    compiler = typst.Compiler(
        root=request["root"], font_paths=fonts, package_path=os.devnull, package_cache_path=os.devnull
    )
    return [_set(compiler, request, page) for page in request["pages"]]


def _set(compiler: typst.Compiler, request: Mapping[str, Any], page: str) -> bytes:
    name, house = request["name"], request["source"].encode()
    try:
        made, warnings = compiler.compile_with_warnings(
            house, sys_inputs={"page": page}, format="pdf", pdf_standards=STANDARD
        )
    except typst.TypstError as error:
        raise TemplateTrouble(name, _line(error.diagnostic), _sentence(error)) from None
    for warning in warnings:
        if warning.message.startswith(_FONT):
            family = warning.message.removeprefix(_FONT)
            reason = f"there is no font '{family}' in the folder fonts beside it, and peercycle has none of that name"
            raise TemplateTrouble(name, _line(warning.diagnostic), reason)
    assert isinstance(made, bytes)  # noqa: S101 - only other formats give a list
    return made


def _line(diagnostic: str) -> int | None:
    found = _LINE.search(diagnostic)
    return int(found[1]) if found else None


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
