"""Sources that are named in front of what they say (*Theo Người phát ngôn, …*) or after it (*…, she said*)."""

from __future__ import annotations

from events.reading.marks import Mention
from events.reading.markup import STOPS, Markup

TAIL = 7  # words that may follow a verb of saying at a sentence's end: "she said at the meeting"
MAX_NAME = 6  # words of a speaker after the verb: ", said Prime Minister …"


def in_front(markup: Markup, subject: Mention) -> Mention | None:
    """Return the leader whose words a state's are: Theo Người phát ngôn, Việt Nam yêu cầu …"""
    source = markup.by_end.get(subject.first - 1)
    if subject.kind not in ("side", "sides") or source is None or source.kind != "person":
        return None
    before = " ".join(markup.words[max(0, source.first - 2) : source.first])
    return source if before.endswith(markup.language.according_to) else None


def at_end(markup: Markup) -> tuple[Mention, int] | None:
    """Return who is named by a verb of saying at the sentence's end, and the word where that attribution starts."""
    says = [one for one in markup.cues if one.cue.manner in ("say", "report")]
    if not says or len(markup.words) - says[-1].end > TAIL + MAX_NAME:
        return None
    last = says[-1]
    start, end = last.lead, last.end
    speaker = markup.by_end.get(last.lead)
    if speaker is not None:
        start = speaker.first
    elif last.end in markup.by_first:
        speaker = markup.by_first[last.end]
        end = speaker.end
    if speaker is None or start == 0 or markup.words[start - 1] not in {",", '"', "-", "–"}:
        return None
    tail = [place for place in range(end, len(markup.words)) if markup.words[place] not in STOPS]
    return None if len(tail) > TAIL or (tail and not markup.has(tail[0], "enders")) else (speaker, start)
