"""Contents that are no undertakings: what a verb of reporting only assesses, whom a welcome only greets."""

from __future__ import annotations

from events.reading.markup import Markup
from events.reading.openings import Opening


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
    if owner is not None and markup.words[owner.end : owner.end + 1] == ("'",):
        first = owner.end + (2 if markup.words[owner.end + 1 : owner.end + 2] == ("s",) else 1)
        nouns = [first, first + 1]  # Vietnam's commitment to …, the United States' ironclad commitment to …
    noun = next(filter(None, (markup.language.position_acts.at(markup.words, place) for place in nouns)), None)
    if noun is not None:
        return noun[1]
    if any(markup.has(first, name) for name in ("positions", "bare_verbs", "negations")):
        return opened.default
    side = owner is not None and owner.kind in ("side", "sides", "self", "leaders") and first == opened.first
    return opened.default if owner is not None and side and not markup.has(owner.end, "assessing") else ""


def greets(markup: Markup, first: int, end: int) -> bool:
    """Tell whether a welcome is only the greeting of a guest or of a visit."""
    guest = markup.by_first.get(first)
    last = end if guest is not None and guest.kind == "person" else min(first + 3, end)
    return any(markup.has(place, "greetings") for place in range(first, last))
