from __future__ import annotations

import pytest

from events.reading.facts import Span
from events.reading.sentences import quotations, sentences, split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hai bên nhất trí. Ông cảm ơn.", ["Hai bên nhất trí.", "Ông cảm ơn."]),
        ("Diễn đàn (APEC).Tại đây, ông nói.", ["Diễn đàn (APEC).", "Tại đây, ông nói."]),
        ("Tổng thống V.Pu-tin và V. Putin.", ["Tổng thống V.Pu-tin và V. Putin."]),
        ("President Harold R. Mitchum met J. D. Vell. He", ["President Harold R. Mitchum met J. D. Vell.", "He"]),
        ("Tổng thống Ph. Ma-giô. Ông", ["Tổng thống Ph. Ma-giô.", "Ông"]),
        ("Tại Đông Nam Á. Theo bà", ["Tại Đông Nam Á.", "Theo bà"]),
        ("1. At the outset, he spoke.", ["1. At the outset, he spoke."]),
        ("Mr. Do met Ms. Ogawa at 4 p.m. today.", ["Mr. Do met Ms. Ogawa at 4 p.m. today."]),
        ("Đạt 1.200 suất. Hết", ["Đạt 1.200 suất.", "Hết"]),
        ('"Tôi hứa. Tôi sẽ làm", ông nói. Hết', ['"Tôi hứa. Tôi sẽ làm", ông nói.', "Hết"]),
        ('Một " lẻ. Hết', ['Một " lẻ.', "Hết"]),
    ],
)
def test_text_is_split_where_sentences_end(text: str, expected: list[str]) -> None:
    abbreviations = {"mr.", "ms.", "p.m.", "ph."}
    assert [span.of(text) for span in split_sentences(text, Span(0, len(text)), abbreviations)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Theo “một” và "hai" thì "ba', ["“một”", '"hai"']),
        ('"Chính sách "bốn không"", ông nói "vậy"', ['"Chính sách "bốn không""', '"vậy"']),
        ('""Bốn không" là chính sách", ông nói', ['""Bốn không" là chính sách"']),
        ("“Chính sách “bốn không” đó”, ông nói", ["“Chính sách “bốn không” đó”"]),
        ('“Chính sách "bốn không"”, ông nói', ['“Chính sách "bốn không"”']),
        ('"một","hai" và ("ba")', ['"một"', '"hai"', '"ba"']),
        ('một" rồi', []),
    ],
)
def test_quotations_are_found_with_their_marks_the_outermost_only(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in quotations(text, Span(0, len(text)))] == expected


def test_words_keep_their_places_in_the_whole_text() -> None:
    text = "Tựa\n\nHoà bình!"
    (found,) = sentences(text, [Span(5, len(text))], ())
    assert (found.words, found.starts) == (("hòa", "bình", "!"), [5, 9, 13])
    assert [found.end(place) for place in range(3)] == [8, 13, 14]
