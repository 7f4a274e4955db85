"""Rules set aside for one place, with a reason and an end (format, section 6)."""

from peercycle.model.cycle import Waiver
from peercycle.model.place import Place
from peercycle.rules.examined import Examined
from peercycle.schedule.questions import covers, subject_of


def holds(waiver: Waiver, examined: Examined) -> bool:
    """Whether a waiver has not run out."""
    return waiver.until.latest is None or examined.on <= waiver.until.latest


def concerns(about: str, place: Place) -> bool:
    """Whether a waiver's `about` names the entry, or the key of it, that a place lies in."""
    if " " in about:
        return covers(about, place)
    return about in subject_of(place)[:2] or place[1:] == (about,)


def waived(examined: Examined, rule: str, place: Place) -> bool:
    """Whether a waiver sets this rule aside here; the waivers that do are marked as used."""
    waivers = [
        key
        for key, waiver in examined.cycle.waivers.items()
        if waiver.rule == rule and holds(waiver, examined) and concerns(waiver.about, place)
    ]
    examined.used_waivers.update(waivers)
    return bool(waivers)
