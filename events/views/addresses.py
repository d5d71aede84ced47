"""From an address to its record: old addresses redirect for ever, a withdrawn event says that it is gone."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve, reverse

from events.models import Event, Leader
from events.prepared import Prepared
from events.views.public import View

_events = Prepared(lambda slugs: Event.objects.select_related("kind", "occasion").filter(slug__in=slugs))
_leaders = Prepared(lambda slugs: Leader.objects.select_related("actor").filter(slug__in=slugs))


def at_event_address(view: Callable[..., HttpResponse]) -> View:
    """Hand the published event at `slug` to `view`; answer 301, 410 or 404 where there is none there to see."""

    @wraps(view)
    def answer(request: HttpRequest, slug: str, **others: str) -> HttpResponse:
        event = next(iter(_events.records([slug])), None) or Event.objects.select_related("kind").once_at(slug)
        if event is None or event.status == Event.Status.DRAFT:
            raise Http404
        if event.status == Event.Status.WITHDRAWN:
            return render(request, "events/withdrawn.html", {"event": event}, status=410)
        if event.slug != slug:
            return moved(request, event.slug, **others)
        return view(request, event, **others)

    return answer


def at_leader_address(view: Callable[..., HttpResponse]) -> View:
    """Hand the leader at `slug` to `view`; answer 301 or 404 where there is none."""

    @wraps(view)
    def answer(request: HttpRequest, slug: str) -> HttpResponse:
        leader = next(iter(_leaders.records([slug])), None) or Leader.objects.once_at(slug)
        if leader is None:
            raise Http404
        return view(request, leader) if leader.slug == slug else moved(request, leader.slug)

    return answer


def moved(request: HttpRequest, slug: str, **others: str) -> HttpResponse:
    """Redirect for ever to the same page at another slug, with the query that it was asked for with."""
    page = resolve(request.path_info).view_name
    query = request.META.get("QUERY_STRING", "")
    return redirect(reverse(page, kwargs={"slug": slug, **others}) + (f"?{query}" if query else ""), permanent=True)
