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


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Ngày 5/3/2024, Thủ tướng Lê Văn Tám gửi thư chúc mừng ông Xổm-chay Phôm-ma (Somchay Phomma) nhân dịp ông "
            "được bầu lại làm Chủ tịch Đảng Nhân dân, Thủ tướng Lào.",
            "Chủ tịch Đảng Nhân dân, Thủ tướng",
        ),
        (
            "Ngày 5/3/2024, Thủ tướng Lê Văn Tám gửi điện mừng đồng chí Xổm-chay Phôm-ma được bổ nhiệm giữ chức vụ "
            "Bộ trưởng Ngoại giao Lào.",
            "Bộ trưởng Ngoại giao",
        ),
    ],
)
def test_an_addressee_holds_the_office_on_which_the_letter_congratulates(text: str, office: str) -> None:
    assert reading_of(text).people == (TAM, Person("Xổm-chay Phôm-ma", office, "LA"))


def test_who_chairs_and_who_attends_take_part() -> None:
    text = (
        "Laos, Thailand and Viet Nam leaders meet\n\n"
        "The leaders of Laos, Thailand and Viet Nam gathered in Vientiane on March 5, 2024.\n\n"
        "The meeting was chaired by President Khamtest Sample and attended by Thai Prime Minister Somtest Trial and "
        "Vietnamese Prime Minister Le Van Tam.\n\nThe leaders agreed to lay a cable."
    )
    reading = reading_of(text)
    names = ("Khamtest Sample", "Somtest Trial", "Le Van Tam")
    assert [(one.name, one.country) for one in reading.people] == list(zip(names, ("LA", "TH", "VN"), strict=True))
    assert [one.leaders for one in reading.commitments] == [names]


def test_a_witness_before_a_comma_does_not_sign() -> None:
    text = (
        "Ngày 5/3/2024, dưới sự chứng kiến của Thủ tướng Lê Văn Tám, Bộ trưởng Công Thương Hồ Văn Thử và "
        "Bộ trưởng Công Thương Lào Khăm-sinh Xay-na đã ký Bản ghi nhớ về thương mại."
    )
    assert [one.leaders for one in reading_of(text).commitments] == [("Hồ Văn Thử", "Khăm-sinh Xay-na")]


def test_a_verb_of_a_headline_in_title_case_is_no_name() -> None:
    text = (
        "Lao Foreign Minister Receives a Phone Call from His Vietnamese Counterpart\n\n"
        "Somtest Phomma, Minister of Foreign Affairs of Laos, received a phone call from Le Van Tam, Minister of "
        "Foreign Affairs of Vietnam, on March 5, 2024."
    )
    assert [one.name for one in reading_of(text).people] == ["Somtest Phomma", "Le Van Tam"]


def test_who_announces_a_visit_speaks_for_a_side() -> None:
    text = (
        "Thủ tướng Lào sắp thăm Việt Nam\n\n"
        "Nhận lời mời của Thủ tướng Lê Văn Tám, Thủ tướng Lào Xổm-chay Phôm-ma sẽ thăm Việt Nam từ ngày 5/3/2024.\n\n"
        "Người phát ngôn Bộ Ngoại giao Phan Thử Giang cho biết Việt Nam coi trọng quan hệ với Lào.\n\n"
        "Theo người phát ngôn, Việt Nam đề nghị phía Lào mở thêm cửa khẩu. Theo người phát ngôn, Việt Nam đề nghị."
    )
    reading = reading_of(text)
    assert set(reading.people) == {TAM, SOMCHAY}
    assert [(one.sides, one.leaders, one.quote) for one in reading.commitments[-2:]] == [
        (("VN",), (), "Việt Nam coi trọng quan hệ với Lào"),
        (("VN",), (), "phía Lào mở thêm cửa khẩu"),
    ]


def test_a_headline_in_title_case_makes_nobody_of_a_verb() -> None:
    text = (
        "Special Envoy Delivers President Sample's Message to the State President of Viet Nam\n\n15 August 2023\n\n"
        "Special Envoy of the President of Peru Ana Probe met the State President of Viet Nam Le Van Tam in Hanoi. "
        "President Juan Sample proposed a trade pact in his message. She asked Viet Nam to back the pact."
    )
    assert {one.name for one in reading_of(text).people} == {"Ana Probe", "Le Van Tam", "Juan Sample"}


def test_the_same_office_after_a_name_and_a_comma_is_anothers() -> None:
    text = (
        "At the invitation of Prime Minister Le Van Tam, the Prime Minister of Australia, the Hon John Sample MP, paid "
        "an official visit to Viet Nam. Prime Minister Sample promised to open a consulate in Da Nang."
    )
    assert [(one.name, one.country) for one in reading_of(text).people] == [("Le Van Tam", "VN"), ("John Sample", "AU")]


def test_whoever_also_took_part_is_no_leader() -> None:
    text = (
        "President of the European Council Ana Probe and President of Peru Juan Sample met by video conference today. "
        "High Representative Ursel Muster also took part.\n\nEU leaders asked Peru to open its market."
    )
    reading = reading_of(text)
    assert {one.name for one in reading.people} == {"Ana Probe", "Juan Sample"}
    assert [(quote.sides, quote.leaders) for quote in reading.commitments] == [(("EU",), ("Ana Probe",))]
