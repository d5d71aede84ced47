"""“Did you mean”: a query with words of the archive in place of those that it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from pyroaring import BitMap64
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from events.search.engine import Record
from events.search.hits import find
from events.search.lookup import Lookup
from events.search.query import Query, Term
from events.search.text import Word

CANDIDATES = 6  # for one word
TRIES = 12  # queries that are asked


def suggest(query: Query, record: Record, within: BitMap64 | None = None) -> Query | None:
    """Return a query that differs in one word and finds something, `within` these rows; None where there is none.

    Of those that do, the one whose words stand together most often, then the one that finds most. Words of fewer than
    three letters are left as they are; one letter may differ, two in words of six letters and more.
    """
    lookup = Lookup(record)
    others = list(islice(_neighbours(query, lookup), TRIES))
    words = {word.folded for other in others for group in other.all_of for term in group for word in term.words}
    lookup.learn(words)
    best: tuple[tuple[int, int], Query] | None = None
    for other in others:
        found = find(other, record, lookup=lookup).all
        found = found if within is None else found & within
        if found:
            phrases = tuple(other.phrases)
            if all(len(phrase.words) == 1 for phrase in phrases):
                together = found
            else:
                together = find(Query((phrases,)), record, lookup=lookup).all & found
            worth = len(together), len(found)
            if best is None or worth > best[0]:
                best = worth, other
    return best[1] if best else None


def _neighbours(query: Query, lookup: Lookup) -> Iterator[Query]:
    """Yield queries in which one word is another: first for the words that the archive has not, then for the rest."""
    words = list(dict.fromkeys(word for group in query.all_of for term in group for word in term.words))
    lookup.learn(word.folded for word in words)
    for word in sorted(words, key=lambda word: lookup.knows(word.folded)):
        for other in _similar(word.folded, lookup):
            yield _with(query, word, Word(other, other))


def _similar(word: str, lookup: Lookup) -> list[str]:
    most = 0 if len(word) < 3 else 1 if len(word) < 6 else 2
    if not most:
        return []
    frequent = lookup.vocabulary.frequent_words(lookup.record)
    found = [
        (distance, -counts[place], other)
        for length in range(len(word) - most, len(word) + most + 1)
        for words, counts in [frequent.get(length, ((), ()))]
        for other, distance, place in extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=None)
        if distance
    ]
    return [other for _distance, _count, other in sorted(found)[:CANDIDATES]]


def _with(query: Query, word: Word, other: Word) -> Query:
    def changed(term: Term) -> Term:
        return replace(term, words=tuple(other if one == word else one for one in term.words))

    return replace(query, all_of=tuple(tuple(map(changed, group)) for group in query.all_of))
