"""Lines and records made for the tests of the log: `line("a")`, `line("b", what="held", event="forum")`."""

import json
from typing import Any

from peercycle.progress.lines import read_log
from peercycle.progress.log import Log
from peercycle.progress.record import Record
from peercycle.progress.wire import read_record

NAME = "2026-27.progress.jsonl"
PLAIN = {
    "at": "2026-11-23T09:30:00.000+00:00",
    "by": "the coordinator",
    "what": "sent",
    "action": "submit-self-view",
    "authority": "tarnwick",
    "date": "2026-11-23",
}


def data(id_: str = "a", **changed: Any) -> dict[str, Any]:
    """Return the object of a line; a key given as None is left out."""
    keyed = {key.rstrip("_").replace("_", "-"): value for key, value in changed.items()}
    return {key: value for key, value in ({"id": id_} | PLAIN | keyed).items() if value is not None}


def line(id_: str = "a", **changed: Any) -> str:
    """Return a line of the log, without its end."""
    return json.dumps(data(id_, **changed), ensure_ascii=False)


def record(id_: str = "a", **changed: Any) -> Record:
    """Return the record of a line."""
    return read_record(data(id_, **changed))


def log_of(content: str | bytes) -> Log:
    """Return a log read from its text or bytes."""
    return read_log(NAME, content.encode() if isinstance(content, str) else content)


def ids(log: Log) -> str:
    """Return the ids of the records of a log, with a space between."""
    return " ".join(each.id for each in log.records)


def told(log: Log) -> list[tuple[str, str, str]]:
    """Return rule, place in lines and columns, and message of every fault of a log."""
    return [
        (
            each.rule,
            f"{each.span.line}:{each.span.column}-{each.span.end_line}:{each.span.end_column}",
            each.message,
        )
        for each in log.diagnostics
    ]
