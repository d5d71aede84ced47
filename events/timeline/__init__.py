"""Events on the line of time: all years, one year, one month, each from the catalogue's counts."""

from events.timeline.months import Calendar
from events.timeline.overview import topics_by_year
from events.timeline.timeline import Timeline
from events.timeline.years import Year

__all__ = ["Calendar", "Timeline", "Year", "topics_by_year"]
