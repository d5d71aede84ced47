"""How the years and the topics lie: the most frequent topics by the newest years, for the first page."""

from __future__ import annotations

from django.http import QueryDict

from events.links import link_to
from events.timeline.grids import Cell, Grid, Head, Line, shaded
from events.timeline.timeline import Timeline

NEWEST_YEARS = 8  # columns that stand on the first page without being scrolled on most screens


def topics_by_year() -> Grid | None:
    """Return the events on each of the ten most frequent topics in each of the newest years, None where there are none.

    No query. One event may be on several topics.
    """
    timeline = Timeline(QueryDict())
    years = sorted(timeline.by_year)[-NEWEST_YEARS:]
    facet = timeline.facet("topic")
    if not years or not facet.choices:
        return None
    known, holdings = timeline.catalogue.headings.topics, timeline.holdings
    of_year, by_year = timeline.list_of("year"), timeline.by_year
    columns = [
        Head(str(year), timeline.year_page(year), total=Cell(by_year[year], of_year(str(year)))) for year in years
    ]
    base = link_to("events")
    lines = []
    for choice in facet.choices:
        counts = holdings.counts("year", holdings.under("topic", [known.by_word[choice.value].key]))  # kept
        numbers = [(year, counts.get(year, 0)) for year in years]
        cells = [Cell(n, f"{base}?year={year}&topic={choice.value}" if n else "") for year, n in numbers]
        total = Cell(choice.count or 0, f"{base}{choice.query}")
        lines.append(Line(Head(choice.label, link_to("topic", choice.value), total=total), list(cells)))
    return shaded("topics-by-year", columns, lines)
