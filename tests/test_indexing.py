"""What readers can see never changes without a new generation, nor a generation without the change."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError

from events import vocabulary
from events.accession import Candidate
from events.editing import confirm_events, review_commitments, set_status, touch
from events.importer import Import
from events.indexing import reindex
from events.models import Commitment, Event, Generation, JournalEntry
from tests.records import a_commitment, an_event

ARTICLE = "Ngày 2/1/2031, Thủ tướng Lê Thử Nghiệm điện đàm với Thủ tướng Anna Mẫu. Hai bên nhất trí mở tuyến đường sắt."

pytestmark = pytest.mark.django_db


def generation():
    return Generation.objects.values_list("number", flat=True).first() or 0


def journal(after):
    """The events that each generation after the one given changed."""
    entries = JournalEntry.objects.filter(number__gt=after)
    return [(entry.number - after, entry.events) for entry in entries]


@pytest.fixture
def event():
    return an_event()


def test_each_change_has_the_next_number_and_its_own_mark(event):
    before = generation()
    marks = set()
    for step in (1, 2, 3):
        assert reindex([event.pk]) == before + step
        marks.add(Generation.objects.get().mark)
    assert len(marks) == 3


def test_the_journal_names_each_event_once(event):
    before = generation()
    reindex([event.pk, 7, event.pk])
    reindex()
    reindex([7])
    assert journal(before) == [(1, sorted([event.pk, 7])), (3, [7])]


@pytest.mark.parametrize(
    ("number", "queries"), [(1, {"sqlite": 8, "postgresql": 9}), (500, {"sqlite": 18, "postgresql": 21})]
)
def test_a_change_costs_a_few_queries_for_a_hundred_events(number, queries, django_assert_num_queries):
    reindex()
    with django_assert_num_queries(queries[connection.vendor]):
        reindex(range(number))


@pytest.mark.django_db(transaction=True)
def test_a_change_outside_a_transaction_is_refused():
    with pytest.raises(TransactionManagementError, match="in the transaction that makes the change"):
        reindex()


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_rolled_back_leaves_no_generation():
    with transaction.atomic():
        first = reindex([1])
    with transaction.atomic():
        reindex([2])
        transaction.set_rollback(True)
    assert generation() == first
    with transaction.atomic():
        assert reindex([3]) == first + 1
    assert journal(first) == [(1, [3])]


# -- Those who change something


@pytest.mark.parametrize(
    "change",
    [
        lambda event: touch(event.pk),
        lambda event: confirm_events([event]),
        lambda event: set_status([event], Event.Status.WITHDRAWN),
        lambda event: review_commitments(event.commitments.all(), Commitment.Review.REJECTED),
    ],
    ids=["touch", "confirm", "withdraw", "reject"],
)
def test_what_staff_change_is_indexed_anew(event, change):
    a_commitment(event, "mở thêm một tuyến đường sắt")
    a_commitment(event, "mở rộng thương mại")
    before = generation()
    change(event)
    assert journal(before) == [(1, [event.pk])]


@pytest.mark.parametrize(
    "change",
    [
        lambda event: touch(),
        lambda event: set_status([event], Event.Status.PUBLISHED),
        lambda event: review_commitments(event.commitments.all(), Commitment.Review.MACHINE),
    ],
    ids=["touch", "publish", "review"],
)
def test_what_changes_nothing_is_no_new_generation(event, change):
    a_commitment(event, "mở thêm một tuyến đường sắt")
    before = generation()
    change(event)
    assert generation() == before


def test_a_vocabulary_that_brings_something_new_is_a_new_generation():
    before = generation()
    vocabulary.load()
    first = generation()
    vocabulary.load()
    assert (first, generation()) == (before + 1, before + 1)


@pytest.fixture
def importing():
    """A function that imports a text as one file of a run, and returns the generations it took and the events."""
    vocabulary.load()
    run = Import(jobs=1)

    def file(text, name="bai.txt"):
        before = generation()
        list(run.file([Candidate(name, data=text.encode())]))
        return generation() - before, [events for _, events in journal(before)]

    file.finish = run.finish
    return file


def test_an_article_that_comes_in_is_indexed_and_not_again_when_nothing_changed(importing):
    first = importing(ARTICLE)
    event = Event.objects.get()
    assert first == (1, [[event.pk]])
    assert importing(ARTICLE) == (0, [])


def test_an_article_in_another_layout_shows_on_its_event(importing):
    importing(ARTICLE)
    assert importing(ARTICLE.replace(". ", ".  "), "khac.txt") == (1, [[Event.objects.get().pk]])


def test_an_article_that_is_read_otherwise_now_is_indexed_anew(importing):
    importing(ARTICLE)
    event = Event.objects.get()
    Event.objects.update(starts_on=date(2030, 1, 1), ends_on=date(2030, 1, 1))
    assert importing(ARTICLE) == (1, [[event.pk]])


def test_a_rejected_file_and_the_end_of_an_import_show_on_the_page_about_imports(importing):
    assert importing("") == (1, [])
    before = generation()
    importing.finish()
    assert generation() == before + 1
