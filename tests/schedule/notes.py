"""Findings made for tests, and a small cycle that knows all their kinds: its papers, its journey, its meetings."""

from datetime import date
from typing import Any

from peercycle.progress.finding import Finding, Kind
from peercycle.progress.fold import Progress, fold
from peercycle.progress.record import Record
from peercycle.schedule.plan import Plan
from tests.schedule.small_cycles import NAMED, plan_of

PAPERS = """
documents:
  view: {title: Self-view, per: authority}
  headlines:
    {title: Headlines and questions, per: authority, shown-to: [own authority, each authority in own group, team]}
  support-request: {title: Request for support, per: authority, shown-to: [own authority, team]}
  good-practice: {title: Good practice, per: authority, shown-to: [each authority, team]}
  immediate-actions: {title: Immediate actions, per: group}
  placement-self: {title: Place on the journey by its own judgement, per: authority, shown-to: [own authority, team]}
  placement-preliminary: {title: Preliminary place on the journey, per: authority, shown-to: [team, board]}
  conversation-notes: {title: Notes of the conversation, per: authority, shown-to: [own authority, inspectors]}
"""
MORE = """
journey:
  title: Journey
  stages: [Poor to fair, Fair to good, Good to great]
  enablers: [Leadership and governance, Engaging partners]
  placements: [placement-self, placement-preliminary]
"""
PROGRAMME = """
events:
  forum:
    title: Forum
    for: each group in each round
    date:
      winter-turn: {coast: Tuesday 8 December 2026, moor: Wednesday 9 December 2026}
      spring-turn: {coast: Tuesday 9 March 2027, moor: Wednesday 10 March 2027}
    attends: {each authority in own group: all}
    needs: [headlines]
    produces: [support-request, immediate-actions]
  market:
    title: Market place
    date: Thursday 18 March 2027
    attends: {each authority: all}
    needs: [support-request, good-practice]
  board-meeting:
    title: Board
    date: Thursday 25 March 2027
    attends: {board: all}
    needs: [headlines, placement-preliminary]
  conversation:
    title: Conversation
    for: each authority
    date: TBC after own forum
    attends: {own authority: all, inspectors: all}
    needs: [headlines]
    produces: [conversation-notes]
actions:
  send: {do: Send the self-view, owner: each authority, due: 6 November 2026, to: team, produces: [view]}
  prepare: {do: Prepare, owner: each authority, due: 5 days before conversation}
"""
PEOPLE = "  inspectors: {name: Inspectors}\n" + NAMED


def cycle(people: str = PEOPLE, papers: str = PAPERS, more: str = MORE, programme: str = PROGRAMME) -> Plan:
    """Return the plan of that cycle; bodies come first, so its people may begin with one more of them."""
    bodies, _, rest = people.partition("\ngroups:")
    return plan_of(programme, f"\ngroups:{rest}", more, f"{bodies}\n{papers}")


def noted(
    authority: str, kind: Kind, text: str, ident: str = "", day: str = "2026-12-09", **more: Any
) -> Record:
    """Return the record of a finding; its id is its text's first word unless given."""
    finding = Finding(kind, text, **more)
    known = ident or text.lower().split()[0]
    at = f"{day}T10:00:00.000+00:00"
    return Record(
        known, at, "the coordinator", "noted", date.fromisoformat(day), authority=authority, finding=finding
    )


def closed(ident: str, outcome: str = "", day: str = "2026-12-20") -> Record:
    """Return the record that closes a finding."""
    at = f"{day}T10:00:00.000+00:00"
    when = date.fromisoformat(day)
    return Record(f"closed-{ident}", at, "the coordinator", "closed", when, closes=ident, outcome=outcome)


def progress(*records: Record, on: str | None = None) -> Progress:
    """Return what these records come to."""
    return fold(records, date.fromisoformat(on) if on else None)
