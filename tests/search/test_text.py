"""The words of a text, in the forms in which they are kept and asked for."""

from hypothesis import example, given
from hypothesis import strategies as st

from events.search.text import ACCENTED, MARKS, places_of, words_of

LETTERS = st.sampled_from("aAyiđĐhnoqu1 -.,_" + ACCENTED + ACCENTED.upper() + MARKS)
ODD_LETTERS = st.sampled_from("ßŁÐİſКЖ中ªı\u0301\u0323\u00ad\u200b½")


@given(st.text(LETTERS | ODD_LETTERS, max_size=60))
@example("Hoà bình, thuỷ sản; kỷ niệm – Mỹ")
@example("Ðường sắt Việt\u00adNam")
@example("Kı̣ch ſự")
def test_all_words_of_a_text_are_those_found_place_by_place(text):
    assert words_of(text) == [place.word for place in places_of(text)]


def test_a_usual_word_has_its_folded_and_its_spelled_form():
    assert [tuple(word) for word in words_of("Hoà ĐÀM 26/1")] == [
        ("hoa", "hòa"),
        ("dam", "đàm"),
        ("26", "26"),
        ("1", "1"),
    ]
