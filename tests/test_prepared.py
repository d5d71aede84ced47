"""Questions whose SQL is written once for each number of keys."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Event
from events.prepared import Prepared
from tests.records import an_event

pytestmark = pytest.mark.django_db


def days(keys):
    return Event.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "starts_on")


def test_the_same_rows_come_as_from_the_queryset():
    keys = [an_event(f"thu-{number}", date(2031, 1, number)).pk for number in (1, 2, 3)]
    prepared = Prepared(days)
    assert prepared(keys) == list(days(keys))
    assert prepared(keys[1:]) == list(days(keys[1:]))
    assert prepared(keys[:1]) == [(keys[0], date(2031, 1, 1))]


def test_for_no_keys_nothing_is_asked():
    with CaptureQueriesContext(connection) as queries:
        assert Prepared(days)([]) == []
    assert len(queries) == 0


def test_a_queryset_with_values_of_its_own_is_refused():
    prepared = Prepared(lambda keys: days(keys).filter(language="vi"))
    with pytest.raises(ValueError, match="not all that is variable"):
        prepared([1])
