"""The silence report: topics that were named again and again and are absent from the newest text.

It speaks of texts, never of talks: what a readout leaves out may well have been said. So every line has its
denominator, the number of earlier texts that were looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from pyroaring import BitMap64

from events.catalogue import Catalogue, Heading, Value, current
from events.models import Commitment, Event, Topic
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


def silence(facet: str, value: Value, least: str = "", earlier: str = "") -> Silence:
    """Return the topics named in at least `least` of the `earlier` last events and not in the newest.

    The events are those under the value of a facet of the catalogue, a pair of sides or a leader; of what is said in
    them counts what is under it too: all that is said between the two sides, or what the leader says. `least` and
    `earlier` come from an address: what is no number between 1 and 20 is left out, with a sentence. Left open,
    `earlier` is `EARLIER` and `least` more than half of the events there are. Three queries.
    """
    problems: list[str] = []
    asked = _number(earlier, problems) or EARLIER
    catalogue = current()
    keys = catalogue.events.newest(catalogue.events.under(facet, [value]), asked + 1)
    found = Event.objects.in_brief().in_bulk(keys)
    if not found:
        return Silence(None, [], 1, asked, [], problems)
    newest, *before = (found[key] for key in keys if key in found)
    wanted = _number(least, problems) or len(before) // 2 + 1
    named = {
        topic: events
        for topic, events in _named(catalogue, facet, value, keys).items()
        if newest.pk not in events and len(events) >= wanted
    }
    topics = Topic.objects.in_bulk(named)
    silent = [Silent(topics[topic], _those(before, events)) for topic, events in named.items() if topic in topics]
    silent.sort(key=lambda row: (-len(row.events), row.topic.position, row.topic.slug))
    return Silence(newest, before, wanted, asked, silent, problems)


def _named(catalogue: Catalogue, facet: str, value: Value, events: Sequence[int]) -> dict[int, set[int]]:
    """Return by topic which of the events name it in what is under the value; one query."""
    said = catalogue.commitments.under(facet, [value])
    rows = Commitment.objects.filter(event__in=events).order_by().values_list("pk", "event_id")
    spoken = [(commitment, event) for commitment, event in rows if commitment in said]
    named: dict[int, set[int]] = defaultdict(set)
    for topic, about in catalogue.commitments.shelf("topic").items():
        for commitment, event in spoken:
            if commitment in about:
                named[topic].add(event)  # type: ignore[index]
    return named


@dataclass(frozen=True)
class SilentBetween:
    """Two sides whose newest text leaves out a topic that `events` name, of the `earlier` ones before it."""

    sides: tuple[Heading, Heading]
    newest: Event
    events: list[Event]
    earlier: int


MOST_SIDES = 10  # pairs of sides that a topic's report looks at: those of the latest events that name it
LATEST = 200  # events from which these are taken


def silent_between(topic: Topic) -> list[SilentBetween]:
    """Return the sides that named the topic in most of their last events and not in the newest; one query."""
    catalogue = current()
    holdings = catalogue.events
    naming = holdings.under("topic", [topic.pk])
    reported = []
    for pair in _latest_sides(catalogue, topic):
        newest, *before = holdings.newest(holdings.under("pair", [pair]), EARLIER + 1)
        events = [key for key in before if key in naming]
        if newest not in naming and len(events) > len(before) // 2:
            sides = sorted((catalogue.headings.actors[key] for key in pair), key=_by_code)
            reported.append((sides, newest, events, len(before)))
    shown_events = Event.objects.in_brief().in_bulk({key for _, newest, keys, _ in reported for key in (newest, *keys)})
    return [
        SilentBetween((first, second), shown_events[newest], [shown_events[key] for key in keys], earlier)
        for (first, second), newest, keys, earlier in reported
        if shown_events.keys() >= {newest, *keys}
    ]


def _latest_sides(catalogue: Catalogue, topic: Topic) -> list[tuple[int, int]]:
    """Return the pairs of sides that take part together in most of the latest events that name the topic."""
    holdings = catalogue.events
    latest = BitMap64(holdings.newest(holdings.under("topic", [topic.pk]), LATEST))
    met = holdings.most("pair", latest, MOST_SIDES)

    def place(pair: Value) -> tuple[int, list[str]]:
        return -met[pair], sorted(catalogue.headings.actors[key].word for key in pair)  # type: ignore[attr-defined]

    return sorted(met, key=place)[:MOST_SIDES]  # type: ignore[return-value]


def _by_code(actor: Heading) -> str:
    return actor.word


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
