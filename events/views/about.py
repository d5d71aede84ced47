"""About the archive itself: what it is, how to search it, and what it holds."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events.catalogue import current
from events.models import Act, Commitment, EventKind, ImportRun, SourceFile
from events.views.public import public

RUNS = 20


@public
def about(request: HttpRequest) -> HttpResponse:
    """What the archive is, what counts as a commitment, and what "machine-read" means."""
    return render(request, "about/about.html", {"acts": Act.objects.all(), "kinds": EventKind.objects.all()})


@public
def coverage(request: HttpRequest) -> HttpResponse:
    """What is in, what was left out and why: every run of the importer that changed something."""
    catalogue = current()
    runs = Paginator(ImportRun.objects.with_changes().with_rejections(), RUNS).get_page(request.GET.get("page"))
    context = {
        "event_total": len(catalogue.events.keys),
        "commitment_total": len(catalogue.commitments.keys),
        "confirmed_total": len(catalogue.commitments.under("review", [Commitment.Review.CONFIRMED])),
        "source_total": SourceFile.objects.count(),
        "runs": runs,
        "last_without_changes": ImportRun.objects.without_changes().first(),
        "numbers": runs.paginator.get_elided_page_range(runs.number),
    }
    return render(request, "about/coverage.html", context)


@public
def search_help(request: HttpRequest) -> HttpResponse:
    """How to search."""
    return render(request, "about/search.html")
