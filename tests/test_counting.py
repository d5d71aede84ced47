"""What is told of sets of rows is told once, and no more of it is kept than there is room for."""

import pytest
from pyroaring import BitMap64

from events.catalogue import counting
from events.catalogue.counting import APART, Kept, branches


@pytest.fixture
def told():
    """How often each question was answered."""
    return []


def ask(kept, rows, told, question="how many"):
    return kept.once(rows, question, lambda: told.append(question) or len(rows))


def test_the_same_question_about_the_same_rows_is_answered_once(told):
    kept, asked = Kept(), []
    for _ in range(3):
        asked.append(ask(kept, kept.same(BitMap64([1, 2, 3])), told))
    assert (asked, told) == ([3, 3, 3], ["how many"])


def test_rows_that_are_lent_are_known_already(told):
    kept = Kept()
    rows = kept.lend(BitMap64([1, 2, 3]))
    ask(kept, rows, told)
    assert kept.same(rows) is kept.lend(rows) is rows
    ask(kept, rows, told)
    assert len(told) == 1


def test_each_question_has_an_answer_of_its_own(told):
    kept = Kept()
    rows = kept.lend(BitMap64([1]))
    ask(kept, rows, told, "how many")
    ask(kept, rows, told, "how old")
    assert told == ["how many", "how old"]


def test_nothing_is_kept_of_rows_that_nobody_made_known(told):
    kept, rows = Kept(), BitMap64([1, 2, 3])
    ask(kept, rows, told)
    ask(kept, rows, told)
    assert len(told) == 2


def test_other_rows_are_other_rows(told):
    kept = Kept()
    assert ask(kept, kept.same(BitMap64([1])), told) == 1
    assert ask(kept, kept.same(BitMap64([1, 2])), told) == 2


@pytest.mark.parametrize(
    ("bound", "least"), [("KEPT_SETS", 3), ("KEPT_BYTES", 3 * len(BitMap64([1]).serialize())), ("KEPT_ANSWERS", 3)]
)
def test_the_sets_used_last_are_kept_and_no_more(monkeypatch, told, bound, least):
    monkeypatch.setattr(counting, bound, least)
    kept = Kept()
    for key in (1, 2, 3, 1, 4):  # 2 is the one not used for longest
        ask(kept, kept.same(BitMap64([key])), told)
    assert len(told) == 4
    for key in (1, 3, 4):
        ask(kept, kept.same(BitMap64([key])), told)
    assert len(told) == 4
    ask(kept, kept.same(BitMap64([2])), told)
    assert len(told) == 5


def test_a_set_too_large_to_be_kept_is_told_of_all_the_same(monkeypatch, told):
    monkeypatch.setattr(counting, "KEPT_BYTES", 10)
    kept = Kept()
    assert ask(kept, kept.same(BitMap64(range(1000))), told) == 1000


def test_however_many_values_there_are_few_branches_hold_them_all():
    shelf = {value: BitMap64([value, value + 1]) for value in range(1000)}
    level = branches(shelf, [(2, value) for value in shelf])
    assert len(level) <= APART
    assert BitMap64.union(*(branch.rows for branch in level)) == BitMap64(range(1001))
