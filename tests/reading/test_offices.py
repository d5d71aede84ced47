"""Who holds what, and of which state. Everybody in these sentences is invented."""

from __future__ import annotations

import pytest

from events.reading.lexicon import load
from events.reading.marks import single
from events.reading.mentions import find_mentions
from events.reading.sentences import sentence
from tests.reading.conftest import reading_of

Held = tuple[str, tuple[str, ...], tuple[str, ...]]


def people(text: str, code: str) -> list[Held]:
    """Return name, offices and states of the people whom a sentence mentions, in its order."""
    language = load().languages[code]
    found = find_mentions(language.gloss(sentence(text)), language)
    return [(one.name, one.offices, one.countries) for one in single(found) if one.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ông Lý Thử Lệ - Ủy viên Bộ Chính trị, Trưởng Ban Tuyên truyền Trung ương Đảng Cộng sản Trung Quốc đến",
            ("Lý Thử Lệ", ("Ủy viên Bộ Chính trị", "Trưởng Ban Tuyên truyền Trung ương Đảng Cộng sản"), ("CN",)),
        ),
        (
            "Bộ trưởng Bộ Các lực lượng dân quân Cuba Ra-un Thử nói",
            ("Ra-un Thử", ("Bộ trưởng Bộ Các lực lượng dân quân",), ("CU",)),
        ),
        ("Thủ tướng Hoàng Gia Thử nói", ("Hoàng Gia Thử", ("Thủ tướng",), ())),
        ("Phó Chủ tịch Thái Văn Tám nói", ("Thái Văn Tám", ("Phó Chủ tịch",), ())),
        ("Thủ tướng Thái Somsak Thử nói", ("Somsak Thử", ("Thủ tướng",), ("TH",))),
        ("Đại sứ Cuba tại Việt Nam Rosa Thử nói", ("Rosa Thử", ("Đại sứ",), ("CU",))),
        (
            "Chủ tịch Hội đồng Liên bang (Thượng viện) Nga Vera Thử nói",
            ("Vera Thử", ("Chủ tịch Hội đồng Liên bang (Thượng viện)",), ("RU",)),
        ),
        (
            "Đại diện cấp cao về an ninh và đối ngoại của Liên minh châu Âu (EU) Jan Thử nói",
            ("Jan Thử", ("Đại diện cấp cao về an ninh và đối ngoại",), ("EU",)),
        ),
        ("Đại sứ Malaysia, ngài Azmi bin Thử, nói", ("Azmi bin Thử", ("Đại sứ",), ("MY",))),
        ("Tổng thống Cộng hòa Ả-rập Ai Cập Omar al-Thử nói", ("Omar al-Thử", ("Tổng thống",), ("EG",))),
        ("nữ Thủ tướng nói", ("", ("Thủ tướng",), ())),
    ],
)
def test_vietnamese_offices(text: str, expected: Held) -> None:
    assert people(text, "vi") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Executive Vice President of the European Commission (EC) Marta Sample said",
            ("Marta Sample", ("Executive Vice President",), ("EU",)),
        ),
        ("The Speaker of the Lok Sabha, Shri Ravi Sample, called", ("Ravi Sample", ("Speaker of the Lok Sabha",), ())),
        ("the Prime Minister of India, Shri Ravi Sample, is", ("Ravi Sample", ("Prime Minister",), ("IN",))),
        ("the Prime Minister of New Zealand, Rt Hon Ann Sample, is", ("Ann Sample", ("Prime Minister",), ("NZ",))),
        ("Lao Ambassador to Vietnam Khamla Sample said", ("Khamla Sample", ("Ambassador",), ("LA",))),
        (
            "Le Van Sample, special envoy of the Vietnamese president, said",
            ("Le Van Sample", ("special envoy of the Vietnamese president",), ("VN",)),
        ),
        (
            "South African Minister of International Relations and Cooperation Ann Sample said",
            ("Ann Sample", ("Minister of International Relations and Cooperation",), ("ZA",)),
        ),
        ("Defence Minister Israel Sample said", ("Israel Sample", ("Defence Minister",), ())),
        (
            "State Councilor and Foreign Minister Wen Sample said",
            ("Wen Sample", ("State Councilor", "Foreign Minister"), ()),
        ),
        ('President Ramon "Bong" Sample said', ('Ramon "Bong" Sample', ("President",), ())),
        ("the Hon. Ann Sample, MP, Minister for Foreign Affairs of Australia, said",
         ("Ann Sample", ("Minister for Foreign Affairs",), ("AU",))),
        ("To Sample, the visiting General Secretary of the Communist Party of Vietnam, said",
         ("To Sample", ("General Secretary of the Communist Party",), ("VN",))),
    ],
)  # fmt: skip
def test_english_offices(text: str, expected: Held) -> None:
    assert people(text, "en") == [expected]


def test_a_name_after_an_invitation_of_somebody_else_is_another_person() -> None:
    text = (
        "Nhận lời mời của đồng chí Lê Văn Tám, Chủ tịch Quốc hội Việt Nam, đồng chí Xổm-chay Phôm-ma, "
        "Chủ tịch Quốc hội Lào, thăm Hà Nội"
    )
    assert [(name, states) for name, _, states in people(text, "vi")] == [
        ("Lê Văn Tám", ("VN",)),
        ("Xổm-chay Phôm-ma", ("LA",)),
    ]


def test_whom_somebody_met_lends_no_state_to_who_speaks() -> None:
    text = "Hội kiến Tổng thống Lào, Thủ tướng Lê Văn Tám đề nghị mở cửa khẩu"
    assert people(text, "vi") == [("", ("Tổng thống",), ("LA",)), ("Lê Văn Tám", ("Thủ tướng",), ())]


def test_a_counterpart_with_a_name_holds_the_same_office() -> None:
    assert people("Foreign Minister Ann Sample met her Thai counterpart Somsak Trial on Monday", "en") == [
        ("Ann Sample", ("Foreign Minister",), ()),
        ("Somsak Trial", ("Foreign Minister",), ("TH",)),
    ]


def test_in_a_headline_in_title_case_a_name_ends_where_the_text_ends_it() -> None:
    text = (
        "Thủ Tướng Lê Văn Tám Hội Đàm Với Thủ Tướng Lào Xổm-chay Phôm-ma\n\n"
        "Ngày 5/3/2024, Thủ tướng Lê Văn Tám đã hội đàm với Thủ tướng Lào Xổm-chay Phôm-ma tại Viêng Chăn."
    )
    assert [one.name for one in reading_of(text).people] == ["Lê Văn Tám", "Xổm-chay Phôm-ma"]


def test_whom_somebody_calls_on_and_who_speaks_are_two() -> None:
    text = (
        "Ngày 5/3/2024, Thủ tướng Lê Văn Tám thăm Malaysia.\n\nTrong cuộc hội kiến với Thủ tướng, Chủ tịch Hạ viện "
        "Malaysia Zulkifli Thử khẳng định Malaysia ủng hộ việc mở thêm đường bay."
    )
    assert [quote.leaders for quote in reading_of(text).commitments] == [("Zulkifli Thử",)]


def test_two_offices_behind_a_states_adjective_are_one_persons() -> None:
    text = (
        "Secretary of State Ana Probe spoke on March 5 with Vietnamese Deputy Prime Minister and Foreign Minister Le "
        "Van Tam. The Secretary and the Foreign Minister agreed to mark the anniversary of relations together."
    )
    assert [quote.leaders for quote in reading_of(text).commitments] == [("Ana Probe", "Le Van Tam")]


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        (
            "Ana Probe, special envoy of the Ukrainian President and Deputy Head of the President's Office, met State "
            "President Le Van Tam in Hanoi on March 5. Probe asked Vietnam to open its market.",
            ("Ana Probe",),
        ),
        (
            "HE Minister of Foreign Affairs and Emigration of the sisterly Arab Republic of Egypt Dr. Tarek Probe met "
            "Prime Minister Le Van Tam in Hanoi on March 5. He asked Vietnam to open its market.",
            ("Tarek Probe",),
        ),
        (
            "Ngày 5/3/2024, Thủ tướng Lê Văn Tám tiếp Tổng Giám đốc FAO Kwame Thử. Ông Kwame Thử đề nghị mở văn phòng.",
            ("Kwame Thử",),
        ),
        (
            "Ngày 5/3/2024, Thủ tướng Phùng Văn Thái gặp Tổng thống Peru Juan Mẫu. Ông Thái đề nghị Peru mở cửa khẩu.",
            ("Phùng Văn Thái",),
        ),
        (
            "Ngày 5/3/2024, Thủ tướng Lê Văn Tám gặp Tổng thống Peru Juan Mẫu.\n\nĐánh giá cao đề xuất của Thủ tướng, "
            "Tổng thống Juan Mẫu đề nghị hai bên mở đường bay.",
            ("Juan Mẫu",),
        ),
    ],
)
def test_whose_words_they_are_is_told_by_the_office(text: str, leaders: tuple[str, ...]) -> None:
    assert [quote.leaders for quote in reading_of(text).commitments] == [leaders]
