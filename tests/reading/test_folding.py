from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.reading.folding import fingerprint, fold, fold_map, key, lowered, nfc, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoà bình", "hòa bình"),
        ("khoẻ", "khỏe"),
        ("Uỷ ban", "ủy ban"),
        ("quý, quỳ, quỹ", "quý, quỳ, quỹ"),
        ("toàn thuyền", "toàn thuyền"),
        ("Ðảng", "đảng"),
        ("“6 hơn” – hết", '"6 hơn" - hết'),
    ],
)
def test_key_makes_two_spellings_one(text: str, expected: str) -> None:
    assert key(text) == expected


def test_fold_leaves_letters_without_marks() -> None:
    assert fold("Đường sắt Lào Cai – Hà Nội") == "duong sat lao cai - ha noi"


def test_nfc_mends_look_alikes_and_drops_invisible_characters() -> None:
    assert nfc("\ufeffÐảng\u200b") == "Đảng"


def test_fold_map_leads_from_each_folded_letter_to_its_own() -> None:
    folded, places = fold_map("Đư\u031bờng")
    assert (folded, places) == ("duong", [0, 1, 3, 4, 5])


def test_tokens_are_folded_words() -> None:
    assert tokens("Quốc phòng - an ninh, 26/1") == ["quoc", "phong", "an", "ninh", "26", "1"]


def test_fingerprint_does_not_see_layout() -> None:
    assert fingerprint("Hai bên\n\nnhất trí.") == fingerprint("  hai bên nhất   trí")


def test_fingerprint_sees_another_word() -> None:
    assert fingerprint("Hai bên nhất trí") != fingerprint("Ba bên nhất trí")


@given(st.text())
def test_fold_is_the_same_for_composed_and_decomposed_text(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_key_is_idempotent(text: str) -> None:
    assert key(key(text)) == key(text)


@given(st.text())
def test_lowered_keeps_every_place(text: str) -> None:
    assert len(lowered(text)) == len(text)
