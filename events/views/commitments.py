"""Commitments: the list, and the permanent address of each."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from events.models import Commitment, Event
from events.selection import CommitmentSelection
from events.views.public import View, public


@public
def commitment_list(request: HttpRequest) -> HttpResponse:
    """The commitments that the query string selects."""
    return render(request, "commitments/list.html", {"selection": CommitmentSelection(request.GET)})


def at_commitment_number(view: Callable[..., HttpResponse]) -> View:
    """Hand the standing commitment of a published event to `view`; answer 404 or 410 where there is none to see."""

    @wraps(view)
    def answer(request: HttpRequest, number: int) -> HttpResponse:
        commitment = get_object_or_404(Commitment.objects.select_related("event__kind", "act"), pk=number)
        event = commitment.event
        if event.status == Event.Status.DRAFT:
            raise Http404
        if event.status == Event.Status.WITHDRAWN or not commitment.is_standing:
            return render(request, "commitments/gone.html", {"commitment": commitment, "event": event}, status=410)
        return view(request, commitment)

    return answer


@public
@at_commitment_number
def commitment_detail(request: HttpRequest, commitment: Commitment) -> HttpResponse:
    """Open the article at the passage, under an address by which the page introduces itself with the passage.

    The redirect is a 302: this address is for ever, while the event may move to another one.
    """
    number = commitment.pk
    anchor = f"c{number}" if commitment.is_anchored else f"entry-{number}"
    return redirect(f"{commitment.event.get_absolute_url()}?commitment={number}#{anchor}")
