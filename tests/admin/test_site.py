"""The staff site as a whole."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from events.models import Commitment, Event, Leader, Topic
from tests.admin.pages import change_page, form_on, history_page, list_page, messages_on
from tests.records import a_commitment, a_leader, a_topic, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def onlooker(db, settings):
    """A browser of someone who may look at the record and change nothing."""
    user = get_user_model().objects.create_user("khach", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client = Client()
    client.force_login(user)
    return client


def test_the_start_page_groups_the_archive_in_the_order_of_the_work(staff):
    groups = staff.get(reverse("admin:index")).context_data["app_list"]
    with override("en"):
        told = [(str(group["name"]), [str(model["name"]) for model in group["models"]]) for group in groups]
    assert told == [
        (
            "Events and commitments",
            ["Events", "Commitments", "Occasions", "Threads", "Passages of threads", "Judgements"],
        ),
        ("Leaders and actors", ["Leaders", "Actors"]),
        ("Vocabulary", ["Topics", "Kinds of event", "Acts"]),
        ("Sources and imports", ["Imports", "Imported files", "Source files"]),
        ("Authentication and Authorization", ["Groups", "Users"]),
    ]


def test_the_site_in_vietnamese_is_vietnamese_throughout(staff):
    an_event()
    with override("vi"):
        page = staff.get(list_page(Event)).content.decode()
    assert "Hiện số lượng" in page
    assert '<a href="/admin/events/">Kho tư liệu</a>' in page
    assert "Show counts" not in page


def test_someone_who_is_not_on_the_staff_is_asked_to_log_in(client):
    response = client.get(list_page(Event))
    assert (response.status_code, response["Location"]) == (302, "/admin/login/?next=/admin/events/event/")


@pytest.mark.parametrize("make", [an_event, a_leader, a_topic])
def test_an_onlooker_sees_a_record_and_its_history_but_no_form(onlooker, make):
    record = make()
    fields = set(form_on(onlooker, change_page(record)))
    assert {name for name in fields if not name.endswith("_FORMS")} <= {"csrfmiddlewaretoken", "seen"}
    assert onlooker.get(history_page(record)).status_code == 200


def test_an_onlooker_changes_nothing(onlooker):
    commitment = a_commitment(an_event(place="Hà Nội"), "mở rộng thương mại")
    assert onlooker.post(change_page(commitment.event), {"place": "Huế"}).status_code == 403
    data = {"action": "reject", "_selected_action": [commitment.pk]}
    onlooker.post(list_page(Commitment), data)
    assert (Event.objects.get().place, Commitment.objects.get().review) == ("Hà Nội", "machine")


@pytest.mark.parametrize("model", [Event, Commitment, Leader, Topic])
@pytest.mark.parametrize("question", ["q=%00", "page=-1", "starts_on__year=abc", "review=nonsense", "p=99"])
def test_nonsense_in_the_address_is_no_error_of_ours(staff, model, question):
    assert staff.get(f"{list_page(model)}?{question}", follow=True).status_code == 200


@pytest.mark.parametrize("make", [an_event, a_leader, a_topic])
@pytest.mark.parametrize("asked", ["%", " ", "…"])
def test_a_search_without_a_word_finds_nothing_and_says_why(staff, make, asked):
    model = type(make())
    response = staff.get(list_page(model), {"q": asked})
    assert list(response.context_data["cl"].queryset) == []
    assert messages_on(response) == ["Nothing is found, because the search holds no word."]


def test_the_history_of_a_record_that_is_none_is_not_found(staff):
    assert staff.get("/admin/events/event/abc/history/").status_code == 404
    assert staff.get("/admin/events/event/99/history/").status_code == 404
