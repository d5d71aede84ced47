"""Days in words, in both languages."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from events.models import Event, Office
from events.rendering.days import day, happened, held, published


@pytest.mark.parametrize(
    ("first", "last", "vietnamese", "english"),
    [
        (date(2026, 1, 26), date(2026, 1, 26), "ngày 26 tháng 1 năm 2026", "26 January 2026"),
        (date(2026, 1, 6), date(2026, 1, 9), "ngày 6–9 tháng 1 năm 2026", "6–9 January 2026"),
        (
            date(2026, 1, 30),
            date(2026, 2, 2),
            "ngày 30 tháng 1 – ngày 2 tháng 2 năm 2026",
            "30 January – 2 February 2026",
        ),
        (
            date(2025, 12, 31),
            date(2026, 1, 1),
            "ngày 31 tháng 12 năm 2025 – ngày 1 tháng 1 năm 2026",
            "31 December 2025 – 1 January 2026",
        ),
        (None, None, "chưa rõ ngày", "day not known"),
    ],
)
def test_an_event_tells_its_days(first, last, vietnamese, english):
    event = Event(starts_on=first, ends_on=last)
    with override("vi"):
        assert happened(event) == vietnamese
    with override("en"):
        assert happened(event) == english


@pytest.mark.parametrize(
    ("precision", "vietnamese", "english"),
    [
        ("time", "19:16 (UTC+07), ngày 15 tháng 1 năm 2025", "15 January 2025, 19:16 (UTC+07)"),
        ("day", "ngày 15 tháng 1 năm 2025", "15 January 2025"),
        ("month", "tháng 1 năm 2025", "January 2025"),
    ],
)
def test_a_publication_is_told_only_as_exactly_as_it_is_known(precision, vietnamese, english):
    event = Event(
        published_on=date(2025, 1, 15),
        published_at=datetime(2025, 1, 15, 12, 16, tzinfo=UTC),
        published_precision=precision,
    )
    with override("vi"):
        assert published(event) == vietnamese
    with override("en"):
        assert published(event) == english


def test_a_publication_of_which_nothing_is_known_says_so():
    with override("en"):
        assert published(Event()) == "day not known"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2021, 4, 5), date(2024, 7, 19), "from 5 April 2021 to 19 July 2024"),
        (date(2021, 4, 5), None, "since 5 April 2021"),
        (None, date(2024, 7, 19), "until 19 July 2024"),
        (None, None, "dates not known"),
    ],
)
def test_an_office_tells_how_long_it_was_held(start, end, words):
    with override("en"):
        assert held(Office(held_from=start, held_until=end)) == words


def test_no_day_is_no_words():
    assert day(None) == ""
