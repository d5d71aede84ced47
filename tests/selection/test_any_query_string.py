"""What holds for every query string."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from events.selection import CommitmentSelection, EventSelection
from tests.records import an_archive

pytestmark = pytest.mark.django_db

PARAMETERS = ["q", "year", "topic", "leader", "country", "kind", "act", "sort", "page"]
TERMS = ["transport", "trade", "talks", "phone-call", "agree", "VN", "XA", "le-minh", "tran-hoa", "anna-thu"]
KNOWN = [*TERMS, "2030", "2031", "oldest", "mo"]
STRANGE = ["\x00", "\ud800", "9" * 5000, "-1", "²", "%", "'", '"', "“đường", "\\", "a" * 10_000, "../", "None", "1e3"]

values = st.one_of(
    st.sampled_from(KNOWN),
    st.sampled_from(STRANGE),
    st.integers().map(str),
    st.text(st.characters(codec=None), max_size=30),
)
query_strings = st.lists(st.tuples(st.one_of(st.sampled_from(PARAMETERS), st.text(max_size=5)), values), max_size=12)
choices = st.lists(st.tuples(st.sampled_from(PARAMETERS), st.sampled_from(KNOWN)), max_size=8)

on_one_archive = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def archive(db):
    return an_archive(12)


def query_dict(pairs):
    params = QueryDict(mutable=True)
    for name, value in pairs:
        params.appendlist(name, value)
    return params


@pytest.mark.parametrize("selection_of", [EventSelection, CommitmentSelection])
@on_one_archive
@given(pairs=query_strings)
@example(pairs=[(name, value) for name in PARAMETERS for value in STRANGE])
@example(pairs=[("topic", f"t{i}") for i in range(1000)])
def test_none_makes_a_selection_raise(archive, selection_of, pairs):
    selection = selection_of(query_dict(pairs))
    rows = list(selection.page)
    assert len(rows) <= selection.total
    shown = [selection.words, selection.q, selection.query, *selection.problems, *map(str, selection.hidden)]
    shown += [text for chip in selection.chips for text in (chip.label, chip.query)]
    shown += [text for facet in selection.facets for c in facet.choices for text in (c.label, c.value, c.query)]
    assert "".join(shown).isprintable()


@pytest.mark.parametrize("selection_of", [EventSelection, CommitmentSelection])
@on_one_archive
@given(pairs=query_strings)
def test_a_selection_and_its_own_address_mean_the_same(archive, selection_of, pairs):
    selection = selection_of(query_dict(pairs))
    again = selection_of(QueryDict(selection.query[1:]))
    assert (again.query, again.chips, again.problems) == (selection.query, selection.chips, [])
    assert list(again.rows) == list(selection.rows)


@pytest.mark.parametrize("selection_of", [EventSelection, CommitmentSelection])
@on_one_archive
@given(pairs=choices)
def test_a_count_is_the_number_of_rows_behind_it(archive, selection_of, pairs):
    selection = selection_of(query_dict(pairs))
    for facet in selection.facets:
        chosen = [choice.value for choice in facet.choices if choice.is_chosen]
        for choice in facet.choices:
            params = QueryDict(choice.query[1:], mutable=True)
            if chosen:
                params.setlist(facet.parameter, [choice.value])
            assert selection_of(params).total == choice.count
