"""Who: leaders, and the states and organisations they speak for."""

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from events.catalogue import in_archive
from events.following.relations import relations
from events.following.silence import silence
from events.models import Actor, Leader, Office
from events.views.addresses import at_leader_address
from events.views.overview import overview
from events.views.public import public


@public
def leader_list(request: HttpRequest) -> HttpResponse:
    """The leaders who took part in an event or said something, by name."""
    offices = Prefetch("offices", Office.objects.select_related("actor"))
    leaders = in_archive(Leader.objects.select_related("actor").prefetch_related(offices), "leader")
    return render(request, "leaders/list.html", {"leaders": leaders})


@public
@at_leader_address
def leader_detail(request: HttpRequest, leader: Leader) -> HttpResponse:
    """One leader: the offices held, the events taken part in, what was said and about what."""
    offices = leader.offices.select_related("actor")
    context = {
        "leader": leader,
        "offices": offices,
        "silence": silence("leader", leader.pk, request.GET.get("least", ""), request.GET.get("of", "")),
    }
    return render(request, "leaders/detail.html", context | overview(leader=leader.slug))


@public
def country_list(request: HttpRequest) -> HttpResponse:
    """The states and organisations that are in the archive, by name."""
    return render(request, "countries/list.html", {"actors": in_archive(Actor.objects.all(), "country")})


@public
def country_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One state or organisation: who speaks for it, its events and its commitments."""
    actor = Actor.objects.filter(code__iexact=code).first()
    if actor is None:
        raise Http404
    if actor.code != code:
        return redirect(actor, permanent=True)
    context = {"actor": actor, "leaders": in_archive(actor.leaders.all(), "leader"), "met": relations(actor)}
    return render(request, "countries/detail.html", context | overview(country=actor.code))
