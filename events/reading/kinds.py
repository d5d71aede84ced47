"""The kind of an event: the first verb that joins the parties in the title, else in the lede.

Phrases that are only the frame of what is reported (*trong khuôn khổ chuyến thăm cấp Nhà nước*) tell nothing; they are
longer than the verbs in them and so are found instead of these.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from events.reading.lexicon import Language
from events.reading.sentences import Sentence

OTHER = "other"
_FRAME = "frame"
_WEAK = "weak:"  # before a kind that counts only where nothing tells another
# Made from afar, or not yet held: these have no place of their own.
PLACELESS = frozenset({"phone-call", "congratulation", "condolence", "invitation", "envoy", "visit-announcement"})


def kind_of(sentences: Iterable[Sentence], language: Language) -> str:
    """Return the kind that the first of `sentences` (title first, then the lede) to tell one tells; else "other"."""
    spare = OTHER
    for sentence in sentences:
        for _, _, kind in language.kinds.find(sentence.words):
            if kind.startswith(_WEAK):
                spare = kind.removeprefix(_WEAK) if spare == OTHER else spare
            elif kind != _FRAME:
                return kind
    return spare


def place_of(sentences: Iterable[Sentence], dateline: str, kind: str, language: Language) -> str | None:
    """Return the city of the event as the lede prints it, or None: calls and letters have none, nor have buildings.

    `dateline` is the city before the text, which *here* stands for.
    """
    if kind in PLACELESS:
        return None
    at, here, leaving, buildings = (language.places[name] for name in ("at", "here", "leaving", "buildings"))
    for sentence in sentences:
        if dateline and here and any(_follows(sentence.words, place + 1, here) for place in range(len(sentence.words))):
            return dateline
        for first, end, _ in language.cities.find(sentence.words):
            if sentence.words[first:end] in buildings:
                continue
            if _follows(sentence.words, first, at) and not _follows(sentence.words, first, leaving):
                return sentence.printed(first, end)
    return None


def _follows(words: tuple[str, ...], place: int, phrases: Collection[tuple[str, ...]]) -> bool:
    return any(len(phrase) <= place and words[place - len(phrase) : place] == phrase for phrase in phrases)
