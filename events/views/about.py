"""About the archive itself: what it is, what it holds, how it is read, searched and cited."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events.accuracy import samples
from events.catalogue import current
from events.links import link_to
from events.models import Act, Commitment, EventKind, ImportRun, SourceFile
from events.views.public import public

RUNS = 20


@public
def about(request: HttpRequest) -> HttpResponse:
    """What the archive is, and what "machine-read" means."""
    return render(request, "about/about.html")


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


@public
def event_help(request: HttpRequest) -> HttpResponse:
    """How to read the page of an event: its head, marks, labels, sides and numbers."""
    return render(request, "about/events.html", {"kinds": EventKind.objects.all()})


@public
def commitment_help(request: HttpRequest) -> HttpResponse:
    """What counts as a commitment, and how well the machine finds them."""
    return render(request, "about/commitments.html", {"acts": Act.objects.all(), "samples": samples()})


@public
def citing_help(request: HttpRequest) -> HttpResponse:
    """How to cite what is found here."""
    example = request.build_absolute_uri(link_to("event", "2031-01-02-example"))
    return render(request, "about/citing.html", {"example": example})


@public
def privacy(request: HttpRequest) -> HttpResponse:
    """What is known of readers: nothing; and of editors."""
    return render(request, "about/privacy.html")
