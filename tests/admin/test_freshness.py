"""Two people with the same page open: the second is told, and nothing of the first is lost."""

from datetime import date

import pytest

from events.models import Occasion
from tests.admin.pages import change_page, errors_on, form_on, save
from tests.records import BODY, a_commitment, a_kind, a_leader, a_topic, an_act, an_actor, an_event

pytestmark = pytest.mark.django_db

CHANGED = ("__all__", "This record has changed since you opened the page. Open it again, so that nothing is lost.")


def a_quote():
    return a_commitment(an_event(), "mở rộng thương mại")


def an_occasion():
    return Occasion.objects.create(kind=a_kind(), starts_on=date(2031, 1, 2), ends_on=date(2031, 1, 2))


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (an_event, "place"),
        (a_quote, "cue"),
        (a_leader, "name_latin"),
        (an_actor, "name_en"),
        (a_topic, "name_en"),
        (an_act, "name_en"),
        (a_kind, "name_en"),
        (an_occasion, "note"),
    ],
)
def test_nobody_saves_over_what_came_since_the_page_was_opened(staff, make, field):
    record = make()
    opened = form_on(staff, change_page(record))
    save(staff, change_page(record), **{field: "the first"})
    response = staff.post(change_page(record), opened | {field: "the second"})
    assert errors_on(response) == [CHANGED]
    record.refresh_from_db()
    assert getattr(record, field) == "the first"


def test_a_change_of_a_link_counts(staff):
    commitment = a_quote()
    opened = form_on(staff, change_page(commitment))
    commitment.topics.add(a_topic())
    assert errors_on(staff.post(change_page(commitment), opened | {"cue": "đề nghị"})) == [CHANGED]


def test_a_change_of_a_part_counts(staff):
    leader = a_leader()
    opened = form_on(staff, change_page(leader))
    leader.aliases.create(name="Ông Thử")
    assert errors_on(staff.post(change_page(leader), opened | {"name_latin": "Le Thu"})) == [CHANGED]


def test_a_commitment_that_moved_with_its_text_counts(staff):
    commitment = a_quote()
    opened = form_on(staff, change_page(commitment))
    save(staff, change_page(commitment.event), body=f"Mở đầu. {BODY}")
    assert errors_on(staff.post(change_page(commitment), opened | {"cue": "đề nghị"})) == [CHANGED]


def test_the_same_page_is_saved_twice_after_it_was_opened_again(staff):
    leader = a_leader()
    for name in ("Le Thu", "Le Thu Nghiem"):
        save(staff, change_page(leader), name_latin=name)
    leader.refresh_from_db()
    assert leader.name_latin == "Le Thu Nghiem"
