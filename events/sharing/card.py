"""The picture that a shared link shows: a quote, or a title, set in type on a card.

It is drawn on the server, from letters that the project brings along: what a machine has of fonts changes nothing.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630  # the size that Open Graph previews are shown in
MEDIA_TYPE = "image/png"

_FONT = Path(__file__).with_name("fonts") / "NotoSerif-SemiBold.ttf"
_MARGIN = 80
_SIZES = (60, 52, 46, 40, 36)  # pixels; the largest in which the words have room
_LEADING = 1.5  # lines of Vietnamese need room for two marks above a letter
_TOP, _BOTTOM = 150, 440  # of the words
_LONGEST = 600  # characters that are looked at: more have no room in any size
_COLOURS = {"paper": "#fdfcf8", "ink": "#1f1c17", "soft": "#5b5548", "accent": "#8a2c1b", "rule": "#ddd6c6"}

Advance = Callable[[str], float]  # of one letter, to where the next one stands


class Card(NamedTuple):
    """What is written on the card: the words, who says them and by which act, the day, the archive's name."""

    words: str
    by: str
    day: str
    archive: str
    is_quote: bool = True


def picture_of(card: Card) -> bytes:
    """Return the card as a PNG of 1200 by 630 pixels. Takes no longer for a longer text; letters may be any."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _COLOURS["paper"])
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 14), fill=_COLOURS["accent"])
    if card.is_quote:
        draw.text((_MARGIN - 6, 30), "“", font=_font(160), fill=_COLOURS["accent"])
    size, lines = _fitted(_drawable(card.words))
    top = _TOP + (_BOTTOM - _TOP - len(lines) * size * _LEADING) / 2
    for number, line in enumerate(lines):
        draw.text((_MARGIN, top + number * size * _LEADING), line, font=_font(size), fill=_COLOURS["ink"])
    draw.line((_MARGIN, 478, WIDTH - _MARGIN, 478), fill=_COLOURS["rule"], width=2)
    for text, height, colour, pixels in (
        (card.by, 492, "ink", 32),
        (card.day, 536, "soft", 26),
        (card.archive, 574, "accent", 26),
    ):
        [line] = wrapped(_drawable(text), WIDTH - 2 * _MARGIN, 1, _advance(pixels)) or [""]
        draw.text((_MARGIN, height), line, font=_font(pixels), fill=_COLOURS[colour])
    written = BytesIO()
    image.quantize(32, method=Image.Quantize.FASTOCTREE).save(written, "PNG")
    return written.getvalue()


def wrapped(text: str, width: float, most: int, advance: Advance) -> list[str]:
    """Return the text in at most as many lines no wider than `width`, cut at a word with "…" where it is longer.

    A word that is wider than a line is parted. `advance` is asked for letters, not for lines.
    """
    lines: list[str] = []
    words = text.split()
    while words:
        fitting = _words_that_fit(words, width, advance)
        if not fitting:
            letters = _letters_that_fit(words[0], width, advance)
            words[:1] = [words[0][:letters], words[0][letters:]]
            fitting = 1
        if len(lines) == most - 1 and fitting < len(words):
            return [*lines, _cut(words[:fitting], width, advance)]
        lines.append(" ".join(words[:fitting]))
        words = words[fitting:]
    return lines


def _fitted(text: str) -> tuple[int, list[str]]:
    """Return the largest size in which the text has room, and its lines; the smallest, cut, where it has none."""
    for size in _SIZES:
        most = int((_BOTTOM - _TOP) // (size * _LEADING))
        lines = wrapped(text, WIDTH - 2 * _MARGIN, most + 1, _advance(size))
        if len(lines) <= most:
            return size, lines
    return size, wrapped(text, WIDTH - 2 * _MARGIN, most, _advance(size))


def _words_that_fit(words: list[str], width: float, advance: Advance) -> int:
    blank = advance(" ")
    widths = accumulate(sum(map(advance, word)) + blank for word in words)
    return bisect_right(list(widths), width + blank)


def _letters_that_fit(word: str, width: float, advance: Advance) -> int:
    """Return how many letters fit into the line; one at least, so that every line takes some."""
    return bisect_right(list(accumulate(map(advance, word))), width) or 1


def _cut(words: list[str], width: float, advance: Advance) -> str:
    """Return the words with "…" after them, without those for which it leaves no room."""
    room = width - sum(map(advance, " …"))
    fitting = _words_that_fit(words, room, advance)
    kept = " ".join(words[:fitting]) or words[0][: _letters_that_fit(words[0], room, advance)]
    return f"{kept.rstrip(' ,;:.')} …"


def _drawable(text: str) -> str:
    """Return the text composed, on one line, without what has no shape, and no longer than can be shown."""
    composed = unicodedata.normalize("NFC", text[: 2 * _LONGEST])[:_LONGEST]
    return "".join(letter if letter.isprintable() else " " for letter in composed)


@lru_cache(maxsize=len(_SIZES) + 3)
def _font(size: int) -> ImageFont.FreeTypeFont:
    # The simple layout is enough for composed Latin letters, and needs no library of the machine.
    return ImageFont.truetype(str(_FONT), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=len(_SIZES) + 3)
def _advance(size: int) -> Advance:
    """Return what tells how wide a letter is; most letters are asked for again and again."""
    return lru_cache(maxsize=2000)(_font(size).getlength)
