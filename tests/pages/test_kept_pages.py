"""Pages are made once for each state of the archive, told by their tags, and never mix readers with staff."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events import generation
from events.editing import set_status
from events.indexing import reindex
from events.models import Event, Generation
from events.views import kept
from tests.pages.addresses import BOTH_LANGUAGES
from tests.records import an_event

pytestmark = pytest.mark.django_db

ZIPPED = {"accept-encoding": "gzip, br"}


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


def queries_of(client, address, **headers):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, headers=headers)
    return len(queries), response


@pytest.mark.parametrize("address", BOTH_LANGUAGES)
def test_a_page_made_before_costs_one_query_and_is_the_same(client, earlier_call, address):
    _, first = queries_of(client, address)
    cost, second = queries_of(client, address)
    assert (cost, second.content, second["ETag"]) == (1, first.content, first["ETag"])
    assert first.cookies == second.cookies == {}


@pytest.fixture
def kept_connection(monkeypatch):
    """The connection, as a request finds it that others came before."""
    database = connections[DEFAULT_DB_ALIAS]
    database.ensure_connection()
    monkeypatch.setattr(database, "health_check_enabled", True)
    monkeypatch.setattr(database, "health_check_done", False)
    return database


def test_a_connection_is_not_asked_beforehand_whether_it_stands(client, earlier_call, kept_connection, monkeypatch):
    monkeypatch.setattr(kept_connection, "is_usable", lambda: pytest.fail("asked"))
    assert client.get("/").status_code == 200


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_connection_that_the_server_has_ended_is_opened_anew(client, earlier_call, kept_connection):
    dead, another = kept_connection.connection, kept_connection.copy()
    with another.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [dead.get_backend_pid()])
    another.close()
    assert client.get("/").status_code == 200
    assert kept_connection.connection is not dead


def test_a_question_that_fails_on_a_connection_that_stands_is_not_asked_again(kept_connection, monkeypatch):
    asked = []

    def too_long():
        asked.append("once")
        raise OperationalError("canceling statement due to statement timeout")

    monkeypatch.setattr(generation, "ask", too_long)
    with pytest.raises(OperationalError):
        generation.ask_first()
    assert (asked, kept_connection.connection is None) == (["once"], False)


@pytest.mark.parametrize("address", ["/", "/en/events/?kind=visit", "/events/"])
def test_a_kept_page_has_the_headers_of_one_that_is_made(client, earlier_call, address):
    made, kept_page = client.get(address, headers=ZIPPED), client.get(address, headers=ZIPPED)
    assert dict(kept_page.headers) == dict(made.headers)
    known = client.get(address, headers={**ZIPPED, "if-none-match": made["ETag"]})
    told = {name: value for name, value in made.headers.items() if name in known.headers}
    assert {name: value for name, value in known.headers.items() if name != "Content-Length"} == {
        name: value for name, value in told.items() if name != "Content-Length"
    }


@pytest.mark.parametrize("address", BOTH_LANGUAGES)
def test_whoever_has_the_page_is_told_so_after_one_query(client, earlier_call, address):
    tag = client.get(address)["ETag"]
    cache.clear()
    cost, again = queries_of(client, address, **{"if-none-match": tag})
    assert (cost, again.status_code, again.content, again["ETag"]) == (1, 304, b"", tag)
    assert again["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_a_change_shows_at_the_next_request(client, call):
    before = client.get("/events/")
    set_status([call], Event.Status.WITHDRAWN)
    after = client.get("/events/", headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]
    assert "Cuộc điện đàm thử" not in after.content.decode()


@pytest.mark.parametrize("other", ["/en/events/", "/events/?page=1", "/events/?x=1", "/commitments/"])
def test_each_address_has_a_tag_of_its_own(client, call, other):
    assert client.get("/events/")["ETag"] != client.get(other)["ETag"]


def test_another_name_of_the_site_has_another_page(client, call, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.get("/events/", headers={"host": "one.example"})
    assert "one.example" not in client.get("/events/", headers={"host": "two.example"}).content.decode()


def test_another_release_of_the_code_has_another_page(client, call, settings):
    tag = client.get("/events/")["ETag"]
    settings.RELEASE = "another"
    assert client.get("/events/", headers={"if-none-match": tag}).status_code == 200


def test_a_compressed_page_is_kept_compressed_and_has_a_strong_tag_of_its_own(client, call):
    plain, zipped = client.get("/events/"), client.get("/events/", headers=ZIPPED)
    assert gzip.decompress(zipped.content) == plain.content
    assert (zipped["Content-Encoding"], zipped["ETag"]) == ("gzip", plain["ETag"][:-1] + '-gzip"')
    assert "Accept-Encoding" in plain["Vary"]
    assert client.get("/events/", headers={**ZIPPED, "if-none-match": zipped["ETag"]}).status_code == 304


def test_compressed_pages_are_alike_to_the_byte(client, call):
    first = client.get("/events/", headers=ZIPPED)
    cache.clear()
    assert client.get("/events/", headers=ZIPPED).content == first.content


@pytest.mark.parametrize("accepted", ["", "br", "identity"])
def test_nobody_is_sent_what_they_cannot_read(client, call, accepted):
    client.get("/events/", headers=ZIPPED)
    response = client.get("/events/", headers={"accept-encoding": accepted})
    assert "Content-Encoding" not in response.headers
    assert response.content.startswith(b"<!doctype html>")


def test_a_page_does_not_depend_on_the_browsers_language(client, call):
    response = client.get("/events/", headers={"accept-language": "en"})
    assert "Accept-Language" not in response["Vary"]
    assert (response["Content-Language"], 'lang="vi"' in response.content.decode()) == ("vi", True)


def test_head_tells_what_get_would(client, call):
    page, head = client.get("/events/"), client.head("/events/")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", page["ETag"])
    assert head["Content-Length"] == page["Content-Length"]


def test_the_date_of_the_last_change_is_told_once_no_other_can_come_in_its_second(client, call):
    assert "Last-Modified" not in client.get("/events/").headers
    Generation.objects.update(raised_at=datetime.now(UTC) + timedelta(hours=1))
    assert "Last-Modified" not in client.get("/events/").headers


def test_the_date_of_the_last_change_answers_who_asks_by_date(client, call, monkeypatch):
    Generation.objects.update(raised_at=datetime(2031, 1, 2, 3, 4, 5, tzinfo=UTC))
    monkeypatch.setattr(kept, "datetime", type("Later", (), {"now": lambda zone: datetime(2031, 2, 1, tzinfo=UTC)}))
    shown = client.get("/events/")["Last-Modified"]
    assert shown == "Thu, 02 Jan 2031 03:04:05 GMT"
    assert client.get("/events/", headers={"if-modified-since": shown}).status_code == 304
    assert client.get("/events/", headers={"if-modified-since": "Wed, 01 Jan 2031 00:00:00 GMT"}).status_code == 200


@pytest.mark.parametrize("address", ["/events/no-such-event/", "/no-such-page/"])
def test_what_is_not_there_is_not_kept(client, call, address):
    assert client.get(address).status_code == 404
    assert client.get(address, headers={"if-none-match": "*"}).status_code == 404
    assert "ETag" not in client.get(address).headers or client.get(address)["ETag"].startswith('"')


def test_a_withdrawn_event_is_gone_and_comes_back(client, call):
    address = call.get_absolute_url()
    for status, code in (("withdrawn", 410), ("published", 200), ("draft", 404), ("published", 200)):
        set_status([Event.objects.get(pk=call.pk)], status)
        assert [client.get(address).status_code for _ in range(2)] == [code, code]


# -- Staff


def test_staff_are_never_served_from_the_cache_nor_told_that_nothing_changed(client, call, admin_client):
    tag = client.get("/events/")["ETag"]
    cost, page = queries_of(admin_client, "/events/", **{"if-none-match": tag})
    assert cost > 1
    assert (page.status_code, page["Cache-Control"]) == (200, "private, no-store")


def test_nothing_that_staff_were_shown_is_kept(client, call, admin_client):
    admin_client.get("/events/")
    assert queries_of(client, "/events/")[0] > 1


def test_a_broken_session_is_not_served_from_the_cache(call):
    stranger = Client()
    stranger.cookies["sessionid"] = "x"
    stranger.get("/events/")
    assert queries_of(stranger, "/events/")[0] > 1


# -- The cache


def test_a_cache_that_is_away_costs_time_and_nothing_else(client, call, monkeypatch):
    def away(*args):
        raise ConnectionError

    monkeypatch.setattr(kept.cache, "get", away)
    monkeypatch.setattr(kept.cache, "set", away)
    assert client.get("/events/").status_code == 200


def test_what_is_answered_before_the_views_is_asked_of_no_session_and_no_address(client, call, monkeypatch):
    client.get("/events/")
    monkeypatch.setattr(SessionMiddleware, "process_request", lambda *_: pytest.fail("asked for the session"))
    assert client.get("/events/").status_code == 200


def test_pages_at_endless_addresses_are_not_kept(client, call):
    address = "/events/?x=" + "x" * kept.LONGEST
    client.get(address)
    assert queries_of(client, address)[0] > 1


def test_while_debugging_pages_are_made_anew(client, call, settings):
    settings.DEBUG = True
    client.get("/events/")
    assert queries_of(client, "/events/")[0] > 1


def test_a_page_made_before_a_change_that_is_rolled_back_is_good_again(client, call):
    tag = client.get("/events/")["ETag"]
    with transaction.atomic():
        an_event("other")
        reindex()
        assert client.get("/events/")["ETag"] != tag
        transaction.set_rollback(True)
    assert client.get("/events/")["ETag"] == tag
