"""What one search asks of the index, each thing once: the rows of terms, and of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock
from typing import NamedTuple

from pyroaring import BitMap64

from events.search.engine import Record, Run, engine
from events.search.names import Names
from events.search.vocabulary import Vocabulary

MAX_BEGINNINGS = 200  # words that one beginning stands for, the most frequent first
READ = 100_000  # rows that are read for one phrase; what that takes is told in docs/performance.md
COSTLY = 2000  # rows, from which on what was read is kept
KEPT_BYTES = 4 * 2**20

Asked = tuple[str, Record, tuple[tuple[str, ...], ...]]  # the state of the index, the record and the runs


class Followed(NamedTuple):
    """Rows in which words follow one another, and how many rows with all the words were not read for that."""

    rows: BitMap64
    left_out: int = 0


class _Followed:
    """What was read of all rows for the phrases that were searched for last."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.kept: dict[Asked, tuple[Followed, int]] = {}
        self.size = 0

    def get(self, asked: Asked) -> Followed | None:
        with self.lock:
            if (found := self.kept.pop(asked, None)) is None:
                return None
            self.kept[asked] = found
            return found[0]

    def put(self, asked: Asked, found: Followed) -> None:
        found.rows.run_optimize()
        size = len(found.rows.serialize())
        with self.lock:
            if asked in self.kept:
                return
            self.kept[asked] = found, size
            self.size += size
            while self.size > KEPT_BYTES:
                self.size -= self.kept.pop(next(iter(self.kept)))[1]


_followed = _Followed()


class Lookup:
    """The rows of one record that have terms, as one state of the index tells them."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.engine = engine()
        self.vocabulary = Vocabulary()
        self.names = Names()
        self._rows: dict[str, BitMap64] = {}
        self._is_known: dict[str, bool] = {}  # of the terms whose rows have not been asked for
        self._beginnings: dict[str, list[str]] = {}

    def learn(self, terms: Iterable[str]) -> None:
        """Ask the vocabulary about all of these terms at once: whoever knows what comes next spares questions."""
        new = [term for term in dict.fromkeys(terms) if term not in self._rows and term not in self._is_known]
        if not new:
            return
        kept, known = self.vocabulary.rows_of(self.record, new)
        self._rows |= kept
        self._is_known |= {term: term in known for term in new if term not in kept}

    def knows(self, term: str) -> bool:
        """Return whether any row has the term, or once had it."""
        self.learn([term])
        return bool(self._rows[term]) if term in self._rows else self._is_known[term]

    def of(self, term: str) -> BitMap64:
        """Return the rows that have the term."""
        self.learn([term])
        if term not in self._rows:
            is_known = self._is_known.pop(term)
            self._rows[term] = self.engine.with_any(self.record, [term]) if is_known else BitMap64()
        return self._rows[term]

    def of_any(self, terms: Sequence[str]) -> BitMap64:
        """Return the rows that have one of the terms; of those that are rare in one question."""
        if len(terms) == 1:
            return self.of(terms[0])
        self.learn(terms)
        kept = [self._rows[term] for term in terms if term in self._rows]
        rare = [term for term in terms if self._is_known.get(term)]
        return BitMap64.union(self.engine.with_any(self.record, rare), *kept)

    def with_words(self, runs: Sequence[Run]) -> BitMap64:
        """Return the rows that have all terms of one of the runs, in whatever order."""
        self.learn(term for run in runs for term in run)
        return BitMap64.union(BitMap64(), *(self._with_all(list(dict.fromkeys(run))) for run in runs))

    def with_run(self, runs: Sequence[Run], among: BitMap64 | None) -> Followed:
        """Return the rows of `among`, of all where it is None, in which the terms of a run follow one another.

        No more than READ rows, those that came in last, are read; the others are left out. What was read of all rows is
        kept for the next search, as long as nothing new is in the index.
        """
        holders = self.with_words(runs)
        asked = self.vocabulary.mark, self.record, tuple(map(tuple, runs))
        kept = _followed.get(asked)
        if kept is not None and (among is None or not kept.left_out):
            return kept if among is None else Followed(kept.rows & among)
        waiting = holders if among is None else holders & among
        left_out = max(len(waiting) - READ, 0)
        read = waiting[-READ:] if left_out else waiting
        found = Followed(self.engine.with_run(self.record, runs, read, holders), left_out)
        if among is None and len(waiting) >= COSTLY:
            _followed.put(asked, found)
        return found

    def _with_all(self, terms: Sequence[str]) -> BitMap64:
        if any(term not in self._rows and not self._is_known[term] for term in terms):
            return BitMap64()
        return BitMap64.intersection(*map(self.of, terms))

    def beginning_with(self, beginning: str) -> list[str]:
        """Return the terms that begin so, the most frequent first."""
        if beginning not in self._beginnings:
            self._beginnings[beginning] = self.vocabulary.beginning_with(self.record, beginning, MAX_BEGINNINGS)
        return self._beginnings[beginning]
