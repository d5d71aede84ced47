"""The pages of threads and occasions, and what editors judge became of a promise."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.utils.timezone import localtime

from events.following import occasions, threads
from events.following.deciding import join, review_threads
from events.indexing import reindex
from events.models import Judgement, Occasion, Thread
from tests.pages.html import page
from tests.records import a_commitment, a_leader, a_topic, an_act, an_actor, an_event

pytestmark = pytest.mark.django_db

QUOTES = ["khảo sát tuyến đường sắt Thử - Mẫu", "khởi công tuyến đường sắt Thử - Mẫu"]


@pytest.fixture
def thread(db):
    """A proposed thread of two passages, asked for in 2031 and agreed in 2032."""
    leaders = [a_leader(), a_leader("Anna Thử", an_actor("XA", "Nước A", "Country A"))]
    acts = [an_act("propose", "đề nghị", "propose"), an_act()]
    for year, (quote, act) in enumerate(zip(QUOTES, acts, strict=True)):
        event = an_event(f"gap-{year}", date(2031 + year, 1, 1), leaders, f"Cuộc gặp {year}", body=quote)
        a_commitment(event, quote, act, leaders[:1], topics=[a_topic()])
    threads.propose()
    return Thread.objects.get()


def shown(client, record):
    return page(client.get(f"/en{record.get_absolute_url()}")).one("main")


def test_a_thread_is_told_oldest_first_with_what_changed(client, thread):
    main = shown(client, thread)
    first, second = main.one("ol", class_="thread").all("li")
    assert [quote.text for quote in first.all("blockquote")] == [QUOTES[0]]
    assert second.all("ins")[0].text == "+[added: khởi công end]"
    assert second.all(class_="acts")[0].text == "Act: Lê Thử Nghiệm propose →became Lê Thử Nghiệm agree"
    assert "Likeness 0.76" in second.text
    assert "shared topics: Transport; shared words: tuyến đường sắt thử mẫu" in second.text


def test_what_is_proposed_says_so_until_staff_confirm(client, thread):
    main = shown(client, thread)
    assert main.one("p", class_="notice").text.startswith("Proposed by the machine")
    assert [badge.text for badge in main.all("span", class_="badge")] == ["link proposed"]
    review_threads([thread], Thread.Review.CONFIRMED)
    main = shown(client, thread)
    assert (main.all("p", class_="notice"), main.all("span", class_="badge")) == ([], [])


def test_a_rejected_thread_is_gone_and_an_unknown_one_was_never_there(client, thread):
    review_threads([thread], Thread.Review.REJECTED)
    assert client.get(thread.get_absolute_url()).status_code == 410
    assert client.get("/threads/999999/").status_code == 404
    assert client.get("/threads/" + "9" * 30 + "/").status_code == 404


def test_the_address_of_a_joined_thread_leads_to_the_one_that_it_is_now(client, thread):
    other = Thread.objects.create()
    join([thread, other])
    response = client.get(other.get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, thread.get_absolute_url())


def test_the_event_and_the_relation_lead_to_the_thread(client, thread):
    for address in ("/events/gap-1/", "/relations/VN-XA/"):
        links = [a for a in page(client.get(address)).one("main").all("a") if a["href"] == thread.get_absolute_url()]
        assert len(links) == 1


def test_a_withdrawn_event_is_in_no_thread_that_readers_see(client, thread):
    event = thread.passages.last().commitment.event
    event.status = "withdrawn"
    event.save()
    assert len(shown(client, thread).one("ol", class_="thread").all("li")) == 1


def judged(**of):
    editor = get_user_model().objects.create(username="bien-tap", first_name="Biên", last_name="Tập")
    return Judgement.objects.create(
        outcome="in-progress",
        day=date(2033, 5, 6),
        source="Báo Thử, 6/5/2033",
        note="Đã giải phóng mặt bằng.",
        author=editor,
        **of,
    )


def test_a_judgement_stands_with_its_day_source_and_author(client, thread):
    judged(thread=thread)
    assert shown(client, thread).one("ul", class_="judgements").text == (
        "Editor’s judgement: in progress, 6 May 2033 · Đã giải phóng mặt bằng. · Source: Báo Thử, 6/5/2033 · judged by "
        f"Biên Tập, {localtime(Judgement.objects.get().created_at):%-d %B %Y}"
    )


def test_a_judgement_of_a_commitment_stands_beside_it_in_its_event(client, thread):
    judged(commitment=thread.passages.first().commitment)
    assert "Editor’s judgement: in progress, 6 May 2033" in page(client.get("/en/events/gap-0/")).one("aside").text
    assert "Editor’s judgement" not in page(client.get("/en/events/gap-1/")).one("aside").text


def two_reports():
    leaders = [a_leader(), a_leader("Anna Thử", an_actor("XA", "Nước A", "Country A"))]
    for slug, body in (
        ("bao-a", "mở thêm một tuyến đường sắt; mua thêm gạo"),
        ("bao-b", "mở thêm hai tuyến đường sắt"),
    ):
        event = an_event(slug, date(2031, 1, 2), leaders, f"Theo {slug}", body=body)
        for quote in body.split("; "):
            a_commitment(event, quote, None, leaders[:1])
    occasions.propose()
    return Occasion.objects.get()


def test_an_occasion_tells_what_both_reports_say_and_what_one_says_alone(client):
    main = shown(client, two_reports())
    both, alone = (
        main.one("section", **{"aria-labelledby": "shared"}),
        main.one("section", **{"aria-labelledby": "alone"}),
    )
    assert len(both.all(class_="pair")) == 1
    assert [[quote.text for quote in column.all("blockquote")] for column in alone.all("section")] == [
        ["mua thêm gạo"],
        [],
    ]
    assert main.one("p", class_="notice").text.startswith("Proposed by the machine")


def test_an_event_leads_to_its_occasion_unless_staff_rejected_that(client):
    occasion = two_reports()
    links = [a["href"] for a in page(client.get("/events/bao-a/")).all("a")]
    assert occasion.get_absolute_url() in links
    Occasion.objects.update(review="rejected")
    reindex()
    assert client.get(occasion.get_absolute_url()).status_code == 404
    assert occasion.get_absolute_url() not in [a["href"] for a in page(client.get("/events/bao-a/")).all("a")]


@pytest.mark.parametrize("passages", [2, 12])
def test_a_thread_and_an_occasion_make_as_many_queries_for_many_passages_as_for_few(
    client, passages, django_assert_num_queries
):
    leaders = [a_leader(), a_leader("Anna Thử", an_actor("XA", "Nước A", "Country A"))]
    for year in range(passages):
        event = an_event(f"gap-{year}", date(2031 + year, 1, 1), leaders, body=QUOTES[0])
        a_commitment(event, QUOTES[0], None, leaders, [leader.actor for leader in leaders], [a_topic()])
    threads.propose()
    with django_assert_num_queries(9):
        assert client.get(Thread.objects.get().get_absolute_url()).status_code == 200
    for number in range(passages):
        event = an_event(f"bao-{number}", date(2030, 1, 1), leaders, body=QUOTES[0])
        a_commitment(event, QUOTES[0], None, leaders, [leader.actor for leader in leaders], [a_topic()])
    occasions.propose()
    with django_assert_num_queries(11):
        assert client.get(Occasion.objects.get().get_absolute_url()).status_code == 200
