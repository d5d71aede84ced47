"""Staff decide about threads and say what became of a promise."""

from datetime import date

import pytest

from events.following.occasions import propose as propose_occasions
from events.following.threads import propose
from events.models import Judgement, Occasion, Thread, ThreadPassage
from tests.admin.pages import add_page, change_page, errors_on, form_on, history_page, list_page, messages_on, save
from tests.records import a_commitment, a_leader, a_topic, an_actor, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def passages(db):
    """The passages of a proposed thread through two meetings."""
    leaders = [a_leader(), a_leader("Anna Thử", an_actor("XA", "Nước A", "Country A"))]
    for year, quote in enumerate(["khảo sát tuyến đường sắt Thử - Mẫu", "khởi công tuyến đường sắt Thử - Mẫu"]):
        event = an_event(f"gap-{year}", date(2031 + year, 1, 1), leaders, body=quote)
        a_commitment(event, quote, topics=[a_topic()])
    propose()
    return list(ThreadPassage.objects.order_by("pk"))


def act(staff, model, action, *rows):
    return staff.post(list_page(model), {"action": action, "_selected_action": [row.pk for row in rows]}, follow=True)


@pytest.mark.parametrize(("action", "review"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_a_thread_is_confirmed_or_rejected_with_its_passages(staff, editor, passages, action, review):
    thread = passages[0].thread
    response = act(staff, Thread, action, thread)
    assert messages_on(response) == [f"1 thread {review}."]
    thread.refresh_from_db()
    assert (thread.review, {passage.review for passage in thread.passages.all()}) == (review, {review})
    assert thread.history.first().history_user == editor


@pytest.mark.parametrize(("action", "review"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_occasions_are_confirmed_or_rejected_from_their_list(staff, editor, action, review):
    leaders = [a_leader(), a_leader("Anna Thử", an_actor("XA", "Nước A", "Country A"))]
    for outlet in "ab":
        an_event(f"gap-{outlet}", date(2031, 1, 1), leaders)
    propose_occasions()
    occasion = Occasion.objects.get()
    assert messages_on(act(staff, Occasion, action, occasion)) == [f"1 occasion {review}."]
    assert messages_on(act(staff, Occasion, action, occasion)) == [f"0 occasions {review}."]
    occasion.refresh_from_db()
    assert (occasion.review, occasion.events.count()) == (review, 2)
    assert occasion.history.first().history_user == editor


def test_passages_are_split_off_from_their_list(staff, passages):
    response = act(staff, ThreadPassage, "split_off", passages[1])
    new = Thread.objects.exclude(pk=passages[0].thread_id).get()
    assert messages_on(response) == [f"Split off into Thread {new.pk}."]
    act(staff, Thread, "make_one", new, passages[0].thread)
    new.refresh_from_db()
    assert new.joined_into == passages[0].thread


def test_one_thread_alone_is_not_joined(staff, passages):
    assert messages_on(act(staff, Thread, "make_one", passages[0].thread)) == ["Choose two or more threads that stand."]


def test_a_link_is_rejected_from_its_list(staff, passages):
    act(staff, ThreadPassage, "reject", passages[1])
    assert [passage.review for passage in ThreadPassage.objects.order_by("pk")] == ["proposed", "rejected"]


@pytest.mark.parametrize("model", [Thread, ThreadPassage, Judgement])
def test_the_lists_and_pages_open(staff, passages, model):
    assert staff.get(list_page(model)).status_code == 200
    for record in model.objects.all():
        assert staff.get(change_page(record)).status_code == 200


def judgement(**values):
    return {"outcome": "kept", "day": "2033-05-06", "source": "Báo Thử", "source_address": "", "note": ""} | values


def add(staff, **values):
    form = form_on(staff, add_page(Judgement))
    return staff.post(add_page(Judgement), form | judgement(**values), follow=True)


def test_a_judgement_is_signed_by_whoever_writes_it_and_its_history_is_kept(staff, editor, passages):
    commitment = passages[0].commitment
    add(staff, commitment=commitment.pk)
    found = Judgement.objects.get()
    assert (found.commitment, found.outcome, found.author) == (commitment, "kept", editor)
    save(staff, change_page(found), outcome="not-kept")
    assert [entry.outcome for entry in found.history.order_by("history_id")] == ["kept", "not-kept"]
    assert staff.get(history_page(found)).status_code == 200


@pytest.mark.parametrize("of", ["nothing", "both"])
def test_a_judgement_is_of_one_commitment_or_one_thread(staff, passages, of):
    values = {"commitment": passages[0].commitment_id, "thread": passages[0].thread_id} if of == "both" else {}
    response = add(staff, **values)
    assert errors_on(response) == [("__all__", "A judgement is of a commitment or of a thread: give one of them.")]


def test_the_address_of_a_source_is_an_address_of_the_web(staff, passages):
    response = add(staff, commitment=passages[0].commitment_id, source_address="javascript:alert(1)")
    assert [field for field, _ in errors_on(response)] == ["source_address"]
