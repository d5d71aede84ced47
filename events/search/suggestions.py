"""“Did you mean”: a query with words of the archive in place of those that it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pyroaring import BitMap64
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from events.search.engine import Record
from events.search.hits import find
from events.search.query import Query, Term
from events.search.text import Word
from events.search.vocabulary import Vocabulary

WORDS = 20_000  # of the archive, the most frequent, that are compared
CANDIDATES = 6  # for one word
TRIES = 12  # queries that are asked


def suggest(query: Query, record: Record, within: BitMap64 | None = None) -> Query | None:
    """Return a query that differs in one word and finds something, `within` these rows; None where there is none.

    Of those that do, the one whose words stand together most often, then the one that finds most. Words of fewer than
    three letters are left as they are; one letter may differ, two in words of six letters and more.
    """
    best: tuple[tuple[int, int], Query] | None = None
    for number, other in enumerate(_neighbours(query, record)):
        if number == TRIES:
            break
        found = find(other, record).all
        found = found if within is None else found & within
        if found:
            phrases = tuple(other.phrases)
            together = find(Query((phrases,)), record).all & found if phrases else BitMap64()
            worth = len(together), len(found)
            if best is None or worth > best[0]:
                best = worth, other
    return best[1] if best else None


def _neighbours(query: Query, record: Record) -> Iterator[Query]:
    """Yield queries in which one word is another: first for the words that the archive has not, then for the rest."""
    vocabulary = Vocabulary()
    words = list(dict.fromkeys(word for group in query.all_of for term in group for word in term.words))
    frequent, known = vocabulary.rows_of(record, [word.folded for word in words])
    for word in sorted(words, key=lambda word: word.folded in frequent or word.folded in known):
        for other in _similar(word.folded, record, vocabulary):
            yield _with(query, word, Word(other, other))


def _similar(word: str, record: Record, vocabulary: Vocabulary) -> list[str]:
    most = 0 if len(word) < 3 else 1 if len(word) < 6 else 2
    if not most:
        return []
    terms = vocabulary.most_frequent(record, len(word) - most, len(word) + most, WORDS)
    found = extract(word, terms.keys(), scorer=OSA.distance, score_cutoff=most, limit=None)
    nearest = sorted((distance, -terms[term], term) for term, distance, _place in found if distance)
    return [term for _distance, _count, term in nearest[:CANDIDATES]]


def _with(query: Query, word: Word, other: Word) -> Query:
    def changed(term: Term) -> Term:
        return replace(term, words=tuple(other if one == word else one for one in term.words))

    return replace(query, all_of=tuple(tuple(map(changed, group)) for group in query.all_of))
