from __future__ import annotations

import pytest

from events.reading.lexicon import load
from events.reading.marks import Mention
from events.reading.mentions import find_mentions
from events.reading.sentences import sentence


def find_in(text: str, code: str) -> list[Mention]:
    language = load().languages[code]
    return find_mentions(language.gloss(sentence(text)), language)


def mentions(text: str, code: str) -> list[tuple[str, tuple[str, ...], str, tuple[str, ...]]]:
    found = find_in(text, code)
    return [(one.kind, one.offices, one.name, one.countries) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thủ tướng Lê Văn Tám thăm", ("person", ("Thủ tướng",), "Lê Văn Tám", ())),
        (
            "Tổng Bí thư, Chủ tịch nước Trung Quốc Vương Thử Lệ nói",
            ("person", ("Tổng Bí thư", "Chủ tịch nước"), "Vương Thử Lệ", ("CN",)),
        ),
        (
            "ông I-go Xa-mô-khin, Phó chủ tịch Hội đồng An ninh, Đặc phái viên của Tổng thống Nga, đã",
            ("person", ("Phó chủ tịch Hội đồng An ninh", "Đặc phái viên của Tổng thống"), "I-go Xa-mô-khin", ("RU",)),
        ),
        (
            "Đại tướng Phan Thử Giang, Bộ trưởng Quốc phòng, nói",
            ("person", ("Bộ trưởng Quốc phòng",), "Phan Thử Giang", ()),
        ),
        ("Tổng thống V. Pu-tin nói", ("person", ("Tổng thống",), "V. Pu-tin", ())),
        ("Tổng thống V.Pu-tin nói", ("person", ("Tổng thống",), "V.Pu-tin", ())),
        ("Tổng thống Pháp Ph. Ma-giô nói", ("person", ("Tổng thống",), "Ph. Ma-giô", ("FR",))),
        ("Đại tướng nhấn mạnh", ("pronoun", (), "", ())),
        ("Chủ tịch nước đề nghị", ("person", ("Chủ tịch nước",), "", ())),
        ("Hai Thủ tướng nhất trí", ("leaders", (), "", ())),
        ("hai Đảng, hai nước cần", ("sides", (), "", ())),
        ("Đảng, Nhà nước và nhân dân Việt Nam luôn", ("side", (), "", ("VN",))),
        ("phía Nhật Bản sẽ", ("side", (), "", ("JP",))),
        ("Ông cũng đề nghị", ("pronoun", (), "", ())),
        ("Người đồng cấp Campuchia nói", ("person", (), "", ("KH",))),
    ],
)
def test_vietnamese_mentions(text: str, expected: tuple[object, ...]) -> None:
    assert mentions(text, "vi") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thai Prime Minister Pimtest Srisample said", ("person", ("Prime Minister",), "Pimtest Srisample", ("TH",))),
        (
            "Ms. OGAWA Haruka, Minister for Foreign Affairs of Japan, held",
            ("person", ("Minister for Foreign Affairs",), "OGAWA Haruka", ("JP",)),
        ),
        ("President Harold R. Mitchum said", ("person", ("President",), "Harold R. Mitchum", ())),
        ("President J. D. Vell said", ("person", ("President",), "J. D. Vell", ())),
        ("The two sides agreed", ("sides", (), "", ())),
        ("They strongly opposed", ("they", (), "", ())),
    ],
)
def test_english_mentions(text: str, expected: tuple[object, ...]) -> None:
    assert mentions(text, "en") == [expected]


def test_two_people_joined_by_and_are_one_mention_with_two_members() -> None:
    text = "Thủ tướng Lê Văn Tám và Thủ tướng Lào Xổm-chay Phôm-ma nhất trí"
    (joint,) = find_in(text, "vi")
    assert (joint.kind, [one.name for one in joint.members]) == ("leaders", ["Lê Văn Tám", "Xổm-chay Phôm-ma"])


def test_two_states_joined_by_and_are_one_mention() -> None:
    assert mentions("Việt Nam và Nga ủng hộ", "vi") == [("side", (), "", ("VN", "RU"))]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("an ninh ở Ấn Độ Dương - Thái Bình Dương", "vi"),
        ("trao đổi ý kiến, học tiếng Anh, bỉ ổi", "vi"),
        ("peace in the South China Sea and the Indian Ocean", "en"),
    ],
)
def test_words_that_hold_the_name_of_a_state_and_are_none(text: str, code: str) -> None:
    assert mentions(text, code) == []


def test_an_office_after_another_states_is_somebody_elses() -> None:
    assert mentions("Tiếp Thủ tướng Lào, Chủ tịch nước đề nghị", "vi") == [
        ("person", ("Thủ tướng",), "", ("LA",)),
        ("person", ("Chủ tịch nước",), "", ()),
    ]
