"""Small cycles written as YAML fragments, and what was made of them as tables of text."""

from datetime import date
from textwrap import dedent, indent

from peercycle.model.cycle import Cycle
from peercycle.reading.document import read_document
from peercycle.schedule import names
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status

HEAD = """
format: 1
cycle: 2026-27
title: A small cycle
region: Made-up region
runs: September 2026 to July 2027
roles:
  dcs: Director
  lead-member: Lead Member
bodies:
  team: {name: Improvement team}
  board: {name: Improvement board, posts: {chair: Chair}}
"""

PAPERS = """
documents:
  view: {title: Self-view, per: authority}
  plan: {title: Plan}
  list: {title: List, per: group}
"""

NAMED = """
groups:
  coast: {name: Coast group, lead: ash}
  moor: {name: Moor group, lead: elm}
rounds:
  winter-turn: {title: First turn, when: December 2026, authorities: 2}
  spring-turn: {title: Second turn, when: March 2027, authorities: 2}
authorities:
  ash: {name: Ash, group: coast, round: winter-turn}
  birch: {name: Birch, group: coast, round: spring-turn}
  elm: {name: Elm, group: moor, round: winter-turn}
  fir: {name: Fir, group: moor, round: spring-turn}
"""
"""Four authorities in two groups, one of each in either round."""

OPEN = (
    NAMED.replace("group: coast", "group: TBC").replace("group: moor", "group: TBC")
    .replace("round: winter-turn", "round: TBC").replace("round: spring-turn", "round: TBC")
)  # fmt: skip
"""The same, and nobody knows who is in which group and round."""

PARTLY = OPEN.replace("name: Ash, group: TBC, round: TBC", "name: Ash, group: coast, round: winter-turn")
"""The same, and only Ash knows."""

FORUM = """
events:
  forum:
    title: Forum
    for: each group in each round
    date:
      winter-turn: {coast: Tuesday 8 December 2026, moor: Wednesday 9 December 2026}
      spring-turn: {coast: Tuesday 9 March 2027, moor: Wednesday 10 March 2027}
"""


def cycle_of(programme: str, people: str = NAMED, more: str = "", papers: str = PAPERS) -> Cycle:
    """Return the cycle of a head, its people and the events and actions of one phase."""
    phase = "phases:\n  work:\n    title: The work\n    when: September 2026 to July 2027\n"
    text = "".join((HEAD, papers, people, phase, indent(dedent(programme), "    "), more))
    reading = read_document("small.yaml", text.encode())
    assert [(found.rule, found.message) for found in reading.diagnostics] == []
    assert reading.cycle is not None
    return reading.cycle


def plan_of(programme: str, people: str = NAMED, more: str = "", papers: str = PAPERS) -> Plan:
    """Return the plan of such a cycle."""
    return Plan(cycle_of(programme, people, more, papers))


def status_of(on: str, programme: str, people: str = NAMED, more: str = "") -> Status:
    """Return the status of such a cycle on a day."""
    return Status(plan_of(programme, people, more), date.fromisoformat(on))


def tasks(plan: Plan) -> str:
    """Return a plan's tasks, one a line: id, owner, number, deadline."""
    return _table(
        (task.id, names.owner(plan, task), str(task.subject.count), task.due.text) for task in plan.tasks
    )


def dues(plan: Plan) -> str:
    """Return a plan's tasks, one a line: id and deadline with the sum behind it."""
    return _table(
        (task.id, task.due.text + (f" = {task.due.sum}" if task.due.sum else "")) for task in plan.tasks
    )


def meetings(plan: Plan) -> str:
    """Return a plan's meetings, one a line: id, name, date."""
    return _table((held.id, names.meeting(plan, held), held.date.text) for held in plan.meetings)


def states(status: Status) -> str:
    """Return how each task stands, one a line: id, state, what it waits for."""
    return _table(
        (standing.task.id, standing.state, ", ".join(standing.roots) or "-") for standing in status.standings
    )


def expected(text: str) -> str:
    """Return an expected table without its indent."""
    return dedent(text).strip()


def _table(rows: object) -> str:
    return "\n".join(" | ".join(row) for row in rows)  # type: ignore[attr-defined]
