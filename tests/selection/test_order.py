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


def test_the_days_of_few_rows_are_asked_for_where_there_are_many_days(events_on_few_days, monkeypatch):
    monkeypatch.setattr(order, "MANY", 6)
    current()
    with CaptureQueriesContext(connection) as queries:
        list(EventSelection(QueryDict("year=2031")).page)
    assert sum("listed_on" in query["sql"] for query in queries) == 1
    monkeypatch.setattr(order, "FEW", 5)
    with CaptureQueriesContext(connection) as queries:
        list(EventSelection(QueryDict("year=2031")).page)
    assert sum("listed_on" in query["sql"] for query in queries) == 0
