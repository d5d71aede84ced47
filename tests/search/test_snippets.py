"""Passages of the original text with what was searched for marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.search.snippets import LENGTH, marked, passage
from events.selection.words import read
from tests.search.corpus import nfd


def bracketed(pieces):
    return "".join(f"[{piece.text}]" if piece.is_hit else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("Mở tuyến đường sắt mới.", "duong sat", "Mở tuyến [đường sắt] mới."),
        ("Mở tuyến đường sắt mới.", "Đường", "Mở tuyến [đường] sắt mới."),
        (nfd("Mở tuyến đường sắt."), "duong", nfd("Mở tuyến [đường] sắt.")),
        (nfd("Vì hoà"), "hoà", nfd("Vì [hoà]")),
        ("Kỷ niệm", "kỉ", "[Kỷ] niệm"),
        ("Kỉ niệm", "kỷ niệm", "[Kỉ niệm]"),
        ("quốc phòng - an ninh", "quốc phòng-an ninh", "[quốc phòng - an ninh]"),
        ("quốc phòng - an ninh", "quốc an", "[quốc] phòng - [an] ninh"),
        ("Ông V.Mẫu-tin", "mau-tin", "Ông V.[Mẫu-tin]"),
        ("ngày 26/1/2031", "26/1", "ngày [26/1]/2031"),
        ("Điện đàm, điện thoại", "dien*", "[Điện] đàm, [điện] thoại"),
        ("điện đàm hội đàm", '"hoi da"*', "điện đàm [hội đàm]"),
        ("sắt và đường sắt", '"đường sắt"', "sắt và [đường sắt]"),
        ("thép sắt", "sắt OR thép", "[thép sắt]"),
        ("đường sắt", "đường -sắt", "[đường] sắt"),
        ("Lyon ly", "ly*", "[Lyon ly]"),
        ("asat sata sat", "sat", "asat sata [sat]"),
        ("<b>sắt</b> & sắt", "sat", "<b>[sắt]</b> & [sắt]"),
        ("İstanbul ½ sắt", "sat", "İstanbul ½ [sắt]"),
        ("không có", "sắt", "không có"),
        ("", "sắt", ""),
    ],
)
def test_every_term_is_marked_in_the_text_as_it_stands(text, typed, shown):
    assert bracketed(marked(text, read(typed)[0].query)) == shown


def test_a_passage_begins_a_little_before_the_first_phrase():
    text = "Sắt thép. " * 30 + "Hai bên mở tuyến đường sắt mới. " + "Còn nữa. " * 60
    shown = passage(text, read("đường sắt")[0].query)
    assert "mở tuyến [đường sắt] mới" in bracketed(shown.pieces)
    assert shown.is_cut_before
    assert shown.is_cut_after


def test_without_a_phrase_a_passage_holds_as_many_of_the_words_as_it_can():
    text = "Đường dài. " + "Không có gì ở đây. " * 30 + "Sắt bên đường xa."
    assert bracketed(passage(text, read("duong sat")[0].query).pieces).endswith("[Sắt] bên [đường] xa.")


def test_a_text_without_the_words_gives_no_passage():
    assert passage("Hai bên hội đàm.", read("sắt")[0].query) is None
    assert passage("Hai bên hội đàm.", read("-sắt")[0].query) is None


def test_a_passage_is_found_beyond_letters_that_are_not_vietnamese():
    assert bracketed(passage("中文 ﬁ ñandú đường sắt", read("nandu")[0].query).pieces) == "中文 ﬁ [ñandú] đường sắt"


@pytest.mark.parametrize("word", ["a\u0301du", "ñdu", "duñ"])
def test_a_part_of_a_word_with_other_letters_is_no_hit(word):
    assert passage(f"{word} là tên.", read("du")[0].query) is None
    assert bracketed(passage(f"{word}, rồi lại du.", read("du")[0].query).pieces) == f"{word}, rồi lại [du]."


def test_a_word_whose_accents_stand_alone_is_found():
    assert bracketed(passage("đi du\u0301 xa", read("du")[0].query).pieces) == "đi [du\u0301] xa"


texts = st.text(st.sampled_from("sắt SAT đường dương duong\u0301\u0323 hoà- ½İß<&\n.中"), max_size=400)


@given(text=texts, typed=st.lists(st.sampled_from(["sat", "đường", "hoà", '"duong sat"', "du*", "ß"]), min_size=1))
def test_marking_and_cutting_alter_nothing(text, typed):
    query = read(" ".join(typed))[0].query
    assert "".join(piece.text for piece in marked(text, query)) == text
    shown = passage(text, query)
    if shown:
        cut = "".join(piece.text for piece in shown.pieces)
        assert cut in text
        assert len(cut) <= LENGTH + 60
        assert any(piece.is_hit for piece in shown.pieces)
