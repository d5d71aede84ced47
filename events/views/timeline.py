"""When: all years, one year, one month."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events.timeline import Calendar, Timeline, Year
from events.timeline.timeline import shapes_in
from events.views.public import public


@public
def timeline(request: HttpRequest) -> HttpResponse:
    """All years of the events that the query string selects: by month, by kind, between which sides."""
    selection = Timeline(request.GET)
    span = selection.newest_years()
    kinds = selection.kinds(span)
    context = {
        "selection": selection,
        "years": selection.years(),
        "kinds": kinds,
        "sides": selection.sides(span),
        "shapes": shapes_in(kinds),
    }
    return render(request, "timeline/all.html", context)


@public
def timeline_year(request: HttpRequest, year: int) -> HttpResponse:
    """One year of them, month by month."""
    selection = Timeline(request.GET)
    return render(request, "timeline/year.html", {"selection": selection, "year": Year(selection, year)})


@public
def timeline_month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """One month of them as a calendar."""
    selection = Timeline(request.GET)
    context = {"selection": selection, "calendar": Calendar(selection, year, month)}
    return render(request, "timeline/month.html", context)
