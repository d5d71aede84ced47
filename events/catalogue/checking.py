"""Whether the catalogue counts what the rows say, each facet against a plain GROUP BY in the database."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from django.db.models import Count, F, QuerySet
from django.db.models.functions import ExtractMonth, ExtractYear

from events.catalogue.counting import Value
from events.catalogue.entries import lasting
from events.catalogue.holdings import LASTING, MONTH, THREADED, UNDATED, Holdings
from events.catalogue.keeping import current
from events.models import Commitment, Event, Participation, ThreadPassage
from events.querysets import STANDING


def faults() -> list[str]:
    """Return a sentence for each facet in which the catalogue and the rows differ; reads every record."""
    catalogue = current()
    found = []
    for record, holdings, counted in (
        ("events", catalogue.events, _events()),
        ("commitments", catalogue.commitments, _commitments()),
    ):
        for facet, truth in counted.items():
            kept = _kept(holdings, facet)
            strange = [value for value in {**truth, **kept} if truth.get(value) != kept.get(value)]
            if strange:
                value = strange[0]
                found.append(
                    f"{record}, {facet}: {len(strange)} counts differ, the first {value!r}: "
                    f"{kept.get(value, 0)} in the catalogue, {truth.get(value, 0)} in the rows."
                )
    return found


def _kept(holdings: Holdings, facet: str) -> dict[Value, int]:
    if facet == "all":
        return {"": len(holdings.keys)} if holdings.keys else {}
    return {value: len(rows) for value, rows in holdings.shelf(facet).items()}


def _events() -> dict[str, dict[Value, int]]:
    events = Event.objects.published()
    said = events.filter(commitments__review__in=STANDING)
    parts = events.filter(participations__isnull=False)
    return {
        "all": _total(events),
        "year": _grouped(events.filter(starts_on__isnull=False).annotate(year=ExtractYear("starts_on")), "year"),
        MONTH: _by_month(events, "starts_on"),
        LASTING: _lasting(),
        "kind": _grouped(events, "kind_id"),
        "outlet": _grouped(events.exclude(outlet=""), "outlet"),
        "language": _grouped(events, "language"),
        "review": _grouped(events, "review"),
        "leader": _grouped(parts, "participations__leader_id"),
        "country": _grouped(parts.filter(participations__actor__isnull=False), "participations__actor_id"),
        "pair": _pairs(),
        "act": _grouped(said, "commitments__act_id"),
        "topic": _grouped(said.filter(commitments__topics__isnull=False), "commitments__topics"),
    }


def _commitments() -> dict[str, dict[Value, int]]:
    said = Commitment.objects.published()
    dated = said.filter(event__starts_on__isnull=False).annotate(year=ExtractYear("event__starts_on"))
    return {
        "all": _total(said),
        "year": _grouped(dated, "year"),
        MONTH: _by_month(said, "event__starts_on"),
        "kind": _grouped(said, "event__kind_id"),
        "outlet": _grouped(said.exclude(event__outlet=""), "event__outlet"),
        "language": _grouped(said, "event__language"),
        "review": _grouped(said, "review"),
        "act": _grouped(said, "act_id"),
        "leader": _grouped(said.filter(leaders__isnull=False), "leaders"),
        "country": _grouped(said.filter(actors__isnull=False), "actors"),
        "topic": _grouped(said.filter(topics__isnull=False), "topics"),
        THREADED: _total(said.filter(pk__in=ThreadPassage.objects.live().values("commitment"))),
    }


def _total(rows: QuerySet[Any]) -> dict[Value, int]:
    number = rows.count()
    return {"": number} if number else {}


def _grouped(rows: QuerySet[Any], path: str) -> dict[Value, int]:
    return dict(rows.order_by().values_list(path).annotate(Count("pk", distinct=True)))


def _by_month(rows: QuerySet[Any], path: str) -> dict[Value, int]:
    days = rows.filter(**{f"{path}__isnull": False}).order_by()
    counted = days.values_list(ExtractYear(path), ExtractMonth(path)).annotate(Count("pk"))
    found: dict[Value, int] = {year * 100 + month: number for year, month, number in counted}
    undated = rows.filter(**{f"{path}__isnull": True}).count()
    return found | ({UNDATED: undated} if undated else {})


def _lasting() -> dict[Value, int]:
    longer = Event.objects.published().filter(ends_on__gt=F("starts_on")).order_by()
    return _tallied(month for days in longer.values_list("starts_on", "ends_on") for month in lasting(*days))


def _pairs() -> dict[Value, int]:
    sides: dict[int, set[int]] = {}
    parts = Participation.objects.filter(event__status="published", actor__isnull=False).order_by()
    for event, actor in parts.values_list("event_id", "actor_id"):
        sides.setdefault(event, set()).add(actor)
    return _tallied(pair for actors in sides.values() for pair in combinations(sorted(actors), 2))


def _tallied(values: Iterable[Value]) -> dict[Value, int]:
    counts: dict[Value, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts
