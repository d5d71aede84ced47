"""Events laid side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events.following.chosen import LEAST, MOST, ChosenEvents
from events.following.comparison import compare
from events.views.public import public


@public
def compare_events(request: HttpRequest) -> HttpResponse:
    """Which topics each event names, and how the words changed; what to choose where there is nothing to compare."""
    chosen = ChosenEvents(request.GET.getlist("event"))
    if not chosen.is_comparable:
        context = {"selection": chosen, "offers": chosen.offers(), "least": LEAST, "most": MOST}
        return render(request, "compare/choose.html", context)
    return render(request, "compare/page.html", {"selection": chosen, "comparison": compare(chosen.said())})
