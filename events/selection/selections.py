"""A selection: all that a page, a feed or an export asks of a query string."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Commitment, Event
from events.search.engine import Record
from events.search.query import Query
from events.search.snippets import Passage
from events.selection import passages
from events.selection.address import Address
from events.selection.facets import Choice, Facet
from events.selection.filters import CommitmentFilters, EventFilters, SelectionFilters
from events.selection.pages import SelectionPaginator
from events.selection.words import Words


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

    def __init__(self, filters: SelectionFilters, params: QueryDict) -> None:
        self._filters = filters
        self._asked_pages = [page for page in params.getlist("page") if page.strip()]

    # -- What is selected

    @cached_property
    def rows(self) -> QuerySet[Any]:
        """All rows selected, in order, with what a list shows of them."""
        return self._filters.rows_in_order().for_list()

    @cached_property
    def total(self) -> int:
        """The number of rows selected."""
        return self._paginator.count

    @property
    def page(self) -> Page[Any]:
        """The page asked for, or the nearest one."""
        return self._page_and_problems[0]

    @property
    def problems(self) -> list[str]:
        """Sentences about what could not be understood and was left out."""
        return self._filters.problems + (self._page_and_problems[1] if self._asked_pages else [])

    # -- What is chosen

    @property
    def q(self) -> str:
        """The words searched for, as typed; empty where nothing is searched for."""
        words: Words = self._filters.chosen["q"]
        return words.text

    @property
    def sort(self) -> str:
        """The order of the rows."""
        return str(self._filters.chosen["sort"])

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
        page = [("page", str(self.page.number))] if self.page.number > 1 else []
        return f"?{urlencode([*self._address.pairs, *page])}" if self._address.pairs or page else ""

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Names and values that a form keeps when it sends new words."""
        return [pair for pair in self._address.pairs if pair[0] != "q"]

    @property
    def chips(self) -> list[Chip]:
        """What is chosen, each with the way to give it up."""
        chips = [
            Chip(str(meaning), str(self._address.toggled(name, value)), str(facet.label))
            for name, facet in self._filters.facets.items()
            for value, meaning in self._filters.chosen[name].items()
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
        return self.passages_of(self.page, self._filters.chosen["q"].query)

    def passages_of(self, page: Page[Any], query: Query) -> dict[int, Passage]:
        """Return the passages of the rows of a page."""
        raise NotImplementedError

    @cached_property
    def suggestion(self) -> Chip | None:
        """What may have been meant where nothing was found, with the address of that search."""
        words: Words = self._filters.chosen["q"]
        text = "" if self.total or not words.query.all_of else passages.suggested(words, self.record)
        return Chip(text, str(self._address.with_only("q", text)), "") if text else None

    # -- What can be chosen

    @cached_property
    def facets(self) -> list[Facet]:
        """The values that can be chosen, with the number of rows each has among what the others leave."""
        return [
            facet.facet(name, self._filters.rows(leaving_out=name), self._filters.chosen[name], self._address)
            for name, facet in self._filters.facets.items()
        ]

    @property
    def sorts(self) -> list[Choice]:
        """The orders that can be chosen; the usual one leaves no trace in the address."""
        usual = next(iter(self._filters.orders))
        return [
            Choice(
                value=value,
                label=str(label),
                count=None,
                is_chosen=value == self.sort,
                query=str(self._address.with_only("sort", *([] if value == usual else [value]))),
            )
            for value, (label, _put_in_order) in self._filters.orders.items()
        ]

    def counted(self, number: int) -> str:
        """Return "1 event", "2 events" in the language of the page."""
        raise NotImplementedError

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
        if self.sort != next(iter(self._filters.orders)):
            pairs.append(("sort", self.sort))
        return Address(self._filters.filters, pairs)


class EventSelection(Selection):
    """Events by words, year, topic, leader, country and kind."""

    page_size = 25
    record: Record = "events"

    def __init__(self, params: QueryDict) -> None:
        super().__init__(EventFilters(params, queryset=Event.objects.published()), params)

    def passages_of(self, page: Page[Any], query: Query) -> dict[int, Passage]:
        return passages.of_events([event.pk for event in page], query)

    def counted(self, number: int) -> str:
        return ngettext("%(count)s event", "%(count)s events", number) % {
            "count": number_format(number, force_grouping=True)
        }


class CommitmentSelection(Selection):
    """Commitments by words, leader, country, act, topic and year."""

    page_size = 50
    record: Record = "commitments"

    def __init__(self, params: QueryDict) -> None:
        super().__init__(CommitmentFilters(params, queryset=Commitment.objects.published()), params)

    def passages_of(self, page: Page[Any], query: Query) -> dict[int, Passage]:
        return passages.of_quotes([(commitment.pk, commitment.quote) for commitment in page], query)

    def counted(self, number: int) -> str:
        return ngettext("%(count)s commitment", "%(count)s commitments", number) % {
            "count": number_format(number, force_grouping=True)
        }
