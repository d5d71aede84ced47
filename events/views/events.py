"""Events: the list, and one with its article."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events.annotation import annotate
from events.following.relations import Relation
from events.highlighting import Highlighting
from events.models import Event, Participation, Provenance
from events.neighbours import neighbours_of
from events.prepared import Prepared
from events.said import said_in
from events.selection import EventSelection
from events.sharing.citations import cite_commitments, cite_event
from events.sharing.previews import preview_of
from events.sides import sides_of
from events.views.addresses import at_event_address
from events.views.public import public

_parts = Prepared(lambda keys: Participation.objects.filter(event__in=keys).select_related("leader", "actor", "office"))
_provenances = Prepared(lambda keys: Provenance.objects.without_content().filter(event__in=keys))


@public
def event_list(request: HttpRequest) -> HttpResponse:
    """The events that the query string selects."""
    return render(request, "events/list.html", {"selection": EventSelection(request.GET)})


@public
@at_event_address
def event_detail(request: HttpRequest, event: Event) -> HttpResponse:
    """One event: its facts, its article with the commitments marked in place, and these beside it."""
    parts = _parts.records([event.pk])
    commitments = said_in(event, parts)
    sides = sides_of(parts, commitments)
    highlighting = Highlighting(request.GET, commitments, sides)
    together = list(dict.fromkeys(part.actor for part in parts if part.actor))
    origin = f"{request.scheme}://{request.get_host()}"
    context = {
        "event": event,
        "origin": origin,
        "parts": parts,
        "sides": sides,
        "highlighting": highlighting,
        "paragraphs": annotate(event.body, [c for c in commitments if c.is_anchored]),
        "citations": cite_commitments(event, highlighting.shown, origin),
        "event_citations": cite_event(event, origin),
        "preview": preview_of(event, highlighting.asked),
        "provenances": _provenances.records([event.pk]),
        "neighbours": neighbours_of(event, sides),
        "relation": Relation.of(*together[:2]) if len(together) > 1 else None,
    }
    return render(request, "events/detail.html", context)
