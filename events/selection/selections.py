"""Events, and commitments, as a query string chooses them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from pyroaring import BitMap64

from events import numbers
from events.catalogue import DAY, Holdings, Value, current
from events.search.engine import Record
from events.search.query import Query
from events.search.snippets import Passage
from events.selection import order, passages, rows
from events.selection.filters import CommitmentFilters, EventFilters
from events.selection.order import Stretch
from events.selection.rows import CommitmentRow, EventRow
from events.selection.selection import Selection


def part_of(holdings: Holdings, only: Mapping[str, Iterable[Value]]) -> Holdings:
    """Return the holdings, or that part of them that is under one of the values in each of the facets."""
    for facet, values in only.items():
        holdings = holdings.part(holdings.under(facet, values))
    return holdings


class EventSelection(Selection):
    """Events by words and by the facets of `EventFilters`; with `only`, those under one of its values in each facet."""

    page_size = 25
    record: Record = "events"

    def __init__(self, params: QueryDict, **only: Iterable[Value]) -> None:
        catalogue = current()
        super().__init__(EventFilters, params, part_of(catalogue.events, only), catalogue)

    def _rows_of(self, keys: list[int]) -> list[EventRow]:
        return rows.events(self._catalogue, keys)

    def _in_order(self, stretch: Iterable[Stretch]) -> list[int]:
        return order.events(stretch, newest=self._newest)

    def _newest_of(self, rows: BitMap64, number: int) -> BitMap64:
        return BitMap64(self._holdings.newest(rows, number))

    def passages_of(self, page: Page[Any], query: Query) -> dict[int, Passage]:
        return passages.of_events([event.pk for event in page], query)

    def counted(self, number: int) -> str:
        return numbers.events(number)


class CommitmentSelection(Selection):
    """Commitments by words and by the facets of `CommitmentFilters`, with `only` as events."""

    page_size = 50
    record: Record = "commitments"

    def __init__(self, params: QueryDict, **only: Iterable[Value]) -> None:
        catalogue = current()
        super().__init__(CommitmentFilters, params, part_of(catalogue.commitments, only), catalogue)

    def _rows_of(self, keys: list[int]) -> list[CommitmentRow]:
        return rows.commitments(self._catalogue, keys)

    def _in_order(self, stretch: Iterable[Stretch]) -> list[int]:
        return order.commitments(self._catalogue.events.shelf(DAY), stretch, newest=self._newest)

    def _newest_of(self, rows: BitMap64, number: int) -> BitMap64:
        """Of the last day all but where it is crowded: to put them in order takes a query."""
        _left_out, days = self._holdings.days(rows, 0, number, newest=True)
        whole = BitMap64.union(BitMap64(), *(day.rows for day in days))
        return whole if len(whole) <= number + order.CROWDED else BitMap64(self._in_order([(0, number, days)]))

    def passages_of(self, page: Page[Any], query: Query) -> dict[int, Passage]:
        return passages.of_quotes([(commitment.pk, commitment.quote) for commitment in page], query)

    def counted(self, number: int) -> str:
        return numbers.commitments(number)
