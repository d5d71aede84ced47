"""Leaders, actors and topics with how much of the archive is under each."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from events.catalogue.holdings import Holdings
from events.catalogue.keeping import current
from events.reading.folding import fold

Row = TypeVar("Row", bound=Model)


def with_counts(rows: QuerySet[Row], facet: str) -> list[Row]:
    """Return the rows with `event_count` and `commitment_count` of what readers can find under each; one query."""
    catalogue = current()
    counted: list[Any] = list(rows)
    for row in counted:
        row.event_count = _number(catalogue.events, facet, row.pk)
        row.commitment_count = _number(catalogue.commitments, facet, row.pk)
    return counted


def in_archive(rows: QuerySet[Row], facet: str) -> list[Row]:
    """Return those rows under which readers can find something, counted, by their names in the language of the page.

    Sorted here: databases sort accents each in its own way.
    """
    counted: list[Any] = with_counts(rows, facet)
    found = [row for row in counted if row.event_count or row.commitment_count]
    return sorted(found, key=lambda row: (fold(str(row)), row.pk))


def _number(holdings: Holdings, facet: str, value: int) -> int:
    shelf = holdings.shelf(facet)
    return len(shelf[value]) if value in shelf else 0
