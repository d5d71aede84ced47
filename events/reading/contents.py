"""Contents that are no undertakings: what a verb of reporting only assesses, whom a welcome only greets."""

from __future__ import annotations

from events.reading.markup import Markup
from events.reading.openings import Opening

RANK = 6  # words after a subject within which its standing is named
NOUN_PHRASE = 16  # words of a subject before its verb
CLAUSE_ENDS = frozenset({";", ":"})


def asserted(markup: Markup, opened: Opening) -> str:
    """Return the act of what a verb of reporting governs without a cue of its own; "" where it is an assessment.

    A need (… cần …), a position (tầm quan trọng của …), a bare verb (tiếp tục giữ gìn …) and what a side does (Việt Nam
    không phát triển …) are asserted; what is, was or has become is assessed.
    """
    if opened.ought:
        return opened.default or ("propose" if markup.language.ought_proposes else "")
    if opened.report != "report" or opened.default != "affirm":
        return opened.default
    first = opened.first
    owner = markup.by_first.get(first)
    nouns = [first]
    if owner is None and markup.words[first : first + 1] and markup.words[first] in markup.grammar["owners"]:
        nouns = [first, first + 1, first + 2]  # their unwavering commitment to …
    elif owner is not None and owner.kind == "side":
        nouns = [first, owner.end, owner.end + 1]  # the U.S. commitment to …
    if owner is not None and markup.words[owner.end : owner.end + 1] == ("'",):
        first = owner.end + (2 if markup.words[owner.end + 1 : owner.end + 2] == ("s",) else 1)
        nouns = [first, first + 1]  # Vietnam's commitment to …, the United States' ironclad commitment to …
    noun = next(filter(None, (markup.language.position_acts.at(markup.words, place) for place in nouns)), None)
    if noun is not None:
        return noun[1]
    if any(markup.has(first, name) for name in ("positions", "negations")):
        return opened.default
    if markup.has(first, "bare_verbs"):
        return "" if narrates(markup, first) else opened.default
    if owner is None and markup.has(first, "bodies"):
        return opened.default
    side = owner is not None and owner.kind in ("side", "sides", "self", "leaders") and first == opened.first
    if owner is None or not side:
        return ""
    if markup.has(owner.end, "assessing"):
        ranks = (place for place in range(owner.end, owner.end + RANK) if markup.has(place, "standings"))
        return opened.default if next(ranks, 0) else ""  # Vietnam is an important pillar of …
    return opened.default


def greets(markup: Markup, first: int, end: int) -> bool:
    """Tell whether a welcome is only the greeting of a guest or of a visit."""
    guest = markup.by_first.get(first)
    if guest is not None and guest.kind == "person" and markup.has(guest.end, "arrivals"):
        return True  # welcomed Ms. Lee back to Vietnam
    last = end if guest is not None and guest.kind == "person" else min(first + 3, end)
    return any(markup.has(place, "greetings") for place in range(first, last))


def narrates(markup: Markup, first: int) -> bool:
    """Tell whether a clause that begins with a noun that could be a verb tells what is (Hợp tác y tế đã …)."""
    if markup.has(first, "past_times"):
        return True  # thống nhất, thời gian qua, hợp tác …
    if not markup.has(first, "noun_verbs"):
        return False
    for place in range(first + 1, min(first + NOUN_PHRASE, len(markup.words))):
        if markup.words[place] in CLAUSE_ENDS:
            return False
        if markup.has(place, "finite"):
            return True
    return False


def is_body(markup: Markup, first: int, end: int) -> bool:
    """Tell whether the words from `first` up to a verb at `end` name a public body (các bộ, ngành liên quan)."""
    words = markup.words[first:end]
    return bool(words) and markup.has(first, "bodies") and ";" not in words and len(words) <= NOUN_PHRASE


def is_courtesy(markup: Markup, opened: Opening, end: int) -> bool:
    """Tell whether what is asked for is only to pass on regards, or a visit is paid (called on the President)."""
    if opened.act != "propose":
        return False
    content = range(opened.first, end)
    if any(markup.has(place, "regards") for place in content):
        return True
    calls = opened.cue is not None and opened.cue.lower() in markup.grammar["calls"]
    return calls and "to" not in markup.words[opened.first : end]
