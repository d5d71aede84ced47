"""The first page."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from events.models import Commitment
from events.selection import EventSelection
from events.views.public import public

LATEST = 6


@public
def home(request: HttpRequest) -> HttpResponse:
    """What this is, the latest events, and the ways in: by year, topic and leader."""
    events = EventSelection(QueryDict())
    context = {
        "latest": events.rows[:LATEST],
        "event_total": events.total,
        "commitment_total": Commitment.objects.published().count(),
        "facets": [facet for facet in events.facets if facet.parameter in ("year", "topic", "leader")],
    }
    return render(request, "home.html", context)
