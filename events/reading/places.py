"""Where a cue stands in its sentence, and whose verb it is there."""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum, auto

from events.reading.marks import Mention
from events.reading.markup import STOPS, Found, Markup
from events.reading.openings import Opening

_NONE: frozenset[str] = frozenset()
ASIDE = 15  # words between a subject and its verb: "Pimchanok, for her part, said"


class Place(Enum):
    """Where a cue stands."""

    START = auto()  # at the beginning of the sentence, without a subject
    CLAUSE = auto()  # after a semicolon
    SUBJECT = auto()  # after its subject
    GOES_ON = auto()  # after a comma or an "and": the subject is that of the verb before
    NESTED = auto()  # at the beginning of the content of another cue
    NOWHERE = auto()  # in the middle of something: no verb of a clause


def stand(
    found: Found, markup: Markup, opened: Opening | None, verbs: int, last_end: int
) -> tuple[Place, Mention | None]:
    """Return where a cue stands, and its subject where that stands before it.

    `opened` is the content that is open there, `verbs` counts the sentence's verbs so far, the last of which ended at
    the word `last_end`.
    """
    lead = found.lead
    if opened is not None and (opened.cue is not None or opened.report) and lead <= opened.first <= found.first:
        return Place.NESTED, None
    start, classes = markup.small_end.get(lead, (lead, _NONE))
    will = found.cue.act == "pledge"  # Hội nghị sẽ quy tụ …: what it will be is nobody's undertaking
    if "impersonal" in classes and not will and "prepositions" not in markup.small_end.get(start, (0, _NONE))[1]:
        return Place.SUBJECT, Mention(start, lead, "sides", markup.sentence.printed(start, lead))
    lead = _before_brackets(markup, lead)
    connective = markup.connective_before(lead)
    subject = markup.by_end.get(lead) or markup.by_end.get(connective)
    if subject is not None and subject.end < lead and any(one.end == subject.first for one in markup.cues):
        subject = None  # cảm ơn người đồng cấp | và nhận lời …: whom the verb before is for
    if subject is not None:
        speaks = may_speak(subject, markup, opened, verbs)
        if speaks or subject.end == lead:
            return (Place.SUBJECT, subject) if speaks else (Place.NOWHERE, None)
    return _without_mention(found, lead, connective, markup, opened, verbs, last_end)


def _without_mention(
    found: Found, lead: int, connective: int, markup: Markup, opened: Opening | None, verbs: int, last_end: int
) -> tuple[Place, Mention | None]:
    """Return where a cue stands that no mention stands right before."""
    if markup.is_start(lead):
        return Place.START, None
    before = markup.words[connective - 1] if connective else ";"
    if before == ";":
        return Place.CLAUSE, None
    if before == ",":
        aside = _subject_before_aside(connective - 1, markup, opened, verbs, last_end)
        return (Place.SUBJECT, aside) if aside is not None else (Place.GOES_ON, None)
    joined = connective < lead or "connectives" in markup.small_end.get(found.first, (0, _NONE))[1]
    cue, held = markup.words[found.first : found.end], markup.grammar["after_comma"]
    if joined and (cue[0] in held or " ".join(cue) in held):
        return Place.NOWHERE, None  # … và thỏa thuận …, and supporting …: a noun or a participle of the content
    return (Place.GOES_ON if joined or before in {"-", "–", "(", '"'} else Place.NOWHERE), None


def _before_brackets(markup: Markup, place: int) -> int:
    """Return where brackets that end at `place` start (the Republic of Korea (RoK) wishes); `place` without them."""
    if markup.words[place - 1 : place] == (")",):
        for start in range(place - 2, max(-1, place - 7), -1):
            if markup.words[start] == "(":
                return start
    return place


def may_speak(mention: Mention, markup: Markup, opened: Opening | None, verbs: int) -> bool:
    """Tell whether a mention can be a subject: no preposition or possessor before it, no noun before a state."""
    before = markup.words[mention.first - 1] if mention.first else ""
    if mention.of or mention.kind == "outsiders" or before in markup.grammar["passive_agents"]:
        return False
    if mention.first == 0 or (opened is not None and opened.first == mention.first):
        return True
    if before in STOPS or markup.connective_before(mention.first) < mention.first:
        return True
    small = markup.small_end.get(mention.first, (0, _NONE))[1]
    if "prepositions" in small and "adverbs" not in small:
        return False
    if mention.kind in ("sides", "leaders") and not verbs and opened is None:
        return True  # Tại hội đàm hai bên nhất trí: no comma
    return mention.kind == "person" or "particles" in small or "adverbs" in small


def _subject_before_aside(
    comma: int, markup: Markup, opened: Opening | None, verbs: int, last_end: int
) -> Mention | None:
    """Return the subject of a verb that follows an aside between commas, where no verb has come in between."""
    earliest = max(last_end, comma - ASIDE)
    for number in range(bisect_left(markup.mention_ends, comma + 1) - 1, -1, -1):
        mention = markup.mentions[number]
        if mention.end < earliest:
            return None
        if not may_speak(mention, markup, opened, verbs):
            continue
        if mention.end == comma:  # an office in apposition, closed by this comma
            last = mention.members[-1] if mention.members else mention  # A and the Prime Minister of B, C, signed
            if last.kind == "person" and last.name and last.offices:
                return mention
            if markup.words[max(0, mention.first - ASIDE) : mention.first].count(",") and not mention.name:
                continue  # Minh, who is also Deputy Prime Minister, said
            return None
        if markup.words[mention.end] == ",":
            return mention if mention.kind in ("person", "leaders", "sides") else None
    return None
