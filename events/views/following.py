"""Threads and occasions: one undertaking through events, one happening in several reports."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from events.following.occasions import readouts
from events.following.threads import stages
from events.models import Occasion, Thread
from events.views.public import public


@public
def thread_detail(request: HttpRequest, number: int) -> HttpResponse:
    """A thread told oldest first; one that was joined into another leads there, one that was rejected says so."""
    thread = get_object_or_404(Thread, pk=number)
    if thread.joined_into_id:
        return redirect("thread", number=thread.joined_into_id, permanent=True)
    told = stages(thread)
    gone = thread.review == Thread.Review.REJECTED or not told
    context = {"thread": thread, "stages": told, "judgements": thread.judgements.select_related("author")}
    template, status = ("following/gone.html", 410) if gone else ("following/thread.html", 200)
    return render(request, template, context, status=status)


@public
def occasion_detail(request: HttpRequest, number: int) -> HttpResponse:
    """What the reports of one happening share, and what each says alone."""
    occasion = get_object_or_404(Occasion.objects.select_related("kind"), pk=number)
    found = readouts(occasion)
    if occasion.review == Occasion.Review.REJECTED or not found.events:
        raise Http404
    return render(request, "following/occasion.html", {"occasion": occasion, "readouts": found})
