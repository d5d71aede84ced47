"""Acronyms: bodies of a state that a text itself abbreviates, *Đảng Cộng sản Nam Phi (SACP)*."""

from __future__ import annotations

from collections.abc import Iterable

from events.reading.marks import Mention, single
from events.reading.markup import Marked

LONGEST = 8  # letters of an acronym
_BODIES = ("institutions", "portfolios")


def acronyms(marked: Iterable[Marked]) -> dict[str, str]:
    """Return the code of the state whose body each acronym stands for, as the text introduces it in brackets.

    Only a body's name makes one: *the EU - Vietnam Free Trade Agreement (EVFTA)* is no state's.
    """
    found: dict[str, str] = {}
    for each in marked:
        if "(" not in each.gloss.words:
            continue
        for mention in single(each.mentions):
            if len(mention.countries) == 1 and _names_body(mention, each):
                found.update((acronym, mention.countries[0]) for acronym in _in_brackets(mention, each))
    return found


def _names_body(mention: Mention, each: Marked) -> bool:
    if mention.kind == "person":
        return bool(mention.offices)
    hit = each.gloss.who.get(mention.first)
    return mention.kind == "side" and hit is not None and hit[1].role in _BODIES


def _in_brackets(mention: Mention, each: Marked) -> Iterable[str]:
    """Yield what stands in brackets within a mention or right after it, where it is an acronym nobody knows."""
    words, printed = each.gloss.words, each.sentence.printed
    for place in range(mention.first, min(mention.end + 1, len(words) - 2)):
        if words[place] == "(" and words[place + 2] == ")" and place + 1 not in each.gloss.who:
            acronym = printed(place + 1, place + 2)
            if 1 < len(acronym) <= LONGEST and acronym.isalpha() and acronym.isupper():
                yield acronym
