"""Vietnamese from before Unicode comes out letter by letter; what is no Vietnamese is refused, not guessed.

All texts are invented.
"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.reading.encodings import decode_vietnamese, is_syllable
from events.reading.facts import Unreadable
from events.reading.source import decode

TEXT = """Thủ tướng Trần Thử Khánh điện đàm với Thủ tướng Nhật Bản Mori Tameshi

Ngày 2/5, hai bên nhất trí mở thêm đường bay thẳng giữa hai nước; đẩy mạnh hợp tác về giáo dục, y tế và kỹ thuật số.
Ở đây, những lời hứa cũ được nhắc lại: ký kết, gìn giữ, ủng hộ, quyết định, khuỷu tay, thuở trước, vỡ lẽ, ẩn ý, ỷ lại.
"""
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
TONES = {"\u0300": "ø", "\u0301": "ù", "\u0303": "õ", "\u0309": "û", "\u0323": "ï"}
CIRCUMFLEX = {"\u0300": "à", "\u0301": "á", "\u0303": "ã", "\u0309": "å", "\u0323": "ä", "": "â"}
BREVE = {"\u0300": "è", "\u0301": "é", "\u0303": "ü", "\u0309": "ú", "\u0323": "ë", "": "ê"}
VNI_WHOLE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ", "ơ": "ô", "ư": "ö"}
# The standard's own table, from its first letter on.
TCVN3 = dict(
    zip(
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        (
            byte
            for run in ("A1 AE", "B5 B9", "BB BE", "C6 CC", "CE D8", "DC DF", "E1 EF", "F1 FE")
            for first, last in [bytes.fromhex(run)]
            for byte in range(first, last + 1)
        ),
        strict=True,
    )
)


def in_windows_1258(text: str) -> bytes:
    """Write the tone apart where the code page has no letter with it."""
    written = []
    for letter in text:
        try:
            written.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(part for part in parts if part in TONES)
            written.append(unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258"))
            written.append(tone.encode("cp1258"))
    return b"".join(written)


def in_tcvn3(text: str) -> bytes:
    return bytes(TCVN3.get(letter) or TCVN3.get(letter.lower()) or ord(letter) for letter in text)


def in_vni(text: str) -> bytes:
    return "".join(map(vni_letter, text)).encode("cp1252")


def vni_letter(letter: str) -> str:
    if letter.lower() in VNI_WHOLE:
        whole = VNI_WHOLE[letter.lower()]
        return whole if letter.islower() else whole.upper()
    parts = unicodedata.normalize("NFD", letter)
    base, tone = parts[0], next((part for part in parts if part in TONES), "")
    if "\u0302" in parts:
        written = base + CIRCUMFLEX[tone]
    elif "\u0306" in parts:
        written = base + BREVE[tone]
    else:
        base = {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[base] if "\u031b" in parts else base
        written = base + TONES.get(tone, "")
    return written if letter.islower() else written.upper()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (in_windows_1258(TEXT), "windows-1258"),
        (in_tcvn3(TEXT.replace("Ở", "ở")), "tcvn3"),
        (in_vni(TEXT), "vni"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_text_is_the_same_in_every_encoding(data: bytes, encoding: str) -> None:
    source = decode(data)
    assert (source.text.replace("\nỞ", "\nở"), source.encoding) == (TEXT.replace("\nỞ", "\nở"), encoding)


def test_well_known_lines_come_out() -> None:
    tcvn3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc".encode("latin-1")
    vni = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc".encode("cp1252")
    said = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc"
    assert (decode_vietnamese(tcvn3), decode_vietnamese(vni)) == ((said, "tcvn3"), (said, "vni"))


def test_a_line_set_in_a_font_of_capitals_is_in_capitals() -> None:
    body = in_tcvn3("Hai bên nhất trí mở thêm đường bay thẳng giữa hai nước, đẩy mạnh hợp tác giáo dục.")
    decoded = decode_vietnamese(b"C\xe9NG H\xdfA X\xb7 H\xe9I\n" + body)
    assert decoded is not None
    assert decoded.text.split("\n")[0] == "CỘNG HÒA XÃ HỘI"


SYLLABLES = st.sampled_from([word for word in dict.fromkeys(TEXT.lower().split()) if is_syllable(word)])


@given(st.lists(SYLLABLES, min_size=30, max_size=60), st.sampled_from([in_windows_1258, in_tcvn3, in_vni]))
def test_what_is_written_in_an_encoding_is_read_from_it(words: list[str], write: object) -> None:
    text = " ".join([*words, "đường bay nhất trí hợp tác hữu nghị giữa hai nước láng giềng"])
    assert decode(write(text)).text == text  # type: ignore[operator]


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_is_in_every_table(letter: str) -> None:
    around = "đường bay nhất trí hợp tác hữu nghị giữa hai nước láng giềng vững mạnh, hết"
    text = f"{around} {letter} {around}"
    assert [decode(write(text)).text for write in (in_windows_1258, in_tcvn3, in_vni)] == [text] * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Les deux présidents ont évoqué à Hanoï la coopération économique, la santé et l'éducation. " * 5, "latin-1"),
        ("Os dois países estão de acordo; não há dúvida: já é tempo de cooperação e de ação. " * 5, "latin-1"),
        (
            "Die Außenminister erörterten in Köln die Lage und bekräftigten ihre Unterstützung für Gespräche. " * 5,
            "cp1252",
        ),
        ("双方同意加强合作，增进两国人民之间的友谊。" * 10, "gbk"),
        ("両首脳は、航空路線の拡大で一致した。" * 10, "shift_jis"),
        ("Стороны договорились о сотрудничестве в области образования. " * 5, "cp1251"),
    ],
    ids=["French", "Portuguese", "German", "Chinese", "Japanese", "Russian"],
)
def test_another_legacy_encoding_is_refused_and_not_guessed(text: str, encoding: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(text.encode(encoding))
    assert caught.value.code == "encoding"


def test_a_few_names_are_too_little_to_tell_an_encoding() -> None:
    with pytest.raises(Unreadable):
        decode(in_tcvn3("Trần Thử Khánh"))


def test_utf_8_with_one_broken_byte_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        decode(TEXT.encode() * 3 + b"\xff")
    assert caught.value.code == "encoding"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *((word, True) for word in ("nghiêng", "quốc", "giữa", "gì", "khuỷu", "ước", "à", "quyết", "uỷ")),
        *((word, False) for word in ("tốp̀", "càp", "tá»", "présidents", "brê", "ngghi", "a" * 100)),
    ],
)
def test_a_syllable_is_told_by_onset_rhyme_and_tone(word: str, expected: bool) -> None:
    assert is_syllable(word) is expected


def test_a_run_of_marks_takes_no_time() -> None:
    with pytest.raises(Unreadable):
        decode(b"a" + b"\xcc" * 2_000_000)


def test_markup_around_the_words_does_not_hide_the_encoding() -> None:
    page = (
        b"<html><head><style>body { color: red }</style></head><body class=main>" + in_tcvn3(TEXT) + b"</body></html>"
    )
    assert decode(page).encoding == "tcvn3"
