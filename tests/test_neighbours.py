"""The events before and after one are those that a walk through all of them in time meets."""

from datetime import date

import pytest

from events.indexing import reindex
from events.models import Event
from events.neighbours import neighbours_of
from events.sides import sides_of
from tests.records import a_leader, an_actor, an_archive, an_event

pytestmark = pytest.mark.django_db


def shown(event):
    """The slugs before and after, and whether they are between the same sides, as pages tell them."""
    sides = sides_of(list(event.participations.select_related("actor")), [])
    return [
        (found.earlier and found.earlier.slug, found.later and found.later.slug, found.are_same_sides)
        for found in neighbours_of(event, sides)
    ]


def around(event, events):
    """The slugs of the events before and after, among events in the order of time."""
    place = events.index(event)
    before, after = events[:place][-1:], events[place + 1 :][:1]
    return [before[0].slug if before else None, after[0].slug if after else None]


def walked(event):
    everything = list(Event.objects.published().order_by("listed_on", "pk"))
    actors = set(event.participations.values_list("actor", flat=True))
    same = [other for other in everything if actors <= set(other.participations.values_list("actor", flat=True))]
    found = [[*around(event, everything), False]]
    if len(actors) == 2:
        between = around(event, same)
        found = [[*between, True]] if between == found[0][:2] else [[*between, True], *found]
    return [tuple(each) for each in found if any(each[:2])]


def test_they_are_those_that_a_walk_through_all_events_meets():
    """Two states or one, several events a day, days not known, and some that are withdrawn."""
    events = an_archive(40)
    for event in events[::9]:
        Event.objects.filter(pk=event.pk).update(status="withdrawn")
    reindex(event.pk for event in events[::9])
    published = list(Event.objects.published())
    assert {event.slug: shown(event) for event in published} == {event.slug: walked(event) for event in published}
    assert {len(shown(event)) for event in published} == {1, 2}


def test_sides_that_meet_once_a_decade_are_found_across_the_years():
    sides = [a_leader(), a_leader("Anna Thử", an_actor("XA", "Nước A", "Country A"))]
    rare = [an_event(f"rare-{year}", date(year, 5, 5), sides) for year in (1955, 1975, 2031)]
    for year in range(1950, 2035):
        an_event(f"other-{year}", date(year, 1, 1), sides[:1])
    assert shown(rare[1]) == [("rare-1955", "rare-2031", True), ("other-1975", "other-1976", False)]


def test_an_event_alone_has_no_neighbours():
    assert shown(an_event()) == []


def test_they_take_one_query(django_assert_num_queries):
    event = an_archive(20)[7]
    sides = sides_of(list(event.participations.select_related("actor")), [])
    neighbours_of(event, sides)
    with django_assert_num_queries(2):  # the generation, and the events
        neighbours_of(event, sides)
