"""`peercycle note`: write down what a challenge found of an authority, and close it again."""

import sys
from typing import Annotated, Final, NamedTuple

import typer

from peercycle.cli.asking import Asked, CycleOption, OnOption, ask, one_day
from peercycle.cli.ending import Ending
from peercycle.cli.recording import ByOption, DateOption, RefOption, after, happened, keep
from peercycle.cli.recording import text as kept
from peercycle.cli.screen import put, width
from peercycle.model.when import long_date
from peercycle.progress.finding import Finding, Kind
from peercycle.progress.fold import Noted
from peercycle.progress.record import Record
from peercycle.progress.wire import LONGEST_TEXT

EXAMPLES = """\b
Kinds:
  headline            the main thing agreed
  question            a question for challenge
  focus               education, social care or both
  placement           a stage of the journey, --judged by whom
  support-request     help that is asked for
  good-practice       help that is offered; --answers a request
  immediate-action    --owner takes it forward, --due by when
  conversation-date   the day of the Annual Conversation
  conversation-notes  what was agreed there
  follow-up           what is looked at again
\b
More:
  peercycle note AUTHORITY                    what is noted of it, with ids
  peercycle note AUTHORITY KIND - < FILE      a long text
  peercycle note --close ID --outcome TEXT    what came of it
\b
Examples:
  peercycle note quillmere
  peercycle note quillmere headline "Care leavers without work" --theme "Care leavers"
  peercycle note quillmere placement "Fair to good" --judged self
  peercycle note quillmere immediate-action "Agree one rate" --owner cluster-dale --due 2027-01-29
  peercycle note quillmere support-request "A model letter" --shared-with all"""
CLOSING: Final = "Write: peercycle note --close ID --outcome TEXT"


def note(
    ctx: typer.Context,
    authority: Annotated[
        str | None, typer.Argument(metavar="AUTHORITY", help="Of whom; alone, what is noted of it.")
    ] = None,
    kind: Annotated[str | None, typer.Argument(metavar="[KIND", help="What it is.")] = None,
    text: Annotated[str | None, typer.Argument(metavar="TEXT]", help="What was found; - reads it.")] = None,
    theme: Annotated[str, typer.Option("--theme", metavar="TEXT", help="What it is about.")] = "",
    owner: Annotated[
        str, typer.Option("--owner", metavar="ID", help="Who takes an immediate action forward.")
    ] = "",
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help="By when an immediate action is to be done.")
    ] = None,
    judged: Annotated[
        str,
        typer.Option(
            "--judged", metavar="BY", help="By whose judgement a placement is: self, preliminary, reported."
        ),
    ] = "",
    enabler: Annotated[
        str, typer.Option("--enabler", metavar="TEXT", help="What a placement is for [default: overall].")
    ] = "",
    shared_with: Annotated[
        list[str] | None,
        typer.Option("--shared-with", metavar="ID|all", help="Who else may see it; may be repeated."),
    ] = None,
    answers: Annotated[
        str, typer.Option("--answers", metavar="ID", help="The request that an offer answers.")
    ] = "",
    close: Annotated[str | None, typer.Option("--close", metavar="ID", help="Close this finding.")] = None,
    outcome: Annotated[str, typer.Option("--outcome", metavar="TEXT", help="What came of it.")] = "",
    date: DateOption = None,
    by: ByOption = None,
    ref: RefOption = None,
    cycle: CycleOption = None,
    on: OnOption = None,
) -> int:
    """Write down what was found of an authority, list it, or close it."""
    draft = Finding(
        "headline",
        "",
        kept("--theme", theme),
        owner,
        None,
        judged,
        enabler,
        tuple(shared_with or ()),
        answers,
    )
    written = Written(authority, kind, text, due, date, by, ref)
    _fits(written, draft, close, outcome)
    asked = ask(ctx, cycle, on)
    if close is not None:
        _close(asked, close, kept("--outcome", outcome), written)
    elif kind is None:
        _list(asked, authority or "")
    else:
        _note(asked, written, draft)
    return 0


class Written(NamedTuple):
    """The words of the command line that are still to be understood."""

    authority: str | None
    kind: str | None
    text: str | None
    due: str | None
    date: str | None
    by: str | None
    ref: str | None

    def record(self, asked: Asked) -> Record:
        """Return the record that is to be completed, with its day and where it stands."""
        return Record("", "", "", "noted", happened(asked, self.date), ref=kept("--ref", self.ref))


def _fits(written: Written, draft: Finding, close: str | None, outcome: str) -> None:
    """Refuse words and options that do not go together."""
    more = any(draft[2:]) or written.due is not None
    if close is not None and (written.authority is not None or more):
        raise Ending(2, "--close takes the id of a finding and its --outcome, nothing else", CLOSING)
    if close is None and outcome:
        raise Ending(2, "--outcome goes with --close", CLOSING)
    if close is None and written.authority is None:
        raise Ending(2, "AUTHORITY is missing", "How it is used: peercycle note --help")
    if close is None and written.kind is None and (more or written.date is not None or written.ref):
        raise Ending(2, "KIND is missing", "How it is used: peercycle note --help")


def _list(asked: Asked, authority: str) -> None:
    from peercycle.cli.screens.noted import listing_lines
    from peercycle.schedule.noting import Misnoted, authority_of

    try:
        key = authority_of(asked.plan, authority)
    except Misnoted as misnoted:
        raise Ending(2, misnoted.message, misnoted.advice) from None
    put(listing_lines(asked.plan, asked.progress, asked.on, width(), key))


def _note(asked: Asked, written: Written, draft: Finding) -> None:
    from peercycle.cli.screens.noted import noted_lines
    from peercycle.schedule.noting import Misnoted, authority_of, checked, kind_of

    before = asked.progress
    try:
        authority = authority_of(asked.plan, written.authority or "")
        draft = draft._replace(kind=kind_of(written.kind or ""))
        draft = draft._replace(due=None if written.due is None else one_day("--due", written.due))
        draft = draft._replace(text=_text(written.text, draft.kind))
        finding = checked(asked.plan, before, authority, draft)
    except Misnoted as misnoted:
        raise Ending(2, misnoted.message, misnoted.advice) from None
    record = written.record(asked)._replace(authority=authority, finding=finding)
    if finding.due and finding.due < record.date:
        raise Ending(
            2, f"--due: {long_date(finding.due)} is before {long_date(record.date)}, when it was noted"
        )
    (made,) = keep(asked, [record], written.by)
    now = after(asked, [made]).progress
    put(noted_lines(asked.plan, before, now, Noted(made, finding, None), width()))


def _text(given: str | None, kind: Kind) -> str:
    """Return what was found: the words of the command line, or for `-` what comes in; a day as the log has days."""
    if given is None:
        raise Ending(2, "TEXT is missing", f'As in: peercycle note AUTHORITY {kind} "..."')
    text = kept("TEXT", _read() if given == "-" else given)
    return one_day("TEXT", text).isoformat() if kind == "conversation-date" else text


def _read() -> str:
    """Return the text that comes in on standard input; ends with 2 where it is too long."""
    source = getattr(sys.stdin, "buffer", None)
    raw: bytes = source.read(4 * LONGEST_TEXT + 1) if source else b""
    if len(raw) > 4 * LONGEST_TEXT:
        raise Ending(2, f"what came in is too long; a text has at most {LONGEST_TEXT:,} characters")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Ending(2, "what came in is not UTF-8 text", "Save it as UTF-8, or type it.") from None


def _close(asked: Asked, given: str, outcome: str, written: Written) -> None:
    from peercycle.cli.screens.noted import closed_lines
    from peercycle.schedule.findings import is_open
    from peercycle.schedule.noting import Misnoted, named

    try:
        noted = named(asked.progress.findings, given)
    except Misnoted as misnoted:
        raise Ending(2, misnoted.message, misnoted.advice) from None
    if noted.closed:
        was = f"it was closed on {long_date(noted.closed.date)}"
        raise Ending(2, was, f"To close it otherwise, first: peercycle record --undo {noted.closed.id}")
    if not is_open(noted):
        raise Ending(
            2,
            f"a {noted.finding.kind} is not closed",
            "There is nothing to be done about it. To take it back: peercycle record --undo ID",
        )
    if noted.finding.kind == "immediate-action" and not outcome:
        raise Ending(2, "an immediate action is closed with its outcome", CLOSING)
    record = written.record(asked)._replace(what="closed", closes=noted.record.id, outcome=outcome)
    (made,) = keep(asked, [record], written.by)
    put(closed_lines(asked.plan, after(asked, [made]).progress, noted._replace(closed=made), width()))
