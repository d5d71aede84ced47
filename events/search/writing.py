"""The index is brought up to the records, in the transaction that changes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db import connection, transaction

from events.models import Commitment, Event
from events.querysets import STANDING
from events.search.engine import Engine, Entry, engine
from events.search.text import commitment_terms, event_terms, words_of
from events.search.vocabulary import NOTES, Vocabulary

AT_ONCE = 200  # events whose texts are in memory together


def index(event_ids: Iterable[int]) -> None:
    """Bring the index up to these events and their commitments; those that are no more are forgotten.

    What is indexed as it should be costs its reading and no more.
    """
    index_into(engine(), Vocabulary(), sorted(set(event_ids)))


def index_into(kept: Engine, vocabulary: Vocabulary, event_ids: Sequence[int]) -> None:
    """Bring one index, the one in use or another, up to these events."""
    for start in range(0, len(event_ids), AT_ONCE):
        with transaction.atomic():
            if _index(event_ids[start : start + AT_ONCE], kept, vocabulary) > NOTES:
                vocabulary.settle(kept)


def clear_where_no_events_are() -> None:
    """Empty the index of an archive without events, where there is an index.

    Django empties the tables that it knows (`manage.py flush`, tests that commit), and these are not among them.
    """
    vocabulary = Vocabulary()
    if vocabulary.state in connection.introspection.table_names() and not Event.objects.exists():
        with transaction.atomic():
            engine().clear()
            vocabulary.clear()


def entries_of(event_ids: Sequence[int]) -> Iterator[Entry]:
    """Yield what should be kept of these events, of those that there are; two queries."""
    quotes = defaultdict(list)
    said = Commitment.objects.filter(event__in=event_ids).order_by("pk")
    for event_id, key, quote, review in said.values_list("event_id", "pk", "quote", "review"):
        quotes[event_id].append((key, words_of(quote), review))
    events = Event.objects.filter(pk__in=event_ids).order_by("pk")
    for event_id, title, body in events.values_list("pk", "title", "body"):
        said_there = quotes[event_id]
        standing = [words for _key, words, review in said_there if review in STANDING]
        commitments = tuple((key, commitment_terms(words)) for key, words, _review in said_there)
        yield Entry(event_id, event_terms(title, body, standing), commitments)


def _index(event_ids: Sequence[int], kept: Engine, vocabulary: Vocabulary) -> int:
    present = kept.entries(event_ids)
    wanted = {entry.event_id: entry for entry in entries_of(event_ids)}
    old = [entry for event_id, entry in present.items() if entry != wanted.get(event_id)]
    new = [entry for event_id, entry in wanted.items() if entry != present.get(event_id)]
    if not old and not new:
        return 0
    kept.replace(old, new)
    return vocabulary.note(old, new)
