"""One letter shape for many spellings: how texts and words are compared.

`nfc` is the form that is stored, `key` the form in which two spellings of a word are the same word, `fold` the form
of a reader who types without diacritics. All three go through `str.translate`: a table look-up for each character.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Eth and African D stand for Đ in many Vietnamese files; a byte order mark or a zero-width space stands for nothing.
_STORED: dict[int, str | None] = {0xD0: "Đ", 0xF0: "đ", 0x189: "Đ", 0x256: "đ", 0xFEFF: None, 0x200B: None}
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-")
_QUOTES = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x201E: '"', 0xAB: '"', 0xBB: '"'}


class _Lowered(dict[int, str]):
    """A translation table, filled as letters are met: lower case and plain punctuation, one character for one."""

    def __missing__(self, code: int) -> str:
        letter = chr(code).lower()
        self[code] = letter if len(letter) == 1 else chr(code)  # "İ".lower() has two characters
        return self[code]


class _Folded(dict[int, str]):
    """A translation table to lower-case letters without marks; a mark of its own becomes nothing."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code)).lower()
        kept = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
        self[code] = kept.replace("đ", "d")
        return self[code]


_PLAIN = {**_SPACES, **_DASHES, **_QUOTES}
_LOWERED = _Lowered({**_PLAIN, 0xD0: "đ", 0x189: "đ", 0x256: "đ"})
_FOLDED = _Folded({**_PLAIN, **dict.fromkeys(_INVISIBLE, ""), 0xD0: "d", 0xF0: "d", 0x189: "d", 0x256: "d"})

_NEW_TONES, _OLD_TONES = "àáảãạèéẻẽẹỳýỷỹỵ", "òóỏõọòóỏõọùúủũụ"
_PLAIN_VOWELS = "aaaaaeeeeeyyyyy"
_TONE_MOVES = {
    ("u" if vowel == "y" else "o") + new: old + vowel
    for new, old, vowel in zip(_NEW_TONES, _OLD_TONES, _PLAIN_VOWELS, strict=True)
}
# Only an open syllable has two spellings (hoà, hòa); in `qu-` the u belongs to the consonant (quý).
_NEW_STYLE = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])")
_WORD = re.compile(r"[^\W_]+")


def nfc(text: str) -> str:
    """Return `text` as it is stored: NFC, Đ for its look-alikes, no byte order mark or zero-width space."""
    return unicodedata.normalize("NFC", text).translate(_STORED)


def lowered(text: str) -> str:
    """Return NFC `text` in lower case, plain punctuation and one style of tone marks, character for character.

    The result has the length of `text`, so that a place in the one is the same place in the other.
    """
    return _NEW_STYLE.sub(lambda found: _TONE_MOVES[found[0]], text.translate(_LOWERED))


def key(text: str) -> str:
    """Return the form in which two spellings of a text are equal: `key("Hoà  Bình") == key("hòa  bình")`."""
    return lowered(nfc(text).translate(_INVISIBLE))


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics: `fold("Đường sắt") == "duong sat"`."""
    return text.translate(_FOLDED)


def fold_map(text: str) -> tuple[str, list[int]]:
    """Return `fold(text)` and, for each of its characters, the place in `text` that it comes from."""
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for kept in _FOLDED[ord(letter)]:
            folded.append(kept)
            places.append(place)
    return "".join(folded), places


def tokens(text: str) -> list[str]:
    """Return the folded words of `text`: `tokens("Quốc phòng - an ninh") == ["quoc", "phong", "an", "ninh"]`."""
    return _WORD.findall(fold(text))


def fingerprint(body: str) -> str:
    """Return the SHA-256 (hex) of the folded words of `body`: layout, case and marks do not change it."""
    return hashlib.sha256(" ".join(tokens(body)).encode()).hexdigest()
