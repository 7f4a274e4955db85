"""The manual page of each rule, read from the docstring of its module.

A docstring has a summary, paragraphs, the fragments under `Wrong::` and `Right::`, sections (a heading alone on its line,
its text indented below) and perhaps a last line `See also:` with rules. Form faults are found while reading; the modules
of `rules.form` hold their pages.
"""

import re
from importlib import import_module
from inspect import cleandoc
from itertools import groupby
from textwrap import dedent, wrap
from typing import Final, NamedTuple

from peercycle.diagnostics.fault import Severity
from peercycle.rules import errors, remarks
from peercycle.rules.form import FORM_FAULTS
from peercycle.rules.log import LOG_FAULTS, log_rules

_WIDEST: Final = 76
_SEE_ALSO: Final = "See also:"
_BLOCK: Final = re.compile(r"^(\S.*(?:\n\S.*)*)((?:\n(?:[ \t].*)?)*)", re.MULTILINE)


class Page(NamedTuple):
    """A manual page; `wrong` and `right` are fragments of a cycle file, "" where none can be shown.

    `sections` are headings with texts that are laid out in lines of at most 76 characters.
    """

    id: str
    severity: Severity
    summary: str
    paragraphs: tuple[str, ...]
    wrong: str
    right: str
    sections: tuple[tuple[str, str], ...]
    see_also: tuple[str, ...]


def all_ids() -> tuple[str, ...]:
    """Return the id of every rule: form faults, errors, remarks, then those for logs, each in the order of its list."""
    return (*FORM_FAULTS, *(rule.ID for rule in (*errors(), *remarks())), *log_ids())


def log_ids() -> tuple[str, ...]:
    """Return the id of every rule for logs."""
    return (*(rule.ID for rule in log_rules()), *LOG_FAULTS)


def is_form_fault(rule_id: str) -> bool:
    """Whether a rule is about the form of the file: found while reading, before there is a cycle to examine."""
    return rule_id in FORM_FAULTS


def page(rule_id: str) -> Page:
    """Return the manual page of a rule; raises KeyError where no rule has this id."""
    if is_form_fault(rule_id):
        name = f"peercycle.rules.form.{rule_id.replace('-', '_')}"
        return read_page(rule_id, "error", import_module(name).__doc__ or "")
    if rule_id in log_ids():
        name = f"peercycle.rules.log.{rule_id.replace('-', '_')}"
        return read_page(rule_id, "warning", import_module(name).__doc__ or "")
    rule = {rule.ID: rule for rule in (*errors(), *remarks())}[rule_id]
    return read_page(rule_id, rule.SEVERITY, rule.__doc__ or "")


def read_page(rule_id: str, severity: Severity, docstring: str) -> Page:
    """Return the page that a docstring holds."""
    summary, paragraphs, sections = "", [], []
    fragments = {"Wrong::": "", "Right::": ""}
    see_also: tuple[str, ...] = ()
    for heading, text in _blocks(cleandoc(docstring)):
        if heading in fragments:
            fragments[heading] = text
        elif text:
            sections.append((heading, _set(text)))
        elif heading.startswith(_SEE_ALSO):
            see_also = tuple(heading.removeprefix(_SEE_ALSO).replace(",", " ").rstrip(".").split())
        elif not summary:
            summary = heading
        else:
            paragraphs.append(heading)
    wrong, right = fragments.values()
    return Page(rule_id, severity, summary, tuple(paragraphs), wrong, right, tuple(sections), see_also)


def _set(text: str) -> str:
    """Return the text of a section in lines of at most `_WIDEST` characters; indented lines stay as they are."""
    lines: list[str] = []
    for indented, group in groupby(text.splitlines(), key=lambda line: not line or line[0].isspace()):
        held = list(group)
        lines += held if indented else wrap(" ".join(held), _WIDEST, break_on_hyphens=False)
    return "\n".join(lines)


def _blocks(text: str) -> list[tuple[str, str]]:
    """Return the paragraphs of a text, each on one line, with what is indented below it."""
    return [(" ".join(head.split()), dedent(body).strip("\n")) for head, body in _BLOCK.findall(text)]
