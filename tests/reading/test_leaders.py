from __future__ import annotations

import pytest

from events.reading.facts import Person
from tests.reading.conftest import reading_of

TAM = Person("Lê Văn Tám", "Thủ tướng", "VN")
SOMCHAY = Person("Xổm-chay Phôm-ma", "Thủ tướng", "LA")


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 5/3, Thủ tướng Lê Văn Tám hội đàm với Thủ tướng Lào Xổm-chay Phôm-ma.",
        "Thủ tướng Lê Văn Tám thăm Lào theo lời mời của Thủ tướng Xổm-chay Phôm-ma.",
        "Ngày 5/3, Thủ tướng Lê Văn Tám tiếp Thủ tướng Lào Xổm-chay Phôm-ma. Cùng dự có Bộ trưởng Công an Hồ Thử.",
        "Ngày 5/3, Thủ tướng Lê Văn Tám gặp Thủ tướng Lào Xổm-chay Phôm-ma. Ông Xổm-chay nhắc đến chuyến đi.\n\n"
        "Sau đó, Bộ trưởng Quốc phòng Hồ Văn Thử ra sân bay.",
    ],
)
def test_who_is_only_mentioned_did_not_take_part(text: str) -> None:
    assert reading_of(text).people == (TAM, SOMCHAY)


def test_the_fullest_office_and_name_are_kept() -> None:
    text = (
        "Ngày 5/3, Tổng thống Nga Côn đã gặp Thủ tướng Lê Văn Tám.\n\n"
        "Chủ tịch Hội đồng An ninh, Tổng thống Va-đim Côn cảm ơn; Tổng thống Côn đề nghị hai bên mở cửa thị trường."
    )
    assert reading_of(text).people[0] == Person("Va-đim Côn", "Chủ tịch Hội đồng An ninh, Tổng thống", "RU")


def test_military_rank_is_no_part_of_the_office() -> None:
    text = "Ngày 5/3, Đại tướng Hồ Văn Thử, Bộ trưởng Quốc phòng, tiếp Bộ trưởng Quốc phòng Lào Khăm-sinh Xay-na."
    assert reading_of(text).people == (
        Person("Hồ Văn Thử", "Bộ trưởng Quốc phòng", "VN"),
        Person("Khăm-sinh Xay-na", "Bộ trưởng Quốc phòng", "LA"),
    )


@pytest.mark.parametrize(
    ("first", "then", "fullest"),
    [
        ("Va-đim Côn", "V. Côn", "Va-đim Côn"),
        ("V.Côn", "Va-đim Côn", "Va-đim Côn"),
        ("Va-đim Côn", "Va-đim R. Côn", "Va-đim R. Côn"),
        ("Va-đim R. Côn", "Va-đim Côn", "Va-đim R. Côn"),
    ],
)
def test_an_initial_makes_no_second_person(first: str, then: str, fullest: str) -> None:
    text = f"Ngày 5/3, Tổng thống Nga {first} đã gặp Thủ tướng Lê Văn Tám.\n\nTổng thống {then} đề nghị mở cửa khẩu."
    reading = reading_of(text)
    assert [one.name for one in reading.people] == [fullest, "Lê Văn Tám"]
    assert [one.leaders for one in reading.commitments] == [(fullest,)]


def test_the_other_side_may_be_named_after_a_standfirst() -> None:
    text = (
        "Thủ tướng đề nghị hai bên mở thêm cửa khẩu trong năm nay.\n\n"
        "Ngày 5/3/2024, Thủ tướng Lê Văn Tám tiếp Thủ tướng Lào Xổm-chay Phôm-ma tại Hà Nội."
    )
    assert reading_of(text).people == (TAM, SOMCHAY)


def test_all_authors_and_addressees_of_letters_take_part() -> None:
    text = (
        "Lãnh đạo Việt Nam gửi điện mừng Quốc khánh Lào\n\n"
        "Ngày 1/12/2024, Chủ tịch nước Hồ Văn Thử đã gửi Điện mừng tới Chủ tịch nước Lào Khăm-sinh Xay-na.\n\n"
        "Cùng ngày, Thủ tướng Lê Văn Tám gửi Điện mừng tới Thủ tướng Lào Xổm-chay Phôm-ma."
    )
    assert [one.name for one in reading_of(text).people] == [
        "Hồ Văn Thử",
        "Khăm-sinh Xay-na",
        "Lê Văn Tám",
        "Xổm-chay Phôm-ma",
    ]


def test_the_guest_whose_visit_a_joint_statement_closes_takes_part() -> None:
    text = (
        "Tuyên bố chung Việt Nam - Lào\n\n"
        "Ngày 5/3/2024, Việt Nam và Lào ra Tuyên bố chung nhân chuyến thăm của Thủ tướng Lào Xổm-chay Phôm-ma.\n\n"
        "Thủ tướng Lê Văn Tám và Thủ tướng Xổm-chay Phôm-ma nhất trí mở thêm cửa khẩu."
    )
    assert set(reading_of(text).people) == {TAM, SOMCHAY}


def test_a_spokesman_of_one_who_takes_part_does_not() -> None:
    text = (
        "MOSCOW, September 15. Russian President Ivan Sample spoke with French President Paul Trial, "
        'Press Secretary Oleg Extra told reporters.\n\n"They agreed to meet soon," Extra said.'
    )
    assert [one.name for one in reading_of(text).people] == ["Ivan Sample", "Paul Trial"]
