"""`chase`: drafts in a folder with their index, what was sent on record, and addresses from their own file."""

import re
from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.cli.conftest import Call
from tests.cli.season import Season, begin

Golden = Callable[[str, str | bytes], None]
FILES = [
    "index.html",
    "juniper-bay-chief-executive-second-reminder.eml",
    "orrinshaw-dcs-second-reminder.eml",
    "tarnwick-lead-member-second-reminder.eml",
    "vennside-lead-member-second-reminder.eml",
]


@pytest.fixture
def season(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> Season:
    monkeypatch.setenv("PEERCYCLE_BY", "the coordinator")
    return begin(tmp_path, call)


def outbox(season: Season) -> list[str]:
    return sorted(path.name for path in (season.folder / "outbox").iterdir())


def test_what_is_to_be_sent_is_listed(season: Season, golden: Golden) -> None:
    answer = season.run("chase")
    assert (answer.code, answer.err) == (0, "")
    golden("cli/chase.txt", answer.out)


@pytest.mark.parametrize("owner", ["juniper-bay", "orrinshaw", "vennside"])
def test_a_letter_is_shown_as_it_is_read(season: Season, golden: Golden, owner: str) -> None:
    golden(f"cli/chase-{owner}.txt", season.run("chase", "--for", owner).out)


def test_the_first_letters_of_october(season: Season, golden: Golden) -> None:
    lines = season.log.read_text(encoding="utf-8").splitlines(keepends=True)
    season.log.write_text("".join(line for line in lines if '"chased"' not in line), encoding="utf-8")
    answer = season.run("chase", "--for", "juniper-bay", on="2026-10-21")
    golden("cli/chase-juniper-bay-first.txt", answer.out)
    assert "second" not in answer.out


@pytest.mark.parametrize("owner", ["juniper-bay", "orrinshaw"])
def test_the_letters_of_february_name_one_another_and_nothing_that_is_held_back(
    season: Season, golden: Golden, owner: str
) -> None:
    """The notes were never sent, so comments on them are overdue and asked for in no letter."""
    out = season.run("chase", "--for", owner, on="2027-02-10").out
    golden(f"cli/chase-{owner}-february.txt", out)
    assert "comments" not in out


def test_drafts_are_written_with_an_index(season: Season) -> None:
    folder = season.folder / "outbox"
    (season.folder / "contacts.local.yaml").write_text(
        "authorities:\n  tarnwick:\n    lead-member: {name: The Member, address: lm@tarnwick.example}\n"
        "    dcs: {address: dcs@tarnwick.example}\n",
        encoding="utf-8",
    )
    answer = season.run("chase", "--out", str(folder))
    assert (answer.code, answer.err) == (0, "")
    assert outbox(season) == FILES
    message = message_from_bytes((folder / FILES[3]).read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    assert [(a.display_name, a.addr_spec) for a in message["To"].addresses] == [
        ("The Member", "lm@tarnwick.example")
    ]
    assert [a.addr_spec for a in message["Cc"].addresses] == ["dcs@tarnwick.example"]
    part = message.get_body(("plain",))
    assert part is not None
    assert part.get_content().startswith("Dear The Member\r\n")
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert page.count("no address in contacts.local.yaml") == 3
    links = re.findall(r'href="(mailto:[^"]*)"', page)
    assert len(links) == 4
    assert max(map(len, links)) <= 1_800 + 5 * 4  # an ampersand is written in five characters
    tarnwick = next(link for link in links if "tarnwick" in link).replace("&amp;", "&")
    assert tarnwick.startswith("mailto:lm@tarnwick.example?subject=Your%20signature")
    assert "&cc=dcs%40tarnwick.example&body=Dear%20The%20Member%0D%0A%0D%0A" in tarnwick
    assert "Please sign the memorandum of understanding" in unquote(tarnwick)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    season.run("chase", "--out", str(folder))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_no_letter_names_another_authority(season: Season) -> None:
    folder = season.folder / "outbox"
    season.run("chase", "--out", str(folder))
    names = ("Juniper Bay", "Orrinshaw", "Tarnwick", "Vennside", "Quillmere", "Cobblewick")
    for name, file in zip(names, FILES[1:], strict=False):
        text = (folder / file).read_bytes().replace(b"=\r\n", b"").decode()
        assert name in text
        assert not [other for other in names if other != name and other in text]


def test_what_was_sent_is_not_chased_again_until_its_next_step(season: Season) -> None:
    answer = season.run("chase", "--sent", "--for", "orrinshaw", "--note", "By email")
    assert answer.out.splitlines() == [
        "Recorded: Orrinshaw, second reminder sent: submit-self-view, return-mou",
        "To take it back: peercycle record --undo 2026-11-23-drawn",
    ]
    assert season.last() == [
        {
            "by": "the coordinator", "what": "chased", "authority": "orrinshaw", "role": "dcs", "date": "2026-11-23",
            "tasks": ["submit-self-view/orrinshaw", "return-mou/orrinshaw"], "step": 2, "note": "By email",
        }
    ]  # fmt: skip
    again = season.run("chase", on="2026-11-24").out
    assert "Orrinshaw        second reminder" not in again
    assert "Reminded on every step: telephone\n  Orrinshaw        submit-self-view, return-mou\n" in again
    assert season.run("chase", "--sent", "--for", "orrinshaw").out == (
        "There is no draft of that day to have been sent.\n"
    )


def test_older_drafts_are_named_and_left(season: Season) -> None:
    folder = season.folder / "outbox"
    season.run("chase", "--out", str(folder))
    season.run("chase", "--sent", "--for", "orrinshaw")
    answer = season.run("chase", "--out", str(folder))
    assert "1 older draft still there: orrinshaw-dcs-second-reminder.eml" in answer.out
    assert outbox(season) == FILES


def test_nobody_is_late_with_nothing_recorded(tmp_path: Path, call: Call) -> None:
    season = begin(tmp_path, call, log=False)
    answer = season.run("chase", "--out", str(tmp_path / "outbox"))
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        "peercycle: nothing is recorded up to that day, so nobody can be said to be late\n"
        "Record first what has come: peercycle record ACTION AUTHORITY --sent\n"
    )
    assert not (tmp_path / "outbox").exists()


def test_who_is_misspelt(season: Season) -> None:
    answer = season.run("chase", "--for", "orinshaw")
    assert (answer.code, answer.err) == (
        2,
        "peercycle: nobody in this cycle is called 'orinshaw'\nNearest: orrinshaw\n",
    )
    answer = season.run("chase", "--for", "bolton")
    assert (answer.code, answer.err.splitlines()) == (
        2,
        [
            "peercycle: nobody in this cycle is called 'bolton'",
            "~/cycles/2026-27.yaml, which was read, has no authority or body of that id or name.",
        ],
    )


def test_the_contacts_file_is_printed_and_what_is_missing_said(season: Season) -> None:
    answer = season.run("chase", "--contacts")
    assert answer.code == 0
    assert answer.out.count('dcs: {name: "", address: ""}') == 24
    assert answer.out.count('ad: {name: "", address: ""}') == 24
    assert answer.out.endswith('  ofsted:\n    all: {name: "", address: ""}\n')
    assert answer.err.splitlines()[0].startswith(
        "0 of 24 have an address of the Director of Children's Services; missing: "
    )
    assert answer.err.endswith(
        "No address of: Coordinator of Improvement team, Chair of Performance and Data group, Chair of\n"
        "Directors' Network, Chair of Board, Ofsted\n"
    )


def test_whoever_changes_are_told_to_without_an_address_is_in_the_contacts_file(season: Season) -> None:
    filled = season.run("chase", "--contacts").out.replace('address: ""', 'address: "x@region.example"')
    (season.folder / "contacts.local.yaml").write_text(filled, encoding="utf-8")
    assert season.run("chase", "--contacts").err.splitlines() == [
        f"24 of 24 have an address of the {role}"
        for role in (
            "Director of Children's Services",
            "Assistant Director",
            "Lead Member",
            "Chief Executive",
        )
    ]
    calendars = ("calendar", "--out", str(season.folder / "calendars"))
    for before, after, *more in [
        (
            "date: TBC after own forum",
            "date: Thursday 4 March 2027",
        ),  # of each conversation, to which Ofsted comes
        ("date: Thursday 4 March 2027", "date: Friday 5 March 2027", "--changes"),
    ]:
        text = season.cycle.read_text(encoding="utf-8").replace(before, after)
        season.cycle.write_text(text, encoding="utf-8")
        answer = season.run(*calendars, *more)
        assert (answer.code, answer.err) == (0, "")
    told = [path.read_text(encoding="utf-8") for path in (season.folder / "calendars" / "changes").iterdir()]
    assert len(told) == 24
    assert all("ATTENDEE" in each for each in told)


def test_a_contacts_file_with_faults_stops_it(season: Season) -> None:
    (season.folder / "contacts.local.yaml").write_text(
        "authorities:\n  tarnwik: {dcs: {address: x}}\n", encoding="utf-8"
    )
    answer = season.run("chase", "--out", str(season.folder / "outbox"))
    assert (answer.code, answer.out) == (1, "")
    assert "this cycle knows nobody called 'tarnwik'  [contacts]" in answer.err
    assert "Nearest: tarnwick" in answer.err
    assert answer.err.endswith("contacts.local.yaml has 1 fault; nothing was done\n")
    assert not (season.folder / "outbox").exists()


def test_one_fault_of_a_contacts_file_is_one(season: Season) -> None:
    (season.folder / "contacts.local.yaml").write_text("hello\n", encoding="utf-8")
    answer = season.run("chase")
    assert (answer.code, answer.out) == (1, "")
    assert "error: a contacts file consists of keys and values; this one holds a text" in answer.err
    assert "cycle file" not in answer.err
    assert answer.err.endswith("~/contacts.local.yaml has 1 fault; nothing was done\n")


def test_a_contacts_file_can_be_printed_into_its_place(season: Season) -> None:
    contacts = season.folder / "contacts.local.yaml"
    contacts.touch()  # as a shell does before it starts peercycle
    answer = season.run("chase", "--contacts")
    assert answer.code == 0
    contacts.write_text(answer.out, encoding="utf-8")
    assert season.run("chase").code == 0


@pytest.mark.parametrize("folder", ["", "  "])
def test_a_folder_without_a_name(season: Season, folder: str) -> None:
    assert season.run("chase", "--out", folder).code == 2


def test_a_file_in_the_place_of_the_folder(season: Season) -> None:
    (season.folder / "outbox").write_text("x", encoding="utf-8")
    answer = season.run("chase", "--out", str(season.folder / "outbox"))
    assert (answer.code, answer.out) == (2, "")


def test_a_template_of_the_workspace_words_the_letters(season: Season) -> None:
    (season.folder / "templates").mkdir()
    template = season.folder / "templates" / "letter.md.j2"
    template.write_text("# {{ title }}\n\nHello {{ dear }}\n", encoding="utf-8")
    assert season.run("chase", "--for", "tarnwick").out.endswith("\n\nHello Lead Member\n")
    template.write_text("# {{ title }}\n\n{{ deer }}\n", encoding="utf-8")
    answer = season.run("chase", "--for", "tarnwick", "--out", str(season.folder / "outbox"))
    assert answer.code == 1
    assert "there is no field 'deer' here" in answer.err or "there is no 'deer' here" in answer.err
    assert not (season.folder / "outbox").exists()
