"""Findings in a log that name what the cycle does not have."""

import pytest

from peercycle.progress.finding import Finding
from peercycle.progress.record import Record
from tests.rules.log.test_log_rules import found
from tests.schedule.logs import records_of

NOTED = records_of("2026-11-20 held sitting")[0]._replace(what="noted", event=None, authority="ash")


def noted(finding: Finding) -> Record:
    return NOTED._replace(finding=finding)


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (Finding("headline", "Anything at all"), []),
        (Finding("placement", "Fair to good", judged="view", enabler="Leadership"), []),
        (Finding("headline", "x", shared_with=("all", "birch", "coast", "team")), []),
        (
            Finding("placement", "Fair to goood"),
            ["1/text unknown-action: this cycle has no stage of the journey called 'Fair to goood' | Nearest: Fair to good"],
        ),
        (
            Finding("placement", "Fair to good", judged="veiw"),
            ["1/judged unknown-action: this cycle has no placement called 'veiw' | Nearest: view"],
        ),
        (
            Finding("placement", "Fair to good", enabler="Ledership"),
            ["1/enabler unknown-action: this cycle has no enabler called 'Ledership' | Nearest: Leadership"],
        ),
        (
            Finding("immediate-action", "x", owner="bord"),
            ["1/owner unknown-action: this cycle has no authority, group or body called 'bord' | Nearest: board"],
        ),
        (
            Finding("headline", "x", shared_with=("birch", "nowhere-at-all")),
            [
                ("1/shared-with unknown-action: this cycle has no authority, group or body called 'nowhere-at-all' | "
                "Take the record back, or mend the name in it.")
            ],
        ),
    ],
)  # fmt: skip
def test_what_a_finding_names(finding: Finding, expected: list[str]) -> None:
    assert found([noted(finding)]) == expected
