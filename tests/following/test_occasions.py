"""Two reports of one happening are proposed as one occasion, and staff have the last word."""

from datetime import date

import pytest

from events.following.occasions import propose, readouts
from events.models import Event, Occasion
from tests.records import a_commitment, a_kind, a_leader, an_actor, an_event

pytestmark = pytest.mark.django_db


def report(slug, day=date(2031, 1, 2), other="XA", **fields):
    leaders = [a_leader(), a_leader(f"Anna {other}", an_actor(other, f"Nước {other}", other))]
    return an_event(slug, day, leaders, **fields)


def together():
    return sorted(sorted(o.events.values_list("slug", flat=True)) for o in Occasion.objects.all())


def test_reports_of_the_same_kind_sides_and_day_are_proposed_as_one_occasion():
    report("mot")
    report("hai")
    assert propose() == 1
    assert together() == [["hai", "mot"]]
    assert Occasion.objects.get().review == "proposed"


@pytest.mark.parametrize(
    "other",
    [{"day": date(2031, 1, 3)}, {"other": "XB"}, {"kind": "talks"}, {"status": "draft"}, {"day": None}],
    ids=["day", "sides", "kind", "draft", "undated"],
)
def test_reports_that_differ_in_any_of_these_are_not(other):
    report("mot")
    report("hai", **{**other, **({"kind": a_kind("talks", "Hội đàm", "Talks")} if "kind" in other else {})})
    assert propose() == 0


def test_days_that_overlap_are_enough():
    report("mot", ends_on=date(2031, 1, 4))
    report("hai", date(2031, 1, 4))
    report("ba", date(2031, 1, 5))
    assert propose() == 1
    assert together() == [["hai", "mot"]]


@pytest.mark.parametrize("review", ["proposed", "confirmed", "rejected"])
def test_what_is_in_an_occasion_is_not_proposed_again(review):
    report("mot")
    report("hai")
    propose()
    Occasion.objects.update(review=review)
    assert propose() == 0
    assert Event.objects.exclude(occasion=None).count() == 2


def test_what_both_say_stands_in_pairs_and_the_rest_by_itself():
    first = report("mot", body="mở thêm một tuyến đường sắt; mua thêm gạo")
    second = report("hai", body="mở thêm hai tuyến đường sắt; dạy tiếng cho trẻ em")
    for event in (first, second):
        for quote in event.body.split("; "):
            a_commitment(event, quote)
    propose()
    found = readouts(Occasion.objects.get())
    assert [(pair.older.quote, pair.newer.quote) for pair in found.shared] == [
        ("mở thêm một tuyến đường sắt", "mở thêm hai tuyến đường sắt")
    ]
    assert [(event.slug, [c.quote for c in alone]) for event, alone in found.alone] == [
        ("mot", ["mua thêm gạo"]),
        ("hai", ["dạy tiếng cho trẻ em"]),
    ]
