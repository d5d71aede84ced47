"""Counts for lists, as subqueries: joins of two relations would multiply each other's rows."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


def count_of(rows: QuerySet, owner: str) -> Coalesce:
    """Return an expression that counts those `rows` whose field `owner` is the row at hand."""
    counted = rows.order_by().filter(**{owner: OuterRef("pk")}).values(owner).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)
