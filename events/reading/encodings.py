"""Vietnamese text from before Unicode: which of its encodings a file is in, told by the syllables that come out.

A file in another legacy encoding decodes into something too, but not into Vietnamese syllables; it gives None, for a
guess would turn letters into others without anyone noticing. The tables are in `encodings.toml`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

SAMPLE = 100_000  # characters in which syllables are counted
LEAST_WORDS = 8  # words with a mark below which nothing is told: a name or two fit any encoding
LEAST_SHARE = 0.9  # of the words with a mark that must be Vietnamese syllables; the rest are names and slips
LEAST_PLAIN = 0.6  # of all words beside them that could be Vietnamese
LONGEST = 7  # letters of a syllable: nghiêng
MARGIN = 0.3  # by which the best encoding must be ahead of the next

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKS = re.compile(f"[{_TONES}]{{2}}")
_STOPPED = ("c", "ch", "p", "t")  # a syllable that ends so is sharp or heavy
_MARKUP = re.compile(r"<(script|style)\b[^<]*+(?:<(?!/\1)[^<]*+)*+</\1|<[^<>]*>", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_LETTER_OF_NO_FONT = re.compile(r"[a-z]")


class Legacy(NamedTuple):
    """A text and the name of the encoding that it was in."""

    text: str
    encoding: str


def decode_vietnamese(data: bytes) -> Legacy | None:
    """Return the text of bytes that are Vietnamese in windows-1258, TCVN3 or VNI, in composed letters, else None."""
    found: list[tuple[float, Legacy]] = []
    for name, decoder in (("windows-1258", _windows_1258), ("tcvn3", _tcvn3), ("vni", _vni)):
        text = decoder(data)
        if text is not None:
            found.append((plausibility(text), Legacy(text, name)))
    found.sort(key=lambda one: one[0], reverse=True)
    if not found or found[0][0] < LEAST_SHARE:
        return None
    if len(found) > 1 and found[0][0] - found[1][0] < MARGIN:
        return None
    return found[0][1]


def plausibility(text: str) -> float:
    """Return the share (0 to 1) of words with a mark that are Vietnamese syllables; 0 where too few words tell it."""
    words = [_as_syllable(word) for word in _WORD.findall(_MARKUP.sub(" ", text[:SAMPLE]))]
    marked = [word for word in words if not word.isascii()]
    plain = [word for word in words if word.isascii()]
    if len(marked) < LEAST_WORDS or sum(map(is_syllable, plain)) < LEAST_PLAIN * len(plain):
        return 0.0
    return sum(map(is_syllable, marked)) / len(marked)


def _as_syllable(word: str) -> str:
    """Return the word in small letters; a capital within (thuỊ) is no Vietnamese and stays."""
    return word.lower() if word[1:].islower() or word.isupper() else word


def is_syllable(word: str) -> bool:
    """Tell whether a word in small composed letters can be a Vietnamese syllable."""
    return len(word) <= LONGEST and _is_syllable(word)


@lru_cache(maxsize=20_000)
def _is_syllable(word: str) -> bool:
    parts = unicodedata.normalize("NFD", word)
    tones = [letter for letter in parts if letter in _TONES]
    rest = unicodedata.normalize("NFC", "".join(letter for letter in parts if letter not in _TONES))
    if len(tones) > 1 or rest not in _syllables():
        return False
    return not tones or tones[0] in "\u0301\u0323" or not rest.endswith(_STOPPED)


def _windows_1258(data: bytes) -> str | None:
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        return None
    # Composing takes quadratic time in a run of marks; a letter has one here, for the others are part of the letter.
    return None if _MARKS.search(text) else unicodedata.normalize("NFC", text)


def _tcvn3(data: bytes) -> str | None:
    table = _tcvn3_table()
    letters = [table.get(byte) for byte in set(data)]
    if None in letters:
        return None
    text = data.decode("latin-1").translate(table)
    return "\n".join(map(_in_capitals, text.split("\n")))


def _in_capitals(line: str) -> str:
    """Return a line that was set in a font of capitals in capitals: there a small `à` is printed as `À`."""
    plain = [letter for letter in line if letter.isascii() and letter.isalpha()]
    return line.upper() if len(plain) >= 4 and not _LETTER_OF_NO_FONT.search(line) else line


def _vni(data: bytes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    pattern, composed = _vni_table()
    return unicodedata.normalize("NFC", pattern.sub(lambda found: composed[found[0]], text))


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _tcvn3_table() -> dict[int, str]:
    """Return the letter of each byte that TCVN3 has, with the punctuation that Windows adds below its letters."""
    table = _tables()["tcvn3"]
    first, letters = table["from"], table["letters"].strip()
    punctuation = (0x85, *range(0x91, 0x98))
    return {
        **{byte: chr(byte) for byte in range(0x80)},
        **{byte: bytes([byte]).decode("cp1252") for byte in punctuation},
        0xA0: "\xa0",
        **{byte: letter for byte, letter in enumerate(letters, first) if letter != "."},
    }


@lru_cache(maxsize=1)
def _vni_table() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of VNI's letters, the longest first, and what each stands for."""
    table = _tables()["vni"]
    single = {**table["letters"], **{byte.upper(): letter.upper() for byte, letter in table["letters"].items()}}
    marks = {**table["marks"], **{byte.upper(): mark for byte, mark in table["marks"].items()}}
    bases = {base: base for base in "aeouyAEOUY"} | {byte: single[byte] for byte in "ôöÔÖ"}
    composed = dict(single)
    for (base, letter), (byte, mark) in product(bases.items(), marks.items()):
        whole = unicodedata.normalize("NFC", letter + mark)
        if len(whole) == 1:  # what no Vietnamese letter is (a breve on o) stays as it came, and tells against VNI
            composed[base + byte] = whole
    longest_first = sorted(composed, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), composed


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    table = _tables()["syllable"]
    rhymes = table["rhymes"].split()
    return frozenset(onset + rhyme for onset, rhyme in product(["", *table["onsets"].split()], rhymes)) | {"gi"}
