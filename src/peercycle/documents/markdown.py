"""The Markdown that content templates are written in: CommonMark with tables, definition lists, boxes and ids."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_OFF: Final = (
    "autolink",
    "backticks",
    "code",
    "fence",
    "html_block",
    "html_inline",
    "image",
    "lheading",
    "reference",
)
"""What a document has no use for; written all the same, it is just text."""
_MARKS: Final = re.compile(r"[\\*_\[\]&{\n]")
"""Without one of these, running text is nothing but text, and has no children."""

_READ: Final[dict[str, "list[Token]"]] = {}
"""The tokens of each running text with marks in it that was read before; nothing changes them afterwards."""


def parse(markdown: str) -> "list[Token]":
    """Return the tokens of a Markdown text."""
    return _parser().parse(markdown)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
    from mdit_py_plugins.container import container_plugin
    from mdit_py_plugins.deflist import deflist_plugin

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(_OFF)
    parser.validateLink = _any_link  # type: ignore[assignment, method-assign]
    parser.core.ruler.at("inline", _inline)
    parser.core.ruler.disable(
        "text_join"
    )  # runs are joined as they are read, and this would change what is kept
    parser.use(attrs_plugin, after=("link_close", "span_close"), spans=True)
    parser.use(attrs_block_plugin)
    parser.use(deflist_plugin)
    parser.use(container_plugin, name="box", validate=_any_box)
    return parser


def _inline(state: "StateCore") -> None:
    """Read the running text of each block where it holds a mark; much of it stands in every document."""
    for token in state.tokens:
        content = token.content
        if token.type != "inline" or not _MARKS.search(content):
            continue
        if content not in _READ:
            _READ[content] = []
            state.md.inline.parse(content, state.md, state.env, _READ[content])
        token.children = _READ[content]


def _any_link(_: str) -> bool:
    """Take every link for one, so that a bad one is refused with its line rather than left as text."""
    return True


def _any_box(_: str, __: str) -> bool:
    return True
