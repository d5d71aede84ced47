"""The catalogue tells what the rows say, whatever happened to them and whoever asks."""

import threading
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.http import QueryDict

from events import catalogue
from events.catalogue import copies, keeping
from events.editing import set_status
from events.indexing import reindex
from events.models import CatalogueCopy, Commitment, Event, Generation, JournalEntry, Leader, Topic
from events.selection import EventSelection
from tests.records import a_commitment, a_leader, a_topic, an_archive, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_new_process():
    catalogue.forget()


def slugs():
    keys = catalogue.current().events.keys
    return sorted(Event.objects.filter(pk__in=list(keys)).values_list("slug", flat=True))


# -- Days


def test_an_event_is_under_the_month_it_began_in_and_one_of_several_days_under_each_it_goes_on_in():
    visit = an_event("visit", date(2030, 12, 30), ends_on=date(2031, 1, 2))
    call, undated = an_event("call", date(2030, 12, 5)), an_event("undated", None)
    events = catalogue.current().events
    assert {month: set(rows) for month, rows in events.shelf("month").items()} == {
        203012: {visit.pk, call.pk},
        0: {undated.pk},
    }
    assert {month: set(rows) for month, rows in events.shelf("lasting").items()} == {
        203012: {visit.pk},
        203101: {visit.pk},
    }
    assert catalogue.faults() == []


def test_an_event_said_to_last_for_ages_is_under_twelve_months():
    an_event(day=date(2030, 2, 1), ends_on=date(9999, 12, 31))
    assert sorted(catalogue.current().events.shelf("lasting")) == [*range(203002, 203013), 203101]
    assert catalogue.faults() == []


# -- As it changes


def test_it_counts_what_the_rows_say():
    an_archive(24)
    assert catalogue.faults() == []


def test_it_counts_what_the_rows_say_after_every_sort_of_change():
    events = an_archive(12)
    catalogue.current()
    Event.objects.filter(pk=events[0].pk).update(status="withdrawn")
    Event.objects.filter(pk=events[1].pk).update(starts_on=date(1999, 5, 5), ends_on=date(1999, 5, 5), outlet="Báo Thử")
    events[2].participations.all().delete()
    Commitment.objects.filter(event=events[3]).update(review="rejected")
    for commitment in events[4].commitments.all():
        commitment.topics.set([a_topic("new", "Mới", "New")])
        commitment.leaders.set([])
    reindex(event.pk for event in events[:5])
    assert catalogue.faults() == []
    set_status([events[0]], Event.Status.PUBLISHED)
    assert catalogue.faults() == []


def test_an_event_withdrawn_is_gone_with_all_it_has_at_the_next_question():
    event = an_event(leaders=[a_leader()])
    a_commitment(event, "mở rộng thương mại", topics=[a_topic()])
    assert catalogue.current().commitments.shelf("topic") != {}
    set_status([event], Event.Status.WITHDRAWN)
    now = catalogue.current()
    assert (len(now.events.keys), len(now.commitments.keys)) == (0, 0)
    assert {facet: shelf for facet, shelf in now.commitments.shelves.items() if shelf} == {}


def test_a_catalogue_in_use_stays_as_it_was():
    an_event("first")
    before = catalogue.current()
    an_event("second")
    assert (len(before.events.keys), len(catalogue.current().events.keys)) == (1, 2)


def test_without_a_change_it_asks_for_the_generation_alone(django_assert_num_queries):
    an_archive(3)
    catalogue.current()
    with django_assert_num_queries(1):
        catalogue.current()


@pytest.mark.parametrize("number", [1, 30])
def test_a_change_costs_the_same_however_large_the_archive_is(number, django_assert_num_queries):
    """The generation twice, the journal twice, and seven for what the changed event is under."""
    event = an_archive(number)[0]
    catalogue.current()
    reindex([event.pk])
    with django_assert_num_queries(11):
        catalogue.current()


def test_a_new_name_is_known_at_once():
    leader = a_leader("Lê Cũ")
    catalogue.current()
    Leader.objects.update(name="Lê Mới")
    reindex()
    assert catalogue.current().headings.leaders[leader.pk].name == "Lê Mới"


def test_a_heading_that_comes_with_an_event_is_known_at_once():
    event = an_event()
    catalogue.current()
    topic = Topic.objects.create(slug="new", name_vi="Mới", name_en="New")
    a_commitment(event, "mở rộng thương mại", topics=[topic])
    assert catalogue.current().headings.topics[topic.pk].name == "Mới"


# -- What was undone, and other processes


def test_a_change_that_was_rolled_back_is_not_seen():
    an_event("kept")
    with transaction.atomic():
        an_event("undone")
        assert slugs() == ["kept", "undone"]
        transaction.set_rollback(True)
    assert slugs() == ["kept"]


def test_another_change_that_takes_the_number_of_one_rolled_back_is_told_from_it():
    an_event("kept")
    number = Generation.objects.get().number
    with transaction.atomic():
        an_event("undone")
        catalogue.current()
        transaction.set_rollback(True)
    an_event("other")
    assert Generation.objects.get().number > number
    assert slugs() == ["kept", "other"]


def test_an_event_deleted_from_the_database_is_gone_with_its_commitments():
    event = an_event("gone")
    a_commitment(event, "mở rộng thương mại")
    an_event("kept")
    catalogue.current()
    key = event.pk
    event.delete()
    reindex([key])
    assert slugs() == ["kept"]
    assert catalogue.faults() == []


@pytest.mark.django_db(transaction=True)
def test_threads_share_it_and_see_what_others_commit():
    with transaction.atomic():
        an_event("first")
    seen = []

    def ask():
        seen.append(len(catalogue.current().events.keys))
        connection.close()

    for expected in (1, 2):
        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert seen == [expected] * 4
        seen.clear()
        with transaction.atomic():
            an_event(f"event-{expected}")


# -- The copy


def test_a_new_process_begins_with_the_copy_and_reads_only_what_came_since(django_assert_num_queries):
    an_archive(12)
    catalogue.keep_copy()
    late = an_event("late")
    catalogue.forget()
    # The generation twice, the copy, the journal twice, seven for one event, five for names.
    with django_assert_num_queries(17):
        now = catalogue.current()
    assert late.pk in now.events.keys
    assert catalogue.faults() == []


def test_the_copy_is_what_was_kept():
    an_archive(12)
    kept = catalogue.current()
    catalogue.keep_copy()
    place, *records = copies.read()
    assert place == kept.place
    for copy, holdings in zip(records, (kept.events, kept.commitments), strict=True):
        assert (copy.keys, copy.shelves) == (holdings.keys, holdings.shelves)


def test_a_copy_that_an_earlier_release_made_is_left_aside():
    an_archive(6)
    catalogue.keep_copy()
    an_event("late")
    catalogue.keep_copy()
    CatalogueCopy.objects.filter(facet=copies.KEYS).update(facet="keys")
    catalogue.forget()
    assert len(catalogue.current().events.keys) == 7
    assert catalogue.faults() == []


def test_the_journal_is_cut_off_before_the_last_copy_but_one():
    an_event("first")
    catalogue.keep_copy()
    first = CatalogueCopy.objects.values_list("number", flat=True).first()
    an_event("second")
    catalogue.keep_copy()
    assert JournalEntry.objects.order_by("number").first().number == first


def test_whoever_fell_behind_the_journal_begins_with_the_copy():
    an_event("first")
    catalogue.current()
    behind = dict(keeping._kept)
    for slug in ("second", "third"):
        an_event(slug)
        catalogue.keep_copy()
    an_event("fourth")
    catalogue.keep_copy()
    keeping._kept.update(behind)
    assert slugs() == ["first", "fourth", "second", "third"]


def test_a_long_journal_is_copied_after_an_import_and_a_short_one_is_not(monkeypatch):
    monkeypatch.setattr(keeping, "LONG", 3)
    an_event("first")
    catalogue.keep_copy_if_long()
    assert CatalogueCopy.objects.exists() is False
    an_event("second")
    an_event("third")
    catalogue.keep_copy_if_long()
    assert CatalogueCopy.objects.exists() is True


def test_the_journal_is_read_some_at_a_time(monkeypatch):
    monkeypatch.setattr(keeping, "AT_A_TIME", 2)
    an_archive(7)
    assert catalogue.faults() == []


# -- Commands


def test_rows_written_past_the_door_are_found_and_taken_in_anew(capsys):
    an_event("known")
    catalogue.current()
    event = an_event("unknown")
    JournalEntry.objects.filter(events=[event.pk]).delete()
    with pytest.raises(CommandError, match="rebuild_catalogue"):
        call_command("check_catalogue")
    assert "events, all: 1 counts differ, the first '': 1 in the catalogue, 2 in the rows." in capsys.readouterr().err
    call_command("rebuild_catalogue")
    call_command("check_catalogue")
    assert capsys.readouterr().out == ("2 events and 0 commitments are in it.\nEvery count is that of the records.\n")


def test_a_rebuilding_reaches_the_other_processes():
    an_event("known")
    catalogue.current()
    other = dict(keeping._kept)
    Event.objects.update(outlet="Báo Thử")
    catalogue.rebuild()
    keeping._kept.update(other)
    assert list(catalogue.current().events.shelf("outlet")) == ["Báo Thử"]


def test_a_heading_nobody_has_is_under_nothing():
    assert EventSelection(QueryDict("year=1999")).total == 0
