"""The silence report: topics that were named again and again and are absent from the newest text.

It speaks of texts, never of talks: what a readout leaves out may well have been said. So every line has its
denominator, the number of earlier texts that were looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from django.utils.translation import gettext as _

from events.models import Actor, Event, Participation, Topic
from events.querysets import CommitmentQuerySet, EventQuerySet
from events.selection.problems import shown

# The last five meetings of two leaders are about as many as a desk officer would lay on the table. A topic named in
# most of them is a habit, and its absence worth a look; one named once was an occasion.
EARLIER = 5
MOST_EARLIER = 20


@dataclass(frozen=True)
class Silent:
    """A topic absent from the newest text, and the earlier events, the latest first, that name it."""

    topic: Topic
    events: list[Event]


@dataclass(frozen=True)
class Silence:
    """What the newest text does not name; `least` of the `earlier` events must have named it."""

    newest: Event | None
    earlier: list[Event]
    least: int
    asked: int
    rows: list[Silent]
    problems: list[str]
    most: int = MOST_EARLIER


def silence(events: EventQuerySet, said: CommitmentQuerySet, least: str = "", earlier: str = "") -> Silence:
    """Return the topics of `said` named in at least `least` of the `earlier` last events and not in the newest.

    Both come from an address: what is no number between 1 and 20 is left out, with a sentence. Left open, `earlier` is
    `EARLIER` and `least` more than half of the events there are. Five queries.
    """
    problems: list[str] = []
    asked = _number(earlier, problems) or EARLIER
    found = list(events.newest_first().for_list()[: asked + 1])
    if not found:
        return Silence(None, [], 1, asked, [], problems)
    newest, before = found[0], found[1:]
    wanted = _number(least, problems) or len(before) // 2 + 1
    named: dict[Topic, set[int]] = defaultdict(set)
    spoken = said.filter(event__in=[event.pk for event in found]).order_by().prefetch_related("topics")
    for commitment in spoken.only("event_id"):
        for topic in commitment.topics.all():
            named[topic].add(commitment.event_id)
    silent = [
        Silent(topic, _those(before, events_naming))
        for topic, events_naming in named.items()
        if newest.pk not in events_naming and len(events_naming) >= wanted
    ]
    silent.sort(key=lambda row: (-len(row.events), row.topic.position, row.topic.slug))
    return Silence(newest, before, wanted, asked, silent, problems)


@dataclass(frozen=True)
class SilentBetween:
    """Two sides whose newest text leaves out a topic that `events` name, of the `earlier` ones before it."""

    sides: tuple[Actor, ...]
    newest: Event
    events: list[Event]
    earlier: int


MOST_SIDES = 10  # pairs of sides that a topic's report looks at: those of the latest events that name it
LATEST = 200  # events from which these are taken


def silent_between(topic: Topic) -> list[SilentBetween]:
    """Return the sides that named the topic in most of their last events and not in the newest; 13 queries at most."""
    naming = Event.objects.published().on_topics([topic]).newest_first().values_list("pk", flat=True)[:LATEST]
    parts = Participation.objects.filter(event__in=list(naming), actor__isnull=False).select_related("actor")
    together: dict[int, dict[int, Actor]] = defaultdict(dict)
    for part in parts.order_by("event_id"):
        if part.actor:
            together[part.event_id][part.actor.pk] = part.actor
    met = Counter(
        pair for actors in together.values() for pair in combinations(sorted(actors.values(), key=_by_code), 2)
    )
    found = {
        pair: list(Event.objects.published().between(pair).newest_first().defer("body", "folded")[: EARLIER + 1])
        for pair, _ in met.most_common(MOST_SIDES)
    }
    looked_at = {event.pk for events in found.values() for event in events}
    named = set(Event.objects.filter(pk__in=looked_at).on_topics([topic]).values_list("pk", flat=True))
    reports = []
    for pair, (newest, *before) in found.items():
        events = _those(before, named)
        if newest.pk not in named and len(events) > len(before) // 2:
            reports.append(SilentBetween(pair, newest, events, len(before)))
    return reports


def _by_code(actor: Actor) -> str:
    return actor.code


def _those(events: Sequence[Event], pks: set[int]) -> list[Event]:
    return [event for event in events if event.pk in pks]


def _number(text: str, problems: list[str]) -> int | None:
    if not text:
        return None
    if text.isascii() and text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= MOST_EARLIER:
        return int(text)
    problems.append(
        _("“%(value)s” is no number between 1 and %(most)s; it was left out.")
        % {"value": shown(text), "most": MOST_EARLIER}
    )
    return None
