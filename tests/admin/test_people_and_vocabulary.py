"""Staff keep leaders, actors and the vocabulary."""

import pytest
from django.urls import reverse

from events.models import Act, Actor, EventKind, Leader, LeaderAddress, Office, Topic
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
from tests.records import a_commitment, a_kind, a_leader, a_topic, an_act, an_actor, an_event

pytestmark = pytest.mark.django_db


def delete(staff, record):
    return staff.post(f"{change_page(record)[:-7]}delete/", {"post": "yes"}).status_code


def suggestions(staff, model, field, words):
    """What autocomplete offers for a field of the model."""
    address = {"app_label": "events", "model_name": model, "field_name": field, "term": words}
    return [row["text"] for row in staff.get(reverse("admin:autocomplete"), address).json()["results"]]


def test_a_new_leader_gets_an_address(staff):
    save(staff, add_page(Leader), name="Lê Thử", slug="le-thu", actor=an_actor().pk, review="confirmed")
    assert LeaderAddress.objects.get().leader == Leader.objects.get(slug="le-thu")


def test_a_new_leaders_address_is_made_of_the_name_and_numbered_where_it_is_taken(staff):
    a_leader("Võ Thưởng")
    save(staff, add_page(Leader), name="Võ Thưởng", review="confirmed")
    assert sorted(LeaderAddress.objects.values_list("slug", flat=True)) == ["vo-thuong", "vo-thuong-2"]


def test_a_leaders_new_address_keeps_the_old_one(staff):
    leader = a_leader("Lê Thử")
    save(staff, change_page(leader), slug="le-thu-nghiem")
    assert Leader.objects.get().slug == "le-thu-nghiem"
    assert sorted(leader.addresses.values_list("slug", flat=True)) == ["le-thu", "le-thu-nghiem"]


def test_an_address_that_another_leader_had_is_refused(staff):
    moved, other = a_leader("Lê Thử"), a_leader("Trần Nghiệm")
    save(staff, change_page(moved), slug="moi")
    for address in (change_page(other), add_page(Leader)):
        response = save(staff, address, name="Ai", slug="le-thu")
        assert errors_on(response) == [("slug", "This is, or once was, the address of another leader.")]


def test_an_office_is_added_with_its_days_and_a_history(staff, editor):
    leader = a_leader()
    form = form_on(staff, change_page(leader))
    row = {"title_vi": "Thủ tướng", "title_en": "Prime Minister", "actor": leader.actor_id, "held_from": "2030-01-01"}
    staff.post(change_page(leader), form | added_row("offices", form, **row))
    office = leader.offices.get()
    assert str(office.held_from) == "2030-01-01"
    assert office.history.get().history_user == editor
    save(staff, change_page(leader), **{"offices-0-title_en": "Premier"})
    page = staff.get(history_page(leader)).content.decode()
    assert "<strong>Title in English:</strong> Prime Minister → Premier" in page


def test_an_office_that_ends_before_it_begins_is_refused(staff):
    leader = a_leader()
    Office.objects.create(leader=leader, actor=leader.actor, title_vi="a", title_en="b", held_from="2030-01-01")
    response = save(staff, change_page(leader), **{"offices-0-held_until": "2029-01-01"})
    assert len(errors_on(response)) == 1


def test_an_alias_is_added(staff):
    leader = a_leader()
    form = form_on(staff, change_page(leader))
    staff.post(change_page(leader), form | added_row("aliases", form, name="Thử Lê"))
    assert leader.aliases.get().name == "Thử Lê"


def test_proposed_leaders_are_confirmed_with_a_history(staff):
    leader = a_leader()
    Leader.history.all().delete()
    data = {"action": "confirm", "_selected_action": [leader.pk]}
    assert messages_on(staff.post(list_page(Leader), data, follow=True)) == ["1 leader confirmed."]
    assert [entry.review for entry in leader.history.order_by("history_id")] == ["proposed", "confirmed"]


def test_no_leader_is_deleted_so_that_no_address_is_given_to_another(staff):
    leader = a_leader()
    chosen = {"action": "delete_selected", "_selected_action": [leader.pk], "post": "yes"}
    staff.post(list_page(Leader), chosen)
    assert delete(staff, leader) == 403
    assert LeaderAddress.objects.get().leader == leader


def test_words_of_the_vocabulary_in_use_are_not_deleted(staff):
    used = (an_act(), a_topic(), a_kind(), an_actor())
    a_commitment(an_event(), "mở rộng thương mại", act=used[0], topics=[used[1]], actors=[used[3]])
    assert [delete(staff, word) for word in used] == [403, 403, 403, 403]
    assert delete(staff, a_topic("unused")) == 302


@pytest.mark.parametrize(("make", "field"), [(a_topic, "slug"), (an_act, "slug"), (a_kind, "slug"), (an_actor, "code")])
def test_what_is_part_of_addresses_is_given_once(staff, make, field):
    word = make()
    before = getattr(word, field)
    assert field not in form_on(staff, change_page(word))
    save(staff, change_page(word), **{field: "x", "name_en": "Another name"})
    word.refresh_from_db()
    assert (getattr(word, field), word.name_en) == (before, "Another name")


def test_a_topic_gets_a_cue_and_keeps_a_history(staff):
    topic = a_topic()
    Topic.history.all().delete()
    form = form_on(staff, change_page(topic))
    row = added_row("cues", form, language="vi", phrase="đường sắt")
    staff.post(change_page(topic), form | row | {"name_en": "Transport and roads"})
    assert topic.cues.get().phrase == "đường sắt"
    assert [entry.name_en for entry in topic.history.order_by("history_id")] == ["Transport", "Transport and roads"]


@pytest.mark.parametrize(("words", "found"), [("le thu", True), ("Thử", True), ("lee", False), ("nghiem le", True)])
def test_leaders_are_found_with_or_without_accents(staff, words, found):
    a_leader("Lê Thử Nghiệm")
    assert suggestions(staff, "participation", "leader", words) == (["Lê Thử Nghiệm"] if found else [])


def test_a_topic_of_that_name_is_offered_before_those_with_such_a_cue(staff):
    first = a_topic("economy", vi="Kinh tế", en="Economy")
    first.cues.create(language="vi", phrase="công nghiệp quốc phòng")
    a_topic("security", vi="Quốc phòng", en="Defence")
    Topic.objects.filter(pk=first.pk).update(position=0)
    Topic.objects.exclude(pk=first.pk).update(position=1)
    assert suggestions(staff, "commitment", "topics", "quoc phong") == ["Defence", "Economy"]


def test_a_list_sorted_by_a_column_stays_so_when_it_is_searched(staff):
    a_topic("a", vi="Kinh tế", en="Economy").cues.create(language="vi", phrase="quốc phòng")
    a_topic("b", vi="Quốc phòng", en="Defence")
    response = staff.get(list_page(Topic), {"q": "quoc phong", "o": "4"})
    assert [topic.slug for topic in response.context_data["cl"].queryset] == ["a", "b"]


def test_leaders_are_found_by_an_alias(staff):
    a_leader("Lê Thử").aliases.create(name="Đặng Văn")
    assert suggestions(staff, "commitment", "leaders", "dang v") == ["Lê Thử"]


@pytest.mark.parametrize(
    ("model", "field", "words", "expected"),
    [
        ("commitment", "topics", "giao th", ["Transport"]),
        ("commitment", "act", "nhat tri", ["agree"]),
        ("commitment", "actors", "viet", ["Viet Nam"]),
        ("event", "kind", "dien dam", ["Phone call"]),
        ("event", "kind", "hoi dam", []),
    ],
)
def test_the_vocabulary_is_found_in_either_language(staff, model, field, words, expected):
    a_topic(), an_act(), an_actor(), a_kind()
    assert suggestions(staff, model, field, words) == expected


@pytest.mark.parametrize(
    ("model", "make", "expected"), [(Topic, a_topic, 1), (Act, an_act, 2), (EventKind, a_kind, 1), (Actor, an_actor, 0)]
)
def test_lists_count_where_a_word_is_used(staff, model, make, expected):
    word = make()
    event = an_event()
    a_commitment(event, "mở rộng thương mại", topics=[a_topic()])
    a_commitment(event, "thương mại")
    a_commitment(event, "mở rộng", topics=[a_topic()], review="rejected")
    row = staff.get(list_page(model)).context_data["cl"].queryset.get(pk=word.pk)
    assert (row.commitment_count if model is Actor else row.use_count) == expected
