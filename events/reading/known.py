"""What was known of an article before it was read, put in the place of what its text only lets one infer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from events.reading.article import Article
from events.reading.facts import Flag, Known, Published

# The same moment is another day elsewhere: zones reach from twelve hours behind UTC to fourteen ahead.
_EARLIEST, _LATEST = timedelta(hours=-12), timedelta(hours=14)


def informed(article: Article, known: Known, language: str) -> Article:
    """Return the article with the title, outlet and date that are known; a contradiction is flagged.

    `language` is the code of the language that the text was found to be in.
    """
    published, flags = _published(article, known.published)
    if known.language and known.language != language:
        flags.append(Flag("language-contradiction", f"{language} / {known.language}"))
    return replace(
        article,
        title=known.title or article.title,
        title_inferred=article.title_inferred and not known.title,
        outlet=known.outlet or article.outlet,
        published=published,
        flags=(
            *(flag for flag in article.flags if flag.code != "title-inferred" or not known.title),
            *flags,
            *known.flags,
        ),
    )


def _published(article: Article, known: Published | None) -> tuple[Published | None, list[Flag]]:
    """Return the known date, or the printed one where it says the same more exactly; a flag where they differ."""
    read = article.published
    if known is None or read is None:
        return known or read, []
    if _agree(read, known):
        return (read if read.origin == "printed" and _is_as_exact(read, known) else known), []
    if read.origin != "printed":  # the prefix is a guess that is often wrong; its year still helps to read days
        return known, []
    return known, [Flag("date-contradiction", f"{_day(read)} / {_day(known)}")]


def _is_as_exact(read: Published, known: Published) -> bool:
    order = ("month", "day", "time")
    return order.index(read.precision) >= order.index(known.precision) or _day(read) != _day(known)


def _agree(read: Published, known: Published) -> bool:
    """Tell whether both can be the same moment: in the same month where one tells no more, else on the same day."""
    if "month" in (read.precision, known.precision):
        return (_day(read).year, _day(read).month) == (_day(known).year, _day(known).month)
    first, last = _days(known)
    earliest, latest = _days(read)
    return first <= latest and earliest <= last


def _days(published: Published) -> tuple[date, date]:
    """Return the first and the last day that a moment is, somewhere on earth; a day is itself."""
    value = published.value
    if not isinstance(value, datetime) or value.tzinfo is None:
        return _day(published), _day(published)
    utc = value.replace(tzinfo=None) - (value.utcoffset() or timedelta())
    return (utc + _EARLIEST).date(), (utc + _LATEST).date()


def _day(published: Published) -> date:
    value = published.value
    return value.date() if isinstance(value, datetime) else value
