"""Continuations: what a cue without a subject of its own is in its sentence, a second act or part of the content."""

from __future__ import annotations

from typing import NamedTuple

from events.reading.contents import asserted, is_body
from events.reading.marks import Mention
from events.reading.markup import Found, Markup
from events.reading.openings import Opening
from events.reading.places import Place, may_speak

_STANDING = frozenset({"affirm", "support", "pledge", "oppose"})
_BREAKS = frozenset({",", ";", ":"})


class So(NamedTuple):
    """A sentence as far as it has been read: the open content, whom a proposal is made to, and the act in force."""

    markup: Markup
    opened: Opening | None
    asked: Mention | None
    going_on: str


def stance_goes_on(so: So, found: Found, place: Place) -> bool:
    """Tell whether a stance without a subject is a second act: … giữ vững …, vì vậy sẽ không …"""
    if place is Place.START:
        return False
    if place is Place.CLAUSE:  # after what is agreed or proposed it is content
        return found.cue.act in ("pledge", "affirm") and so.going_on in _STANDING
    if so.opened is None or so.opened.report:
        return False
    if so.opened.act in ("support", "oppose") and found.cue.act == "pledge" and _joined(so.markup, found):
        return True  # supports the bid and will …
    return found.cue.act != "affirm" if so.opened.act == "affirm" else found.cue.act == so.opened.act == "announce"


def is_content(so: So, found: Found, place: Place) -> bool:
    """Tell whether a cue without a subject belongs to the content that is open (ủng hộ nhau; …, and will …)."""
    opened, act = so.opened, found.cue.act
    if opened is None or opened.report:
        return False
    if act == "support" and (_is_reciprocal(so.markup, found.end) or _is_asked_for(so, found.end)):
        return True
    asks = so.asked is not None and so.asked.kind in ("side", "person")
    if opened.act == "propose" and asks and act in ("support", "pledge") and _joined(so.markup, found):
        return True  # đề nghị Pháp phê chuẩn … và ủng hộ …
    if place is Place.GOES_ON and found.cue.manner == "outer" and act == opened.act:
        joined = so.markup.connective_before(found.lead) < found.lead
        return joined and opened.rule != "subject" and opened.cue is None
    return False


def resolves_report(so: So, found: Found) -> bool:
    """Tell whether a cue is the undertaking of the state that is reported on: nhấn mạnh Việt Nam …, sẵn sàng …

    It is a second act where what stands before it is asserted by itself.
    """
    opened = so.opened
    if opened is None or not opened.report or found.negated or found.cue.act not in ("pledge", "support", "oppose"):
        return False
    subject = so.markup.by_first.get(opened.first)
    return subject is not None and subject.kind in ("side", "self") and not asserted(so.markup, opened)


def tasks(markup: Markup, found: Found) -> bool:
    """Tell whether a public body or an office of both sides follows a verb of sending work: …, giao Bộ Ngoại giao …"""
    to_whom = " ".join(markup.words[found.end : found.end + 2]) + " "
    if to_whom.startswith(tuple(f"{word} " for word in (*markup.grammar["personal"], *markup.language.pairs))):
        return True  # tasked their Foreign Ministers with …, directed the two committees to …
    to = markup.by_first.get(found.end)
    return to.kind in ("side", "sides", "leaders") if to is not None else is_body(markup, found.end, found.end + 1)


def takes_turn(last: Mention | None, found: Found, subject: Mention) -> bool:
    """Tell whether a state after a semicolon takes its turn after another: Việt Nam cam kết …; Lào sẽ …"""
    if found.cue.manner != "stance" or last is None or last.kind != "side" or subject.kind != "side":
        return False
    return not set(last.countries) & set(subject.countries)


def narrated(markup: Markup) -> Mention | None:
    """Return whom a clause without a cue before a semicolon is about: Vua Lào gửi tới … lời thăm hỏi; đề nghị …"""
    clause = markup.words.index(";") if ";" in markup.words else 0
    able = (one for one in markup.mentions if one.end < clause and may_speak(one, markup, None, 0))
    return next((one for one in able if one.kind in ("person", "pronoun", "leaders")), None)


def _joined(markup: Markup, found: Found) -> bool:
    """Tell whether a bare *and* stands before a cue, without a comma."""
    connective = markup.connective_before(found.lead)
    return connective < found.lead and connective > 0 and markup.words[connective - 1] not in _BREAKS


def _is_reciprocal(markup: Markup, place: int) -> bool:
    return any(markup.has(step, "reciprocal") for step in range(place, min(place + 3, len(markup.words))))


def _is_asked_for(so: So, place: int) -> bool:
    """Tell whether a support is what is asked of the other: đề nghị Hàn Quốc …, ủng hộ Việt Nam …"""
    wanted, asked = so.markup.by_first.get(place), so.asked
    return (
        so.going_on == "propose" and asked is not None and wanted is not None and bool(wanted.countries)
        and asked.kind in ("side", "person") and asked.countries != wanted.countries
    )  # fmt: skip
