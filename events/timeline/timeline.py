"""All years: how many events each has, by month, by kind and between which sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from django.http import QueryDict
from pyroaring import BitMap64

from events.catalogue import MONTH, UNDATED, Catalogue, Holdings
from events.links import link_to
from events.selection import TIMES, UNKNOWN, Address, EventSelection, Facet, month_word
from events.timeline.grids import Cell, Grid, Head, Line, shaded
from events.timeline.names import month_name, month_short
from events.timeline.shapes import drawn, shape_of

MOST_YEARS = 40  # rows of the table of years; more are told by decades
NEWEST_YEARS = 12  # columns of the tables of kinds and of sides
DECADE = 10

NARROWING = ("topic", "leader", "country")  # facets by which the page offers to narrow the timeline


class Part(NamedTuple):
    """A column of a table of kinds or of sides: its head, what the list of it is chosen by, and its events."""

    head: Head
    parameter: str
    word: str
    rows: BitMap64


class Span(NamedTuple):
    """What a page is about: its events, the address of the list of them, and the parts that its tables have."""

    rows: BitMap64
    address: Address
    parts: Sequence[Part]


class Timeline(EventSelection):
    """The events that a query string selects, as they lie in time; no query beside those of the words searched for."""

    def __init__(self, params: QueryDict) -> None:
        kept = params.copy()
        for name in ("page", "facet", "facet_q", "sort"):  # what says how a list is shown
            kept.pop(name, None)
        super().__init__(kept)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue that is counted in."""
        return self._catalogue

    @property
    def holdings(self) -> Holdings:
        """What the catalogue holds of events."""
        return self._holdings

    @property
    def query_with_page(self) -> str:
        """The address of what is chosen, "" for nothing: a timeline has no pages."""
        return self.query if self._address.pairs else ""

    # -- Addresses

    def apart_from(self, parameter: str) -> Address:
        """Return what is chosen but for times as long as a year, month or day, or longer: of these it is to be one.

        What is chosen of shorter times stays: what is counted was chosen by them.
        """
        address = self._address
        for name in TIMES[: TIMES.index(parameter) + 1]:
            address = address.with_only(name)
        return address

    def list_of(self, parameter: str) -> Callable[[str], str]:
        """Return a function from a year, month or day to the address of the list of its events."""
        return listing(self.apart_from(parameter).toggle(parameter))

    @property
    def whole(self) -> Cell:
        """All these events."""
        return Cell(self.total, link_to("events") + self.query_with_page)

    @property
    def all_years(self) -> str:
        """The address of all years."""
        return link_to("timeline") + self.query_with_page

    def year_page(self, year: int) -> str:
        """Return the address of the page of the year."""
        return link_to("timeline-year", year) + self.query_with_page

    def month_page(self, month: int) -> str:
        """Return the address of the page of a month of the catalogue."""
        return link_to("timeline-month", *divmod(month, 100)) + self.query_with_page

    # -- Counts

    @cached_property
    def by_month(self) -> Mapping[int, int]:
        """The number of events that began in each month that has some, `UNDATED` with those whose day is not known."""
        return self.holdings.counts(MONTH, self.keys)  # type: ignore[return-value]

    @cached_property
    def by_year(self) -> Mapping[int, int]:
        """The number of events that began in each year that has some."""
        found: dict[int, int] = {}
        for month, number in self.by_month.items():
            if month != UNDATED:
                found[month // 100] = found.get(month // 100, 0) + number
        return found

    @property
    def undated(self) -> Cell:
        """The events whose day is not known."""
        return Cell(self.by_month.get(UNDATED, 0), self.list_of("month")(UNKNOWN))

    @property
    def narrowing(self) -> tuple[Facet, ...]:
        """The facets by which the timeline can be narrowed; all values of one are shown beside the list of events."""
        facets = (self.facet(name) for name in NARROWING)
        return tuple(replace(facet, more=facet.more and link_to("events") + facet.more) for facet in facets)

    # -- Tables

    @property
    def is_by_decade(self) -> bool:
        """Whether there are too many years for a row each."""
        return len(self.by_year) > MOST_YEARS

    def years(self) -> Grid:
        """Return the years by months, or the decades by years, the latest first."""
        return self._decades() if self.is_by_decade else self._years()

    def _years(self) -> Grid:
        of_month, of_year = self.list_of("month"), self.list_of("year")
        columns = [Head(month_short(month), full=month_name(month)) for month in range(1, 13)]
        lines = []
        for year in sorted(self.by_year, reverse=True):
            numbers = [self.by_month.get(year * 100 + month, 0) for month in range(1, 13)]
            cells = [Cell(n, of_month(month_word(year, month)) if n else "") for month, n in enumerate(numbers, 1)]
            total = Cell(self.by_year[year], of_year(str(year)))
            lines.append(Line(Head(str(year), self.year_page(year), total=total), list(cells)))
        return shaded("years", columns, lines)

    def _decades(self) -> Grid:
        of_year = self.list_of("year")
        lines = []
        for decade in sorted({year // DECADE for year in self.by_year}, reverse=True):
            years = range(decade * DECADE, decade * DECADE + DECADE)
            cells = [
                Cell(self.by_year[year], of_year(str(year)), name=str(year), zoom=self.year_page(year))
                if year in self.by_year
                else Cell(0, "")
                for year in years
            ]
            lines.append(Line(Head(f"{years[0]}–{years[-1]}"), list(cells)))
        return shaded("years", [Head(f"…{digit}") for digit in range(DECADE)], lines)

    def newest_years(self) -> Span:
        """Return all that is selected, with the newest years as its parts."""
        of_year, shelf = self.list_of("year"), self.holdings.shelf("year")
        parts = []
        for year in sorted(self.by_year)[-NEWEST_YEARS:]:
            head = Head(str(year), self.year_page(year), total=Cell(self.by_year[year], of_year(str(year))))
            parts.append(Part(head, "year", str(year), shelf[year] & self.keys))
        return Span(self.keys, self._address, parts)

    def kinds(self, span: Span) -> Grid:
        """Return the kinds, in the order of the vocabulary, by the parts."""
        facet, chosen = self._filters.facets["kind"], self._filters.chosen["kind"]
        return self._crossed(facet.opened("kind", span.rows, chosen, self._address, ""), span)

    def sides(self, span: Span) -> Grid:
        """Return the pairs of sides with the most events, by the parts."""
        facet, chosen = self._filters.facets["pair"], self._filters.chosen["pair"]
        return self._crossed(facet.shown("pair", span.rows, chosen, self._address), span)

    def _crossed(self, facet: Facet, span: Span) -> Grid:
        """Return the values of a facet by the parts.

        Where some are chosen these alone: another shares events with them, but has no list of these.
        """
        name, shelf = facet.parameter, self.holdings.shelf(facet.parameter)
        is_chosen = any(choice.is_chosen for choice in facet.choices)
        shown = [choice for choice in facet.choices if choice.count and choice.is_chosen == is_chosen]
        meanings = self._filters.facets[name].meanings([choice.value for choice in shown])
        lines = []
        for choice in shown:
            total = Cell(choice.count or 0, link_to("events") + str(span.address.with_only(name, choice.value)))
            shape = shape_of(choice.value) if name == "kind" else ""
            head = Head(choice.label, choice.query, total=total, shape=shape, is_chosen=is_chosen)
            rows = shelf[meanings[choice.value]]
            lines.append(Line(head, [self._cell(rows, part, name, choice.value) for part in span.parts]))
        return shaded(name, [part.head for part in span.parts], lines)

    def _cell(self, rows: BitMap64, part: Part, name: str, word: str) -> Cell:
        number = rows.intersection_cardinality(part.rows)
        if not number:
            return Cell(0, "")
        address = self.apart_from(part.parameter).with_only(name, word)
        return Cell(number, listing(address.toggle(part.parameter))(part.word))


def listing(query: Callable[[str], str]) -> Callable[[str], str]:
    """Return a function to the address of a list of events from one to its query string."""
    base = link_to("events")
    return lambda word: base + query(word)


def shapes_in(grid: Grid, more: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return the shapes that a page with this table, and with marks of these shapes, has to draw."""
    return drawn([*(line.head.shape for line in grid.lines if line.head.shape), *more])
