"""From a file's text to the article in it: headline, date, outlet and the paragraphs of the body.

The body is put together from runs of the source's own characters; `segments` say which. Nothing else is put in but
the blank line between paragraphs and the blank that joins hard-wrapped lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from events.reading.calendars import Calendar, Prefix, crawl_prefix
from events.reading.facts import Flag, Published, Segment, Span
from events.reading.folding import lowered, nfc, tokens
from events.reading.headlines import headline
from events.reading.lexicon import Language
from events.reading.lines import Line, Lines, ends, has_words, is_byline, is_sentence, is_stopped, lines_of
from events.reading.pages import Dateline, Page, Paragraph, paragraphs_of

DATE_LINE = 90  # characters; a line that is longer is no date line
SECTION_WORDS = 6  # beside a date with its clock: the author, or the section of the paper
SUBHEAD = 8  # words; a longer line without a full stop amid the text is a link or a caption
OPEN_LINE = 30  # words; a still longer one is a paragraph that lost its full stop
CREDITED = 20  # words; a sentence above a picture's credit that is longer is the article's
_STOP_WITHIN = re.compile(r"[.!?…][\"”»)\]’']*\s+\S")
_OUTLET = re.compile(
    r"(?:\((?P<bracketed>[A-ZĐ][\w .+/Đ-]{1,24})\)|(?P<bare>[A-ZĐ][A-ZĐ0-9.]{1,13}(?: [A-ZĐ]{2,8})?))"
    r"\s*[-–—]{1,2}\s+(?=\S)"
)
_DATELINE = re.compile(
    r"(?P<city>[A-ZĐ][^\n(),/]{1,38}?)(?:,\s*(?P<day>[^\n()/]{3,20}?))?\s*"
    r"(?:\((?P<agency>[A-Za-z+ /]{2,24})\)\s*(?:--|[-–—:])?|/(?P<slashed>[A-Z]{2,12})/\.?|--|[–—])\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Article:
    """An article without its page: `paragraphs` are spans of `body`, `captions` the lines left out beside pictures.

    `elsewhere` are the codes of states whose people belong to another event of the same text.
    """

    title: str
    title_inferred: bool
    published: Published | None
    prefix: Prefix | None
    outlet: str
    dateline: Dateline
    body: str
    paragraphs: tuple[Span, ...]
    segments: tuple[Segment, ...]
    captions: tuple[str, ...]
    flags: tuple[Flag, ...]
    elsewhere: frozenset[str] = frozenset()


def find_article(source: str, language: Language, calendar: Calendar) -> Article:
    """Return the article of a file's text; a file without a sentence gives an empty body."""
    prefix = crawl_prefix(source)
    page = Page(source, language, calendar)
    lines = lines_of(language)
    paragraphs = paragraphs_of(source, prefix.end if prefix else 0)
    paragraphs = _without_noise(paragraphs, page, lines)
    paragraphs = headline(paragraphs, page)
    paragraphs = _without_tail(paragraphs, page, lines)
    paragraphs = _without_links(paragraphs, page)
    for number, paragraph in enumerate(paragraphs):
        _strip_outlet(paragraph, page, first=number == 0)
        _strip_end(paragraph, page, lines)
    body, spans, segments = _body([paragraph for paragraph in paragraphs if paragraph.text], source)
    inferred = not page.title
    published, flags = _published(page, prefix)
    return Article(
        title=page.title or first_sentence(body, spans),
        title_inferred=inferred,
        published=published,
        prefix=prefix,
        outlet=page.outlet,
        dateline=page.dateline,
        body=body,
        paragraphs=tuple(spans),
        segments=tuple(segments),
        captions=tuple(page.captions),
        flags=(*flags, *([Flag("title-inferred")] if inferred else [])),
    )


def _without_noise(paragraphs: list[Paragraph], page: Page, lines: Lines) -> list[Paragraph]:
    kept: list[Paragraph] = []
    last_sentence: int | None = None
    skipping = False
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        line = Line(text)
        if lines.is_cut(line) and kept:
            if last_sentence is None:
                last_sentence = _last_sentence(paragraphs)
            if number > last_sentence:
                break
            skipping = True
            continue
        if skipping and not is_sentence(text):
            continue
        skipping = False
        if lines.is_credit(line):
            if len(kept) > 1 and _is_captioned(kept[-1].text):
                page.captions.append(kept.pop().text)
        elif lines.is_caption(line):
            page.captions.append(text)
        elif lines.is_boilerplate(line):
            if not page.stamps and not any(is_sentence(one.text) for one in kept):
                _is_date_line(paragraph, page)  # Updated: February 12, 2026
        elif not _is_date_line(paragraph, page):
            kept.append(paragraph)
    return kept


def _is_captioned(text: str) -> bool:
    """Tell whether a line above a picture's credit is its caption: no sentence, or a single short one."""
    return not ends(text) or not (has_words(text, CREDITED + 1) or _STOP_WITHIN.search(text))


def _last_sentence(paragraphs: list[Paragraph]) -> int:
    """Return the number of the last paragraph that is a long sentence, -1 where none is."""
    numbers = range(len(paragraphs) - 1, -1, -1)
    return next((n for n in numbers if is_sentence(paragraphs[n].text) and has_words(paragraphs[n].text, 25)), -1)


def _is_date_line(paragraph: Paragraph, page: Page) -> bool:
    """Tell whether a line is only a date, and keep the date."""
    if len(paragraph.text) > DATE_LINE:
        return False
    stamp = page.calendar.stamp(paragraph.text)
    if stamp is None:
        return False
    rest = tokens(paragraph.text[: stamp.start] + " " + paragraph.text[stamp.end :])
    unknown = [word for word in rest if word not in page.calendar.page_words and not word.isdigit()]
    if len(unknown) > (SECTION_WORDS if stamp.published.precision == "time" else 3):
        return False
    page.stamps.append(stamp.published)
    city = f"{paragraph.text[: stamp.start]} {paragraph.text[stamp.end :]}".strip(" ,.:-–—")
    if city and page.language.cities.at(tuple(lowered(city).split()), 0) is not None:
        page.dateline = Dateline(city, paragraph.text[stamp.start : stamp.end])  # Ha Noi, 4 June 2024
    return True


def _without_tail(paragraphs: list[Paragraph], page: Page, lines: Lines) -> list[Paragraph]:
    last = len(paragraphs)
    while last > 1 and _is_tail(paragraphs[last - 1].text, lines):
        last -= 1
        page.captions.append(paragraphs[last].text)
    return paragraphs[:last]


def _is_tail(text: str, lines: Lines) -> bool:
    """Tell whether a line below the text is none of it: a by-line, a source, a link, a list of tags."""
    return lines.is_source(text) or is_byline(text) or (not is_stopped(text) and not has_words(text, OPEN_LINE + 1))


def _without_links(paragraphs: list[Paragraph], page: Page) -> list[Paragraph]:
    """Leave out the lines amid the text that no full stop closes: links to other articles, captions without credit.

    What is shorter may be a subhead, what is longer a paragraph that lost its full stop: both stay.
    """
    kept: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        amid = 0 < number < len(paragraphs) - 1
        if (
            amid
            and not is_stopped(text)
            and text[-1] not in ":;,-–"
            and has_words(text, SUBHEAD + 1)
            and not has_words(text, OPEN_LINE + 1)
        ):
            page.captions.append(text)
        else:
            kept.append(paragraph)
    return kept


def _strip_outlet(paragraph: Paragraph, page: Page, first: bool) -> None:
    """Take the outlet's mark or an agency's dateline off the front of a paragraph."""
    found = _OUTLET.match(paragraph.text)
    if found is None and first:
        found = _DATELINE.match(paragraph.text)
        if (
            found is not None
            and page.language.cities.at(tuple(found["city"].lower().split()), 0) is None
            and not found["agency"]
            and not found["slashed"]
        ):
            found = None
        if found is not None:
            page.dateline = Dateline(found["city"].strip(), found["day"] or "")
            page.outlet = page.outlet or found["agency"] or found["slashed"] or ""
    elif found is not None:
        page.outlet = page.outlet or (found["bracketed"] or found["bare"]).strip()
    if found is not None and found.end() < paragraph.lines[0].end - paragraph.lines[0].start:
        paragraph.shortened(page.source, front=found.end())


def _strip_end(paragraph: Paragraph, page: Page, lines: Lines) -> None:
    for _ in range(3):  # an end mark may stand before or after an editor's note
        back = lines.tail_length(paragraph.text)
        if not 0 < back <= paragraph.last_length:
            return
        paragraph.shortened(page.source, back=back)


def _body(paragraphs: list[Paragraph], source: str) -> tuple[str, list[Span], list[Segment]]:
    pieces: list[str] = []
    spans: list[Span] = []
    segments: list[Segment] = []
    place = 0
    for paragraph in paragraphs:
        if pieces:
            pieces.append("\n\n")
            place += 2
        start = place
        for number, line in enumerate(paragraph.lines):
            if number:
                pieces.append(" ")
                place += 1
            pieces.append(line.of(source))
            segments.append(Segment(place, line.start, line.end - line.start))
            place += line.end - line.start
        spans.append(Span(start, place))
    return "".join(pieces), spans, segments


def _published(page: Page, prefix: Prefix | None) -> tuple[Published | None, list[Flag]]:
    """Return the printed date, else the prefix's; a flag where the two contradict each other."""
    same_day = [one for one in page.stamps if _day_of(one) == _day_of(page.stamps[0])]
    printed = next((one for one in same_day if one.precision == "time"), next(iter(same_day), None))
    inferred = prefix.published if prefix else None
    if printed is None or inferred is None:
        return printed or inferred, []
    printed_on, inferred_on = _day_of(printed), _day_of(inferred)
    length = len("2026-01") if inferred.precision == "month" else len("2026-01-26")
    if printed_on[:length] == inferred_on[:length]:
        return printed, []
    return printed, [Flag("date-contradiction", f"{printed_on} / {inferred_on}")]


def _day_of(published: Published) -> str:
    return published.value.isoformat()[:10]


def first_sentence(body: str, spans: Sequence[Span]) -> str:
    """Return the first sentence of the first span, without its full stop: the title where nothing else is one."""
    if not spans:
        return ""
    found = re.match(r"[^\n]{20,600}?[.!?](?=\s|$)", spans[0].of(body))
    text = found[0] if found else spans[0].of(body)[:600]
    return nfc(" ".join(text.split())).rstrip(".").strip()
