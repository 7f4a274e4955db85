"""The manual pages of the faults of form: what reading finds before there is a cycle to examine, all of them errors.

The docstring of each module is the page of the fault that it is named for.
"""

from typing import Final

FORM_FAULTS: Final = (
    "unreadable-file",
    "too-large",
    "yaml-syntax",
    "nested-too-deeply",
    "duplicate-key",
    "key-without-value",
    "unknown-key",
    "missing-key",
    "wrong-type",
    "malformed-id",
    "malformed-quantity",
    "malformed-date",
    "impossible-date",
    "malformed-deadline",
    "due-range",
    "malformed-time",
    "malformed-owner",
)
