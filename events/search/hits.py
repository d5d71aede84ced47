"""What a search finds: all rows, exactly; and the best of them, in tiers that can be told to a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from pyroaring import BitMap64

from events.search.engine import Record, Run
from events.search.lookup import Lookup
from events.search.names import rows_of_leaders
from events.search.query import Query, Term
from events.search.text import BREAK, IN_QUOTE, IN_TITLE, SPELLED, Word, complete

MAX_IN_PHRASE = 50  # of them, where other words go before it
# Newest rows with all words in one place that are read for the words standing together, so many at a time: the first of
# them fill a page of events where most do, and few questions are asked where few do.
READ_FOR_ORDER = (25, 50, 75, 150)
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
    Searches that share a `lookup` ask for each term once.
    """

    def __init__(
        self, query: Query, record: Record, of_leaders: OfLeaders = rows_of_leaders, lookup: Lookup | None = None
    ) -> None:
        self.query = query
        self.record = record
        self._of_leaders = of_leaders
        self._lookup = lookup or Lookup(record)
        self._found: dict[Term, BitMap64] = {}
        self._unread: dict[Term, int] = {}

    @cached_property
    def all(self) -> BitMap64:
        """All rows found."""
        self._lookup.learn(self._terms_asked())
        found: BitMap64 | None = None
        for group in sorted(self.query.all_of, key=_is_costly):
            rows = BitMap64.union(*(self._of_term(term, found) for term in group))
            found = rows if found is None else found & rows
            if not found:
                return found
        if found is None:
            found = self._lookup.of(BREAK)  # it stands in every row
        for term in self.query.none_of:
            found = found - self._of_term(term, found)
        return found

    @property
    def unread(self) -> int:
        """How many rows with all words of a phrase were not read for it, as there were too many; told once `all` is."""
        return max(self._unread.values(), default=0)

    def tiers(self, within: BitMap64, newest: Newest = last_in) -> Iterator[BitMap64]:
        """Yield the rows found that are `within`, in sets, the better match first; in a set the newest row is the best.

        Rows with the accents that were typed come first; among them, and again among the others, those with the words
        as they were written in the title, in a commitment, anywhere; then the rest. Where more than FEW rows have all
        words in such a place, the newest READ_FOR_ORDER of them are read, no more than the places asked for need:
        so the sets are made as they are asked for. `newest` returns that many of the newest rows of a set, or more.
        """
        rows = self.all & within
        if not rows:
            return
        exact = self._exact
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
        rows = self._of_term(term, self.all)
        for place, word in enumerate(term.words, start=1):
            if word.has_accents:
                is_beginning = term.is_prefix and place == len(term.words)
                begun = self._lookup.beginning_with(SPELLED + word.spelled) if is_beginning else []
                alone = Term((Word(word.spelled, word.spelled),), is_beginning)
                rows = rows & (self._lookup.of_any([SPELLED + word.spelled, *begun]) | self._called(alone))
        return rows

    def _together(self, mark: str, rows: BitMap64, newest: Newest) -> Iterator[BitMap64]:
        """Yield those of the rows in which the words stand as they were written, in the place that the mark tells."""
        runs = [[mark + term for term in run] for phrase in self.query.phrases for run in self._runs(phrase)]
        self._lookup.learn(term for run in runs for term in run)
        left = self._lookup.of_any([run[0] for run in runs if len(run) == 1]) & rows  # a word is all there is to read
        longer = [run for run in runs if len(run) > 1]
        holders = self._lookup.with_words(longer)
        waiting = (holders & rows) - left
        if len(waiting) <= FEW:
            yield left | self._lookup.engine.with_run(self.record, longer, waiting, holders)
            return
        for number in READ_FOR_ORDER:
            chunk = newest(waiting | left, number)
            read = self._lookup.engine.with_run(self.record, longer, chunk & waiting, holders) | (chunk & left)
            waiting, left = waiting - chunk, left - chunk
            yield read
        yield left

    # -- Rows of words

    def _of_term(self, term: Term, among: BitMap64 | None) -> BitMap64:
        """Return the rows that have the term, at least those of `among`."""
        if term not in self._found:
            runs = self._runs(term)
            found = self._lookup.of_any([run[0] for run in runs if len(run) == 1])
            if longer := [run for run in runs if len(run) > 1]:
                rows, self._unread[term] = self._lookup.with_run(longer, among)
                found = found | rows
            self._found[term] = found | self._called(term)
        return self._found[term]

    def _terms_asked(self) -> list[str]:
        """Return the terms that are sure to be asked for: to find the rows and, in each place, to put them in order."""
        if not self.query.all_of:
            return [BREAK]
        terms = [term for group in self.query.all_of for term in group]
        words = [word for term in (*terms, *self.query.none_of) if not term.is_prefix for word in term.words]
        marks = TIERS[self.record] if self.query.phrases else ("",)
        accented = [SPELLED + word.spelled for word in words if word.has_accents]
        return [mark + word.folded for mark in {"", *marks} for word in words] + accented

    def _runs(self, term: Term) -> list[Run]:
        """Return the folded words of a term; for one that ends in a beginning, one run for each word that begins so."""
        words = [word.folded for word in term.words]
        if not term.is_prefix:
            return [words]
        begun = [complete(words[-1]), *self._lookup.beginning_with(words[-1])]
        return [[*words[:-1], last] for last in dict.fromkeys(begun[:MAX_IN_PHRASE] if words[:-1] else begun)]

    def _called(self, term: Term) -> BitMap64:
        """Return the rows of the leaders in one of whose names the term stands."""
        words = [word.folded for word in term.words]
        leaders = self._lookup.names.called(words, is_prefix=term.is_prefix)
        return self._of_leaders(self.record, leaders) if leaders else BitMap64()


def find(query: Query, record: Record, of_leaders: OfLeaders = rows_of_leaders, lookup: Lookup | None = None) -> Hits:
    """Return what the query finds among events or commitments; nothing is asked of the database yet."""
    return Hits(query, record, of_leaders, lookup)


def _is_costly(group: Sequence[Term]) -> bool:
    """Return whether rows may have to be read for a term of the group: better for those only that the others leave."""
    return any(len(term.words) > 1 for term in group)
