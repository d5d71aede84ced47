"""The relation of two sides: their events, how often they meet, what about, and what fell silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from django.db.models.functions import Upper
from django.http import QueryDict
from pyroaring import BitMap64

from events import numbers
from events.catalogue import Catalogue, Holdings, Shown, current
from events.following.pictures import Cell, Crosstab, Line
from events.links import link_to
from events.models import Actor
from events.selection import CommitmentSelection, EventSelection

MOST_YEARS = 30  # columns of a picture that can still be read; the lists behind it hold every year


@dataclass(frozen=True)
class Relation:
    """Two actors, in the alphabetical order of their codes."""

    sides: tuple[Actor, Actor]

    @classmethod
    def of(cls, *actors: Actor) -> Self:
        """Return the relation of two actors, whichever is named first."""
        first, second = sorted(actors, key=lambda actor: actor.code)
        return cls((first, second))

    @classmethod
    def at(cls, code: str) -> Self | None:
        """Return the relation that an address names as "CN-VN" or "vn-cn", None where there are no two such actors."""
        letters = code.upper()
        splits = [(letters[:n], letters[n + 1 :]) for n, letter in enumerate(letters) if letter == "-"][:5]
        wanted = {part for split in splits for part in split if part}
        if not wanted:
            return None
        found = {
            actor.code.upper(): actor
            for actor in Actor.objects.annotate(letters=Upper("code")).filter(letters__in=wanted)
        }
        for first, second in splits:
            if first in found and second in found and first != second:
                return cls.of(found[first], found[second])
        return None

    @cached_property
    def _catalogue(self) -> Catalogue:
        return current()

    def __str__(self) -> str:
        return " – ".join(str(side) for side in self.sides)

    @property
    def code(self) -> str:
        """How addresses name it."""
        return "-".join(side.code for side in self.sides)

    @property
    def pair(self) -> tuple[int, int]:
        """Their primary keys, the lower first, as the catalogue tells pairs."""
        first, second = sorted(side.pk for side in self.sides)
        return first, second

    def get_absolute_url(self) -> str:
        return link_to("relation", self.code)

    @cached_property
    def _years(self) -> list[int]:
        """Every year from the first event to the last, the latest `MOST_YEARS` of them."""
        holdings = self._catalogue.events
        years: list[Any] = list(holdings.counts("year", holdings.under("pair", [self.pair])))
        return list(range(min(years), max(years) + 1))[-MOST_YEARS:] if years else []

    def rhythm(self) -> Crosstab:
        """Return how many events there were of each kind in each year; no query."""
        catalogue, base = self._catalogue, link_to("relation-events", self.code)
        return self._crosstab("rhythm", "kind", catalogue.events, catalogue.headings.kinds, base)

    def topics(self) -> Crosstab:
        """Return how many passages there were on each topic in each year; no query."""
        catalogue, base = self._catalogue, link_to("relation-passages", self.code)
        return self._crosstab("topics", "topic", catalogue.commitments, catalogue.headings.topics, base)

    def _crosstab(self, name: str, facet: str, holdings: Holdings, headings: Shown, base: str) -> Crosstab:
        """Return the numbers of rows by the terms of the facet that they fall under, in the vocabulary's order."""
        between = holdings.under("pair", [self.pair])
        years = holdings.parted("year", between)
        shown: Mapping[Any, BitMap64] = {year: rows for year, rows in years.items() if year in self._years}
        found: dict[Any, int] = holdings.crossed(facet, shown)
        shelf: Mapping[Any, BitMap64] = holdings.shelf(facet)
        terms = [headings[key] for key, rows in shelf.items() if rows.intersect(between)]
        lines = []
        for term in sorted(terms, key=lambda term: (term.position, term.word)):
            chosen = f"{base}?{facet}={term.word}"
            counts = [(year, found.get((term.key, year), 0)) for year in self._years]
            lines.append(Line(term.name, chosen, [Cell(str(year), n, f"{chosen}&year={year}") for year, n in counts]))
        totals = [Cell(str(year), len(years.get(year, ())), f"{base}?year={year}") for year in self._years]
        return Crosstab(name, totals, lines)


class EventsBetween(EventSelection):
    """Events between two sides, by all that events can be selected by."""

    def __init__(self, params: QueryDict, relation: Relation) -> None:
        super().__init__(params, pair=[relation.pair])


class PassagesBetween(CommitmentSelection):
    """Commitments of the events between two sides, by all that commitments can be selected by."""

    def __init__(self, params: QueryDict, relation: Relation) -> None:
        super().__init__(params, pair=[relation.pair])


@dataclass(frozen=True)
class Met:
    """A relation and the number of its events."""

    relation: Relation
    count: int

    @property
    def words(self) -> str:
        """The number in words."""
        return numbers.events(self.count)


def relations(of: Actor | None = None) -> list[Met]:
    """Return every two actors who take part in an event together, those with the most events first; one query.

    With `of`, those one of whom it is.
    """
    pairs = current().events.by_size("pair")
    counted = [(count, pair) for count, pair in pairs if of is None or of.pk in pair]  # type: ignore[operator]
    actors = Actor.objects.in_bulk({key for _count, pair in counted for key in pair})  # type: ignore[attr-defined]
    met = [Met(Relation.of(*(actors[key] for key in pair)), count) for count, pair in counted]  # type: ignore[attr-defined]
    return sorted(met, key=lambda each: (-each.count, each.relation.code))
