"""The tracker made: the workbook of a cycle, ready to be written."""

from peercycle.documents.edition import Edition
from peercycle.documents.readership import team_alone
from peercycle.documents.tracker import tracker_book
from peercycle.exports import module_of
from peercycle.workspace.rendering import Made, file_part


def tracker(edition: Edition) -> Made:
    """Return the tracker of a cycle as a workbook; raises ExtraMissing where the library is not installed."""
    xlsx = module_of("xlsx")
    name = f"{file_part(f'{edition.cycle.cycle} tracker')}.xlsx"
    content = xlsx.workbook(tracker_book(edition))
    return Made(name, content, title="Tracker", readers=team_alone(edition))
