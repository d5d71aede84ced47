"""One letter shape for many spellings: how texts and words are compared.

`nfc` is the form that is stored, `key` the form in which two spellings of a word are the same word, `fold` the form
of a reader who types without diacritics. Most texts hold few of the letters that have to change, so `nfc` and `key`
search for these and leave the rest alone: many times as fast as a table look-up for each character.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Eth and African D stand for Đ in many Vietnamese files; a byte order mark or a zero-width space stands for nothing.
_STORED = {0xD0: "Đ", 0xF0: "đ", 0x189: "Đ", 0x256: "đ", 0xFEFF: "", 0x200B: ""}
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), "")
_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-")
_QUOTES = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x201E: '"', 0xAB: '"', 0xBB: '"'}


class _Changes:
    """Some characters, each with what takes its place."""

    def __init__(self, table: dict[int, str]) -> None:
        self.table = {chr(code): instead for code, instead in table.items()}
        self.any = re.compile(f"[{re.escape(''.join(self.table))}]")

    def of(self, text: str) -> str:
        """Return `text` with the changes made."""
        return self.any.sub(lambda found: self.table[found[0]], text)


class _Folded(dict[int, str]):
    """A translation table to lower-case letters without marks; a mark of its own becomes nothing."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code)).lower()
        kept = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
        self[code] = kept.replace("đ", "d")
        return self[code]


_PLAIN = {**_SPACES, **_DASHES, **_QUOTES}
_STORING = _Changes(_STORED)
_KEYING = _Changes({**_INVISIBLE, **_STORED})
_LOWERING = _Changes({**_PLAIN, 0xD0: "đ", 0x189: "đ", 0x256: "đ"})
_FOLDED = _Folded({**_PLAIN, **_INVISIBLE, 0xD0: "d", 0xF0: "d", 0x189: "d", 0x256: "d"})

_NEW_TONES, _OLD_TONES = "àáảãạèéẻẽẹỳýỷỹỵ", "òóỏõọòóỏõọùúủũụ"
_PLAIN_VOWELS = "aaaaaeeeeeyyyyy"
_TONE_MOVES = {
    ("u" if vowel == "y" else "o") + new: old + vowel
    for new, old, vowel in zip(_NEW_TONES, _OLD_TONES, _PLAIN_VOWELS, strict=True)
}
# Only an open syllable has two spellings (hoà, hòa); in `qu-` the u belongs to the consonant (quý).
# The look-behind stands after the first letter, so that the search can run from one o or u to the next.
_NEW_STYLE = re.compile(r"(?:o(?<!qo)[àáảãạèéẻẽẹ]|u(?<!qu)[ỳýỷỹỵ])(?![^\W\d_])")
_WORD = re.compile(r"[^\W_]+")


def nfc(text: str) -> str:
    """Return `text` as it is stored: NFC, Đ for its look-alikes, no byte order mark or zero-width space."""
    return _STORING.of(unicodedata.normalize("NFC", text))


def lowered(text: str) -> str:
    """Return NFC `text` in lower case, plain punctuation and one style of tone marks, character for character.

    The result has the length of `text`, so that a place in the one is the same place in the other.
    """
    plain = _LOWERING.of(text)
    lower = plain.lower()
    if len(lower) != len(plain) or "Σ" in plain:  # "İ".lower() has two characters, "Σ".lower() depends on its place
        lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in plain)
    return _NEW_STYLE.sub(lambda found: _TONE_MOVES[found[0]], lower)


def visible(text: str) -> str:
    """Return `nfc(text)` without what cannot be seen in it: soft hyphens, joiners, marks of zero width."""
    return _KEYING.of(unicodedata.normalize("NFC", text))


def key(text: str) -> str:
    """Return the form in which two spellings of a text are equal: `key("Hoà  Bình") == key("hòa  bình")`."""
    return lowered(visible(text))


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
