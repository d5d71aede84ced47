"""A selection: all that a page, a feed or an export asks of a query string."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.translation import gettext as _
from pyroaring import BitMap64

from events import numbers, search
from events.catalogue import SIZE, Catalogue, Holdings
from events.search import lookup
from events.search.engine import Record
from events.search.query import Query
from events.search.snippets import Passage
from events.selection import passages
from events.selection.address import Address
from events.selection.days import TIMES
from events.selection.facets import Choice, Facet
from events.selection.filters import (
    MOST,
    NEWEST,
    OLDEST,
    RELEVANCE,
    SelectionFilters,
)
from events.selection.order import Stretch, days_of, stretches
from events.selection.pages import SelectionPaginator
from events.selection.rows import Rows
from events.selection.words import MAX_CHARACTERS, Words
from events.selection.years import Histogram


@dataclass(frozen=True)
class Chip:
    """One thing that is chosen, in which facet ("" for the words searched for), and the address without it."""

    label: str
    query: str
    facet: str

    def __str__(self) -> str:
        return f"{self.facet}: {self.label}" if self.facet else self.label


class Selection:
    """Published rows, as a query string chooses them; nothing in the query string makes it raise."""

    page_size: int
    record: Record

    def __init__(
        self, filters: type[SelectionFilters], params: QueryDict, holdings: Holdings, catalogue: Catalogue
    ) -> None:
        self._catalogue, self._holdings = catalogue, holdings
        self._filters = filters(params, catalogue, holdings)
        self._asked_pages = [page for page in params.getlist("page") if page.strip()]
        self._opened = params.get("facet", "")
        self._within = params.get("facet_q", "")[:MAX_CHARACTERS]

    # -- What is selected

    @cached_property
    def keys(self) -> BitMap64:
        """The primary keys of all rows selected."""
        return self._filters.rows(self._found)

    @cached_property
    def rows(self) -> Rows[Any]:
        """All rows selected, in order; those that are looked at are fetched."""
        return Rows(self.total, self._fetch)

    @cached_property
    def total(self) -> int:
        """The number of rows selected."""
        return len(self.keys)

    @property
    def page(self) -> Page[Any]:
        """The page asked for, or the nearest one."""
        return self._page_and_problems[0]

    @property
    def problems(self) -> list[str]:
        """Sentences about what could not be understood and was left out."""
        sort = []
        if self._filters.chosen["sort"] == RELEVANCE and not self.q:
            sort = [_("Without words there is no best match; the newest come first.")]
        page = self._page_and_problems[1] if self._asked_pages else []
        return [*self._filters.problems, *sort, *self._unread, *page]

    @property
    def _unread(self) -> list[str]:
        """A sentence where a phrase has words so common that not all rows with them were read for it."""
        unread = self._hits.unread if self._hits and self.keys else 0
        if not unread:
            return []
        written = {"read": numbers.number(lookup.READ), "count": numbers.number(unread)}
        sentence = _(
            "A phrase was looked for in the %(read)s records added last; %(count)s earlier ones were not read."
        )
        return [sentence % written]

    # -- What is chosen

    @property
    def q(self) -> str:
        """The words searched for, as typed; empty where nothing is searched for."""
        return self._words.text

    @cached_property
    def sort(self) -> str:
        """The order of the rows."""
        return str(self._filters.chosen["sort"]) if self._filters.chosen["sort"] in self._orders else self._usual

    @property
    def is_filtered(self) -> bool:
        """Whether anything at all is chosen: words, or a value of a facet."""
        return bool(self.chips)

    @property
    def query(self) -> str:
        """The selection's address, the same for the same choice: without the page and without what was left out."""
        return str(self._address)

    @property
    def query_with_page(self) -> str:
        """The address of the page shown: "" for the first of all rows, and never a page that does not exist."""
        return self._address.on_page(self.page.number)

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Names and values that a form keeps when it sends new words."""
        return [pair for pair in self._address.pairs if pair[0] != "q"]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Names and values that a form keeps which asks for other values of a facet."""
        return list(self._address.pairs)

    @property
    def has_open_facet(self) -> bool:
        """Whether the query string asks for all values of a facet."""
        return self._opened in self._filters.facets and self._filters.facets[self._opened].is_offered

    @cached_property
    def chips(self) -> list[Chip]:
        """What is chosen, each with the way to give it up."""
        chips = [
            Chip(facet.labels[value].name, self._address.toggled(name, word), str(facet.label))
            for name, facet in self._filters.facets.items()
            for word, value in self._filters.chosen[name].items()
        ]
        if self.q:
            chips.insert(0, Chip(_("“%(words)s”") % {"words": self.q}, str(self._address.with_only("q")), ""))
        return chips

    @property
    def words(self) -> str:
        """The selection in words, for headings: "2 events · Year: 2025 · Kind: Phone call"."""
        return " · ".join([self.counted(self.total), *map(str, self.chips)])

    # -- What a search shows of what it found

    @cached_property
    def passages(self) -> dict[int, Passage]:
        """For rows of the page, by key, the words searched for where they stand; empty where none are."""
        return self.passages_of(self.page, self._words.query)

    def passages_of(self, page: Page[Any], query: Query) -> dict[int, Passage]:
        """Return the passages of the rows of a page."""
        raise NotImplementedError

    @cached_property
    def suggestion(self) -> Chip | None:
        """What may have been meant where nothing was found, with the address of that search."""
        if self.total or not self._words.query.all_of:
            return None
        text = passages.suggested(self._words, self.record, self._holdings.keys)
        return Chip(text, str(self._address.with_only("q", text)), "") if text else None

    # -- What can be chosen

    @cached_property
    def facets(self) -> list[Facet]:
        """The values that can be chosen, with the number of rows each has among what the others leave."""
        return [self.facet(name) for name, facet in self._filters.facets.items() if facet.is_offered]

    @cached_property
    def histogram(self) -> Histogram:
        """The number of rows in each year, as it is without the choice of years, months and days; no query."""
        chosen = self._filters.chosen
        among = self._filters.rows(self._found, *TIMES) if any(chosen[name] for name in TIMES) else self.keys
        return Histogram(self._holdings.counts("year", among), chosen["year"].values(), self._address, self.counted)

    def facet(self, name: str) -> Facet:
        """Return one of the facets, with all its values where the query string asks for them."""
        facet, chosen = self._filters.facets[name], self._filters.chosen[name]
        among = self._filters.rows(self._found, name) if chosen else self.keys
        if name == self._opened:
            return facet.opened(name, among, chosen, self._address, self._within)
        return facet.shown(name, among, chosen, self._address)

    @property
    def sorts(self) -> list[Choice]:
        """The orders that can be chosen; the usual one leaves no trace in the address."""
        return [
            Choice(
                value=value,
                label=str(label),
                count=None,
                is_chosen=value == self.sort,
                query=str(self._address.with_only("sort", *([] if value == self._usual else [value]))),
            )
            for value, label in self._orders.items()
        ]

    def counted(self, number: int) -> str:
        """Return "1 event", "2 events" in the language of the page."""
        raise NotImplementedError

    def _rows_of(self, keys: list[int]) -> list[Any]:
        """Return the rows with these keys, in their order."""
        raise NotImplementedError

    def _in_order(self, stretch: Iterable[Stretch]) -> list[int]:
        """Return the keys of the rows on these days, in order."""
        raise NotImplementedError

    def _newest_of(self, rows: BitMap64, number: int) -> BitMap64:
        """Return the newest of the rows: that many, or some more."""
        raise NotImplementedError

    @cached_property
    def _orders(self) -> dict[str, Any]:
        """The orders there are: without words nothing matches better than another."""
        return {name: label for name, label in self._filters.orders.items() if self.q or name != RELEVANCE}

    @property
    def _usual(self) -> str:
        return RELEVANCE if self.q else NEWEST

    @cached_property
    def _hits(self) -> search.Hits | None:
        """What is found of the words searched for; None where nothing is."""
        return search.find(self._words.query, self.record, self._of_leaders) if self._words.query else None

    @cached_property
    def _found(self) -> BitMap64 | None:
        """The keys of what the words and fields of the search find; None where nothing is searched for."""
        if not self._words:
            return None
        found = self._hits.all if self._hits else self._holdings.keys
        for parameter in dict.fromkeys(field.parameter for field in self._words.fields):
            if wanted := self._words.keys(parameter):
                found = found & self._holdings.under(parameter, wanted)
            if unwanted := self._words.keys(parameter, excluded=True):
                found = found - self._holdings.under(parameter, unwanted)
        return found

    @property
    def _words(self) -> Words:
        words: Words = self._filters.chosen["q"]
        return words

    def _of_leaders(self, _record: Record, leaders: Iterable[int]) -> BitMap64:
        return self._holdings.under("leader", leaders)

    def _groups(self) -> Iterable[BitMap64]:
        """Return the rows selected in groups that come one after another; within each the days tell the order."""
        if self.sort == RELEVANCE and self._hits:
            return self._hits.tiers(self.keys, self._newest_of)
        if self.sort == MOST:
            sizes = self._holdings.shelf(SIZE)
            return (self.keys & sizes[size] for size in sorted(sizes, reverse=True))  # type: ignore[type-var]
        return [self.keys]

    def _fetch(self, start: int, stop: int) -> list[Any]:
        """Return the rows from `start` up to but not including `stop`."""
        days = days_of(self.record, self._holdings)
        return self._rows_of(self._in_order(stretches(days, self._groups(), start, stop, newest=self._newest)))

    @property
    def _newest(self) -> bool:
        return self.sort != OLDEST

    @cached_property
    def _paginator(self) -> SelectionPaginator:
        return SelectionPaginator(self.rows, self.page_size)

    @cached_property
    def _page_and_problems(self) -> tuple[Page[Any], list[str]]:
        return self._paginator.nearest(self._asked_pages[-1] if self._asked_pages else "")

    @cached_property
    def _address(self) -> Address:
        chosen = self._filters.chosen
        pairs = [(name, value) for name in self._filters.facets for value in chosen[name]]
        if self.q:
            pairs.append(("q", self.q))
        if self.sort != self._usual:
            pairs.append(("sort", self.sort))
        return Address(self._filters.filters, pairs)
