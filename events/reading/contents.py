"""Contents that are no undertakings: what a verb of reporting only assesses, whom a welcome only greets."""

from __future__ import annotations

from events.reading.marks import Mention
from events.reading.markup import Found, Markup
from events.reading.openings import Opening

RANK = 6  # words after a subject within which its standing is named
NOUN_PHRASE = 16  # words of a subject before its verb
CLAUSE_ENDS = frozenset({";", ":"})
UNDERTAKINGS = frozenset({"pledge", "support", "oppose"})


def asserted(markup: Markup, opened: Opening) -> str:
    """Return the act of what a verb of reporting governs without a cue of its own; "" where it is an assessment.

    A need (… cần …), a position (tầm quan trọng của …), a bare verb (tiếp tục giữ gìn …) and what a side does (Việt Nam
    không phát triển …) are asserted; what is, was or has become is assessed.
    """
    if opened.ought:
        return opened.default or ("propose" if markup.language.ought_proposes else "")
    if opened.report != "report" or opened.default != "affirm":
        return opened.default
    owner = markup.by_first.get(opened.first)
    first, nouns = _heads(markup, opened.first, owner)
    noun = next(filter(None, (markup.language.position_acts.at(markup.words, place) for place in nouns)), None)
    if noun is not None:
        return noun[1]
    if any(markup.has(first, name) for name in ("positions", "negations")):
        return opened.default
    if markup.has(first, "bare_verbs"):
        return "" if narrates(markup, first) else opened.default
    return opened.default if _acts(markup, opened.first, owner) else ""


def _heads(markup: Markup, first: int, owner: Mention | None) -> tuple[int, list[int]]:
    """Return where a content starts behind its owner's possessive, and where the noun may stand that it is about."""
    words = markup.words
    if owner is not None and words[owner.end : owner.end + 1] == ("'",):
        behind = owner.end + (2 if words[owner.end + 1 : owner.end + 2] == ("s",) else 1)
        return behind, [behind, behind + 1]  # Vietnam's commitment to …, the United States' ironclad commitment to …
    if owner is not None and owner.kind == "side":
        return first, [first, owner.end, owner.end + 1]  # the U.S. commitment to …
    if owner is None and first < len(words) and words[first] in markup.grammar["owners"]:
        return first, [first, first + 1, first + 2]  # their unwavering commitment to …
    return first, [first]


def is_owned(markup: Markup, opened: Opening, found: Found) -> bool:
    """Tell whether a cue is the noun of the state with which a content begins: expressed | Egypt's hope that …"""
    owner = markup.by_first.get(opened.first)
    if owner is None or owner.kind != "side":
        return False
    first, _ = _heads(markup, opened.first, owner)
    return owner.end < first == found.lead


def _acts(markup: Markup, first: int, owner: Mention | None) -> bool:
    """Tell whether a content says what a side or a public body does, or gives a side its rank, not how things are."""
    if owner is None:
        copula = (
            place for place in range(first, min(first + RANK, len(markup.words))) if markup.has(place, "assessing")
        )
        ranked = next(copula, None)  # stressed that | Taiwan is an inalienable part of …
        return markup.has(first, "bodies") or (ranked is not None and _is_ranked(markup, ranked))
    if owner.kind not in ("side", "sides", "self", "leaders"):
        return False
    if markup.has(owner.end, "assessing"):  # Vietnam is an important pillar of …
        return _is_ranked(markup, owner.end)
    return True


def _is_ranked(markup: Markup, verb: int) -> bool:
    """Tell whether a standing is named right behind a verb that else assesses."""
    return any(markup.has(place, "standings") for place in range(verb, verb + RANK))


def greets(markup: Markup, first: int, end: int) -> bool:
    """Tell whether a welcome is only the greeting of a guest or of a visit."""
    guest = markup.by_first.get(first)
    if guest is not None and guest.kind == "person" and markup.has(guest.end, "arrivals"):
        return True  # welcomed Ms. Lee back to Vietnam
    if guest is not None and guest.kind == "person" and guest.end >= end:
        return True  # welcoming the guest, …
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
    """Tell whether the words from `first` up to a verb at `end` name a public body (các bộ, ngành liên quan).

    A state's adjective with a noun names one, too: Argentine laboratories.
    """
    words = markup.words[first:end]
    if not words or ";" in words or len(words) > NOUN_PHRASE:
        return False
    return markup.has(first, "bodies") or _is_of_state(markup, first, end)


def _is_of_state(markup: Markup, first: int, end: int) -> bool:
    """Tell whether words are a state's adjective and a noun or two."""
    hit = markup.gloss.who.get(first)
    adjective = hit is not None and hit[1].role == "demonyms" and hit[0] < end
    return adjective and "," not in markup.words[first:end] and not any(first < one <= end for one in markup.by_end)


def is_courtesy(markup: Markup, opened: Opening, end: int) -> bool:
    """Tell whether what is asked for is only to pass on regards, or a visit is paid (called on the President)."""
    if opened.act != "propose":
        return False
    content = range(opened.first, end)
    if any(markup.has(place, "regards") for place in content):
        return True
    calls = opened.cue is not None and opened.cue.lower() in markup.grammar["calls"]
    return calls and "to" not in markup.words[opened.first : end]


def counts_inside(markup: Markup, opened: Opening, found: Found) -> bool:
    """Tell whether a verb inside what is reported is that of a public body, of the speaker, or gives a rank."""
    first = opened.first
    if is_body(markup, first, found.lead) or markup.has(found.first, "ranking"):
        return True
    if markup.has(first, "positions") and found.cue.act in ("support", "oppose"):
        return True  # khẳng định | lập trường của Việt Nam ủng hộ …
    adjunct = markup.has(first, "asides") and not any(first < end <= found.lead for end in markup.by_end)
    return adjunct and found.cue.act in UNDERTAKINGS


def needs(markup: Markup, first: int, end: int) -> bool:
    """Tell whether the words `first` up to `end` name something that should be (… cần …)."""
    return any(one.cue.manner == "ought" and first < one.first < end for one in markup.cues)


def is_taken_up(markup: Markup, first: int, end: int) -> bool:
    """Tell whether a content only points to what was said before: nhận lời | đề nghị này."""
    return markup.nouns.get(first, 0) >= end
