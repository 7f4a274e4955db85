"""What meetings mean for one authority: which it attends, in what part, and on which days they can be."""

from collections.abc import Iterable
from datetime import date

from peercycle.documents.wording import Wording, capital, days, listed
from peercycle.model.when import long_date
from peercycle.schedule import names
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.attendance import part, seats
from peercycle.schedule.choosing import concerns
from peercycle.schedule.deadline import TO_BE_CONFIRMED, Deadline, spread
from peercycle.schedule.plan import Meeting, Plan, Task
from peercycle.schedule.questions import OpenQuestion, open_questions, subject_of
from peercycle.schedule.status import Status

Row = dict[str, str]
PART = {
    "challenged": "You are challenged",
    "challenger": "You challenge",
    "open": "You are challenged if this is your round, and challenge if it is not",
    "": "",
}


def team(plan: Plan) -> str | None:
    """Return the body that the authorities' papers are sent to, None where no action says."""
    receivers = [
        party.who
        for action, _ in plan.actions.values()
        for party in action.to
        if party.who in plan.cycle.bodies
    ]
    return max(set(receivers), key=receivers.count) if receivers else None


def attended(plan: Plan, authority: str) -> list[list[Meeting]]:
    """Return the meetings an authority goes to; where its own is not known, all that it may be stand together."""
    subject = plan.cast.authorities[authority]
    gathered: dict[tuple[str, str | None], list[Meeting]] = {}
    for meeting in plan.meetings:
        if seats(plan, meeting, authority) is not None and (meeting.subject.authority in (None, authority)):
            key = (meeting.event, meeting.subject.round) if subject.group is None else (meeting.id, None)
            gathered.setdefault(key, []).append(meeting)
    return list(gathered.values())


def meeting_rows(status: Status, authority: str, words: Wording) -> list[tuple[Deadline, Row]]:
    """Return the meetings ahead as rows: when, what and who, each with its day for sorting."""
    rows = []
    for group in attended(status.plan, authority):
        ahead = [meeting for meeting in group if not status.past(meeting)]
        if ahead:
            when = spread([meeting.date for meeting in ahead], "one of these days")
            rows.append((when, _row(status.plan, ahead, when, authority, words)))
    return rows


def _row(plan: Plan, meetings: list[Meeting], when: Deadline, authority: str, words: Wording) -> Row:
    first = meetings[0]
    fact = arrangements(plan, first)
    dates = [meeting.date.day for meeting in meetings if meeting.date.day]
    text = days(dates) if len(dates) == len(meetings) else when.text
    tentative = len(dates) == len(meetings) and all(meeting.date.tbc for meeting in meetings)
    hours = f", {fact.hours}" if fact.hours else ""
    place = _place([arrangements(plan, meeting).where for meeting in meetings])
    said = PART[part(plan, first, authority)]
    return {
        "when": capital(
            f"{text}{' (' + TO_BE_CONFIRMED + ')' if tentative and TO_BE_CONFIRMED not in text else ''}{hours}"
        ),
        "what": ". ".join(filter(None, (_title(plan, meetings) + place, said))),
        "who": capital(words.seats(seats(plan, first, authority) or ())),
    }


def _title(plan: Plan, meetings: list[Meeting]) -> str:
    first = meetings[0]
    title = plan.event(first).title
    if len(meetings) == 1:
        return names.meeting(plan, first) if first.subject.group else title
    round_ = f"{capital(first.subject.round)} round: " if first.subject.round else ""
    return f"{round_}{title} of your {plan.cycle.words.group}"


def _place(places: Iterable[str]) -> str:
    distinct = set(places)
    only = distinct.pop() if len(distinct) == 1 else ""
    return f", {only}" if only else ""


def opening(status: Status, authority: str, words: Wording) -> str:
    """Return the one sentence a reader should not miss."""
    plan = status.plan
    subject, name = plan.cast.authorities[authority], plan.cycle.authorities[authority].name
    ahead = sorted(
        m.date.day for m in plan.meetings if m.date.day and m.date.day >= status.on and m.subject.group
    )
    if (subject.group is None or subject.round is None) and plan.cycle.groups and ahead:
        body = team(plan)
        ask = f"ask the {words.body(body)} " if body else "ask "
        return (
            f"First, {ask}which {plan.cycle.words.group} {name} is in, and in which round {name} is challenged. "
            f"Until you know, keep these days free: {listed([long_date(day) for day in ahead])}."
        )
    following = _following(status, authority)
    return following or (
        "No meeting is ahead."
        if status.on > _end(plan)
        else "The days of the meetings ahead are to be confirmed."
    )


def _end(plan: Plan) -> date:
    return plan.cycle.runs.latest or date.max


def _following(status: Status, authority: str) -> str:
    ahead = [
        m
        for group in attended(status.plan, authority)
        for m in group
        if m.date.day and m.date.day >= status.on
    ]
    if not ahead:
        return ""
    first = min(ahead, key=lambda meeting: meeting.date.day or date.max)
    said = PART[part(status.plan, first, authority)]
    return f"Next: {names.meeting(status.plan, first)}, {first.date.text}." + (f" {said}." if said else "")


def who_acts(plan: Plan, task: Task, words: Wording) -> str:
    """Return whose move an action of an authority is: a role, the signatories, or the authority itself."""
    action = plan.action(task)
    if action.owner.role:
        return capital(words.role(action.owner.role))
    signatories = [role for step in action.sign_off for role in step]
    return capital(words.roles(signatories)) if signatories else "Your authority"


def paper(plan: Plan, key: str) -> str:
    """Return a paper's title, as it stands in a sentence."""
    title = plan.cycle.documents[key].title if key in plan.cycle.documents else key
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def touching(plan: Plan, authority: str) -> list[OpenQuestion]:
    """Return the open questions about what this authority does, attends or receives, and about its membership."""
    subject = plan.cast.authorities[authority]
    ids = {
        step.event if isinstance(step, Meeting) else step.action
        for step in (*plan.meetings, *plan.tasks)
        if concerns(step, subject)
    }
    ids = {key for key in ids if key is not None and not _suggested(plan, key)}
    member_of = {"authorities", authority, *((subject.group,) if subject.group else plan.cycle.groups)}
    return [q for q in open_questions(plan) if _touches(q, ids | member_of)]


def _suggested(plan: Plan, key: str) -> bool:
    entry = plan.actions[key][0] if key in plan.actions else plan.events[key][0]
    return entry.suggested is not None


def _touches(question: OpenQuestion, ids: set[str]) -> bool:
    about = {text.partition(" ")[0] for text in question.about}
    return bool(about & ids) or any(subject_of(place)[0] in ids for place in question.places)
