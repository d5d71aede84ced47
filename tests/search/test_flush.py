"""`manage.py flush`, and tests that commit, empty the tables that Django knows; the search's own go with them."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import transaction

from events.indexing import reindex
from events.search import find
from events.search.checking import differences
from events.search.engine import RECORDS, engine
from events.selection.words import read
from tests.records import a_commitment, an_act, an_event


def found(words, record="events"):
    return list(find(read(words)[0].query, record).all)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_found_after_a_flush_of_what_was_indexed_before():
    event = an_event("thu", date(2031, 1, 2), body="Hai bên mở tuyến đường sắt.")
    a_commitment(event, "mở tuyến đường sắt", an_act())
    with transaction.atomic():
        reindex([event.pk])
    assert [len(found("đường sắt", record)) for record in RECORDS] == [1, 1]
    call_command("flush", interactive=False, verbosity=0)
    assert [found("đường sắt", record) for record in RECORDS] == [[], []]
    assert list(engine().all_event_ids()) == []
    assert list(differences()) == []


@pytest.mark.django_db
def test_what_is_indexed_stays_where_events_are():
    event = an_event("thu", date(2031, 1, 2), body="Hai bên mở tuyến đường sắt.")
    reindex([event.pk])
    call_command("migrate", verbosity=0)
    assert found("đường sắt") == [event.pk]
