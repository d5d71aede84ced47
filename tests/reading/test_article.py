from __future__ import annotations

import pytest

from events.reading.facts import Unreadable
from tests.reading.conftest import reading_of

BODY = "Chiều 18/3, Thủ tướng Lê Văn Tám hội đàm với Thủ tướng Lào Xổm-chay Phôm-ma tại Hà Nội."
MORE = "Hai bên nhất trí tăng cường hợp tác kinh tế, thương mại và đầu tư trong những năm tới."
TITLE = "Thủ tướng Lê Văn Tám hội đàm với Thủ tướng Lào"


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n18/03/2024 20:41\n\n{BODY}\n\n{MORE}",
        f"Trang chủ\nThời sự\n{TITLE}\nThứ Hai, 18/03/2024, 20:41 (GMT+7)\nDương Ngọc\n{BODY}\n{MORE}",
        f"{TITLE} 18/03/2024 20:41\n\n{BODY}\n\n{MORE}",
        f"{TITLE}\n\n18/03/2024 20:41\n\n{BODY}\n\nHai Thủ tướng. Ảnh: TTXVN\n\n{MORE}",
        f"{TITLE}\n\n18/03/2024 20:41\n\n{BODY}\n\nHai Thủ tướng tại buổi lễ\n\nẢNH: NHẬT MINH\n\n{MORE}",
        f"{TITLE}\n\n18/03/2024 20:41\n\n{BODY}\n\n{TITLE}- Ảnh 1.\n\n{MORE}\n\nTop\n\nBình luận (0)",
        f"{TITLE}\n\n18/03/2024 20:41\n\n(PLO)- {BODY}\n\n{MORE}\n\nTIN LIÊN QUAN\nLễ đón Thủ tướng Lào",
        f"{TITLE}\n\n18/03/2024 20:41\n\n{BODY}\n\nthu tuong5.jpg\n\n{MORE}\n\nHÀ PHƯƠNG\nTừ khóa: #Lào",
        f"{TITLE}\n\n18/03/2024 20:41\n\nVGP – {BODY}\n\n{MORE}./.\n\n(TTXVN)",
        f"Trang chủ » Tin trong nước » Đối ngoại hôm nay\n{TITLE}\n18/03/2024 20:41\n\n{BODY}\n\n{MORE}",
        f"CỔNG THÔNG TIN ĐIỆN TỬ TỈNH NAM SƠN\n{TITLE}\n18/03/2024 20:41\n\n{BODY}\n\n{MORE}",
        f"{TITLE}\n18/03/2024 20:41\n|\nHai Thủ tướng trước giờ làm việc |\n{BODY}\n{MORE}",
        f"{TITLE}\n18/03/2024 20:41\nThủ tướng Lê Văn Tám (phải) và khách\n{BODY}\n\n{MORE}",
        f"{TITLE}\n18/03/2024 20:41\n{BODY}\nDoanh nghiệp hai nước tìm cơ hội mới tại vùng biên giới\n{MORE}",
        f"{TITLE}\n18/03/2024 20:41\n{BODY}\n{MORE}\nHà Nguyên\nTham khảo thêm\nThủ tướng Lào thăm Huế",
        f"{TITLE}\n18/03/2024 20:41\n{BODY}\n{MORE}\n#Lào #hội đàm\n1 of 4",
        f"{TITLE}\n\n18/03/2024 20:41\n\n{BODY}\n\nHai Thủ tướng tặng quà lưu niệm.\n\nẢnh: Nhật Minh\n\n{MORE}",
    ],
)
def test_every_layout_gives_the_same_article(text: str) -> None:
    reading = reading_of(text)
    published = reading.published.value.isoformat() if reading.published else None
    body = reading.body.replace("tới.\n", "tới\n").rstrip(".")
    assert (reading.title, published, body) == (TITLE, "2024-03-18T20:41:00+07:00", f"{BODY}\n\n{MORE}".rstrip("."))


@pytest.mark.parametrize("line", ["Về kinh tế", "Hợp tác quốc phòng và an ninh", "Thủ tướng Lê Văn Tám nói:"])
def test_a_subhead_and_a_speaker_are_the_articles_own(line: str) -> None:
    assert reading_of(f"{TITLE}\n18/03/2024\n{BODY}\n{line}\n{MORE}").body == f"{BODY}\n\n{line}\n\n{MORE}"


def test_a_long_paragraph_that_lost_its_full_stop_stays() -> None:
    lost = f"{MORE.rstrip('.')}, trong đó có giao thông, nông nghiệp, giáo dục, y tế, du lịch và giao lưu nhân dân"
    assert reading_of(f"{TITLE}\n18/03/2024\n{BODY}\n{lost}\n{MORE}").body == f"{BODY}\n\n{lost}\n\n{MORE}"


def test_an_agency_in_slashes_is_no_part_of_the_text() -> None:
    text = "HANOI, March 18. /XNA/. Prime Minister Le Van Tam held talks with the Prime Minister of Laos here today."
    reading = reading_of(f"PM Le Van Tam holds talks in Hanoi\n\nMarch 18, 2024\n\n{text}\n")
    assert (reading.body, reading.outlet) == (text[len("HANOI, March 18. /XNA/. ") :], "XNA")


@pytest.mark.parametrize(
    "noise",
    [
        "Le Van Tam (left) shakes hands with his guest in Hanoi, Monday (March 18, 2024). XNA FOTO/Test Sample/ts",
        "-- XNAMA\n\nXNAMA provides news and information from the region.",
        "Media contact: Office of the Prime Minister, telephone 02 0000 0000. Calls are answered until six.",
    ],
)
def test_credits_signatures_and_contacts_are_no_part_of_the_text(noise: str) -> None:
    text = "Prime Minister Le Van Tam held talks with Prime Minister of Laos Khamsing Sample here on Monday afternoon."
    more = "The two sides agreed to open more border gates and to expand trade in farm produce over the coming years."
    assert (
        reading_of(f"PM Le Van Tam holds talks\n\nMarch 18, 2024\n\n{text}\n\n{more}\n\n{noise}").body
        == f"{text}\n\n{more}"
    )


def test_a_day_that_a_headline_announces_stays_in_it() -> None:
    text = "Prime Minister Le Van Tam hosted Prime Minister Ravi Sample of India in Hanoi on 18 March 2024 for talks."
    reading = reading_of(f"India-Vietnam joint statement: 18 March 2024\n\n{text}\n\nIs this page useful?")
    assert (reading.title, reading.body) == ("India-Vietnam joint statement: 18 March 2024", text)
    assert reading.published is not None
    assert reading.published.value.isoformat() == "2024-03-18"


def test_a_long_sentence_above_a_credit_stays() -> None:
    text = f"{TITLE}\n\n18/03/2024 20:41\n\n{BODY}\n\n{MORE[:-1]}, nhất là dọc biên giới.\n\nẢnh: Nhật Minh\n\n{MORE}"
    assert reading_of(text).body == f"{BODY}\n\n{MORE[:-1]}, nhất là dọc biên giới.\n\n{MORE}"


def test_hard_wrapped_lines_are_joined() -> None:
    wrapped = (
        "Thủ tướng Lê Văn Tám hội đàm với Thủ tướng Lào Xổm-chay\nPhôm-ma\n\n18/03/2024\n\n"
        "Chiều 18/3, Thủ tướng Lê Văn Tám hội đàm với Thủ tướng Lào Xổm-chay\nPhôm-ma tại Hà Nội.\n\n"
        "Hai bên nhất trí tăng cường hợp tác kinh tế, thương mại và đầu tư\ntrong những năm tới.\n"
    )
    assert reading_of(wrapped).body == f"{BODY}\n\n{MORE}"


def test_a_long_caption_does_not_hide_that_lines_are_wrapped() -> None:
    caption = f"{BODY} {BODY} (XNA/Trần Minh)"
    wrapped = (
        f"{TITLE}\n\n18/03/2024\n\n"
        "Chiều 18/3, Thủ tướng Lê Văn Tám hội đàm với Thủ tướng Lào Xổm-chay\nPhôm-ma tại Hà Nội.\n\n"
        f"{caption}\n\n"
        "Hai bên nhất trí tăng cường hợp tác kinh tế, thương mại và đầu tư\ntrong những năm tới.\n"
    )
    assert reading_of(wrapped).body == f"{BODY}\n\n{MORE}"


def test_a_headline_is_not_joined_with_the_author_below_it() -> None:
    reading = reading_of(f"{TITLE}\nPhương Linh\n\n19:20 | 18/03/2024\n\n{BODY}\n\n{MORE}")
    assert reading.title == TITLE


@pytest.mark.parametrize("mark", ["./.", " ./.", ". Enditem", ". /."])
def test_the_mark_at_the_end_of_a_text_is_left_out(mark: str) -> None:
    text = "Prime Minister Le Van Tam held talks with the Prime Minister of Laos in Hanoi today"
    reading = reading_of(f"PM Le Van Tam holds talks in Hanoi\n\nMarch 18, 2024\n\n{text}{mark}\n")
    assert reading.body.rstrip(" .") == text


def test_the_seconds_of_a_page_are_kept() -> None:
    published = reading_of(f"{TITLE}\nCập nhật ngày: 18/03/2024 05:20:24\n\n{BODY}\n\n{MORE}").published
    assert published is not None
    assert published.value.isoformat() == "2024-03-18T05:20:24+07:00"


def test_segments_lead_from_the_body_back_to_the_source() -> None:
    source = f" date 2024-03-18 {TITLE}\n\n(PLO)- {BODY}\n\n  {MORE}\n"
    reading = reading_of(source)
    runs = [
        (reading.body[s.body : s.body + s.length], source[s.source : s.source + s.length]) for s in reading.segments
    ]
    assert runs == [(BODY, BODY), (MORE, MORE)]


def test_without_a_headline_the_lede_gives_the_title() -> None:
    reading = reading_of(f" date 2024-03-18 {BODY}\n\n{MORE}")
    assert (reading.title, reading.title_inferred) == (BODY.rstrip("."), True)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            f" date 2025-04-09 {TITLE} 04/09/2025 07:18\n\n{BODY}\n\n{MORE}",
            ["date-contradiction", "date-contradiction"],
        ),
        (f"{TITLE}\n\n{BODY}\n\n{MORE}", ["date-missing"]),
        (f"{TITLE}\n\n18/03/2024\n\nSáng 18/3, trời đẹp và hai bên đã vui vẻ trò chuyện với nhau.", ["no-commitment"]),
    ],
)
def test_what_staff_should_look_at_is_flagged(text: str, codes: list[str]) -> None:
    assert [flag.code for flag in reading_of(text).flags if flag.code != "title-inferred"] == codes


def test_a_month_is_kept_as_a_month() -> None:
    published = reading_of(f" date 2024-03 {BODY}\n\n{MORE}").published
    assert published is not None
    assert (published.precision, published.origin) == ("month", "prefix")


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        (f"{TITLE}\n\nHai bên nhất trí.", TITLE, "Hai bên nhất trí."),
        (f"Tin vắn hôm nay\n\n{BODY[:-1]}", "Tin vắn hôm nay", BODY[:-1]),
        (f"{BODY} Hai bên nhất trí hợp tác", BODY[:-1], f"{BODY} Hai bên nhất trí hợp tác"),
    ],
)
def test_a_short_text_is_told_from_a_headline_by_a_full_stop_or_by_its_place(text: str, title: str, body: str) -> None:
    reading = reading_of(text)
    assert (reading.title, reading.body) == (title, body)


def test_a_headline_alone_is_no_text() -> None:
    with pytest.raises(Unreadable, match="no-sentence"):
        reading_of(f"{BODY[:-1]}\n\n18/03/2024 20:41")


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("Aug 27, 2023 09:36 PM BST (+06:00)", "2023-08-27T21:36:00+06:00"),
        ("August 14, 2026 | 7:20 PM (GMT+8)", "2026-08-14T19:20:00+08:00"),
        ("August 14, 2026 19:20 UTC-03:30", "2026-08-14T19:20:00-03:30"),
        ("August 14, 2026 19:20 EDT", "2026-08-14T19:20:00-04:00"),
    ],
)
def test_a_printed_offset_is_the_zone(stamp: str, published: str) -> None:
    text = "Prime Minister Le Van Tam held talks with the Prime Minister of Laos in Hanoi on Friday morning."
    found = reading_of(f"PM Le Van Tam holds talks in Hanoi\n\n{stamp}\n\n{text}\n").published
    assert found is not None
    assert found.value.isoformat() == published


def test_a_date_with_its_clock_may_stand_beside_the_section() -> None:
    reading = reading_of(f"{TITLE}\n\n12-02-2026 - 21:15 PM | Thời sự - Kinh tế\n\n{BODY}\n\n{MORE}")
    assert reading.published is not None
    assert (reading.published.value.isoformat(), reading.body) == ("2026-02-12T21:15:00+07:00", f"{BODY}\n\n{MORE}")


def test_a_date_in_a_line_of_the_page_wins_over_a_month_only_prefix() -> None:
    text = (
        " date 2026-02 Foreign Minister Gao Sample Holds Talks with Foreign Minister of Laos\n\n"
        "Updated: February 12, 2026\n\n"
        "On February 11, 2026, Foreign Minister Gao Sample met the Foreign Minister of Laos in Beijing for an hour."
    )
    published = reading_of(text).published
    assert published is not None
    assert (published.value.isoformat(), published.precision) == ("2026-02-12", "day")


def test_of_two_stamps_of_a_day_the_one_with_the_time_counts() -> None:
    text = f"Thứ hai, 18/03/2024\n\n{TITLE}\n\nThứ hai, 18/03/2024 06:12 GMT+7\n\n{BODY}\n\n{MORE}"
    published = reading_of(text).published
    assert published is not None
    assert published.value.isoformat() == "2024-03-18T06:12:00+07:00"


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Probe",
        "Associated writer John Sample in Lima contributed to this report.",
        "Prime Minister Le Van Tam, left, and President John Sample of Peru in Hanoi. (AP Photo/Pablo Probe)",
        "President John Sample (R) shakes hands with Prime Minister Le Van Tam on Jul. 6, 2031. (Pool photo) (ANP)",
    ],
)
def test_an_agencys_names_are_no_text(line: str) -> None:
    text = (
        "Vietnam and Peru to open a market\n\n"
        "HANOI, July 6 (ANP) -- Prime Minister Le Van Tam met President of Peru John Sample on July 6, 2031.\n\n"
        f"{line}\n\nThe two leaders agreed to open a market for Peruvian fruit in Hanoi before the end of the year."
    )
    body = reading_of(text).body
    assert line not in body
    assert "agreed to open a market" in body


@pytest.mark.parametrize(
    ("trail", "title"),
    [
        ("Home > Office of the Spokesperson > Press Releases", TITLE),
        # a headline without the verb of a meeting
        ("Trang chủ / Quốc phòng - An ninh / Đối ngoại quốc phòng", "Việt Nam và Lào đẩy mạnh hợp tác điện tử"),
    ],
)
def test_a_trail_of_links_is_no_headline(trail: str, title: str) -> None:
    assert reading_of(f"{trail}\n\n{title}\n\n{BODY}\n\n{MORE}").title == title


@pytest.mark.parametrize(
    "line",
    [
        "Đại tướng Lê Văn Tám và Bộ trưởng Ravi Thử tại hội đàm.",
        "Thượng tướng Lê Văn Tám tại điểm cầu Hà Nội.",
        "Bộ trưởng Ngoại giao Lào Bun-thăn Thử và Đại sứ Lê Văn Tám trước giờ khai mạc.",
        "Quang cảnh hội đàm.",
    ],
)
def test_a_line_that_shows_people_at_a_place_is_a_caption(line: str) -> None:
    assert reading_of(f"{TITLE}\n\n18/03/2024 20:41\n\n{BODY}\n\n{line}\n\n{MORE}").body == f"{BODY}\n\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "Bộ trưởng Lê Văn Tám tiếp Đại sứ Ravi Thử tại Hà Nội.",  # he does something
        "Bộ trưởng Lê Văn Tám trong chuyến thăm nhất trí mở thêm cửa khẩu.",
        "Việt Nam tại Liên hợp quốc.",  # nobody who has an office
    ],
)
def test_a_line_that_says_what_people_do_is_the_articles_own(line: str) -> None:
    text = f"{TITLE}\n\n18/03/2024 20:41\n\n{BODY}\n\n{line}\n\n{MORE}"
    assert reading_of(text).body == f"{BODY}\n\n{line}\n\n{MORE}"


def test_people_at_a_place_are_a_caption_in_english_too() -> None:
    line = "Foreign Minister Le Van Tam and Ambassador Ravi Sample of India at the talks."
    text = (
        "Vietnam and India to open a market\n\n"
        "On July 6, 2031, Foreign Minister Le Van Tam met Ambassador of India Ravi Sample in Hanoi.\n\n"
        f"{line}\n\nThe two sides agreed to open a market for Indian fruit in Hanoi before the end of the year."
    )
    assert line not in reading_of(text).body


def test_a_call_to_readers_is_no_text() -> None:
    call = "Nhận tin của Báo Thử mỗi sáng trong hộp thư của bạn!"
    shout = "“Tình hữu nghị giữa hai nước đời đời bền vững!”"
    body = reading_of(f"{TITLE}\n\n18/03/2024 20:41\n\n{BODY}\n\n{call}\n\n{shout}\n\n{MORE}").body
    assert body == f"{BODY}\n\n{shout}\n\n{MORE}"
