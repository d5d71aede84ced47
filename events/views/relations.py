"""Two sides: their events, how often they meet and what about, and what fell silent."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import resolve
from django.utils.translation import gettext as _

from events.following.relations import EventsBetween, PassagesBetween, Relation, relations
from events.following.silence import silence
from events.following.threads import running
from events.links import link_to
from events.views.public import View, public

LATEST = 10


def between(view: Callable[..., HttpResponse]) -> View:
    """Hand the relation that an address names to `view`; answer 404 where there are no such two sides.

    The other order of the two, and small letters, redirect for ever.
    """

    @wraps(view)
    def answer(request: HttpRequest, code: str) -> HttpResponse:
        relation = Relation.at(code)
        if relation is None:
            raise Http404
        if relation.code != code:
            query = request.META.get("QUERY_STRING", "")
            page = link_to(resolve(request.path_info).view_name, relation.code)
            return redirect(page + (f"?{query}" if query else ""), permanent=True)
        return view(request, relation)

    return answer


@public
def relation_list(request: HttpRequest) -> HttpResponse:
    """Every two sides that took part in an event together."""
    return render(request, "relations/list.html", {"met": relations()})


@public
@between
def relation_detail(request: HttpRequest, relation: Relation) -> HttpResponse:
    """Their latest events, what fell silent, how often they meet and what about."""
    least, earlier = request.GET.get("least", ""), request.GET.get("of", "")
    events = EventsBetween(QueryDict(), relation)
    context = {
        "relation": relation,
        "event_total": events.total,
        "commitment_total": PassagesBetween(QueryDict(), relation).total,
        "latest": events.rows[:LATEST],
        "silence": silence("pair", relation.pair, least, earlier),
        "rhythm": relation.rhythm(),
        "topics": relation.topics(),
        "threads": running(relation.pair),
    }
    return render(request, "relations/detail.html", context)


@public
@between
def relation_events(request: HttpRequest, relation: Relation) -> HttpResponse:
    """The events between the two sides that the query string selects."""
    selection = EventsBetween(request.GET, relation)
    return render(request, "relations/events.html", {"relation": relation, "selection": selection})


@public
@between
def relation_passages(request: HttpRequest, relation: Relation) -> HttpResponse:
    """The commitments of these events that the query string selects."""
    selection = PassagesBetween(request.GET, relation)
    return render(request, "relations/passages.html", {"relation": relation, "selection": selection})


@public
@between
def relation_rhythm_csv(request: HttpRequest, relation: Relation) -> HttpResponse:
    """Events by kind and year."""
    return as_csv(relation.rhythm().as_csv(_("Kind")), f"{relation.code}-rhythm.csv")


@public
@between
def relation_topics_csv(request: HttpRequest, relation: Relation) -> HttpResponse:
    """Passages by topic and year."""
    return as_csv(relation.topics().as_csv(_("Topic")), f"{relation.code}-topics.csv")


def as_csv(text: str, name: str) -> HttpResponse:
    """Return a file to be saved, with the mark by which spreadsheets know its letters."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(f"\ufeff{text}", content_type="text/csv; charset=utf-8", headers=headers)
