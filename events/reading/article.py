"""From a file's text to the article in it: headline, date, outlet and the paragraphs of the body.

The body is put together from runs of the source's own characters; `segments` say which. Nothing else is put in but
the blank line between paragraphs and the blank that joins hard-wrapped lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from events.reading.calendars import Calendar, Prefix, crawl_prefix
from events.reading.facts import Flag, Published, Segment, Span
from events.reading.folding import fold, nfc, tokens
from events.reading.lexicon import Language
from events.reading.lines import Line, Lines, count, ends, is_byline, is_sentence, lines_of
from events.reading.sentences import split_sentences

WRAP_AT = 110  # files that are wrapped by hand break at 60 to 100 characters
STOPPED_WORDS = 4  # words that make a sentence where a full stop closes them …
UNSTOPPED_WORDS = 12  # … and where none does
DATE_LINE = 90  # characters; a line that is longer is no date line
_WORD = re.compile(r"[^\W_]+")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")  # without the blanks around it
_OUTLET = re.compile(
    r"(?:\((?P<bracketed>[A-ZĐ][\w .+/Đ-]{1,24})\)|(?P<bare>[A-ZĐ][A-ZĐ0-9.]{1,13}(?: [A-ZĐ]{2,8})?))"
    r"\s*[-–—]{1,2}\s+(?=\S)"
)
_DATELINE = re.compile(
    r"(?P<city>[A-ZĐ][^\n(),]{1,38}?)(?:,\s*(?P<day>[^\n()]{3,20}?))?\s*"
    r"(?:\((?P<agency>[A-Za-z+ /]{2,24})\)\s*(?:--|[-–—])|--|[–—])\s+(?=\S)"
)
_END_MARK = re.compile(r"\s*\./\.\s*$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The city and the day before an agency's text (`HANOI, March 3 (XNA) --`), as printed."""

    city: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article without its page: `paragraphs` are spans of `body`, `captions` the lines left out beside pictures."""

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


@dataclass(slots=True)
class _Paragraph:
    """A run of lines: spans of the source that are joined with a blank."""

    lines: list[Span]
    text: str

    def shortened(self, source: str, front: int = 0, back: int = 0) -> None:
        """Leave out characters at the front of the first line and at the back of the last."""
        self.lines[0] = Span(self.lines[0].start + front, self.lines[0].end)
        self.lines[-1] = Span(self.lines[-1].start, self.lines[-1].end - back)
        self.text = " ".join(line.of(source) for line in self.lines)


@dataclass(slots=True)
class _Page:
    source: str
    language: Language
    calendar: Calendar
    title: str = ""
    stamps: list[Published] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    outlet: str = ""
    dateline: Dateline = field(default_factory=Dateline)


def find_article(source: str, language: Language, calendar: Calendar) -> Article:
    """Return the article of a file's text; a file without a sentence gives an empty body."""
    prefix = crawl_prefix(source)
    page = _Page(source, language, calendar)
    lines = lines_of(language)
    paragraphs = _paragraphs(source, prefix.end if prefix else 0)
    paragraphs = _without_noise(paragraphs, page, lines)
    paragraphs = _headline(paragraphs, page)
    paragraphs = _without_tail(paragraphs, page, lines)
    for number, paragraph in enumerate(paragraphs):
        _strip_outlet(paragraph, page, first=number == 0)
        _strip_end(paragraph, page, lines)
    body, spans, segments = _body([paragraph for paragraph in paragraphs if paragraph.text], source)
    inferred = not page.title
    published, flags = _published(page, prefix)
    return Article(
        title=page.title or _first_sentence(body, spans),
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


def _paragraphs(source: str, start: int) -> list[_Paragraph]:
    blocks: list[list[Span]] = [[]]
    last = start
    for found in _LINE.finditer(source, start):
        line = Span(*found.span())
        if source.count("\n", last, line.start) > 1:
            blocks.append([])
        blocks[-1].append(line)
        last = line.end
    wrapped = _is_wrapped(blocks)
    joined: list[_Paragraph] = []
    for block in blocks:
        whole = wrapped and len(block) > 1 and all(line.end - line.start >= 45 for line in block[:-1])
        runs = [block] if whole else [[line] for line in block]
        joined.extend(_Paragraph(list(run), " ".join(line.of(source) for line in run)) for run in runs if run)
    return joined


def _is_wrapped(blocks: list[list[Span]]) -> bool:
    """Tell whether a file breaks its lines by hand: no line is long, and several blocks have full lines."""
    lengths = [line.end - line.start for block in blocks for line in block]
    full = sum(len(block) > 1 and block[0].end - block[0].start >= 50 for block in blocks)
    return bool(lengths) and max(lengths) <= WRAP_AT and full >= 2


def _without_noise(paragraphs: list[_Paragraph], page: _Page, lines: Lines) -> list[_Paragraph]:
    kept: list[_Paragraph] = []
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
            if kept and not ends(kept[-1].text) and len(kept) > 1:
                page.captions.append(kept.pop().text)
        elif lines.is_caption(line):
            page.captions.append(text)
        elif not lines.is_boilerplate(line) and not _is_date_line(paragraph, page):
            kept.append(paragraph)
    return kept


def _last_sentence(paragraphs: list[_Paragraph]) -> int:
    """Return the number of the last paragraph that is a long sentence, -1 where none is."""
    numbers = range(len(paragraphs) - 1, -1, -1)
    return next((n for n in numbers if is_sentence(paragraphs[n].text) and count(paragraphs[n].text) >= 25), -1)


def _is_date_line(paragraph: _Paragraph, page: _Page) -> bool:
    """Tell whether a line is only a date, and keep the date."""
    if len(paragraph.text) > DATE_LINE:
        return False
    stamp = page.calendar.stamp(paragraph.text)
    if stamp is None:
        return False
    rest = tokens(paragraph.text[: stamp.start] + " " + paragraph.text[stamp.end :])
    unknown = [word for word in rest if word not in page.calendar.page_words and not word.isdigit()]
    if len(unknown) > 3:
        return False
    page.stamps.append(stamp.published)
    return True


def _headline(paragraphs: list[_Paragraph], page: _Page) -> list[_Paragraph]:
    """Take the headline out of the lines above the first sentence, and drop the menu and by-lines around it."""
    first = next((n for n, one in enumerate(paragraphs) if is_sentence(one.text)), len(paragraphs))
    above, rest = paragraphs[:first], paragraphs[first:]
    for paragraph in above:
        _strip_stamp(paragraph, page)
    titles = [n for n, one in enumerate(above) if count(one.text) >= 5 and not is_byline(one.text)]
    titles = titles or [n for n, one in enumerate(above) if count(one.text) >= 3]
    if not titles:
        return rest
    page.title = nfc(" ".join(above[titles[0]].text.split())).rstrip(".").strip()
    ledes = [
        one for one in above[titles[0] + 1 :] if count(one.text) >= 14 or (ends(one.text) and count(one.text) >= 6)
    ]
    title = tokens(page.title)
    kept = [one for one in [*ledes, *rest] if not _says(one.text, title)]
    kept = [one for one in kept if ends(one.text) or not _repeats(one.text, set(title))]
    return kept or _text_alone(above, titles[0], page)


def _text_alone(above: list[_Paragraph], number: int, page: _Page) -> list[_Paragraph]:
    """Return the text of an article whose only lines look like headlines: short sentences, or the headline itself.

    A full stop tells text, or a long line below another: a single line without one is a headline and no more.
    """
    below = [one for one in above[number + 1 :] if _is_stopped(one.text, page)]
    if below:
        return below
    text = above[number].text
    if not _is_stopped(text, page) and not (number and count(text) >= UNSTOPPED_WORDS):
        return []
    page.title = nfc(" ".join(above[number - 1].text.split())).rstrip(".") if number else ""
    return [above[number]]


def _is_stopped(text: str, page: _Page) -> bool:
    """Tell whether a full stop closes a sentence in the line."""
    if count(text) < STOPPED_WORDS:
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


def _strip_stamp(paragraph: _Paragraph, page: _Page) -> None:
    """Take a date off the end of a headline that is glued to it."""
    stamp = page.calendar.stamp(paragraph.text)
    if stamp is not None and stamp.end >= len(paragraph.text) - 12 and stamp.start > 10:
        page.stamps.append(stamp.published)
        paragraph.shortened(page.source, back=min(len(paragraph.text) - stamp.start, _last_length(paragraph)))
        paragraph.text = paragraph.text.rstrip(" -–|,•")


def _last_length(paragraph: _Paragraph) -> int:
    return paragraph.lines[-1].end - paragraph.lines[-1].start


def _without_tail(paragraphs: list[_Paragraph], page: _Page, lines: Lines) -> list[_Paragraph]:
    last = len(paragraphs)
    while last > 1 and (lines.is_source(paragraphs[last - 1].text) or is_byline(paragraphs[last - 1].text)):
        last -= 1
        page.captions.append(paragraphs[last].text)
    return paragraphs[:last]


def _strip_outlet(paragraph: _Paragraph, page: _Page, first: bool) -> None:
    """Take the outlet's mark or an agency's dateline off the front of a paragraph."""
    found = _OUTLET.match(paragraph.text)
    if found is None and first:
        found = _DATELINE.match(paragraph.text)
        if (
            found is not None
            and page.language.cities.at(tuple(found["city"].lower().split()), 0) is None
            and not found["agency"]
        ):
            found = None
        if found is not None:
            page.dateline = Dateline(found["city"].strip(), found["day"] or "")
            page.outlet = page.outlet or found["agency"] or ""
    elif found is not None:
        page.outlet = page.outlet or (found["bracketed"] or found["bare"]).strip()
    if found is not None and found.end() < paragraph.lines[0].end - paragraph.lines[0].start:
        paragraph.shortened(page.source, front=found.end())


def _strip_end(paragraph: _Paragraph, page: _Page, lines: Lines) -> None:
    for _ in range(3):  # an end mark may stand before or after an editor's note
        mark = _END_MARK.search(paragraph.text, max(0, len(paragraph.text) - 12))
        back = len(paragraph.text) - mark.start() - 1 if mark else lines.tail_length(paragraph.text)
        if not 0 < back <= _last_length(paragraph):
            return
        paragraph.shortened(page.source, back=back)


def _body(paragraphs: list[_Paragraph], source: str) -> tuple[str, list[Span], list[Segment]]:
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


def _published(page: _Page, prefix: Prefix | None) -> tuple[Published | None, list[Flag]]:
    """Return the printed date, else the prefix's; a flag where the two contradict each other."""
    printed = page.stamps[0] if page.stamps else None
    inferred = prefix.published if prefix else None
    if printed is None or inferred is None:
        return printed or inferred, []
    printed_on, inferred_on = (one.value.isoformat()[:10] for one in (printed, inferred))
    length = len("2026-01") if inferred.precision == "month" else len("2026-01-26")
    if printed_on[:length] == inferred_on[:length]:
        return printed, []
    return printed, [Flag("date-contradiction", f"{printed_on} / {inferred_on}")]


def _first_sentence(body: str, spans: list[Span]) -> str:
    if not spans:
        return ""
    found = re.match(r"[^\n]{20,600}?[.!?](?=\s|$)", spans[0].of(body))
    text = found[0] if found else spans[0].of(body)[:600]
    return nfc(" ".join(text.split())).rstrip(".").strip()
