"""What a challenge finds of an authority: headlines, questions, requests, offers, actions and placements."""

from datetime import date
from typing import Final, Literal, NamedTuple, get_args

Kind = Literal[
    "headline",
    "question",
    "focus",
    "placement",
    "support-request",
    "good-practice",
    "immediate-action",
    "conversation-date",
    "conversation-notes",
    "follow-up",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
FOCUSES: Final = ("education", "social care", "both")


class Finding(NamedTuple):
    """A finding about one authority: confidential between it and the team unless `shared_with` says otherwise.

    `text` is what was found: for a focus one of `FOCUSES`, for a placement one of the cycle's stages, for a conversation
    date an ISO date. `owner` and `due` are an immediate action's: who takes it forward (an authority, a group or a body)
    and by when. `judged` is the document that is the placement (`placement-self`), `enabler` the enabler it is for, ""
    for the whole. `shared_with` are ids of authorities, groups and bodies, or `all`. `answers` is the id of the record
    whose finding it answers: an offer beside a request.
    """

    kind: Kind
    text: str
    theme: str = ""
    owner: str = ""
    due: date | None = None
    judged: str = ""
    enabler: str = ""
    shared_with: tuple[str, ...] = ()
    answers: str = ""
