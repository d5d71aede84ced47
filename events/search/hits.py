"""What a search finds: all rows, exactly; and the best of them, in tiers that can be told to a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from pyroaring import BitMap64

from events.search.engine import Record, Run, engine
from events.search.names import Names, rows_of_leaders
from events.search.query import Query, Term
from events.search.text import BREAK, IN_QUOTE, IN_TITLE, SPELLED, Word, complete
from events.search.vocabulary import Vocabulary

MAX_BEGINNINGS = 200  # words that one beginning stands for, the most frequent first
MAX_IN_PHRASE = 50  # of them, where other words go before it
PHRASE_ROWS = 100_000  # rows with all its words, the last to come in, in which a phrase is looked for
READ_FOR_ORDER = 300  # newest rows with all words in one place that are read for the words standing together
AT_ONCE = 100
FEW = 1000  # rows that are read all, rather than the newest
TIERS: dict[Record, tuple[str, ...]] = {"events": (IN_TITLE, IN_QUOTE, ""), "commitments": ("",)}

OfLeaders = Callable[[Record, Iterable[int]], BitMap64]
Newest = Callable[[BitMap64, int], BitMap64]


def last_in(rows: BitMap64, number: int) -> BitMap64:
    """Return the `number` rows that were the last to come in."""
    return rows[-number:]


class Hits:
    """The rows that a query finds, by their primary keys.

    Rows are those indexed, published or not. What is asked of the database is asked once, and only when needed.
    `of_leaders` tells the rows of leaders whose names fit: who keeps them in memory answers quicker than the database.
    """

    def __init__(self, query: Query, record: Record, of_leaders: OfLeaders = rows_of_leaders) -> None:
        self.query = query
        self.record = record
        self._of_leaders = of_leaders
        self._engine = engine()
        self._vocabulary = Vocabulary()
        self._names = Names()
        self._rows: dict[str, BitMap64] = {}
        self._found: dict[Term, BitMap64] = {}
        self._beginnings: dict[str, list[str]] = {}

    @cached_property
    def all(self) -> BitMap64:
        """All rows found."""
        self._look_up(self._terms_asked())
        groups = (BitMap64.union(*map(self._of_term, group)) for group in self.query.all_of)
        found = next(groups, None)
        if found is None:
            found = self._of_word(BREAK)  # it stands in every row
        for rows in groups:
            found = found & rows
            if not found:
                return found
        for term in self.query.none_of:
            found = found - self._of_term(term)
        return found

    def tiers(self, within: BitMap64, newest: Newest = last_in) -> Iterator[BitMap64]:
        """Yield the rows found that are `within`, in sets, the better match first; in a set the newest row is the best.

        Rows with the accents that were typed come first; among them, and again among the others, those with the words
        as they were written in the title, in a commitment, anywhere; then the rest. Where more than FEW rows have all
        words in such a place, the newest READ_FOR_ORDER of them are read, and no more than the places asked for need:
        so the sets are made as they are asked for. `newest` returns that many of the newest rows of a set, or more.
        """
        exact = self._exact
        rows = self.all & within
        for stratum in [rows] if exact is None else [rows & exact, rows - exact]:
            rest = stratum
            for mark in TIERS[self.record]:
                for together in self._together(mark, rest, newest):
                    if together:
                        yield together
                        rest = rest - together
            if rest:
                yield rest

    # -- Order

    @cached_property
    def _exact(self) -> BitMap64 | None:
        """The rows in which every accented word is spelled as typed; None where none has accents."""
        accented = [
            group for group in self.query.all_of if any(word.has_accents for term in group for word in term.words)
        ]
        if not accented:
            return None
        exact = self.all.copy()
        for group in accented:
            exact &= BitMap64.union(*(self._spelled(term) for term in group))
        return exact

    def _spelled(self, term: Term) -> BitMap64:
        rows = self._of_term(term)
        for place, word in enumerate(term.words, start=1):
            if word.has_accents:
                is_beginning = term.is_prefix and place == len(term.words)
                begun = self._beginning_with(SPELLED + word.spelled) if is_beginning else []
                alone = Term((Word(word.spelled, word.spelled),), is_beginning)
                rows = rows & (self._of_any([SPELLED + word.spelled, *begun]) | self._called(alone))
        return rows

    def _together(self, mark: str, rows: BitMap64, newest: Newest) -> Iterator[BitMap64]:
        """Yield those of the rows in which the words stand as they were written, in the place that the mark tells."""
        runs = [[mark + term for term in run] for phrase in self.query.phrases for run in self._runs(phrase)]
        self._look_up(term for run in runs for term in run)
        left = self._of_any([run[0] for run in runs if len(run) == 1]) & rows  # there a word is all there is to read
        longer = [run for run in runs if len(run) > 1]
        holders = self._with_words(longer)
        waiting = (holders & rows) - left
        if len(waiting) <= FEW:
            yield left | self._engine.with_run(self.record, longer, waiting, holders)
            return
        for _ in range(READ_FOR_ORDER // AT_ONCE):
            chunk = newest(waiting | left, AT_ONCE)
            read = self._engine.with_run(self.record, longer, chunk & waiting, holders) | (chunk & left)
            waiting, left = waiting - chunk, left - chunk
            yield read
        yield left

    # -- Rows of words

    def _of_term(self, term: Term) -> BitMap64:
        if term not in self._found:
            self._found[term] = self._find_term(term)
        return self._found[term]

    def _find_term(self, term: Term) -> BitMap64:
        runs = self._runs(term)
        found = self._of_any([run[0] for run in runs if len(run) == 1])
        if longer := [run for run in runs if len(run) > 1]:
            holders = self._with_words(longer)
            found = found | self._engine.with_run(self.record, longer, holders[-PHRASE_ROWS:], holders)
        return found | self._called(term)

    def _with_words(self, runs: Sequence[Run]) -> BitMap64:
        """Return the rows that have all terms of one of the runs, in whatever order."""
        each = [BitMap64.intersection(*(self._of_word(term) for term in dict.fromkeys(run))) for run in runs]
        return BitMap64.union(*each) if each else BitMap64()

    def _of_any(self, terms: Sequence[str]) -> BitMap64:
        if len(terms) == 1:
            return self._of_word(terms[0])
        kept, known = self._vocabulary.rows_of(self.record, terms) if terms else ({}, set())
        return BitMap64.union(
            self._engine.with_any(self.record, [term for term in terms if term in known]), *kept.values()
        )

    def _of_word(self, term: str) -> BitMap64:
        if term not in self._rows:
            self._look_up([term])
        return self._rows[term]

    def _look_up(self, terms: Iterable[str]) -> None:
        """Ask for the rows of all these terms that have not been asked for."""
        new = [term for term in dict.fromkeys(terms) if term not in self._rows]
        if not new:
            return
        kept, known = self._vocabulary.rows_of(self.record, new)
        for term in new:
            if term in kept:
                self._rows[term] = kept[term]
            else:
                self._rows[term] = self._engine.with_any(self.record, [term]) if term in known else BitMap64()

    def _terms_asked(self) -> list[str]:
        if not self.query.all_of:
            return [BREAK]
        terms = [term for group in self.query.all_of for term in group] + list(self.query.none_of)
        return [word.folded for term in terms if not term.is_prefix for word in term.words]

    def _runs(self, term: Term) -> list[Run]:
        """Return the folded words of a term; for one that ends in a beginning, one run for each word that begins so."""
        words = [word.folded for word in term.words]
        if not term.is_prefix:
            return [words]
        begun = [complete(words[-1]), *self._beginning_with(words[-1])]
        return [[*words[:-1], last] for last in dict.fromkeys(begun[:MAX_IN_PHRASE] if words[:-1] else begun)]

    def _beginning_with(self, beginning: str) -> list[str]:
        if beginning not in self._beginnings:
            self._beginnings[beginning] = self._vocabulary.beginning_with(self.record, beginning, MAX_BEGINNINGS)
        return self._beginnings[beginning]

    def _called(self, term: Term) -> BitMap64:
        """Return the rows of the leaders in one of whose names the term stands."""
        words = [word.folded for word in term.words]
        leaders = self._names.called(words, is_prefix=term.is_prefix)
        return self._of_leaders(self.record, leaders) if leaders else BitMap64()


def find(query: Query, record: Record, of_leaders: OfLeaders = rows_of_leaders) -> Hits:
    """Return what the query finds among events or commitments; nothing is asked of the database yet."""
    return Hits(query, record, of_leaders)
