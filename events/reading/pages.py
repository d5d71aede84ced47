"""A page's lines: paragraphs with their place in the source, and what is noted of a page on the way to its article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from events.reading.calendars import Calendar
from events.reading.facts import Published, Span
from events.reading.lexicon import Language
from events.reading.lines import ends

WRAP_AT = 110  # files that are wrapped by hand break at 60 to 100 characters …
FULL_LINE = 50  # … and have few lines amid a paragraph that are shorter than this
_LINE = re.compile(r"\S(?:[^\n]*\S)?")  # without the blanks around it


@dataclass(frozen=True, slots=True)
class Dateline:
    """The city and the day before an agency's text (`HANOI, March 3 (XNA) --`), as printed."""

    city: str = ""
    day: str = ""


@dataclass(slots=True)
class Paragraph:
    """A run of lines: spans of the source that are joined with a blank."""

    lines: list[Span]
    text: str

    def shortened(self, source: str, front: int = 0, back: int = 0) -> None:
        """Leave out characters at the front of the first line and at the back of the last."""
        self.lines[0] = Span(self.lines[0].start + front, self.lines[0].end)
        self.lines[-1] = Span(self.lines[-1].start, self.lines[-1].end - back)
        self.text = " ".join(line.of(source) for line in self.lines)

    @property
    def last_length(self) -> int:
        """The number of characters in the last line."""
        return self.lines[-1].end - self.lines[-1].start


@dataclass(slots=True)
class Page:
    """What is found out about a page while its article is taken out of it."""

    source: str
    language: Language
    calendar: Calendar
    title: str = ""
    stamps: list[Published] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    outlet: str = ""
    dateline: Dateline = field(default_factory=Dateline)


def paragraphs_of(source: str, start: int) -> list[Paragraph]:
    """Return the paragraphs of a text from the character `start` on; hard-wrapped lines are joined."""
    blocks: list[list[Span]] = [[]]
    last = start
    for found in _LINE.finditer(source, start):
        line = Span(*found.span())
        if source.count("\n", last, line.start) > 1:
            blocks.append([])
        blocks[-1].append(line)
        last = line.end
    wrapped = _is_wrapped(source, blocks)
    joined: list[Paragraph] = []
    for block in blocks:
        whole = wrapped and len(block) > 1 and all(45 <= line.end - line.start <= WRAP_AT for line in block[:-1])
        runs = [block] if whole else [[line] for line in block]
        joined.extend(Paragraph(list(run), " ".join(line.of(source) for line in run)) for run in runs if run)
    return joined


def _is_wrapped(source: str, blocks: list[list[Span]]) -> bool:
    """Tell whether a file breaks its lines by hand: its paragraphs are of full lines that break off amid a sentence."""
    full = [line for block in blocks for line in block[:-1] if _is_full(line)]
    broken = sum(not ends(line.of(source)) for line in full)
    paragraphs = sum(len(block) > 1 and _is_full(block[0]) and ends(block[-1].of(source)) for block in blocks)
    return paragraphs >= 2 and broken >= 0.6 * len(full)


def _is_full(line: Span) -> bool:
    return FULL_LINE <= line.end - line.start <= WRAP_AT
