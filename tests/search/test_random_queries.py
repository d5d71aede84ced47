"""Queries that nobody thought of: none fails, and all find what reading every row would find, in the same order."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from events.search.suggestions import suggest
from events.selection.words import read
from tests.search import oracle
from tests.search.asking import in_order
from tests.search.corpus import REPORTS, nfd

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]

TEXTS = [text for report in REPORTS for text in (report.title, report.body, *report.leaders)]
WORDS = sorted({word.strip('.,:;()?"') for text in TEXTS for word in text.split()} - {""})
OPERATORS = ["OR", "HOẶC", "AND", "NOT", '"', "-", "*", "(", ")", "leader:", "năm:2030..", "kind:talks", "x:", "^", "{"]
STRANGE = [
    "\x00",
    "\ud800",
    "'; DROP TABLE",
    "NEAR(a b)",
    "title:",
    "a" * 300,
    "½",
    "中文",
    "ß",
    "İ",
    "\u0301",
    "_",
    "%",
]

ready = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])

words = st.sampled_from(WORDS)
terms = st.one_of(
    words,
    words.map(str.lower),
    words.map(nfd),
    words.map(lambda word: f"-{word}"),
    words.map(lambda word: f"{word[:2]}*"),
    st.sampled_from(TEXTS).flatmap(
        lambda text: st.integers(0, 8).map(lambda start: '"' + " ".join(text.split()[start : start + 3]) + '"')
    ),
    st.sampled_from(OPERATORS),
)
queries = st.lists(terms, min_size=1, max_size=5).map(" ".join)
anything = st.lists(
    st.one_of(terms, st.sampled_from(STRANGE), st.text(st.characters(codec=None), max_size=12)), max_size=9
)


@pytest.mark.parametrize("record", ["events", "commitments"])
@ready
@given(typed=queries)
@example(typed="đường OR duong sắt")
@example(typed='"đường sắt" -"hà nội"')
@example(typed="ly*")
@example(typed="-sat")
def test_what_is_found_and_in_which_order_is_as_if_every_row_were_read(record, typed):
    query = read(typed)[0].query
    if query:
        assert in_order(query, record) == oracle.in_order(query, record)


@ready
@given(parts=anything)
@example(parts=["a" * 10_000])
@example(parts=['"' * 9_999])
@example(parts=["-" * 10_000])
@example(parts=["(" * 10_000])
@example(parts=["a OR " * 2_000])
@example(parts=["leader:x " * 2_000])
def test_nothing_that_can_be_typed_fails(parts):
    words, problems = read(" ".join(parts))
    assert "".join([words.text, *problems]).isprintable()
    if words.query:
        in_order(words.query, "events")
        suggest(words.query, "events")


@ready
@given(parts=anything)
def test_what_was_understood_reads_the_same_again(parts):
    words, _problems = read(" ".join(parts))
    assert read(words.text) == (words, [])
