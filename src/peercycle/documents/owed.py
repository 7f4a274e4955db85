"""How a reminder words one thing that is owed: as a paper, as a deed, whose it is, and whether it is sent or done."""

from collections.abc import Sequence

from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording
from peercycle.model.when import long_date
from peercycle.schedule import names
from peercycle.schedule.status import Standing


def paper(edition: Edition, standing: Standing) -> str:
    """Return the paper that a task brings, else one that it passes on, inside a sentence; "" where there is none."""
    action, documents = edition.plan.action(standing.task), edition.cycle.documents
    papers = [documents[key].title for key in (*action.produces, *action.needs) if key in documents]
    return _inside(edition, papers[0]) if papers else ""


def short_name(edition: Edition, standing: Standing) -> str:
    """Return the paper of a task, else its short name, for a subject line."""
    action = edition.plan.action(standing.task)
    return paper(edition, standing) or _inside(edition, action.title or action.do)


def _inside(edition: Edition, title: str) -> str:
    """Return a title inside a sentence, a remark behind it left out."""
    return Wording(edition.cycle).inside(title.partition(",")[0].rstrip("."))


def deed(edition: Edition, standing: Standing, to: str = "") -> str:
    """Return what is to be done as an instruction to a role: "ask your Lead Member to note the actions" to another."""
    done = Wording(edition.cycle).inside(edition.plan.action(standing.task).do.rstrip("."))
    post = post_of(edition, standing)
    return f"ask your {_post(edition, standing)} to {done}" if post and to and post != to else done


def infinitive(edition: Edition, standing: Standing) -> str:
    """Return what is to be done as a deed, with the post that does it: "to note the actions (Lead Member)"."""
    post = f" ({_post(edition, standing)})" if post_of(edition, standing) else ""
    return f"to {deed(edition, standing)}{post}"


def post_of(edition: Edition, standing: Standing) -> str:
    """Return the id of the role or post whose task it is, "" where it is its authority's or body's own."""
    role = edition.plan.action(standing.task).owner.role
    body = edition.cycle.bodies.get(standing.task.owner.body or "")
    return role if role in edition.cycle.roles or (body and role in body.posts) else ""


def _post(edition: Edition, standing: Standing) -> str:
    return names.post(edition.cycle, standing.task.owner.body or "", post_of(edition, standing))


def is_sent(edition: Edition, owed: Sequence[Standing]) -> bool:
    """Whether everything owed is something that is sent: it goes to somebody, or is a paper that it brings."""
    actions = [edition.plan.action(standing.task) for standing in owed]
    return all(action.to or action.produces for action in actions)


def due(standing: Standing) -> str:
    """Return the sentence that says when a task was due, "" where no day is known."""
    latest = standing.task.due.latest
    return f"It was due on {long_date(latest)}." if latest else ""
