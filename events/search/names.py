"""Who is called how: the leaders in one of whose names words stand.

Names are looked up as a search is made and not kept with the terms of events: whoever gives a leader another spelling
finds all their events by it at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pyroaring import BitMap64

from events import generation
from events.models import Commitment, Leader, Participation
from events.search.engine import Record
from events.search.text import Word, words_of

By = dict[str, list[tuple[int, str]]]  # word → leader and the name that it stands in, its words between blanks

_kept: tuple[str, By] = ("", {})  # the names of all leaders, and the generation since which no name has changed


class Names:
    """The names and aliases of all leaders, read again when a name may have changed: a query then."""

    def __init__(self) -> None:
        self._by_term: By | None = None

    def called(self, run: Sequence[str], *, is_prefix: bool = False) -> set[int]:
        """Return the leaders in one of whose names these words, folded or spelled, follow one another."""
        if self._by_term is None:
            self._by_term = _names()
        wanted = f" {' '.join(run)}{'' if is_prefix else ' '}"
        begins = is_prefix and len(run) == 1
        terms = [term for term in self._by_term if term.startswith(run[0])] if begins else [run[0]]
        return {leader for term in terms for leader, name in self._by_term.get(term, ()) if wanted in name}


def _names() -> By:
    global _kept  # noqa: PLW0603 - a process reads them once for many searches
    mark = generation.now().names
    kept_mark, names = _kept
    if not mark or mark != kept_mark:
        names = _load()
        _kept = mark, names
    return names


def _load() -> By:
    rows = Leader.objects.values_list("pk", "name", "name_latin", "aliases__name")
    names = {(leader, name) for leader, *called in rows for name in called if name}
    found: By = defaultdict(list)
    for leader, name in names:
        words: list[Word] = words_of(name)
        for form in {tuple(word.folded for word in words), tuple(word.spelled for word in words)}:
            for term in set(form):
                found[term].append((leader, f" {' '.join(form)} "))
    return dict(found)


def rows_of_leaders(record: Record, leaders: Iterable[int]) -> BitMap64:
    """Return the events in which one of the leaders takes part, or the commitments that one of them says."""
    if not (wanted := sorted(leaders)):
        return BitMap64()
    if record == "events":
        return BitMap64(list(Participation.objects.filter(leader__in=wanted).values_list("event_id", flat=True)))
    links = Commitment.leaders.through.objects.filter(leader__in=wanted)
    return BitMap64(list(links.values_list("commitment_id", flat=True)))
