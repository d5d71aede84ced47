"""The headline of a page: out of the lines above its first sentence, between menus, by-lines and dates.

A site's name and a trail of links (`Home › News`, `Trang chủ » Tin trong nước`) look like headlines and are none. Where
several lines could be the headline, the first that tells of an event is, and capitals only where nothing else is there.
"""

from __future__ import annotations

import re

from events.reading.facts import Span
from events.reading.folding import fold, nfc, tokens
from events.reading.lines import ends, has_words, is_byline, is_sentence
from events.reading.pages import Page, Paragraph
from events.reading.sentences import bare_words, split_sentences

STOPPED_WORDS = 4  # words that make a sentence where a full stop closes them …
UNSTOPPED_WORDS = 12  # … and where none does
_WORD = re.compile(r"[^\W_]+")
_TRAIL = re.compile(r"[»›>|→]|(?<=\s)/(?=\s)")
_FRAME = "frame"  # the lexicon's kind for words that only frame an event


def headline(paragraphs: list[Paragraph], page: Page) -> list[Paragraph]:
    """Take the headline out of the lines above the first sentence, and drop the menu and by-lines around it."""
    first = next((n for n, one in enumerate(paragraphs) if is_sentence(one.text)), len(paragraphs))
    above, rest = paragraphs[:first], paragraphs[first:]
    for paragraph in above:
        _strip_stamp(paragraph, page)
    number = _chosen(above, page)
    if number is None:
        return rest
    page.title = nfc(" ".join(above[number].text.split())).rstrip(".").strip()
    ledes = [
        one for one in above[number + 1 :] if has_words(one.text, 14) or (ends(one.text) and has_words(one.text, 6))
    ]
    title = tokens(page.title)
    shown = set(title)
    kept = [one for one in [*ledes, *rest] if not _says(one.text, title)]
    kept = [one for one in kept if ends(one.text) or one.text.endswith(":") or not _repeats(one.text, shown)]
    return kept or _text_alone(above, number, page)


def _chosen(above: list[Paragraph], page: Page) -> int | None:
    """Return which of the lines above the text is the headline, None where none can be."""
    lines = [n for n, one in enumerate(above) if has_words(one.text, 3) and not _is_trail(one.text, page)]
    long = [n for n in lines if has_words(above[n].text, 5) and not is_byline(above[n].text)]
    plain = [n for n in long or lines if not above[n].text.isupper()]
    candidates = plain or long or lines
    telling = [n for n in candidates if _tells(above[n].text, page)]
    if not telling and long:
        telling = [n for n in lines if _tells(above[n].text, page)]
    return next(iter(telling or candidates), None)


def _is_trail(text: str, page: Page) -> bool:
    """Tell whether a line is a trail of links; a headline may have one bar, too, before the outlet's name."""
    marks = len(_TRAIL.findall(text))
    return marks > 1 or (marks == 1 and not _tells(text, page))


def _tells(text: str, page: Page) -> bool:
    """Tell whether a line tells of an event: holds a verb or a noun of a kind."""
    return any(kind != _FRAME for _, _, kind in page.language.kinds.find(bare_words(text)))


def _text_alone(above: list[Paragraph], number: int, page: Page) -> list[Paragraph]:
    """Return the text of an article whose only lines look like headlines: short sentences, or the headline itself.

    A full stop tells text, or a long line below another: a single line without one is a headline and no more.
    """
    below = [one for one in above[number + 1 :] if _is_stopped(one.text, page)]
    if below:
        return below
    text = above[number].text
    if not _is_stopped(text, page) and not (number and has_words(text, UNSTOPPED_WORDS)):
        return []
    page.title = nfc(" ".join(above[number - 1].text.split())).rstrip(".") if number else ""
    return [above[number]]


def _is_stopped(text: str, page: Page) -> bool:
    """Tell whether a full stop closes a sentence in the line."""
    if not has_words(text, STOPPED_WORDS):
        return False
    return ends(text) or len(split_sentences(text, Span(0, len(text)), page.language.abbreviations)) > 1


def _says(text: str, words: list[str]) -> bool:
    """Tell whether `words` are the folded words of a text; most texts begin with another word."""
    first = _WORD.search(text)
    if first is not None and words and not words[0].startswith(fold(first[0])):
        return False
    return tokens(text) == words


def _repeats(text: str, shown: set[str]) -> bool:
    """Tell whether a line without a full stop mostly says the headline again: a caption without its credit."""
    words = tokens(text)
    return len(words) <= 40 and sum(word in shown for word in words) >= 0.6 * len(words)


def _strip_stamp(paragraph: Paragraph, page: Page) -> None:
    """Take a date off the end of a headline that is glued to it."""
    stamp = page.calendar.stamp(paragraph.text)
    if stamp is not None and stamp.end >= len(paragraph.text) - 12 and stamp.start > 10:
        page.stamps.append(stamp.published)
        if paragraph.text[: stamp.start].rstrip().endswith(":"):
            return  # joint statement: 21 November 2024
        paragraph.shortened(page.source, back=min(len(paragraph.text) - stamp.start, paragraph.last_length))
        paragraph.text = paragraph.text.rstrip(" -–|,•")
