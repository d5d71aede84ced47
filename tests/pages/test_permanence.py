"""Addresses that were given out once keep answering, and say what became of what stood there."""

import pytest

from events.models import EventAddress, LeaderAddress
from tests.pages.html import page
from tests.records import an_event

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("tail", ["", "source/"])
def test_an_old_address_of_an_event_redirects_for_ever(client, call, prefix, tail):
    EventAddress.objects.create(slug="dia-chi-cu", event=call)
    response = client.get(f"{prefix}/events/dia-chi-cu/{tail}")
    assert (response.status_code, response["Location"]) == (301, f"{prefix}/events/{call.slug}/{tail}")


def test_an_old_address_of_a_leader_redirects_for_ever(client, nghiem):
    LeaderAddress.objects.create(slug="ten-cu", leader=nghiem)
    response = client.get("/leaders/ten-cu/")
    assert (response.status_code, response["Location"]) == (301, "/leaders/le-thu-nghiem/")


@pytest.mark.parametrize("query", ["?a=1&b=%C4%91", "?x=%0D%0AX-Evil:1"])
def test_an_old_address_keeps_its_query(client, call, nghiem, query):
    EventAddress.objects.create(slug="dia-chi-cu", event=call)
    LeaderAddress.objects.create(slug="ten-cu", leader=nghiem)
    assert client.get(f"/events/dia-chi-cu/{query}")["Location"] == f"/events/{call.slug}/{query}"
    assert client.get(f"/leaders/ten-cu/{query}")["Location"] == f"/leaders/le-thu-nghiem/{query}"


@pytest.mark.parametrize("tail", ["", "source/"])
def test_a_withdrawn_event_says_that_it_is_gone(client, tail):
    an_event("rut", status="withdrawn")
    response = client.get(f"/events/rut/{tail}")
    assert (response.status_code, page(response).one("h1").text) == (410, "Sự kiện này đã được rút")


@pytest.mark.parametrize("tail", ["", "source/"])
def test_a_draft_is_not_there(client, tail):
    an_event("nhap", title="Bản nháp bí mật", status="draft")
    response = client.get(f"/events/nhap/{tail}")
    assert response.status_code == 404
    assert "bí mật" not in response.content.decode()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_commitment_opens_the_article_at_its_passage(client, call, prefix):
    number = call.commitments.first().pk
    response = client.get(f"{prefix}/commitments/{number}/")
    assert (response.status_code, response["Location"]) == (
        302,
        f"{prefix}/events/{call.slug}/?commitment={number}#c{number}",
    )


def test_a_commitment_that_is_no_longer_in_the_text_opens_at_its_entry(client, call):
    number = call.commitments.first().pk
    call.commitments.filter(pk=number).update(start=None, end=None)
    assert (
        client.get(f"/commitments/{number}/")["Location"] == f"/events/{call.slug}/?commitment={number}#entry-{number}"
    )


@pytest.mark.parametrize(
    ("review", "reason"),
    [
        ("rejected", "An editor found that this passage is no commitment."),
        ("retired", "A later reading of the article no longer finds a commitment in this passage."),
    ],
)
def test_a_commitment_that_no_longer_stands_says_why(client, call, review, reason):
    number = call.commitments.first().pk
    call.commitments.filter(pk=number).update(review=review)
    response = client.get(f"/en/commitments/{number}/")
    shown = page(response).one("main")
    assert (response.status_code, shown.one("h1").text) == (410, f"Commitment No. {number} no longer stands")
    assert shown.all("p")[0].text == f"{reason} The passage as it was quoted:"
    assert shown.one("a")["href"] == f"/en/events/{call.slug}/"


def test_a_commitment_of_a_withdrawn_event_is_gone_with_it(client, call):
    call.status = "withdrawn"
    call.save()
    response = client.get(f"/commitments/{call.commitments.first().pk}/")
    assert response.status_code == 410
    assert page(response).all("blockquote") == []


def test_a_commitment_of_a_draft_is_not_there(client, call):
    call.status = "draft"
    call.save()
    assert client.get(f"/commitments/{call.commitments.first().pk}/").status_code == 404


@pytest.mark.parametrize("number", ["0", "999", "99999999999999999999", "9" * 4301])
def test_a_number_that_no_commitment_has_is_not_there(client, number):
    assert client.get(f"/commitments/{number}/").status_code == 404
