"""How much a cycle comes to once every `each` is worked out, and where it is refused for coming to too much."""

from itertools import count
from pathlib import Path
from textwrap import dedent, indent

import pytest

from peercycle.model.cycle import Cycle
from peercycle.reading.document import read_document
from peercycle.reading.extent import MOST, beyond, undecided

ROOT = Path(__file__).parents[2]
PEOPLE = """\
format: 1
cycle: 2026-27
title: A small cycle
region: Made-up region
runs: September 2026 to July 2027
roles: {dcs: Director}
bodies: {team: {name: Team}}
groups: {coast: {name: Coast}, moor: {name: Moor}}
rounds: {autumn: {title: A, when: October 2026}, winter: {title: W, when: December 2026}, spring: {title: S, when: March 2027}}
authorities:
  ash: {name: Ash, group: coast}
  birch: {name: Birch, group: coast}
  elm: {name: Elm, group: TBC}
  fir: {name: Fir}
  gorse: {name: Gorse, group: TBC}
phases:
  work:
    title: The work
    when: September 2026 to July 2027
"""


def written(programme: str, people: str = PEOPLE) -> bytes:
    return (people + indent(dedent(programme), "    ")).encode()


def cycle_of(programme: str) -> Cycle:
    reading = read_document("small.yaml", written(programme))
    assert reading.diagnostics == []
    assert reading.cycle
    return reading.cycle


def extent_of(cycle: Cycle) -> int:
    """Return the smallest bound that a cycle keeps to."""
    return next(most for most in count() if beyond(cycle, most) is None)


ACT = "actions: {act: {do: Act, owner: %s, due: %s}}"
EVENTS = """
events:
  forum: {title: Forum, for: each group in each round, date: TBC}
  hearing: {title: Hearing, for: each authority, date: TBC}
  launch: {title: Launch, date: TBC}
"""
HELD = 7 + 7 + 1


@pytest.mark.parametrize(
    ("programme", "extent"),
    [
        ("actions: {}", 0),
        (ACT % ("team", "TBC"), 1),
        (ACT % ("TBC", "TBC"), 1),
        (ACT % ("ash", "TBC"), 1),
        (ACT % ("each authority", "TBC"), 5 + 1),
        (ACT % ("each lead authority", "TBC"), 2 + 1),
        (ACT % ("each group", "TBC"), 2),
        (ACT % ("each round", "TBC"), 3),
        (ACT % ("each group in each round", "TBC"), 6),
        (ACT % ("each authority", "TBC, for: each round"), 6 * 3),
        (ACT % ("team", "TBC, for: [ash, fir]"), 2),
        (ACT % ("team", "{winter: TBC, spring: TBC}"), 3),
        (ACT % ("team", "{winter: {coast: TBC, moor: TBC}, spring: TBC}"), 3 * 2),
        (ACT % ("team", "TBC, except: {ash: {excused: true, because: New.}}"), 2),
        ("events: {launch: {title: Launch, date: TBC}}", 1),
        ("events: {launch: {title: Launch, date: {winter: TBC}}}", 3),
        ("events: {forum: {title: Forum, for: each group in each round, date: {winter: {coast: TBC, moor: TBC}}}}", 7),
        ("events: {visit: {title: Visit, for: each group, date: {winter: {coast: TBC, moor: TBC}}}}", 3 * 3),
        ("events: {visit: {title: Visit, for: each authority, date: {coast: TBC, moor: TBC}}}", 7 * 2),
        (EVENTS + ACT % ("team", "{winter: TBC, spring: TBC}, for: each forum"), HELD + 7),
        (EVENTS + ACT % ("team", "{winter: TBC, spring: TBC}, for: each launch"), HELD + 3),
        (EVENTS, HELD),
        (EVENTS + ACT % ("team", "TBC, for: each forum"), HELD + 7),
        (EVENTS + ACT % ("each authority", "before each forum of own group"), HELD + 6 * (1 + 4)),
        (EVENTS + ACT % ("each group", "before each hearing of own group"), HELD + 2 * (1 + 4)),
        (
            EVENTS
            + ACT
            % ("team", "TBC, except: {ash: {due: before each forum of own group, because: Near.}}"),
            HELD + 5 * 2,
        ),
        ("events: {talk: {title: Talk, for: each talk, date: TBC}}", 1),
        (EVENTS + "  talk: {title: Talk, for: [each forum, each hearing, each forum], date: TBC}", HELD + 3 + 12),
        ("events: {talk: {title: Talk, for: each nothing, date: TBC}}", 2),
    ],
)  # fmt: skip
def test_extents(programme: str, extent: int) -> None:
    assert extent_of(cycle_of(programme)) == extent


def test_a_cycle_that_comes_to_too_much_is_refused_where_it_does() -> None:
    crowd = "".join(f"  a{number}: {{name: A{number}}}\n" for number in range(400))
    programme = """\
    actions:
      write: {do: Write, owner: each authority, due: TBC}
      visit: {do: Visit, owner: each authority, for: each authority, due: TBC}
      rest: {do: Rest, owner: each authority, due: TBC}
    """
    text = written(programme, PEOPLE.replace("  ash:", crowd + "  ash:", 1))
    reading = read_document("crowd.yaml", text)
    assert reading.cycle is None
    (found,) = reading.diagnostics
    assert (found.rule, found.severity, found.place) == (
        "too-large",
        "error",
        "phases/work/actions/visit/owner",
    )
    assert found.message == (
        "with this the cycle comes to more than 100,000 meetings, tasks and deadlines, more than any cycle has"
    )
    assert reading.text.splitlines()[found.span.line - 1].strip().startswith("visit:")


def test_memberships_that_are_open_are_bounded_too() -> None:
    cycle = cycle_of("actions: {}")
    assert undecided(cycle, 2 + 3 * 2 + 5 * 3) is None
    fault = undecided(cycle, 2 + 3 * 2 + 5 * 3 - 1)
    assert fault
    assert fault.at.place == ("authorities",)
    assert fault.message == (
        "there are more than 22 ways for an authority to be in a group or a round, more than any cycle has"
    )


def test_a_file_with_too_many_open_memberships_is_refused() -> None:
    rows = "".join(f"  g{number}: {{name: G}}\n" for number in range(40_000))
    many = PEOPLE.replace("groups: {coast: {name: Coast}, moor: {name: Moor}}\n", f"groups:\n{rows}")
    reading = read_document("many.yaml", written("actions: {}", many))
    assert [(found.rule, found.place) for found in reading.diagnostics] == [("too-large", "authorities")]
    assert reading.cycle is None


@pytest.mark.parametrize(
    ("extra", "place"), [("for: each group", "for"), ("date: {winter: TBC, spring: TBC}", "date")]
)
def test_an_event_too_many_is_refused_at_what_multiplies_it(extra: str, place: str) -> None:
    date = "" if extra.startswith("date") else ", date: TBC"
    fault = beyond(cycle_of(f"events: {{talk: {{title: Talk, {extra}{date}}}}}"), 1)
    assert fault
    assert fault.at.place == ("phases", "work", "events", "talk", place)


def test_chains_of_events_are_not_followed_for_ever() -> None:
    links = [f"  e{n}: {{title: E, for: each e{n + 1}, date: TBC}}\n" for n in range(2000)]
    reading = read_document("chain.yaml", written("events:\n" + "".join(links)))
    assert [found.rule for found in reading.diagnostics] == ["too-large"]


def test_a_grid_of_a_whole_country_is_no_more_than_its_cells() -> None:
    groups = "".join(f"  g{number}: {{name: G}}\n" for number in range(150))
    cells = "".join(f"        g{number}: TBC\n" for number in range(150))
    grid = "".join(f"      {turn}:\n{cells}" for turn in ("autumn", "winter", "spring"))
    programme = f"events:\n  forum:\n    title: Forum\n    for: each group in each round\n    date:\n{grid}"
    people = PEOPLE.replace("groups: {coast: {name: Coast}, moor: {name: Moor}}\n", f"groups:\n{groups}")
    reading = read_document("country.yaml", written(programme, people.replace("coast", "g1")))
    assert reading.diagnostics == []
    assert reading.cycle
    assert beyond(reading.cycle, 150 * 3 + 1) is None


@pytest.mark.parametrize("file", ["cycles/2017-18.yaml", "examples/made-up/cycles/2026-27.yaml"])
def test_real_cycles_are_far_from_the_bound(file: str) -> None:
    cycle = read_document(file, (ROOT / file).read_bytes()).cycle
    assert cycle
    assert beyond(cycle, MOST // 100) is None
