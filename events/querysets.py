"""Questions about many rows, in the words of the domain, to be chained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery

from events.reading.folding import fold

if TYPE_CHECKING:
    from events.models import (  # noqa: F401
        Act,
        Actor,
        Commitment,
        Event,
        EventKind,
        ImportRun,
        Leader,
        Provenance,
        ThreadPassage,
        Topic,
    )

Row = TypeVar("Row", bound=models.Model)

STANDING = ("machine", "confirmed")  # reviews of a commitment that counts as said


class EventQuerySet(models.QuerySet["Event"]):
    """Events."""

    def published(self) -> Self:
        """Those that readers may see."""
        return self.filter(status="published")

    def newest_first(self) -> Self:
        """The latest day first."""
        return self.order_by("-listed_on", "-pk")

    def oldest_first(self) -> Self:
        """The earliest day first: the exact reverse of `newest_first`."""
        return self.order_by("listed_on", "pk")

    def once_at(self, slug: str) -> Event | None:
        """Return the one that once stood at the slug."""
        return self.filter(addresses__slug=slug).first()

    def in_brief(self) -> Self:
        """With what a link to each shows, and no more."""
        return self.only("slug", "title", "language", "starts_on", "ends_on")

    def for_list(self) -> Self:
        """With what a list shows of each, and `commitment_count`; the texts stay in the database."""
        counted = self.model._default_manager.filter(pk=OuterRef("pk")).order_by().values("pk")
        standing = Count("commitments", filter=Q(commitments__review__in=STANDING))
        return (
            self.select_related("kind")
            .prefetch_related("participations__leader", "participations__actor")
            .annotate(commitment_count=Subquery(counted.annotate(count=standing).values("count")))
            .defer("body")
        )


class CommitmentQuerySet(models.QuerySet["Commitment"]):
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

    def newest_first(self) -> Self:
        """Those of the latest event first; within an event in the order of the text."""
        return self.order_by("-event__listed_on", "-event_id", F("start").asc(nulls_last=True), "pk")

    def oldest_first(self) -> Self:
        """Those of the earliest event first; within an event in the order of the text."""
        return self.order_by("event__listed_on", "event_id", F("start").asc(nulls_last=True), "pk")

    def with_facts(self) -> Self:
        """With who says each, by which act, about what."""
        return self.select_related("act").prefetch_related("leaders", "actors", "topics")


class ThreadPassageQuerySet(models.QuerySet["ThreadPassage"]):
    """Places of commitments in threads."""

    def live(self) -> Self:
        """Those that staff have not rejected, nor the whole thread."""
        return self.exclude(review="rejected").exclude(thread__review="rejected")


class NamedQuerySet(models.QuerySet[Row]):
    """Rows that are listed by their names."""

    def by_name(self) -> list[Row]:
        """The rows by their names in the language of the page; databases sort accents each in its own way."""
        return sorted(self, key=lambda row: (fold(str(row)), row.pk))


class LeaderQuerySet(NamedQuerySet["Leader"]):
    """Leaders."""

    def once_at(self, slug: str) -> Leader | None:
        """Return the one that once stood at the slug."""
        return self.filter(addresses__slug=slug).first()


class ActorQuerySet(NamedQuerySet["Actor"]):
    """Actors."""


class ProvenanceQuerySet(models.QuerySet["Provenance"]):
    """Which files events were read from."""

    def without_content(self) -> Self:
        """With their files, whose content and text stay in the database."""
        return self.select_related("source").defer("source__content", "source__text")


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    """Runs of the importer."""

    REJECTIONS = 50  # of one run that are named
    CHANGES = ("created", "updated", "duplicate", "rejected")  # what is worth telling of a file

    def with_changes(self) -> Self:
        """Those that changed what is in the archive, or rejected a file."""
        return self.filter(self._changed())

    def without_changes(self) -> Self:
        """Those that came to their end and found everything as it was."""
        return self.filter(~self._changed(), finished_at__isnull=False)

    def _changed(self) -> Q:
        changed = Q()
        for outcome in self.CHANGES:
            changed |= Q(**{f"{outcome}__gt": 0})
        return changed

    def with_rejections(self) -> Self:
        """The latest first, with the first files of each that were rejected as `rejections`."""
        items = apps.get_model("events", "ImportItem")._default_manager
        rejected = items.filter(outcome="rejected").order_by("pk")[: self.REJECTIONS]
        return self.order_by("-started_at", "-pk").prefetch_related(Prefetch("items", rejected, to_attr="rejections"))
