"""One text that reports several events, and texts that only look as if they did. The people are invented."""

from __future__ import annotations

import pytest

from events.reading import Reading, SourceText, read_all

LEDE = "Nhân dịp Quốc khánh Việt Nam (2/9/1945-2/9/2024), lãnh đạo các nước đã gửi điện mừng."
LAOS = "Tổng thống Lào Xổm-phon Mẫu gửi điện mừng tới Chủ tịch nước Trần Văn Mẫu."
KOREA = "Tổng thống Hàn Quốc Han Min-jae gửi điện mừng tới Chủ tịch nước Trần Văn Mẫu."
HOPE = "Trong điện, Tổng thống mong muốn hai nước sớm nối lại đường bay thẳng."
CUBA = "Chủ tịch Cuba Ramón Modelo gửi điện mừng tới Chủ tịch nước Trần Văn Mẫu."

AUDIENCE = (
    "Chiều 10/1, Chủ tịch nước Trần Văn Mẫu tiếp Đại sứ New Zealand Helen Sample và Đại sứ Peru Mario Modelo "
    "đến chào từ biệt."
)
FIRST = "Chủ tịch nước Trần Văn Mẫu đề nghị Đại sứ Helen Sample tiếp tục thúc đẩy hợp tác giáo dục với New Zealand."
SECOND = "Tiếp Đại sứ Peru Mario Modelo, Chủ tịch nước mong muốn hai nước mở rộng thương mại."
THIRD = "Đại sứ cảm ơn Chủ tịch nước và khẳng định sẽ tiếp tục vun đắp tình hữu nghị."


def readings(*lines: str) -> tuple[Reading, ...]:
    text = "\n\n".join(["Lãnh đạo các nước gửi điện mừng Quốc khánh Việt Nam", "03/09/2024", *lines]) + "\n"
    return read_all(SourceText(text, "utf-8"))


@pytest.mark.parametrize("marks", [("(1)", "(2)", "(3)"), ("1.", "2.", "3."), ("★", "★", "★"), ("-", "-", "-")])
def test_marked_telegrams_are_an_event_each(marks: tuple[str, str, str]) -> None:
    one, two, three = marks
    found = readings(LEDE, f"{one} {LAOS}", f"{two} {KOREA}", HOPE, f"{three} {CUBA}")
    assert [reading.body for reading in found] == [LAOS, f"{KOREA}\n\n{HOPE}", CUBA]
    assert [[person.name for person in reading.people] for reading in found] == [
        ["Xổm-phon Mẫu", "Trần Văn Mẫu"], ["Han Min-jae", "Trần Văn Mẫu"], ["Ramón Modelo", "Trần Văn Mẫu"],
    ]  # fmt: skip
    assert [(quote.sides, quote.act) for quote in found[1].commitments] == [(("KR",), "propose")]
    assert {(reading.kind, str(reading.starts_on)) for reading in found} == {("congratulation", "2024-09-03")}


def test_segments_of_a_piece_lead_back_to_the_source() -> None:
    text = f"Lãnh đạo các nước gửi điện mừng\n\n03/09/2024\n\n{LEDE}\n\n(1) {LAOS}\n\n(2) {KOREA}\n\n{HOPE}\n"
    piece = read_all(SourceText(text, "utf-8"))[1]
    runs = [(piece.body[s.body : s.body + s.length], text[s.source : s.source + s.length]) for s in piece.segments]
    assert runs == [(KOREA, KOREA), (HOPE, HOPE)]


def test_audiences_are_an_event_for_each_guest() -> None:
    text = f"Chủ tịch nước tiếp các Đại sứ chào từ biệt\n\n11/01/2024\n\n{AUDIENCE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
    found = read_all(SourceText(text, "utf-8"))
    assert [reading.body.split("\n\n") for reading in found] == [[AUDIENCE, FIRST], [AUDIENCE, SECOND, THIRD]]
    assert [{person.name for person in reading.people} for reading in found] == [
        {"Trần Văn Mẫu", "Helen Sample"},
        {"Trần Văn Mẫu", "Mario Modelo"},
    ]
    assert [str(reading.starts_on) for reading in found] == ["2024-01-10", "2024-01-10"]
    assert [reading.title for reading in found] == [FIRST.rstrip("."), SECOND.rstrip(".")]


def test_messages_of_several_leaders_of_one_state_are_one_event() -> None:
    prime_minister = "Thủ tướng Lào Khăm-la Mẫu gửi điện mừng tới Thủ tướng Lê Văn Mẫu."
    assert len(readings(LEDE, f"1. {LAOS}", f"2. {prime_minister}")) == 1


def test_the_points_of_a_joint_statement_are_one_event() -> None:
    points = [
        "1. Thủ tướng Lê Văn Mẫu và Thủ tướng Lào Khăm-la Mẫu hội đàm tại Hà Nội ngày 3/9/2024.",
        "2. Hai Thủ tướng nhất trí sớm hoàn thành tuyến đường sắt nối với Thái Lan.",
        "3. Hai bên ủng hộ lập trường của ASEAN về Biển Đông và cảm ơn Nhật Bản đã hỗ trợ.",
    ]
    assert len(readings(*points)) == 1


def test_guests_who_are_received_together_are_one_event() -> None:
    together = "Đại sứ New Zealand và Đại sứ Peru cảm ơn Chủ tịch nước, mong muốn sớm trở lại Việt Nam."
    text = f"Chủ tịch nước tiếp các Đại sứ\n\n11/01/2024\n\n{AUDIENCE}\n\n{FIRST}\n\n{together}\n"
    assert len(read_all(SourceText(text, "utf-8"))) == 1
