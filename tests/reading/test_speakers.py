"""Whom a mention stands for. Everybody in these texts is invented."""

from __future__ import annotations

import pytest

from tests.reading.conftest import reading_of

LEDE = "Hanoi (VNA) – Prime Minister Le Van Tam received European Commissioner for Trade Marta Sample on March 5.\n\n"
VISIT = "Ngày 5/3/2024, Thủ tướng Lê Văn Tám gặp Thủ tướng Italy Lucia Thử tại Hà Nội. Bà Lucia Thử cảm ơn.\n\n"


def speakers(text: str) -> list[tuple[str, ...]]:
    return [quote.leaders for quote in reading_of(text).commitments]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("The host urged the EU to ratify the investment pact.", "Le Van Tam"),
        ("The guest pledged to send a technical team to Vietnam.", "Marta Sample"),
        ("The EU official pledged to send a technical team to Vietnam.", "Marta Sample"),
        ("The Government leader urged the EU to ratify the investment pact.", "Le Van Tam"),
        ("The PM urged the EU to ratify the investment pact.", "Le Van Tam"),
    ],
)
def test_who_is_meant_by_an_office_or_a_part(said: str, speaker: str) -> None:
    assert speakers(LEDE + said) == [(speaker,)]


def test_a_quotation_from_a_letter_is_its_authors() -> None:
    text = (
        "Ngày 5/3/2024, Thủ tướng Lào Xổm-chay Phôm-ma gửi thư chúc mừng Thủ tướng Lê Văn Tám.\n\n"
        "Ông Xổm-chay nhắc đến chuyến đi Huế.\n\n"
        '"Chúng tôi mong Việt Nam mở thêm cửa khẩu trong năm nay", bức thư có đoạn.\n\n'
        '"Đảng chúng tôi sẽ lưu giữ mọi tư liệu về quan hệ hai Đảng", ông viết.'
    )
    assert speakers(text) == [("Xổm-chay Phôm-ma",)] * 2


@pytest.mark.parametrize("field", ["ngành quốc phòng", "Bộ Quốc phòng"])
def test_the_head_of_a_field_is_its_minister(field: str) -> None:
    text = (
        "Ngày 5/3/2024, Bộ trưởng Quốc phòng Hồ Văn Thử tiếp Bộ trưởng Quốc phòng Lào Khăm-sinh Xay-na.\n\n"
        f"Người đứng đầu {field} Lào cho biết Viêng Chăn sẵn sàng mở cửa khẩu."
    )
    assert speakers(text) == [("Khăm-sinh Xay-na",)]


def test_host_and_guest_are_both() -> None:
    assert speakers(LEDE + "Both host and guest agreed to expand trade.") == [("Le Van Tam", "Marta Sample")]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("Thủ tướng đề nghị mở đường bay thẳng.", "Lê Văn Tám"),
        ("Nữ Thủ tướng đề nghị mở đường bay thẳng.", "Lucia Thử"),
        ("Người đứng đầu Chính phủ Italy đề nghị mở đường bay thẳng.", "Lucia Thử"),
        ("Vị khách đề nghị mở đường bay thẳng.", "Lucia Thử"),
    ],
)
def test_of_two_with_one_office_the_words_tell_which(said: str, speaker: str) -> None:
    assert speakers(VISIT + said) == [(speaker,)]


def test_somebody_whose_surname_is_a_state_speaks_under_it() -> None:
    text = (
        "On March 5, 2024, Prime Minister Le Van Tam received Ms. Rosa Montenegro, Secretary-General of ASEAN.\n\n"
        "Secretary-General Montenegro hoped that Vietnam would host the next seminar."
    )
    assert speakers(text) == [("Rosa Montenegro",)]


def test_who_asks_a_side_for_something_is_not_of_that_side() -> None:
    text = (
        "Trade Minister of Indonesia Agus Sample met Vietnam's Minister of Industry Le Van Tam on March 5, 2024.\n\n"
        "Minister Tam thanked him. The minister asked the Vietnamese side to open its rice market."
    )
    assert speakers(text) == [("Agus Sample",)]


def test_a_government_is_that_of_whom_it_belongs_to() -> None:
    said = "Bà Lucia Thử cho biết Chính phủ của bà sẽ tăng hạn ngạch lao động Việt Nam."
    assert speakers(VISIT + said) == [("Lucia Thử",)]


def test_what_another_has_raised_does_not_make_him_the_speaker() -> None:
    said = "Nhất trí với những nội dung Thủ tướng Lê Văn Tám nêu, Thủ tướng Lucia Thử cho biết Italy sẵn sàng mở cảng."
    assert speakers(VISIT + said) == [("Lucia Thử",)]


def test_the_minister_is_not_the_prime_minister() -> None:
    text = (
        "On March 5, 2024, Prime Minister Le Van Tam cabled his sympathy to Prime Minister Ravi Sample of India.\n\n"
        "Foreign Minister Ho Van Thu visited the Indian Embassy. The minister pledged to open a consulate in Goa."
    )
    assert speakers(text) == [("Ho Van Thu",)]


@pytest.mark.parametrize("after", ["", "\n\nBộ trưởng Hồ Văn Thử hỏi thăm người đồng cấp."])  # once more, in short
def test_two_ministers_are_those_of_a_longer_office_beside_two_presidents(after: str) -> None:
    text = (
        "Ngày 1/12, Chủ tịch nước Lê Văn Tám và Chủ tịch nước Cuba Raul Thử đã trao đổi thư mừng.\n\n"
        "Bộ trưởng Ngoại giao Hồ Văn Thử và Bộ trưởng Ngoại giao Cuba Ernesto Mẫu cũng trao đổi điện mừng. "
        f"Trong điện, hai Bộ trưởng nhất trí tổ chức hội thảo tại Hà Nội.{after}"
    )
    assert speakers(text) == [("Hồ Văn Thử", "Ernesto Mẫu")]


def test_the_prime_minister_is_the_writers_own_where_the_other_is_named() -> None:
    text = (
        "PM call with Prime Minister Le Van Tam of Viet Nam: 14 May 2031\n\n"
        "The Prime Minister, Ann Sample, spoke to the Prime Minister of Viet Nam, Le Van Tam, this afternoon.\n\n"
        "The Prime Minister said the UK stands ready to open schools. Prime Minister Le undertook to find sites. "
        "The Prime Minister pressed for simpler customs rules."
    )
    found = reading_of(text)
    assert [(one.leaders, one.sides) for one in found.commitments] == [
        (("Ann Sample",), ("GB",)),
        (("Le Van Tam",), ("VN",)),
        (("Ann Sample",), ("GB",)),
    ]


def test_who_is_thanked_does_not_accept() -> None:
    said = "Thủ tướng Lê Văn Tám cảm ơn người đồng cấp và nhận lời sang dự lễ hội tại Rome."
    assert speakers(VISIT + said) == [("Lê Văn Tám",)]


def test_a_chamber_is_a_side_with_its_state() -> None:
    text = (
        "On March 5, 2024, President Le Van Tam met Speaker of the Moroccan House of Representatives Hicham Sample.\n\n"
        "The Moroccan House of Representatives will open a library in Hanoi, Sample said."
    )
    assert speakers(text) == [("Hicham Sample",)]


def test_a_pronoun_is_whom_the_sentence_before_is_about() -> None:
    text = (
        "On March 5, 2024, President Le Van Tam met Prime Minister Ravi Sample of India in New Delhi.\n\n"
        "The Speaker of the Lok Sabha, Shri Mohan Trial, dined with the President. "
        "He proposed regular exchanges between the two parliaments."
    )
    assert speakers(text) == [("Mohan Trial",)]


def test_two_leaders_of_three_are_those_who_have_just_spoken() -> None:
    text = (
        "At the invitation of the President of India, Smt. Uma Sample, the President of Viet Nam, Le Van Tam, paid a "
        "State Visit to India from 6 to 9 July 2025.\n\n"
        "Prime Minister Ravi Trial announced a line of credit for patrol vessels. "
        "President Tam proposed direct flights to Da Nang. The two leaders agreed to expand trade."
    )
    assert set(speakers(text)[-1]) == {"Ravi Trial", "Le Van Tam"}


def test_of_two_meetings_one_after_another_both_sides_are_those_of_the_meeting_reported() -> None:
    text = (
        "Ngày 24/9/2025, bên lề Đại hội đồng Liên hợp quốc tại New York, Thủ tướng Lê Văn Tám gặp Tổng thống Ghana "
        "Kwame Sample và Thủ tướng Nepal Ram Thử.\n\n"
        "Gặp Tổng thống Kwame Sample, Thủ tướng Lê Văn Tám đề nghị Ghana giảm thuế gạo. Hai bên nhất trí lập nhóm công "
        "tác về hạt điều.\n\n"
        "Tiếp đó, gặp Thủ tướng Ram Thử, Thủ tướng Lê Văn Tám mời ông thăm Việt Nam. Hai nhà lãnh đạo nhất trí hợp tác "
        "thủy điện nhỏ."
    )
    quotes = reading_of(text).commitments
    assert [(quote.sides, quote.leaders) for quote in quotes if quote.act == "agree"] == [
        (("VN", "GH"), ()),
        (("VN", "NP"), ("Lê Văn Tám", "Ram Thử")),
    ]


def test_a_group_with_an_office_is_those_who_hold_it() -> None:
    text = (
        "Ngày 5/3/2024, Thủ tướng Lê Văn Tám hội đàm với Thủ tướng Lào Xổm-chay Phôm-ma tại Hà Nội.\n\n"
        "Bộ trưởng Công Thương Hồ Văn Thử và Bộ trưởng Công Thương Lào Khăm Mẫu cùng dự. "
        "Hai Bộ trưởng Công Thương nhất trí mở thêm chợ biên giới."
    )
    assert speakers(text) == [("Hồ Văn Thử", "Khăm Mẫu")]


def test_two_at_a_summit_are_those_whose_meeting_is_reported() -> None:
    text = (
        "Ngày 5/3/2024, Thủ tướng Lê Văn Tám dự hội nghị cấp cao tại Kuala Lumpur do Thủ tướng Malaysia Azlan Thử chủ "
        "trì. Ông Azlan Thử kêu gọi các nước bỏ thuế.\n\n"
        "Bên lề hội nghị, Thủ tướng Lê Văn Tám gặp Thủ tướng Lào Xổm-chay Phôm-ma. Ông Xổm-chay đề nghị bán điện. "
        "Hai Thủ tướng nhất trí mở thêm cửa khẩu."
    )
    assert speakers(text)[-1] == ("Lê Văn Tám", "Xổm-chay Phôm-ma")


def test_a_husbands_name_tells_nothing_of_his_wifes_gender() -> None:
    text = (
        "President Aino Probe of Finland met State President Le Van Tam in Hanoi on March 5. Her spouse, Mr Mikael "
        "Probe, came along. Mr Probe visited a school.\n\n"
        "President Probe thanked Vietnam, and she called on Vietnam to open its market."
    )
    assert speakers(text) == [("Aino Probe",)]
