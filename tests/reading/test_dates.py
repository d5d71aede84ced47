from __future__ import annotations

from datetime import date

import pytest

from events.reading.calendars import calendar_of, crawl_prefix
from events.reading.dates import event_days
from events.reading.lexicon import load
from tests.reading.conftest import reading_of

PUBLISHED = date(2025, 1, 15)


def days(text: str, kind: str = "talks", code: str = "vi", published: date | None = PUBLISHED) -> object:
    return event_days([text], kind, calendar_of(load().languages[code]), published, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 15.1, Thủ tướng", date(2025, 1, 15)),
        ("Chiều 14-1, Thủ tướng", date(2025, 1, 14)),
        ("Tối 31/12, Thủ tướng", date(2024, 12, 31)),
        ("Sáng ngày 30/01/2024, Thủ tướng", date(2024, 1, 30)),
        ("Ngày 11 tháng 10 năm 2024", date(2024, 10, 11)),
        ("Sáng nay, tại Nhà Quốc hội", date(2025, 1, 15)),
        ("Hôm qua, Thủ tướng", date(2025, 1, 14)),
        ("Nhân kỷ niệm Quốc khánh 2/9, ngày 1/9, Thủ tướng", date(2024, 9, 1)),
        ("nhân 75 năm (18.1.1950 - 18.1.2025), ngày 14/1", date(2025, 1, 14)),
    ],
)
def test_the_day_of_an_event(text: str, expected: date) -> None:
    assert days(text) == (expected, expected)


def test_the_day_of_a_disaster_is_not_that_of_the_condolences() -> None:
    text = "Được tin trận động đất xảy ra rạng sáng 4/1, ngày 5/1, Chủ tịch nước đã gửi điện chia buồn"
    assert days(text, "condolence") == (date(2025, 1, 5),) * 2


def test_a_range_over_two_months_is_one_of_days() -> None:
    text = "paid an official visit to India from 30 December to 1 January 2025"
    assert days(text, "official-visit", "en") == (date(2024, 12, 30), date(2025, 1, 1))


@pytest.mark.parametrize("text", ["tăng 1.200 suất", "giai đoạn 2025-2030", "luật Biển năm 1982", "Hai bên nhất trí"])
def test_what_is_no_day(text: str) -> None:
    assert days(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thăm Lào từ ngày 12 đến 14/1", (date(2025, 1, 12), date(2025, 1, 14))),
        ("thăm từ ngày 30/12 đến ngày 2/1", (date(2024, 12, 30), date(2025, 1, 2))),
        ("thăm từ 10-13/1", (date(2025, 1, 10), date(2025, 1, 13))),
    ],
)
def test_a_visit_has_a_first_and_a_last_day(text: str, expected: tuple[date, date]) -> None:
    assert days(text, "official-visit") == expected


def test_the_days_of_the_visit_are_not_those_of_the_talks() -> None:
    assert days("Chiều 13/1, hội đàm trong chuyến thăm từ ngày 12 đến 14/1") == (date(2025, 1, 13),) * 2


def test_an_announced_visit_lies_ahead() -> None:
    assert days("sẽ thăm từ ngày 9 đến 11/4", "visit-announcement") == (date(2025, 4, 9), date(2025, 4, 11))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("held talks on Monday", date(2025, 1, 13)), ("On July 11, she met", date(2024, 7, 11)), ("met today", PUBLISHED)],
)
def test_english_days(text: str, expected: date) -> None:
    assert days(text, code="en") == (expected, expected)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("15/01/2025 19:16 GMT+7", "2025-01-15T19:16:00+07:00"),
        ("Thứ Hai, 14/11/2022, 21:05 (GMT+7)", "2022-11-14T21:05:00+07:00"),
        ("20:06 | 02/08/2024", "2024-08-02T20:06:00+07:00"),
        ("Thứ Sáu, 20/02/2026", "2026-02-20"),
    ],
)
def test_stamps(line: str, expected: str) -> None:
    stamp = calendar_of(load().languages["vi"]).stamp(line)
    assert stamp is not None
    assert stamp.published.value.isoformat() == expected


def test_a_printed_zone_wins() -> None:
    stamp = calendar_of(load().languages["en"]).stamp("July 11, 2024 4:30 PM EDT")
    assert stamp is not None
    assert stamp.published.value.isoformat() == "2024-07-11T16:30:00-04:00"


def test_a_crawl_prefix_keeps_the_precision_of_a_month() -> None:
    prefix = crawl_prefix(" date 2026-02 Tối 11/2")
    assert prefix is not None
    assert prefix.published is not None
    assert (prefix.published.value, prefix.published.precision) == (date(2026, 2, 1), "month")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 8-7, tại Hà Nội, Đại tướng hội đàm trong chuyến thăm từ ngày 7 đến 9-7-2025", date(2025, 7, 8)),
        ("Sáng 31/12, hội đàm; chuyến thăm kết thúc ngày 2/1/2025", date(2024, 12, 31)),
        ("Ngày 8/7, hội đàm theo Hiệp định ký ngày 27/1/1973", date(1973, 1, 27)),
    ],
)
def test_a_full_date_in_the_lede_gives_the_year_where_the_page_has_none(text: str, expected: date) -> None:
    assert days(text, published=None) == (expected, expected)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "He left on Friday, concluding a state visit made from November 5 to 8.", ("2024-11-05", "2024-11-08")),
        ("en", "She paid a visit from October 30 to November 1.", ("2024-10-30", "2024-11-01")),
        ("en", "He left on November 8, wrapping up a three-day official visit.", ("2024-11-06", "2024-11-08")),
        ("en", "He arrived on November 8, beginning a three-day official visit.", ("2024-11-08", "2024-11-10")),
        ("vi", "Chiều 8/11, Thủ tướng rời Hà Nội, kết thúc chuyến thăm ba ngày.", ("2024-11-06", "2024-11-08")),
        ("vi", "Sáng 8/11, Thủ tướng bắt đầu chuyến thăm 3 ngày tới Lào.", ("2024-11-08", "2024-11-10")),
    ],
)
def test_a_visit_has_its_first_and_its_last_day(language: str, text: str, days: tuple[str, str]) -> None:
    found = event_days([text], "official-visit", calendar_of(load().languages[language]), date(2024, 11, 9), None)
    assert found is not None
    assert tuple(day.isoformat() for day in found) == days


@pytest.mark.parametrize(
    "head",
    [
        "15 August 2023\n\nHANOI, 14 August 2023 – Envoy",
        "15 August 2023\n\nHa Noi, 14 August 2023\n\nEnvoy",
    ],
)
def test_today_is_the_day_of_the_dateline_and_not_of_publication(head: str) -> None:
    text = (
        f"Envoy hands over a message\n\n{head} John Sample of Peru met today with State President Le Van Tam in Hanoi."
    )
    reading = reading_of(text)
    assert reading.starts_on == date(2023, 8, 14)
    assert reading.published is not None
    assert reading.published.value == date(2023, 8, 15)
