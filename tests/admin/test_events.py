"""Staff correct an event."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import localtime

from events.models import Commitment, Event, Participation
from tests.admin.pages import change_page, errors_on, form_on, history_page, list_page, messages_on, save
from tests.records import BODY, a_commitment, a_leader, a_topic, an_event

pytestmark = pytest.mark.django_db

RAILWAY = "mở thêm một tuyến đường sắt"
TRADE = "mở rộng thương mại"


def imported():
    """Forget all history: imports write rows in bulk, without it."""
    for model in (Event, Commitment, Participation):
        model.history.all().delete()


def test_a_page_saved_as_it_is_changes_nothing(staff):
    event = an_event(leaders=[a_leader()])
    a_commitment(event, RAILWAY, leaders=[a_leader()], topics=[a_topic()])
    imported()
    before = Event.objects.values().get()
    save(staff, change_page(event))
    assert Event.objects.values().get() == before
    assert [model.history.count() for model in (Event, Commitment, Participation)] == [0, 0, 0]


def test_a_changed_field_is_staffs_and_its_history_tells_before_after_and_who(staff, editor):
    event = an_event(place="Hà Nội")
    imported()
    save(staff, change_page(event), place="Huế")
    assert Event.objects.get().staff_fields == ["place"]
    first, second = event.history.order_by("history_id")
    assert [(entry.place, entry.history_user) for entry in (first, second)] == [("Hà Nội", None), ("Huế", editor)]
    page = staff.get(history_page(event)).content.decode()
    assert "<strong>Place:</strong> Hà Nội → Huế" in page
    assert "as it was before the first change" in page


def test_a_changed_text_moves_its_commitments_and_says_which_are_lost(staff):
    event = an_event()
    railway, trade = a_commitment(event, RAILWAY), a_commitment(event, TRADE)
    response = save(staff, change_page(event), body="Mở đầu. " + BODY.replace("thêm một", "thêm hai"))
    railway.refresh_from_db()
    trade.refresh_from_db()
    event.refresh_from_db()
    assert railway.start is None
    assert event.body[trade.start : trade.end] == TRADE
    assert messages_on(response)[0] == (
        f"No longer found in the text, and waiting to be looked at: № {railway.pk} “{RAILWAY}”"
    )
    assert event.staff_fields == ["body"]


def test_text_and_quote_may_be_corrected_together(staff):
    event = an_event()
    railway = a_commitment(event, RAILWAY)
    imported()
    better = RAILWAY.replace("một", "hai")
    response = save(staff, change_page(event), **{"body": BODY.replace(RAILWAY, better), "commitments-0-quote": better})
    railway.refresh_from_db()
    event.refresh_from_db()
    assert (railway.quote, event.body[railway.start : railway.end]) == (better, better)
    assert railway.body_sha256 == event.body_sha256
    assert [entry.quote for entry in railway.history.order_by("history_id")] == [RAILWAY, better]
    assert "No longer found" not in " ".join(messages_on(response))


def test_a_lost_commitment_does_not_keep_the_page_from_being_saved(staff):
    event = an_event()
    a_commitment(event, RAILWAY)
    Commitment.objects.update(quote="không có ở đây", start=None, end=None)
    save(staff, change_page(event), place="Huế")
    assert Event.objects.get().place == "Huế"


def test_a_changed_participation_makes_the_list_staffs_and_keeps_a_history(staff):
    event = an_event(leaders=[a_leader()])
    imported()
    save(staff, change_page(event), **{"participations-0-office_printed": "Chủ tịch nước"})
    assert Event.objects.get().staff_fields == ["participations"]
    assert [entry.office_printed for entry in Participation.history.order_by("history_id")] == [
        "Thủ tướng",
        "Chủ tịch nước",
    ]
    page = staff.get(history_page(event)).content.decode()
    assert "<strong>Office as printed:</strong> Thủ tướng → Chủ tịch nước" in page


def test_a_removed_participation_stays_in_history(staff, editor):
    event = an_event(leaders=[a_leader()])
    imported()
    save(staff, change_page(event), **{"participations-0-DELETE": "on"})
    assert event.participations.count() == 0
    entries = Participation.history.order_by("history_id")
    assert [(entry.history_type, entry.history_user) for entry in entries] == [("+", None), ("-", editor)]


def test_an_office_left_open_is_the_one_held_on_the_day(staff):
    leader = a_leader()
    office = leader.offices.create(actor=leader.actor, title_vi="Thủ tướng", title_en="Prime Minister")
    event = an_event(leaders=[leader])
    save(staff, change_page(event), **{"participations-0-office_printed": "Ngài Thủ tướng"})
    assert event.participations.get().office == office


def test_a_field_handed_back_is_the_machines_again(staff):
    event = an_event(staff_fields=["place", "title"])
    assert "hand_back" not in form_on(staff, change_page(event))
    save(staff, change_page(event), hand_back=["title"])
    assert Event.objects.get().staff_fields == ["place"]


def test_a_confirmed_event_is_staffs_as_a_whole(staff):
    event = an_event()
    save(staff, change_page(event), review="confirmed")
    assert {"title", "body", "kind", "participations"} <= set(Event.objects.get().staff_fields)


def test_a_new_address_keeps_the_old_one(staff):
    event = an_event(slug="cu")
    save(staff, change_page(event), slug="moi")
    assert Event.objects.get().slug == "moi"
    assert sorted(event.addresses.values_list("slug", flat=True)) == ["cu", "moi"]


def test_an_address_that_another_event_had_is_refused(staff):
    moved, other = an_event(slug="cu"), an_event(slug="khac")
    save(staff, change_page(moved), slug="moi")
    response = save(staff, change_page(other), slug="cu")
    assert errors_on(response) == [("slug", "This is, or once was, the address of another event.")]


TIMED = {
    "published_on": date(2031, 1, 3),
    "published_at": datetime(2031, 1, 3, 8, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")),
    "published_precision": "time",
    "published_origin": "printed",
}
MONTH = {"published_on": date(2031, 1, 1), "published_precision": "month", "published_origin": "prefix"}


@pytest.mark.parametrize(
    ("before", "given", "expected"),
    [
        ({}, {"published_on": "2031-01-03"}, ("2031-01-03", None, "day", "staff")),
        ({}, {"published_at_0": "2031-01-04", "published_at_1": "07:15"}, ("2031-01-04", "07:15", "time", "staff")),
        (TIMED, {"published_on": ""}, (None, None, "", "")),
        (TIMED, {"published_on": "2031-01-05"}, ("2031-01-05", None, "day", "staff")),
        (TIMED, {"published_at_0": "2031-01-06"}, ("2031-01-06", "08:30", "time", "staff")),
        (TIMED, {"published_at_0": "", "published_at_1": ""}, ("2031-01-03", None, "day", "staff")),
        (TIMED, {"published_precision": "day"}, ("2031-01-03", None, "day", "staff")),
        (TIMED, {"published_precision": "month"}, ("2031-01-01", None, "month", "staff")),
        (TIMED, {"published_precision": "day", "published_origin": "prefix"}, ("2031-01-03", None, "day", "staff")),
        (TIMED, {"published_origin": "prefix"}, ("2031-01-03", "08:30", "time", "prefix")),
        (MONTH, {"published_on": "2031-01-07"}, ("2031-01-07", None, "day", "staff")),
        (MONTH, {"place": "Huế"}, ("2031-01-01", None, "month", "prefix")),
    ],
)
def test_a_date_of_publication_is_one_statement(staff, before, given, expected):
    event = an_event(**before)
    save(staff, change_page(event), **given)
    event.refresh_from_db()
    time = event.published_at and f"{localtime(event.published_at):%H:%M}"
    day = event.published_on and str(event.published_on)
    assert (day, time, event.published_precision, event.published_origin) == expected


def test_a_first_day_alone_is_the_last_day_too_and_both_are_staffs(staff):
    event = an_event(day=None)
    save(staff, change_page(event), starts_on="2031-01-02")
    event.refresh_from_db()
    assert event.ends_on == date(2031, 1, 2)
    assert event.staff_fields == ["ends_on", "starts_on"]


def test_a_last_day_alone_asks_for_the_first(staff):
    event = an_event(day=None)
    response = save(staff, change_page(event), ends_on="2031-01-02")
    assert errors_on(response) == [("starts_on", "Give the first day too, or leave out the last.")]


def test_the_language_is_one_that_the_reader_knows(staff):
    event = an_event()
    response = save(staff, change_page(event), language="xx")
    assert errors_on(response) == [("language", "Select a valid choice. xx is not one of the available choices.")]
    save(staff, change_page(event), language="en")
    assert Event.objects.get().language == "en"


def test_the_language_is_labelled_like_every_other_field(staff):
    form = staff.get(change_page(an_event())).context_data["adminform"].form
    assert str(form["language"].label) == "Language"


def test_a_language_that_the_reader_does_not_know_may_stay(staff):
    event = an_event(language="lo")
    save(staff, change_page(event), place="Huế")
    assert (Event.objects.get().place, Event.objects.get().language) == ("Huế", "lo")


def test_days_in_the_wrong_order_are_refused(staff):
    event = an_event()
    response = save(staff, change_page(event), ends_on="2030-01-01")
    assert len(errors_on(response)) == 1
    assert Event.objects.get().ends_on == event.ends_on


def test_events_are_withdrawn_with_a_history_and_never_deleted(staff, editor):
    event = an_event()
    imported()
    response = staff.post(list_page(Event), {"action": "withdraw", "_selected_action": [event.pk]}, follow=True)
    assert messages_on(response) == ["1 event withdrawn."]
    entries = event.history.order_by("history_id")
    assert [(entry.status, entry.history_user) for entry in entries] == [("published", None), ("withdrawn", editor)]
    assert staff.post(f"{change_page(event)[:-7]}delete/", {"post": "yes"}).status_code == 403


def test_selected_events_are_published_and_confirmed(staff):
    event = an_event(status=Event.Status.DRAFT)
    for action in ("publish", "confirm"):
        staff.post(list_page(Event), {"action": action, "_selected_action": [event.pk]})
    event.refresh_from_db()
    assert (event.status, event.review) == ("published", "confirmed")


def test_events_come_in_by_import_only(staff):
    assert staff.get("/admin/events/event/add/").status_code == 403


def test_earlier_states_are_shown_but_not_restored(staff):
    event = an_event()
    entry = event.history.get()
    assert staff.get(f"{history_page(event)}{entry.pk}/").status_code == 404


@pytest.mark.parametrize("words", ["dien dam", "Điện ĐÀM", "duong sat", "dien thu"])
def test_events_are_found_with_or_without_accents(staff, words):
    found = an_event("mot")
    an_event("hai", title="Hội kiến", body="Không có gì.")
    response = staff.get(list_page(Event), {"q": words})
    assert list(response.context_data["cl"].queryset) == [found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [("flagged=yes", ["hai"]), ("lost=yes", ["ba"]), ("edited=yes", ["bon"]), ("edited=no", ["mot", "hai", "ba"])],
)
def test_events_that_need_a_look_are_told_apart(staff, question, expected):
    an_event("mot")
    an_event("hai", flags=[{"code": "same-text-as-another", "evidence": ""}])
    a_commitment(an_event("ba"), RAILWAY)
    Commitment.objects.update(start=None, end=None)
    an_event("bon", staff_fields=["title"])
    response = staff.get(f"{list_page(Event)}?{question}")
    assert [event.slug for event in response.context_data["cl"].queryset.order_by("pk")] == expected


def test_remarks_of_the_reader_are_shown_in_words(staff):
    event = an_event(flags=[{"code": "same-text-as-another", "evidence": "42"}])
    assert "another event has the same text: 42" in staff.get(change_page(event)).content.decode()


def test_the_list_offers_a_hierarchy_of_days(staff):
    an_event(day="2031-01-02"), an_event("hai", day="2032-01-02")
    response = staff.get(list_page(Event), {"starts_on__year": "2032"})
    assert [event.slug for event in response.context_data["cl"].queryset] == ["hai"]
