"""Backgrounds: sentences that tell what was said at some earlier time (*Tại cuộc gặp năm ngoái, …*)."""

from __future__ import annotations

from collections.abc import Callable

from events.reading.markup import Markup

PastIn = Callable[[str], list[int]]
DATE = 4  # words of a year that a sentence ends with, its full stop among them
_TELLING = frozenset({"background", "connectives", "occasions", "times"})


def is_background(markup: Markup, past_in: PastIn | None) -> bool:
    """Tell whether a sentence begins with an earlier meeting or an earlier time.

    `past_in` tells where a text names a month or a year that is over.
    """
    if past_in is not None and _is_dated(markup, past_in):
        return True
    cues = (one.first for one in markup.cues if one.cue.manner not in ("noun", "ought"))
    limit = next((place for place in cues if not markup.has(place, "background")), 0)
    if not limit:
        return False  # nothing stands in front of a cue
    front = [
        (place, classes)
        for place, (_, classes) in markup.small_first.items()
        if place < limit and not classes.isdisjoint(_TELLING)
    ]
    if not front:
        return False
    older = _basis_end(markup)
    earlier = [place for place, classes in front if "background" in classes and place >= older]
    clauses = [
        place
        for place, classes in front
        if "connectives" in classes and markup.small_first[place][0] in markup.by_first
    ]
    if earlier and not any(place > earlier[-1] for place in clauses):
        return True  # but not: … in recent years, and both sides agreed to …
    meetings = [place for place, classes in front if "occasions" in classes]
    times = [place for place, classes in front if "times" in classes and place < 2]
    if not (meetings or times) or past_in is None:
        return False
    return any(min(meetings + times) <= place < limit for place in _past(markup, past_in))


def _basis_end(markup: Markup) -> int:
    """Return where the basis ends with which a sentence begins: *Trên cơ sở kết quả làm việc trước đó, hai bên …*"""
    if not markup.has(markup.after_connectives(0), "basis"):
        return 0
    return next((place for place, word in enumerate(markup.words) if word == ","), 0)


def _is_dated(markup: Markup, past_in: PastIn) -> bool:
    """Tell whether what a sentence declares, and only that, ends with its year: … signed a protocol in 2023."""
    verbs = [one for one in markup.cues if one.cue.manner != "noun"]
    declares = len(verbs) == 1 and verbs[0].cue.act == "announce"
    return declares and any(place >= len(markup.words) - DATE for place in _past(markup, past_in))


def _past(markup: Markup, past_in: PastIn) -> list[int]:
    """Return at which words a sentence names a month or a year that is over."""
    one = markup.sentence
    return [one.place_of(one.span.start + offset) for offset in past_in(one.span.of(one.text))]
