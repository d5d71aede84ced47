"""A process that others are made of has at hand what every page needs."""

import pytest
from django.db import DatabaseError, connection
from django.template import engines

from events import catalogue
from events.warming import warm_up
from tests.records import an_event


@pytest.fixture
def editions():
    """The templates in each language, as in a new process, and so again when the test is over."""
    editions = engines["jinja2"].editions
    for edition in editions.values():
        edition.cache.clear()
    yield editions
    for edition in editions.values():
        edition.cache.clear()


@pytest.mark.django_db(transaction=True)
def test_no_template_is_compiled_for_the_first_reader(client, editions, monkeypatch):
    warm_up()
    loader = next(iter(editions.values())).loader  # of all of them
    monkeypatch.setattr(loader, "get_source", lambda _environment, name: pytest.fail(f"{name} was compiled"))
    event = an_event("call")
    pages = ["/", "/events/", "/commitments/", "/timeline/", event.get_absolute_url(), "/en/events/"]
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)


@pytest.mark.django_db(transaction=True)
def test_the_first_reader_waits_for_no_catalogue(django_assert_num_queries):
    event = an_event("call")
    catalogue.forget()
    warm_up()
    with django_assert_num_queries(1):  # whether the archive is still in the state that was read
        assert set(catalogue.current().events.keys) == {event.pk}


@pytest.mark.django_db(transaction=True)
def test_no_connection_is_left_for_processes_to_share():
    warm_up()
    assert connection.connection is None or connection.is_in_memory_db()


def test_an_archive_that_cannot_be_read_is_left_to_whoever_asks_for_a_page(monkeypatch):
    def away():
        raise DatabaseError("no such table: events_generation")

    monkeypatch.setattr(catalogue, "current", away)
    warm_up()
