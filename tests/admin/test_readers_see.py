"""Whatever staff do, readers see it at once: `Browser` refuses a request that wrote a record and no new generation."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import RequestFactory

from events.models import (
    Act,
    Actor,
    Commitment,
    Event,
    EventKind,
    Generation,
    JournalEntry,
    Leader,
    Occasion,
    Thread,
    ThreadPassage,
    Topic,
)
from tests.admin.pages import add_page, change_page, form_on, list_page, save
from tests.records import a_commitment, a_kind, a_leader, a_topic, an_act, an_actor, an_event

pytestmark = pytest.mark.django_db

SCREENS = [model for model in apps.get_app_config("events").get_models() if admin.site.is_registered(model)]


def generation():
    return Generation.objects.values_list("number", flat=True).first() or 0


@pytest.fixture
def records():
    """One of each sort, used by none, and an event that uses others."""
    event = an_event(leaders=[a_leader()], status="draft")
    commitment = a_commitment(event, "mở rộng thương mại", leaders=[a_leader()], topics=[a_topic("used", "Đã", "Used")])
    return {
        Act: an_act("welcome", "hoan nghênh", "welcome"),
        Actor: an_actor("XA", "Nước A", "Country A"),
        Commitment: commitment,
        Event: event,
        EventKind: a_kind("talks", "Hội đàm", "Talks"),
        Leader: a_leader("Người Mới"),
        Occasion: Occasion.objects.create(kind=a_kind(), starts_on="2031-01-02", ends_on="2031-01-02"),
        Topic: a_topic(),
        Thread: a_thread(commitment).thread,
        ThreadPassage: a_thread(a_commitment(an_event("2031-01-03-khac"), "mở rộng thương mại")),
    }


def a_thread(commitment):
    return ThreadPassage.objects.create(thread=Thread.objects.create(), commitment=commitment)


def actions():
    """Every action on every list, as (model, name)."""
    request = RequestFactory().get("/")
    request.user = type("Superuser", (), {"has_perm": lambda self, name: True})()
    return [
        (model, name)
        for model in SCREENS
        for name in admin.site.get_model_admin(model).get_actions(request)
        if name != "delete_selected" or admin.site.get_model_admin(model).has_delete_permission(request)
    ]


@pytest.mark.parametrize(("model", "name"), actions(), ids=lambda each: getattr(each, "__name__", each))
def test_each_action_on_a_list_is_seen(staff, records, model, name):
    before = generation()
    keys = Thread.objects.values_list("pk", flat=True) if name == "make_one" else [records[model].pk]
    chosen = {"action": name, "_selected_action": list(keys), "post": "yes"}
    assert staff.post(list_page(model), chosen, follow=True).status_code == 200
    assert generation() == before + 1


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Act, {"name_vi": "chào mừng"}),
        (Actor, {"name_vi": "Nước A mới"}),
        (Commitment, {"cue": "muốn"}),
        (Event, {"place": "Huế"}),
        (EventKind, {"name_en": "Discussion"}),
        (Leader, {"name_latin": "New Person"}),
        (Occasion, {"note": "Thử"}),
        (Topic, {"name_vi": "Đường sá"}),
    ],
)
def test_each_changed_record_is_seen_once(staff, records, model, change):
    before = generation()
    save(staff, change_page(records[model]), **change)
    assert generation() == before + 1
    save(staff, change_page(records[model]))
    assert generation() == before + 1


@pytest.mark.parametrize("model", [Event, Commitment])
def test_a_changed_record_has_its_event_indexed_anew(staff, records, model):
    before = generation()
    save(staff, change_page(records[model]), **{Event: {"title": "Tên khác"}, Commitment: {"cue": "muốn"}}[model])
    assert [entry.events for entry in JournalEntry.objects.filter(number__gt=before)] == [[records[Event].pk]]


def test_what_staff_add_is_seen(staff, records):
    before = generation()
    staff.post(add_page(Topic), form_on(staff, add_page(Topic)) | {"slug": "x", "name_vi": "X", "name_en": "X"})
    assert generation() == before + 1
