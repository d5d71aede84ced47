"""Rows in the order of their days: through the days of the catalogue, or through the days of a few rows."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from events.catalogue import current
from events.selection import CommitmentSelection, EventSelection, order
from tests.records import a_commitment, an_act, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def events_on_few_days():
    agree = an_act()
    for number in range(40):
        day = date(2031, 1, 1) - timedelta(days=400 * (number % 7))
        event = an_event(f"thu-{number}", day, title=f"Đường sắt {number}", body=f"Mở tuyến số {number}. Xây cầu.")
        a_commitment(event, "Xây cầu.", agree)
        a_commitment(event, f"Mở tuyến số {number}.", agree)


@pytest.mark.parametrize(
    "asked", ["", "page=2", "sort=oldest", "sort=oldest&page=2", "q=xay+cau", "year=2031", "sort=most"]
)
@pytest.mark.parametrize("selection", [EventSelection, CommitmentSelection])
def test_both_ways_lead_to_the_same_page(events_on_few_days, monkeypatch, selection, asked):
    by_the_catalogue = [row.pk for row in selection(QueryDict(asked)).page]
    monkeypatch.setattr(order, "MANY", 0)
    assert [row.pk for row in selection(QueryDict(asked)).page] == by_the_catalogue != []


@pytest.mark.parametrize(
    ("few", "near", "asked"), [(40, 2, 1), (5, 2, 0), (40, 7, 0)], ids=["few", "not so few", "in few years"]
)
def test_the_days_of_few_rows_of_many_years_are_asked_for(events_on_few_days, monkeypatch, few, near, asked):
    for name, value in (("MANY", 6), ("FEW", few), ("NEAR", near)):
        monkeypatch.setattr(order, name, value)
    current()
    with CaptureQueriesContext(connection) as queries:
        list(EventSelection(QueryDict("act=agree")).page)
    assert sum("listed_on" in query["sql"] for query in queries) == asked


def test_what_the_days_of_a_few_rows_are_is_asked_once_for_all_pages_of_a_selection(events_on_few_days, monkeypatch):
    monkeypatch.setattr(order, "MANY", 6)
    current()
    with CaptureQueriesContext(connection) as queries:
        for asked in ("q=xay+cau", "q=xay+cau&page=2", "q=xay+cau&sort=oldest"):
            list(EventSelection(QueryDict(asked)).page)
    assert sum("listed_on" in query["sql"] for query in queries) == 1


# -- Days on which a lot is said


@pytest.mark.parametrize(
    "asked", ["", "page=2", "page=3", "sort=oldest", "sort=oldest&page=2", "q=xay+cau", "q=xay+cau&page=2", "act=agree"]
)
def test_a_crowded_day_is_read_event_by_event_to_the_same_page(events_on_few_days, monkeypatch, asked):
    monkeypatch.setattr(CommitmentSelection, "page_size", 30)
    quietly = [row.pk for row in CommitmentSelection(QueryDict(asked)).page]
    monkeypatch.setattr(order, "CROWDED", 1)
    assert [row.pk for row in CommitmentSelection(QueryDict(asked)).page] == quietly != []


@pytest.mark.parametrize("newest", [True, False])
def test_of_a_crowded_day_events_are_asked_until_the_page_is_full(monkeypatch, newest):
    """Forty events of one day; what is asked for is said in the ones that come last."""
    monkeypatch.setattr(order, "CROWDED", 1)
    agree, pledge = an_act(), an_act("pledge")
    for number in range(40):
        event = an_event(f"thu-{number}", title=f"Đường sắt {number}", body="Mở tuyến. Xây cầu.")
        a_commitment(event, "Mở tuyến.", pledge if (number < 3 if newest else number > 36) else agree)
        a_commitment(event, "Xây cầu.", agree)
    selection = CommitmentSelection(QueryDict("act=pledge" if newest else "act=pledge&sort=oldest"))
    current()
    with CaptureQueriesContext(connection) as queries:
        found = selection._in_order(order.stretches(current().commitments.days, [selection.keys], 0, 3, newest=newest))
    assert found == sorted(selection.keys, reverse=newest)
    assert len(queries) <= 6  # 5, 10, 20 events and the last 5, never one after another


def test_no_more_of_a_crowded_day_is_asked_than_a_page_shows(monkeypatch):
    monkeypatch.setattr(order, "CROWDED", 1)
    monkeypatch.setattr(CommitmentSelection, "page_size", 2)
    agree = an_act()
    for number in range(40):
        event = an_event(f"thu-{number}", title=f"Đường sắt {number}", body="Mở tuyến. Xây cầu.")
        a_commitment(event, "Mở tuyến.", agree)
        a_commitment(event, "Xây cầu.", agree)
    read = []
    places = order._places
    monkeypatch.setattr(
        order, "_places", lambda ask, keys, newest: read.append(len(keys)) or places(ask, keys, newest=newest)
    )
    assert len(list(CommitmentSelection(QueryDict("")).page)) == 2
    assert read == [0, 3]  # nothing of quiet days, and three of forty events
