"""A small cycle without a fault, and what is said of it once something in it is changed."""

from peercycle.diagnostics.excerpt import paragraphs
from peercycle.diagnostics.lines import line_starts
from peercycle.reading.document import Reading, read_document

NAME = "cycles/2017-18.yaml"
SMALL = """\
format: 1
cycle: 2017-18
title: Peer challenge in Northmere
region: Northmere
runs: summer 2017 to April 2018

roles:
  dcs: Director of Children's Services
  ad: {name: Assistant Director, several: true}
bodies:
  team:
    name: Regional team
    posts: {coordinator: Coordinator}
groups:
  moor: {name: Moor group, lead: larkmoor}
authorities:
  larkmoor:  {name: Larkmoor, group: moor}
  fenwick:   {name: Fenwick,  group: moor}
documents:
  self-view: {title: Self-view, per: authority}

phases:
  self-evaluation:
    title: Self-view written and sent
    when: summer 2017 to October 2017
    actions:
      submit-self-view:
        do: Send the self-view
        owner: each authority
        due: Friday 27 October 2017
        to: coordinator of team
        produces: [self-view]
        sign-off: [dcs, ad]
  challenge:
    title: Forum
    when: December 2017
    events:
      forum:
        title: Peer challenge forum
        date: Tuesday 12 December 2017
        time: 9:30am to 4pm
        place: Northmere
        needs: [self-view]
        agenda:
          - {item: Welcome, minutes: 15, lead: team}
          - Close
"""


def changed(*pairs: tuple[str, str], text: str = SMALL) -> str:
    """Return the small cycle with each first text replaced, once, by the second."""
    for old, new in pairs:
        assert text.count(old) >= 1, f"'{old}' is not in the cycle"
        text = text.replace(old, new, 1)
    return text


def read(text: str | bytes) -> Reading:
    """Return a file of this content as read."""
    return read_document(NAME, text.encode() if isinstance(text, str) else text)


def screen(text: str | bytes, columns: int = 100) -> str:
    """Return what `validate` prints of the form of a file."""
    reading = read(text)
    found = sorted(reading.diagnostics, key=lambda item: (item.span, item.rule))
    lines = [
        "".join(run for run, _ in line).rstrip()
        for paragraph in paragraphs(reading.text, found, columns)
        for line in (*paragraph, [])
    ]
    return "\n".join(lines)


def faults(text: str | bytes) -> list[tuple[str, str]]:
    """Return rule and marked text of each fault of form, in the order of the file."""
    reading = read(text)
    starts = line_starts(reading.text)
    found = []
    for item in sorted(reading.diagnostics, key=lambda item: (item.span, item.rule)):
        line, column, end_line, end_column = item.span
        marked = reading.text[starts[line - 1] + column - 1 : starts[end_line - 1] + end_column - 1]
        found.append((item.rule, marked))
    return found


def whole(cases: dict[str, str]) -> str:
    """Return what is printed for each case under its name, for a golden file."""
    return "\n".join(f"## {name}\n\n{screen(text)}" for name, text in cases.items())
