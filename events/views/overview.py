"""What the pages of a leader, a country and a topic share: the latest of both lists, and an index to all of them."""

from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from events.selection import CommitmentSelection, EventSelection

LATEST_EVENTS = 5
LATEST_COMMITMENTS = 10
INDEX = ("leader", "country", "act", "topic", "year")


def overview(**chosen: str) -> dict[str, Any]:
    """Return the context of a page about what `chosen` selects; its links lead to the lists that show all of it."""
    query = urlencode(chosen)
    events, commitments = EventSelection(QueryDict(query)), CommitmentSelection(QueryDict(query))
    return {
        "query": query,
        "events": events.rows[:LATEST_EVENTS],
        "event_total": events.total,
        "commitments": commitments.rows[:LATEST_COMMITMENTS],
        "commitment_total": commitments.total,
        "facets": [commitments.facet(name) for name in INDEX if name not in chosen],
    }
