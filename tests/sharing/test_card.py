"""The picture that a shared link shows."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFont

from events.sharing.card import _FONT, Card, picture_of, wrapped

MARKS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵdđ"
LETTERS = "abcdefghijklmnopqrstuvwxyz" + MARKS
PRINTED = LETTERS + LETTERS.upper() + "0123456789.,;:!?()[]-–—“”‘’„…·/%&+'\"₫€"


def card(words, **others):
    return Card(words, "Anna Mẫu (hoan nghênh)", "2 January 2031", "Diplomatic Events Archive", **others)


def test_the_card_is_a_png_of_the_size_that_previews_are_shown_in():
    picture = Image.open(BytesIO(picture_of(card("mở rộng thương mại"))))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_the_card_is_small():
    assert len(picture_of(card("thường xuyên trao đổi đoàn cấp cao " * 30))) < 60_000


def test_the_words_are_drawn():
    assert len({picture_of(card(words)) for words in ("mở rộng", "mơ rộng", "mở rông")}) == 3


def test_no_vietnamese_letter_is_missing_from_the_font():
    font = ImageFont.truetype(str(_FONT), 40, layout_engine=ImageFont.Layout.BASIC)
    nothing = bytes(font.getmask("\U0010fffd"))
    assert [letter for letter in PRINTED if bytes(font.getmask(letter)) == nothing] == []


@pytest.mark.parametrize(
    "words", ["", " ", "x" * 100_000, "中文 😀 ไทย العربية", "a\0b\u202ec\ud800", "e\u0323\u0302" * 900, "\n\t"]
)
def test_odd_letters_make_a_card_too(words):
    assert Image.open(BytesIO(picture_of(Card(words, words, words, words)))).size == (1200, 630)


def test_more_words_than_are_looked_at_change_nothing():
    assert picture_of(card("dài " * 5_000)) == picture_of(card("dài " * 50_000))


def width(letter):
    return 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("một hai ba", ["một hai", "ba"]),
        ("một hai ba bốn năm", ["một hai", "ba bốn", "năm"]),
        ("một hai ba bốn năm sáu", ["một hai", "ba bốn", "năm sáu"]),
        ("một hai ba bốn năm sáu bảy", ["một hai", "ba bốn", "năm …"]),
        ("một hai ba bốn năm, sáu bảy", ["một hai", "ba bốn", "năm …"]),
        ("abcdefghijkl", ["abcdefgh", "ijkl"]),
        ("a" * 30, ["aaaaaaaa", "aaaaaaaa", "aaaaaa …"]),
    ],
)
def test_a_text_is_set_in_lines_and_cut_at_a_word(text, lines):
    assert wrapped(text, 8, 3, width) == lines


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(1, 30), st.integers(1, 6))
def test_lines_are_never_wider_or_more_than_asked_for(text, most_letters, most_lines):
    lines = wrapped(text, most_letters + 3, most_lines, width)
    assert len(lines) <= most_lines
    assert [line for line in lines if len(line) > most_letters + 3] == []


@settings(deadline=None)
@given(st.text(max_size=200))
def test_with_room_enough_no_word_is_lost(text):
    assert " ".join(wrapped(text, 1000, 1000, width)).split() == text.split()
