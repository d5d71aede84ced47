"""Questions whose SQL is written once for each number of keys."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Event
from events.prepared import Prepared
from tests.records import an_event

pytestmark = pytest.mark.django_db


def days(keys):
    return Event.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "starts_on")


def by_slug(slugs):
    return Event.objects.select_related("kind").filter(slug__in=slugs).order_by("pk")


def three():
    return [an_event(f"thu-{number}", date(2031, 1, number)) for number in (1, 2, 3)]


def test_the_same_rows_come_as_from_the_queryset():
    keys = [event.pk for event in three()]
    prepared = Prepared(days)
    assert prepared(keys) == list(days(keys))
    assert prepared(keys[1:]) == list(days(keys[1:]))
    assert prepared(keys[:1]) == [(keys[0], date(2031, 1, 1))]


def test_for_no_keys_nothing_is_asked():
    with CaptureQueriesContext(connection) as queries:
        assert Prepared(days)([]) == []
        assert Prepared(by_slug).records([]) == []
    assert len(queries) == 0


def test_values_that_a_question_always_has_stay():
    first, second, third = (event.pk for event in three())
    prepared = Prepared(lambda keys: days(keys).filter(status="published", starts_on__gt=date(2031, 1, 1)))
    assert prepared([first, second, third]) == [(second, date(2031, 1, 2)), (third, date(2031, 1, 3))]


def test_keys_that_are_asked_for_twice_are_refused():
    prepared = Prepared(lambda keys: days(keys).exclude(occasion__in=keys))
    with pytest.raises(ValueError, match="not asked for once"):
        prepared([1])


def test_records_are_those_of_the_queryset_with_what_it_selects():
    first, _second, third = three()
    moment = datetime(2031, 1, 3, 9, 5, tzinfo=UTC)
    Event.objects.filter(pk=third.pk).update(published_at=moment)
    prepared = Prepared(by_slug)
    with CaptureQueriesContext(connection) as queries:
        found = prepared.records([first.slug, third.slug])
        assert [event.kind.slug for event in found] == [first.kind.slug, third.kind.slug]
    assert len(queries) == 1
    assert found == [first, third]
    assert found[1].published_at == moment  # as Django makes it of what the database tells


def test_records_know_what_was_left_in_the_database():
    first, *_ = three()
    prepared = Prepared(lambda keys: Event.objects.only("slug").filter(pk__in=keys))
    [event] = prepared.records([first.pk])
    assert event.get_deferred_fields() >= {"body", "title"}
    assert event.title == first.title


def test_records_can_be_changed_and_saved():
    first, *_ = three()
    [event] = Prepared(by_slug).records([first.slug])
    event.place = "Huế"
    event.save()
    assert Event.objects.get(pk=first.pk).place == "Huế"
