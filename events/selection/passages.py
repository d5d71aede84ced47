"""What a list shows of a search: passages with the words marked, and what else may have been meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyroaring import BitMap64

from events.models import Event
from events.prepared import Prepared
from events.search.engine import Record
from events.search.query import Query
from events.search.snippets import Passage, marked, passage
from events.search.suggestions import suggest
from events.selection.words import Words, written

Passages = dict[int, Passage]

_bodies = Prepared(lambda keys: Event.objects.filter(pk__in=keys).order_by().values_list("pk", "body"))


def of_events(keys: Sequence[int], query: Query) -> Passages:
    """Return a passage of each event's text in which one of the words stands; one query, none for no words."""
    if not query.all_of:
        return {}
    return {key: found for key, body in _bodies(keys) if (found := passage(body, query))}


def of_quotes(quotes: Iterable[tuple[int, str]], query: Query) -> Passages:
    """Return each quote whole, with the words marked."""
    return {key: Passage(marked(quote, query)) for key, quote in quotes} if query.all_of else {}


def suggested(words: Words, record: Record, within: BitMap64) -> str:
    """Return what may have been meant and finds some of `within`, as a reader would type it; "" for nothing."""
    found = suggest(words.query, record, within)
    if found is None:
        return ""
    return " ".join([written(found), *(field.text for field in words.fields)])
