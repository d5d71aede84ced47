"""The first page."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from events.selection import CommitmentSelection, EventSelection
from events.timeline import topics_by_year
from events.views.public import public

LATEST = 6


@public
def home(request: HttpRequest) -> HttpResponse:
    """What this is, the latest events, and the ways in: by year, topic and leader."""
    events = EventSelection(QueryDict())
    context = {
        "latest": events.rows[:LATEST],
        "event_total": events.total,
        "commitment_total": CommitmentSelection(QueryDict()).total,
        "picture": topics_by_year(),
        "facets": [events.facet(name) for name in ("year", "topic", "leader")],
    }
    return render(request, "home.html", context)
