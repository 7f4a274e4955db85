"""What another reader finds in a YAML text, so that a change of it can be proved before anything is written."""

import re
from typing import Any, Final

import yaml

_HEADER: Final = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")
"""The first line of a block text, which may end with a comment."""
_COMMENT: Final = re.compile(r"#[^\r\n]*")


def data_of(text: str) -> Any:
    """Return what ruamel.yaml reads in a text, every scalar as text; None for what it refuses."""
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import SafeConstructor
    from ruamel.yaml.error import YAMLError

    class Texts(SafeConstructor):
        """Builds plain data in which every scalar is text."""

    for kind in ("null", "bool", "int", "float", "binary", "timestamp", "str"):
        Texts.add_constructor(f"tag:yaml.org,2002:{kind}", lambda _, node: node.value)
    loader = YAML(typ="safe", pure=True)
    loader.Constructor = Texts
    try:
        return loader.load(text)
    except YAMLError:
        return None


def comments(text: str) -> list[str]:
    """Return the comments of a text in their order, each from its # to the end of its line: what no token covers."""
    found: list[str] = []
    past = 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):
        start, end = token.start_mark.index, token.end_mark.index
        found += _COMMENT.findall(text, past, max(past, start))
        if isinstance(token, yaml.ScalarToken) and (header := _HEADER.match(text, start, end)):
            found.append(header[1])
        past = max(past, end)
    return [*found, *_COMMENT.findall(text, past)]
