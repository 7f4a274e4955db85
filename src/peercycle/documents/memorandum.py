"""The view of a sign-off sheet: who of one authority signs the memorandum of understanding, and to whom it goes."""

from typing import Any

from peercycle.documents.addressee import Addressee
from peercycle.documents.deadlines import task_when
from peercycle.documents.edition import Edition
from peercycle.documents.glossary import closing
from peercycle.documents.occasions import MEMORANDUM, maker
from peercycle.documents.on_record import on_form
from peercycle.documents.open_points import concerning, open_points
from peercycle.documents.readership import audience_of
from peercycle.documents.signing import returned, signing
from peercycle.documents.wording import capital, cycle_label
from peercycle.schedule.deadline import TO_BE_CONFIRMED


def memorandum(edition: Edition, authority: str) -> dict[str, Any]:
    """Return the view of one authority's sign-off sheet."""
    reader = Addressee(edition, authority)
    action = maker(edition.plan, MEMORANDUM)
    task = reader.own(action)
    view: dict[str, Any] = {
        "title": f"{reader.name}: memorandum of understanding, {cycle_label(edition.cycle.cycle)}",
        "name": reader.name,
        "when": capital(task_when(edition, task, reader.words) if task else TO_BE_CONFIRMED),
        "to": capital(returned(reader, action)),
        "audience": audience_of(reader),
        "so_far": on_form(reader, task, "returned"),
        "signing": signing(reader, action),
    }
    keys = {key for key, held in edition.actions.items() if held is action}
    view["open"] = open_points(edition, concerning(edition, keys, reader.subject), reader.words)
    return view | closing(edition, view, view["audience"], reader.words)
