"""The view of a headlines sheet: what one authority is challenged on, and where it was placed, as far as it is shown that."""

from typing import Any

from peercycle.documents.addressee import Addressee
from peercycle.documents.edition import Edition
from peercycle.documents.expected import expected
from peercycle.documents.glossary import closing
from peercycle.documents.judgement import judgement
from peercycle.documents.occasions import HEADLINES
from peercycle.documents.open_points import concerning, open_points
from peercycle.documents.own_forum import forum_facts, own_forums
from peercycle.documents.readership import audience_of
from peercycle.documents.wording import cycle_label
from peercycle.progress.fold import Noted
from peercycle.schedule.findings import of_authority
from peercycle.schedule.sharing import may_see

_FOCUS = {"education": "Education", "social care": "Social care", "both": "Education and social care"}
FOCUS = "suggested-focus"


def headlines_sheet(edition: Edition, authority: str) -> dict[str, Any]:
    """Return the view of one authority's headlines sheet, put together in the order it is read."""
    reader = Addressee(edition, authority)
    forums = own_forums(reader)
    known = [n for n in of_authority(edition.findings, authority) if may_see(edition.plan, n, reader.subject)]
    seen = [noted for noted in known if noted.closed is None]
    headlines = [_row(noted) for noted in seen if noted.finding.kind == "headline"]
    closed = any(noted.closed and noted.finding.kind == "headline" for noted in known)
    view: dict[str, Any] = {
        "title": f"{reader.name}: headlines and questions, {cycle_label(edition.cycle.cycle)}",
        "audience": audience_of(reader),
        "facts": forum_facts(reader, forums) if forums else [],
        "expected": "" if headlines or closed else expected(edition, HEADLINES, reader.words),
        "all_closed": closed and not headlines,
        "focus": _focus(reader, seen),
        "headlines": headlines,
        "questions": [_row(noted) for noted in seen if noted.finding.kind == "question"],
        "placements": _placements(reader, seen),
    }
    view["open"] = open_points(edition, concerning(edition, {HEADLINES}, reader.subject), reader.words)
    return view | closing(edition, view, view["audience"], reader.words)


def _row(noted: Noted) -> dict[str, str]:
    return {"text": noted.finding.text.strip(), "theme": noted.finding.theme}


def _focus(reader: Addressee, seen: list[Noted]) -> str:
    """Return the suggested focus, "" in a cycle that suggests none."""
    noted = next((each for each in seen if each.finding.kind == "focus"), None)
    if noted:
        return _FOCUS[noted.finding.text]
    return "Not on record yet" if FOCUS in reader.edition.cycle.documents else ""


def _placements(reader: Addressee, seen: list[Noted]) -> list[dict[str, str]]:
    """Return each place on the journey that the authority is shown, with whose judgement it is."""
    return [
        {
            "stage": noted.finding.text,
            "of": noted.finding.enabler,
            "judgement": judgement(reader.edition, noted.finding.judged, [noted], reader.words),
        }
        for noted in seen
        if noted.finding.kind == "placement"
    ]
