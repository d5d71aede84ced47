"""Addresses last for ever and are given out once."""

import pytest

from events.addresses import AddressTaken, claim, may_have_slug
from tests.records import a_leader, an_event

pytestmark = pytest.mark.django_db


def addresses(record):
    return sorted(record.addresses.values_list("slug", flat=True))


def test_an_event_that_moves_keeps_its_old_address():
    event = an_event(slug="cu")
    claim(event, "moi")
    event.save()
    assert (event.slug, addresses(event)) == ("moi", ["cu", "moi"])


def test_an_address_that_another_event_once_had_is_refused():
    moved, other = an_event(slug="cu"), an_event(slug="khac")
    claim(moved, "moi")
    moved.save()
    with pytest.raises(AddressTaken):
        claim(other, "cu")
    assert addresses(other) == ["khac"]


def test_an_event_may_take_back_its_own_address():
    event = an_event(slug="cu")
    claim(event, "moi")
    event.save()
    claim(event, "cu")
    assert (event.slug, addresses(event)) == ("cu", ["cu", "moi"])


def test_an_event_without_a_kept_address_keeps_it_when_it_moves():
    event = an_event(slug="cu")
    event.addresses.all().delete()
    claim(event, "moi")
    assert addresses(event) == ["cu", "moi"]


def test_a_leader_and_an_event_may_bear_the_same_slug():
    event, leader = an_event(slug="le-thu"), a_leader("Lê Thử")
    assert (may_have_slug(event, "le-thu"), may_have_slug(leader, "le-thu")) == (True, True)


def test_an_address_that_another_leader_once_had_is_refused():
    moved, other = a_leader("Lê Thử"), a_leader("Trần Nghiệm")
    claim(moved, "le-thu-nghiem")
    moved.save()
    assert addresses(moved) == ["le-thu", "le-thu-nghiem"]
    with pytest.raises(AddressTaken):
        claim(other, "le-thu")
