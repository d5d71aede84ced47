"""Phrases: read for only where the other words are found, kept as long as nothing changes, bounded and told so."""

from datetime import date

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from events.indexing import reindex
from events.search import find, lookup, sqlite
from events.selection import EventSelection
from events.selection.words import read
from tests.records import a_commitment, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_events():
    events = [an_event(f"thu-{number}", date(2031, 1, number), body="Mở tuyến đường sắt.") for number in (1, 2, 3)]
    reindex([event.pk for event in events])
    return [event.pk for event in events]


def found(words):
    return list(find(read(words)[0].query, "events").all)


def test_of_too_many_rows_those_added_last_are_read_and_the_page_says_so(three_events, monkeypatch):
    monkeypatch.setattr(lookup, "READ", 2)
    with translation.override("en"):
        selection = EventSelection(QueryDict('q="đường sắt"'))
        assert list(selection.keys) == three_events[1:]
        assert selection.problems == [
            "A phrase was looked for in the 2 records added last; 1 earlier ones were not read."
        ]


def test_a_phrase_beside_a_rare_word_is_looked_for_in_the_rows_of_that_word(three_events, monkeypatch):
    other = an_event("khac", date(2030, 1, 1), body="Đường sắt vanadi.")
    reindex([other.pk])
    monkeypatch.setattr(lookup, "READ", 1)
    selection = EventSelection(QueryDict('q="đường sắt" vanadi'))
    assert (list(selection.keys), selection.problems) == ([other.pk], [])


def test_what_was_read_for_a_phrase_is_kept_until_something_is_indexed(three_events, monkeypatch):
    monkeypatch.setattr(lookup, "COSTLY", 1)
    assert found('"đường sắt"') == three_events
    with CaptureQueriesContext(connection) as queries:
        assert found('"đường sắt"') == three_events
    assert not [query for query in queries if "duong sat" in query["sql"]]
    later = an_event("sau", date(2031, 1, 4), body="Tuyến đường sắt mới.")
    reindex([later.pk])
    assert found('"đường sắt"') == [*three_events, later.pk]


def test_so_is_what_was_read_where_not_all_could_be_and_the_page_still_says_so(three_events, monkeypatch):
    monkeypatch.setattr(lookup, "COSTLY", 1)
    monkeypatch.setattr(lookup, "READ", 2)
    first = EventSelection(QueryDict('q="đường sắt"'))
    assert (list(first.keys), len(first.problems)) == (three_events[1:], 1)
    again = EventSelection(QueryDict('q="đường sắt"'))
    with CaptureQueriesContext(connection) as queries:
        assert (list(again.keys), again.problems) == (three_events[1:], first.problems)
    assert not [query for query in queries if "duong sat" in query["sql"]]


def test_beside_another_word_what_could_not_be_read_whole_is_read_for(three_events, monkeypatch):
    last = an_event("them", date(2030, 1, 1), body="Vanadi, đường sắt.")
    reindex([last.pk])
    monkeypatch.setattr(lookup, "COSTLY", 1)
    monkeypatch.setattr(lookup, "READ", 1)
    assert found('"đường sắt"') == [last.pk]
    assert found('"đường sắt" tuyen') == [three_events[-1]]


# -- On SQLite, either the index is gone through or the terms of the rows are read


@pytest.fixture
def spelled_in_many_ways():
    bodies = [
        "Mở tuyến đường sắt.",
        "Đường dài, sắt thép.",
        "Duong sat cao tốc, đường sắt 26/1.",
        "Sắt đường.",
        "Xây cầu, mở đường. Sắt thép về sau.",
    ]
    keys = []
    for number, body in enumerate(bodies, start=1):
        event = an_event(f"thu-{number}", date(2031, 1, number), title=f"Thử {number}", body=body)
        a_commitment(event, body[: body.index(".") + 1])
        a_commitment(event, body[:-1])
        keys.append(event.pk)
    reindex(keys)


@pytest.mark.sqlite
@pytest.mark.parametrize("record", ["events", "commitments"])
@pytest.mark.parametrize("at_once", [1, 2, 200])
@pytest.mark.parametrize(
    "words", ['"đường sắt"', '"sắt đường"', '"26/1"', '"mở đường" OR "cao tốc"', '"sắt th*"', '"cầu dài"']
)
def test_both_ways_find_the_same_rows(spelled_in_many_ways, monkeypatch, record, at_once, words):
    ways = []
    for sparse in (10**9, 0):
        monkeypatch.setattr(sqlite, "SPARSE", sparse)
        monkeypatch.setattr(sqlite, "AT_ONCE", at_once)
        ways.append(list(find(read(words)[0].query, record).all))
    assert ways[0] == ways[1]
    assert bool(ways[0]) == (words != '"cầu dài"')


@pytest.mark.sqlite
def test_far_apart_rows_are_read_each_by_itself(three_events, monkeypatch):
    monkeypatch.setattr(sqlite, "SPARSE", 0)
    with CaptureQueriesContext(connection) as queries:
        assert found('"đường sắt"') == three_events
    assert [query for query in queries if "search_entry" in query["sql"]]
    assert not [query for query in queries if "MATCH '\"duong sat" in query["sql"]]
