"""What documents can be about: authorities, and meetings by the papers that go into them and come out of them.

A meeting is never known by its id: a region calls its meetings what it likes, and its papers by the ids of the format.
"""

from peercycle.schedule.plan import Meeting, Plan


def authorities(plan: Plan) -> tuple[str, ...]:
    """Return the ids of all authorities, in the file's order."""
    return tuple(plan.cycle.authorities)


def meetings(plan: Plan) -> tuple[str, ...]:
    """Return the ids of all meetings, in the file's order."""
    return tuple(meeting.id for meeting in plan.meetings)


def whole_cycle(plan: Plan) -> tuple[str, ...]:
    """Return the id of the cycle itself: there is one such document."""
    return (plan.cycle.cycle,)


def using(plan: Plan, *papers: str) -> list[Meeting]:
    """Return the meetings of the whole region that need all these papers, and do not make them."""
    wanted = set(papers)
    return [
        meeting
        for meeting in plan.meetings
        if wanted <= set(plan.event(meeting).needs) - set(plan.event(meeting).produces)
        and not meeting.subject.named
    ]


def making(plan: Plan, paper: str) -> list[Meeting]:
    """Return the meetings at which a paper is made."""
    return [meeting for meeting in plan.meetings if paper in plan.event(meeting).produces]


def meeting_of(plan: Plan, subject: str) -> Meeting:
    """Return the meeting that a subject of a paper is, or begins with: `forum/december/coast/board` is for the Board."""
    found = (held for held in plan.meetings if f"{subject}/".startswith(f"{held.id}/"))
    return max(found, key=lambda held: len(held.id))
