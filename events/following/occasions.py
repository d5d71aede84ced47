"""Occasions: two readouts of one happening, proposed for staff to confirm, and what only one of them says.

Events are of one occasion where they are of the same kind, between exactly the same sides, and share a day.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from events.following.comparison import Pair, paired
from events.indexing import reindex
from events.models import Commitment, Event, Occasion, Participation

ALIKE = 0.45  # as for threads: two readouts of one happening that say the same use much the same words


@dataclass(frozen=True)
class Readouts:
    """What the reports of one occasion say: what two of them share, and what each says alone."""

    events: list[Event]
    shared: list[Pair]
    alone: list[tuple[Event, list[Commitment]]]


def propose() -> int:
    """Propose an occasion for events that seem to report the same; return how many. An event in one stays there."""
    count = 0
    for kind, events in _same_happening():
        with transaction.atomic():
            first, last = min(event.starts_on for event in events), max(event.ends_on for event in events)
            occasion = Occasion.objects.create(kind_id=kind, starts_on=first, ends_on=last)
            Event.objects.filter(pk__in=[event.pk for event in events], occasion=None).update(occasion=occasion)
            reindex()
            count += 1
    return count


@dataclass(frozen=True)
class _Dated:
    pk: int
    starts_on: date
    ends_on: date


def _same_happening() -> list[tuple[int, list[_Dated]]]:
    sides: dict[int, set[int]] = defaultdict(set)
    free = Event.objects.published().filter(occasion=None, starts_on__isnull=False)
    parts = Participation.objects.filter(event__in=free, actor__isnull=False)
    for event, actor in parts.order_by().values_list("event", "actor"):
        sides[event].add(actor)
    groups: dict[tuple[int, frozenset[int]], list[_Dated]] = defaultdict(list)
    for pk, kind, first, last in free.order_by("starts_on", "pk").values_list("pk", "kind", "starts_on", "ends_on"):
        if first and last and len(sides[pk]) > 1:
            groups[kind, frozenset(sides[pk])].append(_Dated(pk, first, last))
    return [(kind, run) for (kind, _), events in groups.items() for run in _overlapping(events) if len(run) > 1]


def _overlapping(events: list[_Dated]) -> list[list[_Dated]]:
    """Return the events, sorted by their first day, in runs that share days."""
    runs: list[list[_Dated]] = []
    until = date.min
    for event in events:
        if runs and event.starts_on <= until:
            runs[-1].append(event)
        else:
            runs.append([event])
        until = max(until, event.ends_on) if len(runs[-1]) > 1 else event.ends_on
    return runs


def readouts(occasion: Occasion) -> Readouts:
    """Return the published reports of an occasion; of more than two, each is compared with the first."""
    # Sorted here: asked for the published in their order, SQLite walks all of the archive's for these few.
    events = sorted(occasion.events.published().order_by().for_list(), key=lambda event: (event.listed_on, event.pk))
    by_number = {event.pk: event for event in events}
    said: dict[int, list[Commitment]] = {event.pk: [] for event in events}
    for commitment in Commitment.objects.standing().filter(event__in=events).oldest_first().with_facts():
        commitment.event = by_number[commitment.event_id]
        said[commitment.event_id].append(commitment)
    shared: list[Pair] = []
    for other in events[1:]:
        shared += [pair for pair in paired(said[events[0].pk], said[other.pk], ALIKE) if pair.older and pair.newer]
    both = {commitment.pk for pair in shared for commitment in (pair.older, pair.newer) if commitment}
    return Readouts(events, shared, [(event, [c for c in said[event.pk] if c.pk not in both]) for event in events])
