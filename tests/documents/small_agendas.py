"""Agendas of small cycles: the fragments that tests put together, and what they look at."""

from collections.abc import Mapping
from typing import Any

from peercycle.documents.kinds import KINDS
from peercycle.schedule.plan import Plan
from tests.documents.made import edition_of
from tests.schedule.small_cycles import NAMED, plan_of


def facts(view: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands at the head of an agenda."""
    return {fact["term"]: " / ".join(fact["texts"]) for fact in view["facts"]}


FORUM = """
events:
  forum:
    title: Forum day
    for: each group in each round
    date:
      winter-turn: {coast: Tuesday 8 December 2026, moor: Wednesday 9 December 2026}
      spring-turn: {coast: Tuesday 9 March 2027, moor: TBC Wednesday 10 March 2027}
    time: TIME
    place: {coast: Pier, moor: TBC}
    room: {coast: TBC, moor: TBC}
    chair: dcs of own lead authority
    STAND_IN
    attends:
      each authority in own group: [dcs, one lead-member]
      board: [chair]
      team: all
    needs: [view, plan]
    produces: [list]
    agenda: day
actions:
  prepare: {do: Get ready, owner: each authority, due: before own forum}
  ask: {do: Think of questions, owner: each authority, due: before each forum of own group}
  set-up: {do: Set up the room, owner: team, due: before first forum}
  speak: {do: Say something, owner: dcs of each authority, due: own forum}
  write-up: {do: Write up the list, owner: team, for: each group in each round, due: 2 days after own forum, to: own authority,
    needs: [list], produces: [plan]}
  answer: {do: Answer the plan, owner: each authority, due: TBC, to: team, needs: [plan], sign-off: [dcs, lead-member]}
  use: {do: Use the plan elsewhere, owner: board, due: before later, needs: [plan]}
  later-on: {do: Look back, owner: TBC, due: with answer, needs: [plan]}
"""
LATER = """
events:
  later:
    title: Later meeting
    date: Friday 7 May 2027
    attends: {board: all}
    needs: [view, plan]
    agenda: [What was learned, {item: The plan, needs: [plan], lead: chair of board}]
"""
DAY = """
agendas:
  day:
    items:
      - {item: Welcome, minutes: 15, lead: chair}
      - each: authority challenged
        minutes: 60
        lead: chair
        parts: [{item: Opening, minutes: 20}, Questions]
        breaks: [{item: Tea, minutes: 10}, {item: Lunch, minutes: 45}]
      - {item: Close, minutes: 5, lead: team}
"""
MORE = """
  cedar: {name: Cedar, group: coast, round: winter-turn}
  dale: {name: Dale, group: coast, round: winter-turn}
"""


def small(
    meeting: str,
    people: str = NAMED,
    *,
    forum: str = FORUM,
    time: str = "9:30am to 4pm",
    more: str = "",
) -> dict[str, Any]:
    """Return the view of an agenda of a small cycle on 2 November 2026."""
    return KINDS["agenda"].view(edition_of(small_plan(people, forum, time, more), "2026-11-02"), meeting)


def small_plan(people: str, forum: str, time: str = "9:30am to 4pm", more: str = "") -> Plan:
    """Return the plan of a small cycle with these people and this forum."""
    events = LATER.replace("events:\n", "")
    programme = forum.replace("TIME", time).replace("STAND_IN", "")
    programme = programme.replace("actions:", f"{events}actions:")
    return plan_of(programme, people, DAY + more)


def table(view: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the order of the day, headings first."""
    programme = view["programme"]
    heads = tuple(column["name"] for column in programme["columns"])
    return [heads, *(tuple(cell["text"] for cell in row) for row in programme["rows"])]
