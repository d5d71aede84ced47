"""Sources that are named in front of what they say (*Theo Người phát ngôn, …*) or after it (*…, she said*)."""

from __future__ import annotations

from events.reading.marks import Mention
from events.reading.markup import STOPS, Found, Markup

TAIL = 16  # words that may follow a verb of saying at a sentence's end: "she said at the meeting"
MAX_NAME = 6  # words of a speaker after the verb: ", said Prime Minister …"


def in_front(markup: Markup, subject: Mention) -> Mention | None:
    """Return the leader whose words a state's are: Theo Người phát ngôn, Việt Nam yêu cầu …"""
    source = markup.by_end.get(subject.first - 1)
    if subject.kind not in ("side", "sides") or source is None or source.kind != "person":
        return None
    before = " ".join(markup.words[max(0, source.first - 2) : source.first])
    return source if before.endswith(markup.language.according_to) else None


def at_end(markup: Markup) -> tuple[Mention, int, str] | None:
    """Return who is named by a verb of saying at the sentence's end, where that attribution starts, and its act.

    The act is that of a verb which has one of its own (…, the minister suggested), else "".
    """
    says = [one for one in markup.cues if one.cue.manner in ("say", "report", "outer")]
    if not says or says[-1].negated:
        return None
    last = says[-1]
    told = markup.by_first.get(last.end)  # …, the minister told his guest at a reception
    rest = told.end if told is not None and last.lead in markup.by_end else last.end
    if len(markup.words) - rest > TAIL + MAX_NAME:
        return None
    start, end = last.lead, last.end
    speaker = markup.by_end.get(last.lead)
    if speaker is not None:
        start = speaker.first
    elif last.end in markup.by_first:
        speaker = markup.by_first[last.end]
        end = speaker.end
    if speaker is None or start == 0 or markup.words[start - 1] not in {",", '"', "-", "–"}:
        return None
    end = max(end, rest)
    tail = [place for place in range(end, len(markup.words)) if markup.words[place] not in STOPS]
    if len(tail) > TAIL or (tail and not markup.has(tail[0], "enders")):
        return None
    return speaker, start, last.cue.act if last.cue.manner == "outer" else ""


def is_parenthesis(markup: Markup, found: Found, subject: Mention) -> bool:
    """Tell whether a verb of saying stands between commas after what it reports: …, he said, urging …"""
    before = markup.words[subject.first - 1] if subject.first > 1 else ""
    told = markup.by_first.get(found.end)  # …, he told his guest, urging …
    end = told.end if told is not None and told.kind == "person" else found.end
    closed = markup.words[end : end + 1] == (",",)
    return found.cue.manner in ("say", "report") and before in {",", '"'} and closed
