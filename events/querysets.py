"""Questions about many rows, in the words of the domain, to be chained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    pass


class EventQuerySet(models.QuerySet["Event"]):
    """Events."""

    def published(self) -> EventQuerySet:
        """Those that readers may see."""
        return self.filter(status="published")


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    """Commitments."""

    def standing(self) -> CommitmentQuerySet:
        """Those that count as said: neither rejected by staff nor dropped by a later reading."""
        return self.filter(review__in=["machine", "confirmed"])

    def published(self) -> CommitmentQuerySet:
        """Those that readers may see: standing, in a published event."""
        return self.standing().filter(event__status="published")

    def unanchored(self) -> CommitmentQuerySet:
        """Those whose passage is no longer found in the event's text."""
        return self.standing().filter(start__isnull=True)


class LeaderQuerySet(models.QuerySet["Leader"]):
    """Leaders."""


class ActorQuerySet(models.QuerySet["Actor"]):
    """Actors."""
