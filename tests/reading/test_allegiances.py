from __future__ import annotations

import pytest

from tests.reading.conftest import reading_of

CALL = "Readout of President Holt's Call with Prime Minister Tanabe of Japan\n\nMarch 5, 2024\n\n"
SPOKE = "President Mark R. Holt spoke today with Prime Minister Sora Tanabe of Japan. "


def countries(text: str) -> dict[str, str | None]:
    return {one.name: one.country for one in reading_of(text).people}


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("The two leaders agreed to deepen trade.", None),
        ("President Holt underscored the United States' ironclad commitment to the defense of Japan.", "US"),
        ("President Holt said that Canada supports Japan.", "CA"),
        ("President Holt said that Japan supports peace.", None),
        ("President Holt called on North Korea to abandon its nuclear program.", None),
        ("President Holt condemned Russia's war.", None),
    ],
)
def test_a_country_is_lent_to_nobody_who_is_not_said_to_speak_for_it(said: str, country: str | None) -> None:
    assert countries(CALL + SPOKE + said) == {"Sora Tanabe": "JP", "Mark R. Holt": country}


def test_who_stands_without_a_country_is_flagged_and_no_side_is_made_up() -> None:
    reading = reading_of(CALL + SPOKE + "The two leaders agreed to deepen trade.")
    assert [flag.evidence for flag in reading.flags if flag.code == "leader-without-country"] == ["Mark R. Holt"]
    assert [quote.sides for quote in reading.commitments] == [("JP",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two strangers: the one's state is not the other's
        (
            "Ngày 5/3, Tổng thống Mác Hôn điện đàm với Thủ tướng Nhật Bản Sora Tanabe.",
            {"Mác Hôn": None, "Sora Tanabe": "JP"},
        ),
        # … unless the text says whose he is
        (
            "Ngày 5/3, Tổng thống Giôn Hôn điện đàm với Thủ tướng Nhật Bản Sora Tanabe.\n\n"
            "Tổng thống Giôn Hôn khẳng định cam kết của Mỹ với khu vực.",
            {"Giôn Hôn": "US", "Sora Tanabe": "JP"},
        ),
        # the home side meets the one other state
        (
            "Ngày 5/3, Thủ tướng Lê Văn Tám thăm Lào, gặp Thủ tướng Xổm-chay Phôm-ma.",
            {"Lê Văn Tám": "VN", "Xổm-chay Phôm-ma": "LA"},
        ),
        # no state has two prime ministers
        (
            "Ngày 5/3, Thủ tướng Lê Văn Tám gặp Thủ tướng Lào Xổm-chay Phôm-ma và Thủ tướng Hun Xa-rét.",
            {"Lê Văn Tám": "VN", "Xổm-chay Phôm-ma": "LA", "Hun Xa-rét": None},
        ),
    ],
)
def test_the_same_in_vietnamese(text: str, expected: dict[str, str | None]) -> None:
    assert countries(text) == expected


def test_seas_and_small_words_are_no_states() -> None:
    text = "On March 5, President Mark Holt met General Secretary Le Van Tam of Vietnam on the South China Sea."
    assert countries(text)["Mark Holt"] is None


def test_no_state_is_lent_to_two_people() -> None:
    text = "On March 5, Foreign Minister Ann Sample met Foreign Minister Bob Trial. Canada is a good place to meet."
    assert list(countries("Canada talks\n\n" + text).values()).count("CA") <= 1


def test_the_state_that_the_text_pairs_with_the_others_is_lent() -> None:
    text = (
        "On January 16, Mr. Sora Sample, Minister for Foreign Affairs, held a telephone talk with Dr. Karl Trial, "
        "Federal Minister for Foreign Affairs, Germany.\n\n"
        "Both ministers agreed to deepen the relations between Japan and Germany."
    )
    assert countries(text) == {"Sora Sample": "JP", "Karl Trial": "DE"}


def test_an_office_that_one_state_alone_has_tells_it() -> None:
    text = "Secretary of State Mark Sample spoke today with Russian Foreign Minister Ivan Trial about trade."
    assert countries(text) == {"Mark Sample": "US", "Ivan Trial": "RU"}


def test_a_name_without_an_office_has_the_one_that_stands_without_a_name() -> None:
    text = (
        "Ivan Trial had a telephone conversation with President of the United States Mark Sample.\n\n"
        "The President of Russia stressed the importance of trade."
    )
    assert countries(text) == {"Ivan Trial": "RU", "Mark Sample": "US"}


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("Canberra will open a second consulate in Osaka.", "AU"),
        ("The Australian leader called for freer trade.", "AU"),
        ("Mr. Holt thanked Tokyo after Canberra had agreed to a loan.", None),  # told by the way
        ("Canberra will open a consulate in Osaka. Ottawa will open another.", None),  # two: either may be his
    ],
)
def test_the_one_state_that_acts_and_has_nobody_is_that_of_who_has_none(said: str, country: str | None) -> None:
    assert countries(CALL + SPOKE + said)["Mark R. Holt"] == country


def test_a_headline_that_names_a_state_counts_though_the_event_was_in_that_state() -> None:
    text = (
        "Peru and Japan sign memorandum on mining\n\n9 August 2023\n\n"
        "President Lucía Sample and the Prime Minister of Japan, Sora Tanabe, signed a memorandum in Lima on Tuesday."
    )
    assert countries(text) == {"Lucía Sample": "PE", "Sora Tanabe": "JP"}


def test_a_pronoun_after_an_office_tells_whose_state_is_spoken_of() -> None:
    text = (
        "Press remarks with the President of Poland\n\n4 October 2023\n\n"
        "Prime Minister Katrín Sample and the President of Poland, Jan Test, spoke to the press in Reykjavik today.\n\n"
        '"We will open a second school," the Prime Minister said. She added that Iceland hopes for more engineers.'
    )
    assert countries(text) == {"Katrín Sample": "IS", "Jan Test": "PL"}


def test_who_sends_an_envoy_is_of_the_envoys_state() -> None:
    text = (
        "Đặc phái viên của Tổng thống Hàn Quốc đã trao thư của Tổng thống Seo Jae-min tới Tổng Bí thư Lê Văn Tám.\n\n"
        "Chiều 5/3/2024, ông Moon Sang-hyun, nguyên Phó Chủ tịch Quốc hội, Đặc phái viên của Tổng thống Hàn Quốc, đã "
        "trao thư cho Tổng Bí thư Lê Văn Tám.\n\n"
        "Trong thư, Tổng thống Seo Jae-min khẳng định Hàn Quốc coi Việt Nam là đối tác trọng tâm."
    )
    assert countries(text)["Seo Jae-min"] == "KR"
