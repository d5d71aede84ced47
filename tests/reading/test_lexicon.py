from __future__ import annotations

import pytest

from events.reading.lexicon import load

ACTS = {"agree", "pledge", "affirm", "support", "propose", "welcome", "announce", "oppose"}


@pytest.mark.parametrize("code", ["vi", "en"])
def test_a_language_knows_the_world(code: str) -> None:
    countries = load().languages[code].countries
    assert len(countries) >= 120
    assert {"EU", "UN", "ASEAN"} <= set(countries)


def test_both_languages_have_the_same_actors_and_topics() -> None:
    vi, en = load().languages["vi"], load().languages["en"]
    assert set(vi.countries) == set(en.countries)
    assert set(vi.topics) == set(en.topics)
    assert len(vi.topics) == 30


@pytest.mark.parametrize("code", ["vi", "en"])
def test_cues_stand_for_acts_of_the_guidelines(code: str) -> None:
    cues = load().languages[code].table["cues"]
    assert {act for manner in ("outer", "report", "stance") for act in cues[manner]} == ACTS


def test_the_first_name_of_a_country_is_the_one_shown() -> None:
    assert load().languages["vi"].countries["US"][0] == "Hoa Kỳ"


@pytest.mark.parametrize(
    ("text", "code"), [("Hai bên đã nhất trí với các đề nghị của nhau", "vi"), ("The two sides agreed to it", "en")]
)
def test_the_language_of_a_text_is_told_by_its_frequent_words(text: str, code: str) -> None:
    assert load().language_of(text).code == code


def test_edited_topic_cues_take_the_place_of_the_files() -> None:
    edited = load().with_topics({"vi": {"health": ("thuốc nam",)}})
    assert edited.languages["vi"].topics["health"] == ("thuốc nam",)
    assert edited.languages["vi"].topics["trade"] == load().languages["vi"].topics["trade"]
    assert edited.languages["en"].topics == load().languages["en"].topics
