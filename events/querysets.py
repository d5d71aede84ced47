"""Questions about many rows, in the words of the domain, to be chained."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery

from events.reading.folding import tokens

if TYPE_CHECKING:
    from events.models import Act, Actor, Commitment, Event, EventKind, Leader, Topic  # noqa: F401

Row = TypeVar("Row", bound=models.Model)

STANDING = ("machine", "confirmed")  # reviews of a commitment that counts as said


def stands(run: str) -> Q:
    """Return the condition that a run of folded words stands in the row's text, as whole words."""
    return Q(folded__contains=f" {run} ")


class RecordQuerySet(models.QuerySet[Row]):
    """Rows with a text that can be searched."""

    def containing(self, words: str) -> Self:
        """Those in whose text each of the words stands, with or without its accents."""
        return self.filter(*(stands(word) for word in tokens(words)))

    def _having(self, **conditions: Any) -> Self:
        """Those with related rows of this kind, each once: a subquery, where a join would repeat rows."""
        return self.filter(pk__in=self.model._default_manager.filter(**conditions).values("pk"))


class EventQuerySet(RecordQuerySet["Event"]):
    """Events."""

    def published(self) -> Self:
        """Those that readers may see."""
        return self.filter(status="published")

    def in_years(self, years: Iterable[int]) -> Self:
        """Those that began in one of the years; an event without a day is in none."""
        return self.filter(starts_on__year__in=years)

    def of_kinds(self, kinds: Iterable[EventKind]) -> Self:
        """Those of one of the kinds."""
        return self.filter(kind__in=kinds)

    def with_leaders(self, leaders: Iterable[Leader]) -> Self:
        """Those in which one of the leaders took part."""
        return self._having(participations__leader__in=leaders)

    def with_actors(self, actors: Iterable[Actor]) -> Self:
        """Those in which someone took part on behalf of one of the actors."""
        return self._having(participations__actor__in=actors)

    def on_topics(self, topics: Iterable[Topic]) -> Self:
        """Those with a standing commitment about one of the topics."""
        return self._having(commitments__topics__in=topics, commitments__review__in=STANDING)

    def newest_first(self) -> Self:
        """The latest day first."""
        return self.order_by("-listed_on", "-pk")

    def oldest_first(self) -> Self:
        """The earliest day first: the exact reverse of `newest_first`."""
        return self.order_by("listed_on", "pk")

    def before(self, event: Event) -> Event | None:
        """Return the one that comes next before `event` in time."""
        earlier = Q(listed_on__lt=event.listed_on) | Q(listed_on=event.listed_on, pk__lt=event.pk)
        return self.filter(earlier).newest_first().first()

    def after(self, event: Event) -> Event | None:
        """Return the one that comes next after `event` in time."""
        later = Q(listed_on__gt=event.listed_on) | Q(listed_on=event.listed_on, pk__gt=event.pk)
        return self.filter(later).oldest_first().first()

    def for_list(self) -> Self:
        """With what a list shows of each, and `commitment_count`; the texts stay in the database."""
        counted = self.model._default_manager.filter(pk=OuterRef("pk")).order_by().values("pk")
        standing = Count("commitments", filter=Q(commitments__review__in=STANDING))
        return (
            self.select_related("kind")
            .prefetch_related("participations__leader", "participations__actor")
            .annotate(commitment_count=Subquery(counted.annotate(count=standing).values("count")))
            .defer("body", "folded")
        )


class CommitmentQuerySet(RecordQuerySet["Commitment"]):
    """Commitments."""

    def standing(self) -> Self:
        """Those that count as said: neither rejected by staff nor dropped by a later reading."""
        return self.filter(review__in=STANDING)

    def published(self) -> Self:
        """Those that readers may see: standing, in a published event."""
        return self.standing().filter(event__status="published")

    def unanchored(self) -> Self:
        """Those whose passage is no longer found in the event's text."""
        return self.standing().filter(start__isnull=True)

    def in_years(self, years: Iterable[int]) -> Self:
        """Those of events that began in one of the years."""
        return self.filter(event__starts_on__year__in=years)

    def by_leaders(self, leaders: Iterable[Leader]) -> Self:
        """Those that one of the leaders says."""
        return self._having(leaders__in=leaders)

    def by_actors(self, actors: Iterable[Actor]) -> Self:
        """Those said on behalf of one of the actors."""
        return self._having(actors__in=actors)

    def with_acts(self, acts: Iterable[Act]) -> Self:
        """Those made by one of the acts."""
        return self.filter(act__in=acts)

    def on_topics(self, topics: Iterable[Topic]) -> Self:
        """Those about one of the topics."""
        return self._having(topics__in=topics)

    def newest_first(self) -> Self:
        """Those of the latest event first; within an event in the order of the text."""
        return self.order_by("-event__listed_on", "-event_id", F("start").asc(nulls_last=True), "pk")

    def oldest_first(self) -> Self:
        """Those of the earliest event first; within an event in the order of the text."""
        return self.order_by("event__listed_on", "event_id", F("start").asc(nulls_last=True), "pk")

    def for_list(self) -> Self:
        """With what a list shows of each; the events' texts stay in the database."""
        return (
            self.select_related("act", "event__kind")
            .prefetch_related("leaders", "actors", "topics")
            .defer("folded", "event__body", "event__folded")
        )


class LeaderQuerySet(models.QuerySet["Leader"]):
    """Leaders."""


class ActorQuerySet(models.QuerySet["Actor"]):
    """Actors."""
