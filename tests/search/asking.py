"""Searches in tests: what was typed, and what is found in order, by names that a reader of the test knows."""

from __future__ import annotations

from pyroaring import BitMap64

from events import search
from events.models import Commitment, Event
from events.querysets import STANDING
from events.selection.words import read


def names() -> dict[str, dict[int, tuple[tuple, str]]]:
    """For each record, by key: what to sort by, the newest last, and its name. Only what readers may see."""
    events = Event.objects.filter(status="published")
    said = Commitment.objects.filter(event__status="published", review__in=STANDING).select_related("event")
    return {
        "events": {event.pk: ((event.listed_on, event.pk), event.slug) for event in events},
        "commitments": {
            one.pk: ((one.event.listed_on, one.event_id, -one.start), f"{one.event.slug} {one.start}") for one in said
        },
    }


def found(typed: str, record: str = "events") -> list[str]:
    """The slugs of the events found, the best first; of commitments, the slug and the first character."""
    return in_order(read(typed)[0].query, record)


def in_order(query, record: str) -> list[str]:
    """The names of what a query finds, the best first."""
    known = names()[record]

    def newest_first(rows):
        return sorted(rows, key=lambda key: known[key][0], reverse=True)

    hits = search.find(query, record)
    tiers = hits.tiers(BitMap64(list(known)), lambda rows, number: BitMap64(newest_first(rows)[:number]))
    listed = [known[key][1] for tier in tiers for key in newest_first(tier)]
    assert sorted(listed) == sorted(known[key][1] for key in hits.all if key in known)
    return listed
