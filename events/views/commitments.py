"""Commitments: the list, and the permanent address of each."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from events.models import Commitment, Event
from events.selection import CommitmentSelection
from events.views.public import public


@public
def commitment_list(request: HttpRequest) -> HttpResponse:
    """The commitments that the query string selects."""
    return render(request, "commitments/list.html", {"selection": CommitmentSelection(request.GET)})


@public
def commitment_detail(request: HttpRequest, number: int) -> HttpResponse:
    """Open the article at the passage; say so where the commitment no longer stands.

    The redirect is a 302: this address is for ever, while the event may move to another one.
    """
    commitment = get_object_or_404(Commitment.objects.select_related("event"), pk=number)
    event = commitment.event
    if event.status == Event.Status.DRAFT:
        raise Http404
    if event.status == Event.Status.WITHDRAWN or not commitment.is_standing:
        return render(request, "commitments/gone.html", {"commitment": commitment, "event": event}, status=410)
    anchor = f"c{number}" if commitment.is_anchored else f"entry-{number}"
    return redirect(f"{event.get_absolute_url()}#{anchor}")
