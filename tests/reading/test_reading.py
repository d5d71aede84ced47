"""Of the reader as a whole: what holds for every text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.reading import read
from events.reading.facts import SourceText, Unreadable
from events.reading.source import decode
from tests.reading.conftest import LEDE, reading_of
from tests.rewrite_golden import TEXTS

PIECES = st.lists(
    st.sampled_from([
        "Thủ tướng Lê Văn Tám ", "Hai bên ", "nhất trí ", "khẳng định ", "sẽ ", "Lào ", "đề nghị ", "đánh giá cao ",
        "; ", ", ",
        ". ", "\n\n", "\n", '"', "“", "”", "(", ")", "ông ", "cần ", "và ", "12/3 ", "Ảnh: X", " date 2020-01 ",
        "mở cửa khẩu ",
        "The two sides ", "agreed to ", "he said", "’s ", "½", "İ", "\u0301", "-", "1. ",
    ]),
    max_size=60,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(PIECES)
def test_any_text_is_read_or_has_no_sentence_and_quotes_are_verbatim(pieces: list[str]) -> None:
    text = unicodedata.normalize("NFC", "".join(pieces))
    try:
        reading = read(SourceText(text, "utf-8"))
    except Unreadable:  # the only one that `read` raises is "no-sentence"
        return
    assert all(quote.span.of(reading.body) == quote.quote for quote in reading.commitments)
    spans = [quote.span for quote in reading.commitments]
    assert all(one.end <= after.start for one, after in pairwise(spans))
    assert all(
        reading.body[run.body : run.body + run.length] == text[run.source : run.source + run.length]
        for run in reading.segments
    )


def test_decomposed_text_and_windows_lines_are_read_the_same() -> None:
    for path in TEXTS:
        data = path.read_bytes()
        other = unicodedata.normalize("NFD", data.decode()).replace("\n", "\r\n").encode()
        assert read(decode(other)) == read(decode(data))


def test_a_file_without_a_sentence_is_no_event() -> None:
    with pytest.raises(Unreadable, match="no-sentence"):
        reading_of("Top\n\nBình luận (0)")


def test_edited_topic_cues_are_used() -> None:
    from events.reading.lexicon import load  # noqa: PLC0415 - the other tests read with the default

    edited = load().with_topics({"vi": {"health": ("cửa khẩu",), "borders": ()}})
    text = SourceText(LEDE + "Hai bên nhất trí mở cửa khẩu.", "utf-8")
    assert [quote.topics for quote in read(text, edited).commitments] == [("health",)]
