"""Days and papers that wait for one another in a circle."""

import pytest

from tests.rules.examples import Found, Marked, faults

RULE = "dependency-loop"


def test_days_that_lean_on_one_another() -> None:
    fragment = """
    submit-self-view:
      due: with prepare-for-own-forum
    prepare-for-own-forum:
      due: 2 days after issue-questions
    issue-questions:
      due: 2 days before submit-self-view
    """
    assert faults(RULE, fragment) == [
        Found(
            "phases/self-evaluation/actions/submit-self-view/due",
            "with prepare-for-own-forum",
            "the day of submit-self-view leans on prepare-for-own-forum, which leans on issue-questions, "
            "which leans on submit-self-view",
            "submit-self-view leans on prepare-for-own-forum",
            "Give one of them a day of its own, or TBC.",
            (
                Marked("2 days after issue-questions", "prepare-for-own-forum leans on issue-questions"),
                Marked("2 days before submit-self-view", "issue-questions leans on submit-self-view"),
            ),
            50,
            14,
        )
    ]


@pytest.mark.parametrize(
    ("fragment", "message", "hint"),
    [
        (
            "nwadcs-november:\n  date: 2 days after nwadcs-november",
            "the day of nwadcs-november leans on itself",
            "Give it a day of its own, or TBC.",
        ),
        (
            "issue-questions:\n  needs: [data-pack]",
            "issue-questions needs the data pack, which it alone produces",
            "It can never begin. Take one away from needs:, or say by comes-from: that the data pack is there already.",
        ),
        (
            "submit-self-view:\n  needs: [good-practice]",
            "submit-self-view needs the good practice of forum, forum needs the self-view of submit-self-view",
            (
                "None of them can begin. Take one away from needs:, or say by comes-from: that the good practice or "
                "the self-view is there already."
            ),
        ),
    ],
)
def test_other_circles(fragment: str, message: str, hint: str) -> None:
    (fault,) = faults(RULE, fragment)
    assert (fault.message, fault.hint) == (message, hint)


def test_what_stands_before_a_circle_is_no_part_of_it() -> None:
    fragment = (
        "documents:\n  a: {title: A}\n  b: {title: B}\n  c: {title: C}\n"
        "submit-self-view:\n  needs: [a]\n  produces: [self-view]\n"
        "issue-questions:\n  needs: [b]\n  produces: [data-pack, a]\n"
        "prepare-for-own-forum:\n  needs: [a]\n  produces: [b]\n"
    )
    (fault,) = faults(RULE, fragment)
    assert (
        fault.message
        == "issue-questions needs the b of prepare-for-own-forum, prepare-for-own-forum needs the a of issue-questions"
    )


@pytest.mark.parametrize(
    "fragment",
    [
        "self-view: {title: Self-view, per: authority, comes-from: last year}\nsubmit-self-view:\n  needs: [good-practice]",
        "issue-questions:\n  needs: [data-pack]\nsubmit-self-view:\n  produces: [self-view, data-pack]",
        "nwadcs-november:\n  agenda: [{item: A, produces: [good-practice]}, {item: B, needs: [good-practice]}]",
        (
            "issue-questions:\n  due: {december: TBC, january: 2 days after prepare-for-own-forum}\n"
            "prepare-for-own-forum:\n  due: {december: 2 days after issue-questions, january: TBC}"
        ),
    ],
)
def test_no_circle(fragment: str) -> None:
    assert faults(RULE, fragment) == []
