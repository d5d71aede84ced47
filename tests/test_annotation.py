"""An event's text with its commitments marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.annotation import Run, annotate
from events.models import Commitment

BODY = "Một hai ba.\n\nBốn năm sáu."


def passage(start, end):
    return Commitment(start=start, end=end)


def quoted(body, quote):
    start = body.index(quote)
    return passage(start, start + len(quote))


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        ("", []),
        ("Một.", ["Một."]),
        (BODY, ["Một hai ba.", "Bốn năm sáu."]),
        ("Một.\nHai.", ["Một.\nHai."]),
        ("\n\nMột.\n \n\n\nHai.\n\n", ["Một.", "Hai."]),
    ],
)
def test_paragraphs_are_split_at_blank_lines(body, paragraphs):
    assert annotate(body, []) == [[Run(paragraph)] for paragraph in paragraphs]


def test_a_commitment_is_a_run_of_its_own():
    hai = quoted(BODY, "hai")
    assert annotate(BODY, [hai])[0] == [Run("Một "), Run("hai", (hai,), (hai,)), Run(" ba.")]


def test_a_commitment_of_a_whole_paragraph_leaves_no_empty_run():
    whole = quoted(BODY, "Một hai ba.")
    assert annotate(BODY, [whole])[0] == [Run("Một hai ba.", (whole,), (whole,))]


def test_overlapping_commitments_share_a_run():
    first, second = quoted(BODY, "Một hai"), quoted(BODY, "hai ba")
    assert annotate(BODY, [second, first])[0] == [
        Run("Một ", (first,), (first,)),
        Run("hai", (first, second), (second,)),
        Run(" ba", (second,)),
        Run("."),
    ]


def test_where_two_begin_together_the_longer_is_named_first():
    short, long = quoted(BODY, "Một"), quoted(BODY, "Một hai")
    assert annotate(BODY, [short, long])[0][0] == Run("Một", (long, short), (long, short))


def test_a_commitment_over_two_paragraphs_begins_once():
    both = quoted(BODY, "ba.\n\nBốn")
    assert annotate(BODY, [both]) == [
        [Run("Một hai "), Run("ba.", (both,), (both,))],
        [Run("Bốn", (both,)), Run(" năm sáu.")],
    ]


def test_a_commitment_that_begins_in_a_blank_line_is_first_shown_below_it():
    below = quoted(BODY, "\nBốn")
    assert annotate(BODY, [below])[1][0] == Run("Bốn", (below,), (below,))


def test_a_commitment_without_a_place_is_in_no_run():
    assert annotate("Một.", [passage(None, None)]) == [[Run("Một.")]]


bodies = st.text("ab \n\r\t…", max_size=60)
passages = st.lists(st.tuples(st.integers(0, 70), st.integers(1, 30)), max_size=8)


@given(bodies, passages)
def test_the_runs_of_a_paragraph_are_the_paragraph(body, spans):
    annotated = annotate(body, [passage(start, start + length) for start, length in spans])
    assert ["".join(run.text for run in runs) for runs in annotated] == [runs[0].text for runs in annotate(body, [])]


@given(bodies, passages)
def test_the_runs_of_a_commitment_are_its_passage_but_for_blank_lines(body, spans):
    commitments = [passage(start, start + length) for start, length in spans]
    runs = [run for paragraph in annotate(body, commitments) for run in paragraph]
    for commitment in commitments:
        marked = "".join(run.text for run in runs if commitment in run.commitments and run.text)
        assert "".join(marked.split()) == "".join(body[commitment.start : commitment.end].split())
        assert [run for run in runs if commitment in run.opens] == [r for r in runs if commitment in r.commitments][:1]
