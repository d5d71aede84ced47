"""The words searched for: what a reader typed into the search box, made into runs of folded words.

Every word must be found; `"words in quotation marks"` must follow one another. Accents and case do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.reading.folding import tokens
from events.selection.problems import shown

MAX_CHARACTERS = 200
MAX_WORDS = 20

_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_PART = re.compile(r'"([^"]*)"|([^"\s]+)')


@dataclass(frozen=True)
class Words:
    """What is searched for, as typed and as runs of folded words; false where there is nothing."""

    text: str = ""
    runs: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.runs)


def read(typed: str) -> tuple[Words, list[str]]:
    """Return the words in what was typed, and sentences about what of it was not used."""
    problems = []
    if len(typed) > MAX_CHARACTERS:
        problems.append(_("Only the first %(count)s characters of the search were used.") % {"count": MAX_CHARACTERS})
    text = _printable(typed[:MAX_CHARACTERS])
    runs = _runs(text)
    if not runs:
        if typed:
            problems.append(_("There is no word in “%(words)s”; the search was left out.") % {"words": shown(typed)})
        return Words(), problems
    if sum(len(run) for run in runs) > MAX_WORDS:
        problems.append(_("Only the first %(count)s words of the search were used.") % {"count": MAX_WORDS})
        runs = _first_words(runs)
    return Words(text, tuple(dict.fromkeys(" ".join(run) for run in runs))), problems


def _printable(text: str) -> str:
    """Return the text on one line, without characters that neither a page nor a database can hold."""
    kept = (c if c.isprintable() else "" if unicodedata.category(c) == "Cf" else " " for c in text)
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))


def _runs(text: str) -> list[list[str]]:
    runs: list[list[str]] = []
    for quoted, plain in _PART.findall(text.translate(_QUOTATION_MARKS)):
        runs += [tokens(quoted)] if quoted else [[word] for word in tokens(plain)]
    return [run for run in runs if run]


def _first_words(runs: list[list[str]]) -> list[list[str]]:
    kept, room = [], MAX_WORDS
    for run in runs:
        kept.append(run[:room])
        room -= len(kept[-1])
    return [run for run in kept if run]
