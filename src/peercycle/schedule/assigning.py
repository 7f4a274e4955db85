"""Which values of a cycle file change when authorities are put in a group or a round."""

from collections.abc import Mapping, Sequence
from typing import Any

from peercycle.model.cycle import Cycle
from peercycle.model.phrase import TBC
from peercycle.reading.splicing import Setting

_ORDER = ("name", "gss", "group", "round")


def assignments(
    cycle: Cycle, data: Mapping[str, Any], authorities: Sequence[str], group: str | None, round_: str | None
) -> list[Setting]:
    """Return the values that change: the authorities' own, and how many a round is said to have where it has as many.

    The number in a round is a check on the memberships; it goes with a move, or nobody could ever be moved. Whose round
    is no longer known may still be in it.
    """
    settings = []
    for authority in authorities:
        held = data["authorities"][authority]
        for key, value in (("group", group), ("round", round_)):
            if value is not None and held.get(key, "") != value:
                settings.append(Setting(("authorities", authority, key), value, _ORDER[: _ORDER.index(key)]))
    moved = {setting.place[1]: setting.value for setting in settings if setting.place[2] == "round"}
    return [*settings, *_counts(cycle, {key: str(value) for key, value in moved.items()})]


def _counts(cycle: Cycle, moved: Mapping[str, str]) -> list[Setting]:
    before = {key: row.round for key, row in cycle.authorities.items()}
    after = before | {key: round_ for key, round_ in moved.items() if round_ != TBC}
    found = []
    for key, held in cycle.rounds.items():
        was, now = (sum(round_ == key for round_ in rounds.values()) for rounds in (before, after))
        everyone_placed = TBC not in before.values() and None not in before.values()
        if was != now and held.authorities == was and (everyone_placed or now > was):
            found.append(Setting(("rounds", key, "authorities"), str(now)))
    return found
