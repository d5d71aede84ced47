"""The index follows the records, and tells where it does not."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from events import search
from events.indexing import reindex
from events.models import Commitment, Event
from events.search import vocabulary
from events.search.checking import differences
from events.search.engine import engine
from events.search.rebuilding import rebuild
from events.selection.words import read
from tests.records import a_commitment, an_event

pytestmark = pytest.mark.django_db


def keys(typed, record="events"):
    return set(search.find(read(typed)[0].query, record).all)


def test_a_new_event_is_found_and_so_are_its_commitments():
    event = an_event(title="Điện đàm", body="Mở tuyến đường sắt.")
    commitment = a_commitment(event, "tuyến đường sắt")
    assert (keys("điện đàm"), keys("sắt"), keys("sắt", "commitments")) == ({event.pk}, {event.pk}, {commitment.pk})


def test_a_changed_text_is_found_by_its_new_words_and_not_by_its_old_ones():
    event = an_event(body="Mở tuyến đường sắt.")
    Event.objects.filter(pk=event.pk).update(body="Mở tuyến đường thủy.")
    search.index([event.pk])
    assert (keys("sắt"), keys("thủy")) == (set(), {event.pk})
    assert list(differences()) == []


def test_an_event_that_is_no_more_is_forgotten():
    event = an_event()
    a_commitment(event, "đường sắt")
    key = event.pk
    event.delete()
    assert keys("sắt") == {key}
    search.index([key])
    assert (keys("sắt"), keys("sắt", "commitments"), list(differences())) == (set(), set(), [])


def test_what_is_rolled_back_is_not_found():
    with transaction.atomic():
        an_event()
        transaction.set_rollback(True)
    assert keys("sắt") == set()
    assert list(differences()) == []


def test_a_rejected_quote_no_longer_ranks_its_event():
    first, second = an_event("first"), an_event("second", body="Hai bên bàn về đường sắt.")
    rejected = a_commitment(first, "đường sắt")
    assert [set(tier) for tier in search.find(read("đường sắt")[0].query, "events").tiers(_all())] == [
        {first.pk},
        {second.pk},
    ]
    Commitment.objects.filter(pk=rejected.pk).update(review="rejected")
    search.index([first.pk])
    assert [set(tier) for tier in search.find(read("đường sắt")[0].query, "events").tiers(_all())] == [
        {first.pk, second.pk}
    ]


def _all():
    return search.find(read("-zzzz")[0].query, "events").all


def test_indexing_again_what_has_not_changed_writes_nothing(django_assert_num_queries):
    event = an_event()
    reads = 5 if connection.vendor == "postgresql" else 4  # the entry, the records, and the savepoint of both
    with django_assert_num_queries(reads + 1):
        search.index([event.pk])


@pytest.fixture
def bit_sets_of_two(monkeypatch):
    """Words of two rows count as frequent, and three rows may be noted before they are taken in."""
    monkeypatch.setattr(vocabulary, "FREQUENT", 2)
    monkeypatch.setattr("events.search.writing.NOTES", 3)


def test_frequent_words_are_kept_as_bit_sets_and_stay_right_as_records_change(bit_sets_of_two):
    events = [an_event(f"event-{number}", body=f"Đường sắt số {number}.") for number in range(12)]
    for number, event in enumerate(events):
        if number % 3 == 0:
            a_commitment(event, f"Đường sắt số {number}")
        if number % 4 == 0:
            Event.objects.filter(pk=event.pk).update(body=f"Đường thủy số {number}.")
            Commitment.objects.filter(event=event).update(quote="Đường thủy", review="rejected")
            search.index([event.pk])
        assert list(differences()) == []
    kept, known = vocabulary.Vocabulary().rows_of("events", ["duong", "thuy", "7", "zzzz"])
    assert (set(kept["duong"]), set(kept["thuy"])) == ({e.pk for e in events}, {e.pk for e in events[::4]})
    assert known == {"7"}


def test_a_rebuilt_index_finds_the_same(bit_sets_of_two):
    events = [an_event(f"event-{number}", body=f"Đường sắt số {number}.") for number in range(5)]
    quotes = [a_commitment(event, "Đường sắt") for event in events]
    told = []
    for _ in range(2):
        assert rebuild(told.append) == 5
        assert (keys("sắt"), keys("sắt", "commitments")) == ({e.pk for e in events}, {q.pk for q in quotes})
        assert list(differences()) == []
    assert sum(told) == 10
    assert an_event("another").pk in keys("sắt")


def test_what_changed_while_the_index_was_made_anew_is_in_it(monkeypatch):
    event = an_event()
    reindex([event.pk])

    def edit(_done):
        Event.objects.filter(pk=event.pk).update(body="Đường thủy.")
        reindex([event.pk])

    rebuild(edit)
    assert (keys("sắt"), keys("thủy")) == (set(), {event.pk})
    assert list(differences()) == []


def test_a_missing_a_stale_and_a_left_over_entry_are_told():
    missing, stale, gone = an_event("missing"), an_event("stale"), an_event("gone")
    kept = engine().entries([missing.pk])
    engine().replace(list(kept.values()), [])
    Event.objects.filter(pk=stale.pk).update(title="Khác hẳn")
    gone_key = gone.pk
    gone.delete()
    told = list(differences())
    assert f"event {missing.pk}: not in the index" in told
    assert f"event {stale.pk}: other words in the index" in told
    assert f"event {gone_key}: in the index, not in the archive" in told
    assert any("“khac”: 0 rows in the index, 1 in the archive" in one for one in told)


def test_the_commands_tell_what_they_find_and_mend_it():
    event = an_event()
    out = StringIO()
    call_command("check_search", stdout=out)
    assert out.getvalue() == "The search index holds what the records say.\n"
    Event.objects.filter(pk=event.pk).update(title="Khác hẳn")
    with pytest.raises(CommandError, match="rebuild_search` makes the index anew"):
        call_command("check_search", stderr=StringIO())
    call_command("rebuild_search", stdout=out)
    assert out.getvalue().endswith("1 events and their commitments are in the search index.\n")
    call_command("check_search", stdout=out)


def test_a_text_too_long_for_a_tsvector_is_found_by_its_last_phrase():
    common = "và " * 40_000
    event = an_event(body=common + " ".join(f"từ{number}" for number in range(60_000)) + " cuối cùng")
    assert keys('"và từ0 từ1"') == keys('"từ59999 cuối cùng"') == keys("từ12345") == {event.pk}


def test_a_word_of_more_than_a_hundred_letters_is_found_by_its_first_hundred():
    event = an_event(body=f"Từ {'a' * 5000}.")
    assert keys("a" * 150) == keys("a" * 100) == {event.pk}
    assert keys("a" * 99) == set()
