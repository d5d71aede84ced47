"""What was known of an article comes before what its text only lets one infer; contradictions are told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from events.reading import read, read_all
from events.reading.facts import Flag, Known, Published
from events.reading.source import decode

HANOI = timezone(timedelta(hours=7))
LEDE = """Ngày 2/5, Thủ tướng Trần Thử Khánh điện đàm với Thủ tướng Nhật Bản Mori Tameshi.

Hai bên nhất trí mở đường bay.
"""
HEADLINE = "Thủ tướng Trần Thử Khánh điện đàm với Thủ tướng Nhật Bản\n\n"
STAMP = "02/05/2031 10:00 GMT+7\n\n"


def known_day(year: int, month: int, day: int) -> Published:
    return Published(date(year, month, day), "day", "metadata")


def reading_of(text: str, **known: object):  # type: ignore[no-untyped-def]
    return read(decode(text.encode()), known=Known(**known))  # type: ignore[arg-type]


def codes(reading) -> list[str]:  # type: ignore[no-untyped-def]
    return [flag.code for flag in reading.flags]


def test_a_known_title_takes_the_place_of_one_made_from_the_first_sentence() -> None:
    reading = reading_of(LEDE, title="Điện đàm Việt – Nhật")
    assert (reading.title, reading.title_inferred, "title-inferred" in codes(reading)) == (
        "Điện đàm Việt – Nhật",
        False,
        False,
    )


def test_a_known_day_gives_the_event_its_year_and_says_where_it_comes_from() -> None:
    reading = reading_of(LEDE, published=known_day(2031, 5, 3))
    assert (reading.published, reading.starts_on) == (known_day(2031, 5, 3), date(2031, 5, 2))


def test_a_known_outlet_is_kept() -> None:
    assert reading_of("(TTXTN) - " + LEDE, outlet="Báo Thử Nghiệm").outlet == "Báo Thử Nghiệm"


@pytest.mark.parametrize(
    ("published", "origin", "flagged"),
    [
        (known_day(2031, 5, 2), "printed", False),  # the print has the minute
        (Published(datetime(2031, 5, 2, 10, 1, tzinfo=HANOI), "time", "metadata"), "printed", False),
        (Published(datetime(2031, 5, 1, 20, 0, tzinfo=UTC), "time", "metadata"), "printed", False),
        (Published(date(2031, 5, 1), "month", "metadata"), "printed", False),
        (known_day(2031, 5, 9), "metadata", True),
        (Published(date(2031, 7, 1), "month", "metadata"), "metadata", True),
    ],
)
def test_a_printed_date_stands_where_it_says_the_same_and_a_contradiction_is_flagged(
    published: Published, origin: str, flagged: bool
) -> None:
    reading = reading_of(HEADLINE + STAMP + LEDE, published=published)
    assert reading.published is not None
    assert (reading.published.origin, "date-contradiction" in codes(reading)) == (origin, flagged)


def test_a_known_date_beats_the_prefix_of_a_crawl() -> None:
    reading = reading_of(" date 2031-02-05 " + LEDE, published=known_day(2031, 5, 3))
    assert reading.published == known_day(2031, 5, 3)


def test_a_text_in_another_language_than_was_said_is_flagged() -> None:
    assert Flag("language-contradiction", "vi / en") in reading_of(LEDE, language="en").flags
    assert "language-contradiction" not in codes(reading_of(LEDE, language="vi"))


def test_what_could_not_be_used_is_told() -> None:
    flag = Flag("date-not-understood", "31/31/2031")
    assert flag in reading_of(LEDE, flags=(flag,)).flags


def test_all_articles_of_a_text_are_read_with_what_is_known() -> None:
    known = Known(title="Điện đàm")
    source = decode(LEDE.encode())
    assert read_all(source, known=known) == (read(source, known=known),)
    assert read_all(source) == (read(source),)
