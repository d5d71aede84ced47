from __future__ import annotations

from events.reading.phrases import Phrases

PHRASES = Phrases([("hợp tác", 1), ("hợp tác quốc phòng", 2), ("an ninh", 3), ("an ninh", 4)])


def test_the_longest_phrase_at_a_place_is_found() -> None:
    assert PHRASES.at(("hợp", "tác", "quốc", "phòng", "với"), 0) == (4, 2)


def test_a_phrase_that_breaks_off_leaves_the_shorter_one() -> None:
    assert PHRASES.at(("hợp", "tác", "quốc", "gia"), 0) == (2, 1)


def test_the_first_meaning_of_a_phrase_stays() -> None:
    assert PHRASES.at(("an", "ninh"), 0) == (2, 3)


def test_phrases_are_found_from_left_to_right_and_within_borders() -> None:
    words = ("hợp", "tác", "an", "ninh", "hợp", "tác", "quốc", "phòng")
    assert PHRASES.find(words, 0, 7) == [(0, 2, 1), (2, 4, 3), (4, 6, 1)]
