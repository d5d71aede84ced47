"""The relation of two sides: their events, how often they meet, what about, and what fell silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self

from django.db.models import Count
from django.db.models.functions import Upper
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import ngettext

from events.catalogue import current
from events.following.pictures import Cell, Crosstab, Line
from events.models import Actor, Commitment, Event, EventKind, Topic
from events.querysets import CommitmentQuerySet, EventQuerySet
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
        return reverse("relation", args=[self.code])

    @cached_property
    def events(self) -> EventQuerySet:
        """The published events in which both take part."""
        return Event.objects.published().between(self.sides)

    @cached_property
    def commitments(self) -> CommitmentQuerySet:
        """What is said in these events, by whomever."""
        return Commitment.objects.standing().filter(event__in=self.events)

    @cached_property
    def _days(self) -> list[tuple[int, date | None, int]]:
        """The number of events by kind and first day; SQLite would ask Python for the year of each row."""
        counted = self.events.order_by().values_list("kind", "starts_on").annotate(count=Count("pk"))
        return [(kind, day, count) for kind, day, count in counted]

    @property
    def event_count(self) -> int:
        """The number of events, those without a day included."""
        return sum(count for _, _, count in self._days)

    @cached_property
    def _years(self) -> list[int]:
        """Every year from the first event to the last, the latest `MOST_YEARS` of them."""
        years = {day.year for _, day, _ in self._days if day}
        return list(range(min(years), max(years) + 1))[-MOST_YEARS:] if years else []

    def rhythm(self) -> Crosstab:
        """Return how many events there were of each kind in each year; two queries."""
        found: Counter[tuple[int, int]] = Counter()
        for kind, day, count in self._days:
            if day:
                found[kind, day.year] += count
        kinds = EventKind.objects.in_bulk({kind for kind, _ in found})
        shown = sorted(kinds.values(), key=lambda kind: (kind.position, kind.slug))
        totals: Counter[int] = Counter()
        for (_kind, year), count in found.items():
            totals[year] += count
        base = reverse("relation-events", args=[self.code])
        return self._crosstab("rhythm", "kind", shown, found, totals, base)

    def topics(self) -> Crosstab:
        """Return how many passages there were on each topic in each year; three queries beside those of the years."""
        counted = (
            self.commitments.order_by()
            .filter(topics__isnull=False)
            .values_list("topics", "event__starts_on__year")
            .annotate(count=Count("pk"))
        )
        found = Counter({(topic, year): count for topic, year, count in counted})
        topics = Topic.objects.in_bulk({topic for topic, _ in found})
        shown = sorted(topics.values(), key=lambda topic: (topic.position, topic.slug))
        years = self.commitments.order_by().values_list("event__starts_on__year").annotate(count=Count("pk"))
        base = reverse("relation-passages", args=[self.code])
        return self._crosstab("topics", "topic", shown, found, Counter(dict(years)), base)

    def _crosstab(
        self,
        name: str,
        parameter: str,
        terms: Iterable[EventKind | Topic],
        found: Counter[tuple[int, int]],
        totals: Counter[int],
        base: str,
    ) -> Crosstab:
        lines = []
        for term in terms:
            counts = [(year, found[term.pk, year]) for year in self._years]
            cells = [Cell(str(year), n, f"{base}?{parameter}={term.slug}&year={year}") for year, n in counts]
            lines.append(Line(str(term), f"{base}?{parameter}={term.slug}", cells))
        return Crosstab(name, [Cell(str(year), totals[year], f"{base}?year={year}") for year in self._years], lines)


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
        return ngettext("%(count)s event", "%(count)s events", self.count) % {"count": self.count}


def relations(of: Actor | None = None) -> list[Met]:
    """Return every two actors who take part in an event together, those with the most events first; one query.

    With `of`, those one of whom it is.
    """
    pairs = current().events.by_size("pair")
    counted = [(count, pair) for count, pair in pairs if of is None or of.pk in pair]  # type: ignore[operator]
    actors = Actor.objects.in_bulk({key for _count, pair in counted for key in pair})  # type: ignore[attr-defined]
    met = [Met(Relation.of(*(actors[key] for key in pair)), count) for count, pair in counted]  # type: ignore[attr-defined]
    return sorted(met, key=lambda each: (-each.count, each.relation.code))
