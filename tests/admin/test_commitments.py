"""Staff correct commitments, within their event and in their own list."""

import pytest

from events.editing import READ_OF_COMMITMENT
from events.models import Commitment, Event
from tests.admin.pages import (
    add_page,
    added_row,
    change_page,
    errors_on,
    form_on,
    history_page,
    list_page,
    messages_on,
    save,
)
from tests.records import BODY, a_commitment, a_leader, a_topic, an_act, an_event

pytestmark = pytest.mark.django_db

RAILWAY = "mở thêm một tuyến đường sắt"
TRADE = "mở rộng thương mại"
NOT_THERE = "This passage is not in the text of the event, word for word."


def imported():
    Commitment.history.all().delete()


def add_commitment(staff, event, **values):
    """Send the event's page with one more commitment on it."""
    form = form_on(staff, change_page(event))
    row = {"act": an_act().pk, "manner": "indirect", "review": "machine"} | values
    return staff.post(change_page(event), form | added_row("commitments", form, **row), follow=True)


def test_a_quote_that_is_not_in_the_text_is_refused_at_its_field(staff):
    event = an_event()
    a_commitment(event, RAILWAY)
    response = save(staff, change_page(event), **{"commitments-0-quote": "mở ba tuyến đường sắt"})
    assert errors_on(response) == [("quote", NOT_THERE)]
    assert NOT_THERE in response.content.decode()
    assert Commitment.objects.get().quote == RAILWAY


def test_a_corrected_quote_is_anchored_where_it_stands(staff, editor):
    event = an_event()
    commitment = a_commitment(event, RAILWAY)
    imported()
    save(staff, change_page(event), **{"commitments-0-quote": "một tuyến đường sắt"})
    commitment.refresh_from_db()
    assert BODY[commitment.start : commitment.end] == commitment.quote == "một tuyến đường sắt"
    assert commitment.before == "Hai bên nhất trí mở thêm "
    assert commitment.staff_fields == ["quote", "start"]
    entries = commitment.history.order_by("history_id")
    assert [(entry.quote, entry.history_user) for entry in entries] == [
        (RAILWAY, None),
        ("một tuyến đường sắt", editor),
    ]


def test_a_quote_over_two_paragraphs_keeps_its_line_ends(staff):
    event = an_event()
    add_commitment(staff, event, quote="đường sắt.\r\n\r\nÔng Thử")
    assert Commitment.objects.get().quote == "đường sắt.\n\nÔng Thử"


def test_a_quote_that_stands_several_times_asks_for_its_first_character(staff):
    event = an_event(body="Hai bên hợp tác về y tế, tăng hợp tác nhiều mặt. Hợp tác và hợp tác.")
    response = add_commitment(staff, event, quote="hợp tác")
    question = "The passage stands 3 times in the text. Give the first character of the one meant: "
    places = "8 (“Hai bên […] về y tế,”); 30 (“y tế, tăng […] nhiều mặt. Hợp”); 60 (“Hợp tác và […] .”)."
    assert errors_on(response) == [("start", question + places)]
    add_commitment(staff, event, quote="hợp tác", start="30")
    assert Commitment.objects.get().start == 30


def test_a_corrected_quote_that_stands_several_times_gets_that_question_only(staff):
    event = an_event(body="Hai bên nhất trí. Hợp tác, hợp tác, hợp tác.")
    commitment = a_commitment(event, "Hai bên nhất trí")
    question = "The passage stands 2 times in the text. Give the first character of the one meant: "
    places = "27 (“trí. Hợp tác, […] , hợp tác.”); 36 (“tác, hợp tác, […] .”)."
    for start in ("", "0"):
        changes = {"quote": "hợp tác", "start": start}
        expected = [("start", question + places)]
        assert errors_on(save(staff, change_page(commitment), **changes)) == expected
        inline = {f"commitments-0-{name}": value for name, value in changes.items()}
        assert errors_on(save(staff, change_page(event), **inline)) == expected


def test_of_many_places_the_first_five_are_shown(staff):
    response = add_commitment(staff, an_event(body="A b. " * 7), quote="b.")
    ((field, question),) = errors_on(response)
    assert (field, question.count("[…]"), question[-7:]) == ("start", 5, "A”); ….")


def test_other_white_space_is_pointed_out_and_not_mended(staff):
    event = an_event(body="Hai bên nhất\u00a0trí mở đường sắt.")
    response = add_commitment(staff, event, quote="nhất trí mở")
    assert errors_on(response) == [
        (
            "quote",
            "This passage is in the text with other spaces or line breaks, from character 8 to 19: copy it from there.",
        )
    ]


def test_what_staff_add_is_confirmed_and_theirs_and_keeps_its_links(staff, editor):
    event, leader, topic = an_event(), a_leader(), a_topic()
    add_commitment(staff, event, quote=TRADE, leaders=[leader.pk], topics=[topic.pk])
    commitment = Commitment.objects.get()
    assert (commitment.review, commitment.staff_fields) == ("confirmed", sorted(READ_OF_COMMITMENT))
    assert ([*commitment.leaders.all()], [*commitment.topics.all()]) == ([leader], [topic])
    (entry,) = commitment.history.all()
    assert (entry.history_type, entry.history_user, entry.topics.get().topic) == ("+", editor, topic)


def test_two_standing_commitments_never_share_a_passage(staff):
    event = an_event()
    commitment = a_commitment(event, RAILWAY)
    response = add_commitment(staff, event, quote=RAILWAY)
    assert errors_on(response) == [("quote", f"Commitment {commitment.pk} already stands at this passage.")]


def test_a_passage_given_up_may_be_taken_in_the_same_save(staff):
    event = an_event()
    first, second = a_commitment(event, RAILWAY), a_commitment(event, TRADE)
    save(staff, change_page(event), **{"commitments-0-quote": TRADE, "commitments-1-review": "rejected"})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.quote, first.start, second.review) == (TRADE, BODY.index(TRADE), "rejected")


def test_changed_topics_are_staffs_and_one_entry_of_history(staff):
    trade, transport = a_topic("trade", en="Trade"), a_topic("transport", en="Transport")
    event = an_event()
    commitment = a_commitment(event, RAILWAY, topics=[trade])
    imported()
    save(staff, change_page(event), **{"commitments-0-topics": [transport.pk]})
    commitment.refresh_from_db()
    assert commitment.staff_fields == ["topics"]
    entries = commitment.history.order_by("history_id")
    assert [entry.topics.get().topic for entry in entries] == [trade, transport]
    page = staff.get(history_page(commitment)).content.decode()
    assert "<strong>Topics:</strong> [Trade] → [Transport]" in page


def test_a_commitment_has_no_box_to_delete_it(staff):
    event = an_event()
    commitment = a_commitment(event, RAILWAY)
    save(staff, change_page(event), **{"commitments-0-DELETE": "on"})
    assert Commitment.objects.get() == commitment
    assert staff.post(f"{change_page(commitment)[:-7]}delete/", {"post": "yes"}).status_code == 403


def test_a_lost_commitment_can_be_rejected(staff):
    event = an_event()
    commitment = a_commitment(event, RAILWAY)
    Commitment.objects.update(quote="không có ở đây", start=None, end=None)
    save(staff, change_page(event), **{"commitments-0-review": "rejected"})
    commitment.refresh_from_db()
    assert commitment.review == "rejected"


def test_a_lost_commitment_cannot_be_confirmed(staff):
    event = an_event()
    a_commitment(event, RAILWAY)
    Commitment.objects.update(quote="không có ở đây", start=None, end=None)
    response = save(staff, change_page(event), **{"commitments-0-review": "confirmed"})
    assert errors_on(response) == [("quote", NOT_THERE)]


def test_a_commitment_is_corrected_on_its_own_page(staff):
    event = an_event()
    commitment = a_commitment(event, RAILWAY)
    save(staff, change_page(commitment), quote=TRADE, cue="đề nghị")
    commitment.refresh_from_db()
    assert (commitment.start, commitment.staff_fields) == (BODY.index(TRADE), ["cue", "quote", "start"])
    assert Event.objects.get().updated_at > event.updated_at


def test_on_its_own_page_a_passage_of_another_is_refused(staff):
    event = an_event()
    railway, trade = a_commitment(event, RAILWAY), a_commitment(event, TRADE)
    response = save(staff, change_page(trade), quote=RAILWAY)
    assert errors_on(response) == [("quote", f"Commitment {railway.pk} already stands at this passage.")]


def test_a_commitment_is_added_from_its_own_list(staff):
    event = an_event()
    save(staff, add_page(Commitment), event=event.pk, quote=TRADE, act=an_act().pk)
    commitment = Commitment.objects.get()
    assert (commitment.event, commitment.start, commitment.review) == (event, BODY.index(TRADE), "confirmed")


def test_a_field_of_a_commitment_is_handed_back(staff):
    commitment = a_commitment(an_event(), RAILWAY, staff_fields=["act", "cue"])
    save(staff, change_page(commitment), hand_back=["cue"])
    assert Commitment.objects.get().staff_fields == ["act"]


def test_selected_commitments_are_confirmed_but_for_lost_ones(staff):
    event = an_event()
    railway, trade = a_commitment(event, RAILWAY), a_commitment(event, TRADE)
    Commitment.objects.filter(pk=trade.pk).update(start=None, end=None)
    data = {"action": "confirm", "_selected_action": [railway.pk, trade.pk]}
    response = staff.post(list_page(Commitment), data, follow=True)
    assert messages_on(response) == [
        "1 commitment: confirmed.",
        f"Not confirmed, because the passage is not in the text or stands in another commitment: {trade.pk}.",
    ]
    assert list(Commitment.objects.order_by("pk").values_list("review", flat=True)) == ["confirmed", "machine"]


def test_selected_commitments_are_rejected_with_a_history(staff, editor):
    commitment = a_commitment(an_event(), RAILWAY)
    imported()
    staff.post(list_page(Commitment), {"action": "reject", "_selected_action": [commitment.pk]})
    entries = commitment.history.order_by("history_id")
    assert [(entry.review, entry.history_user) for entry in entries] == [("machine", None), ("rejected", editor)]


def test_the_least_certain_come_first(staff):
    event = an_event()
    sure = a_commitment(event, RAILWAY, confidence=0.9)
    unsure = a_commitment(event, TRADE, confidence=0.4)
    own = a_commitment(event, "Hai bên")
    response = staff.get(list_page(Commitment))
    assert list(response.context_data["cl"].queryset) == [unsure, sure, own]


def test_lost_commitments_are_listed(staff):
    event = an_event()
    railway = a_commitment(event, RAILWAY)
    a_commitment(event, TRADE)
    Commitment.objects.filter(pk=railway.pk).update(start=None, end=None)
    response = staff.get(list_page(Commitment), {"anchored": "no"})
    assert list(response.context_data["cl"].queryset) == [railway]


def test_commitments_are_found_without_accents(staff):
    event = an_event()
    railway = a_commitment(event, RAILWAY)
    a_commitment(event, TRADE)
    response = staff.get(list_page(Commitment), {"q": "duong sat"})
    assert list(response.context_data["cl"].queryset) == [railway]
