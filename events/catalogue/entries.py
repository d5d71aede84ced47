"""What rows fall under: read from the database for some events at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from django.db.models import Q
from pyroaring import BitMap64

from events.catalogue.counting import Value
from events.catalogue.holdings import (
    DAY,
    LASTING,
    LISTED,
    MONTH,
    SIZE,
    THREADED,
    UNDATED,
    Holdings,
    month_of,
)
from events.models import Commitment, Event, Participation, ThreadPassage
from events.querysets import STANDING

LONGEST = 12  # months; what is said to last longer is a slip, and would be under thousands

Facts = dict[str, list[Value]]  # facet → values, of an event, which its commitments share


@dataclass(frozen=True)
class Batch:
    """Some events, by lookups that their keys fit."""

    lookups: Mapping[str, Any]

    def on(self, path: str) -> Q:
        """Return the condition that the key at `path` is of one of these events."""
        return Q(**{f"{path}__{lookup}": value for lookup, value in self.lookups.items()})


def batch_of(keys: Iterable[int]) -> Batch:
    """Return the events with these keys."""
    return Batch({"in": list(keys)})


def batch_between(first: int, last: int) -> Batch:
    """Return the events with keys from the first up to and including the last."""
    return Batch({"gte": first, "lte": last})


class Entries:
    """Keys by facet and value, gathered row by row; `seen` are the keys that were looked at, those of drafts too."""

    def __init__(self) -> None:
        self.keys: list[int] = []
        self.seen: list[int] = []
        self.shelves: defaultdict[str, defaultdict[Value, list[int]]] = defaultdict(lambda: defaultdict(list))

    def add(self, key: int, facet: str, values: Iterable[Value]) -> None:
        """Enter the key under the values."""
        shelf = self.shelves[facet]
        for value in values:
            shelf[value].append(key)

    def put_into(self, holdings: Holdings) -> Holdings:
        """Return the holdings with these entries in place of what they told of the keys seen."""
        return holdings.replaced(BitMap64(self.seen), self.shelves, self.keys)


def read(batch: Batch) -> tuple[Entries, Entries]:
    """Return what the events of the batch and their commitments fall under, so far as readers see them.

    Seven queries.
    """
    of_events, of_commitments = Entries(), Entries()
    facts = _enter_events(of_events, batch)
    _enter_participations(of_events, batch, facts)
    said = _enter_commitments(of_commitments, batch, facts)
    sizes = Counter(event for event, _act in said.values())
    for event in facts:
        of_events.add(event, SIZE, [sizes[event]])
    _enter_acts_and_topics(of_events, of_commitments, batch, said)
    for facet, relation in (("leader", Commitment.leaders), ("country", Commitment.actors)):
        for commitment, target in _links(relation, batch):
            if commitment in said:
                of_commitments.add(commitment, facet, [target])
    threaded = ThreadPassage.objects.live().filter(batch.on("commitment__event")).order_by()
    for commitment in threaded.values_list("commitment_id", flat=True):
        if commitment in said:
            of_commitments.add(commitment, THREADED, [""])
    return of_events, of_commitments


def _enter_events(entries: Entries, batch: Batch) -> dict[int, Facts]:
    facts = {}
    rows = Event.objects.filter(batch.on("pk")).order_by().values_list(
        "pk", "status", "starts_on", "ends_on", "listed_on", "kind_id", "outlet", "language", "review"
    )  # fmt: skip
    for key, status, starts_on, ends_on, listed_on, kind, outlet, language, review in rows:
        entries.seen.append(key)
        if status != Event.Status.PUBLISHED:
            continue
        facts[key] = _shared(starts_on, listed_on, kind, outlet, language)
        entries.keys.append(key)
        entries.add(key, "review", [review])
        entries.add(key, LASTING, lasting(starts_on, ends_on))
        for facet, values in facts[key].items():
            entries.add(key, facet, values)
    return facts


def lasting(first: date | None, last: date | None) -> list[Value]:
    """Return the months of an event of more than one day, the first `LONGEST` of them; none for other events."""
    if first is None or last is None or first == last:
        return []
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)[:LONGEST]
    return [number // 12 * 100 + number % 12 + 1 for number in numbers]


def _shared(starts_on: date | None, listed_on: date, kind: int, outlet: str, language: str) -> Facts:
    return {
        "year": [starts_on.year] if starts_on else [],
        MONTH: [month_of(starts_on) if starts_on else UNDATED],
        "kind": [kind],
        "outlet": [outlet] if outlet else [],
        "language": [language],
        DAY: [listed_on.toordinal()],
        LISTED: [listed_on.year],
    }


def _enter_participations(entries: Entries, batch: Batch, facts: dict[int, Facts]) -> None:
    actors: defaultdict[int, set[int]] = defaultdict(set)
    parts = Participation.objects.filter(batch.on("event")).order_by().values_list("event_id", "leader_id", "actor_id")
    for event, leader, actor in parts:
        if event in facts:
            entries.add(event, "leader", [leader])
            if actor is not None:
                actors[event].add(actor)
    for event, sides in actors.items():
        facts[event]["pair"] = list(combinations(sorted(sides), 2))
        entries.add(event, "country", sides)
        entries.add(event, "pair", facts[event]["pair"])


def _enter_commitments(entries: Entries, batch: Batch, facts: dict[int, Facts]) -> dict[int, tuple[int, int]]:
    """Enter each commitment with what it has from its event; return the event and the act of each."""
    said = {}
    rows = Commitment.objects.filter(batch.on("event")).order_by().values_list("pk", "event_id", "act_id", "review")
    for key, event, act, review in rows:
        entries.seen.append(key)
        if review not in STANDING or event not in facts:
            continue
        said[key] = (event, act)
        entries.keys.append(key)
        entries.add(key, "act", [act])
        entries.add(key, "review", [review])
        for facet, values in facts[event].items():
            entries.add(key, facet, values)
    return said


def _enter_acts_and_topics(
    of_events: Entries, of_commitments: Entries, batch: Batch, said: dict[int, tuple[int, int]]
) -> None:
    """Enter each topic of a commitment, and its event under its act and its topics, once."""
    for event, act in set(said.values()):
        of_events.add(event, "act", [act])
    topics = set()
    for commitment, topic in _links(Commitment.topics, batch):
        if commitment in said:
            of_commitments.add(commitment, "topic", [topic])
            topics.add((said[commitment][0], topic))
    for event, topic in topics:
        of_events.add(event, "topic", [topic])


def _links(relation: Any, batch: Batch) -> Iterable[tuple[int, int]]:
    """Return (commitment, target) for each link of a many-to-many relation."""
    field = relation.field
    rows = relation.through.objects.filter(batch.on("commitment__event")).order_by()
    links: Iterable[tuple[int, int]] = rows.values_list("commitment_id", f"{field.m2m_reverse_field_name()}_id")
    return links
