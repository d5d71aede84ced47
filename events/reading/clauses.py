"""Clauses: what each part of a sentence says, and as whose words.

A sentence is read once, from cue to cue. A cue is the verb of a clause where its subject stands before it, where it
begins the sentence or follows a semicolon, or where it goes on after a comma or an *and* with the subject of the clause
before. Anywhere else it is a word like others. A verb of reporting leaves the act to the cue in what it reports; a
neutral cue (thanks, praise) ends what was open. A clause after a semicolon without a cue goes on with the act.

The rules are those of the annotation guidelines, "Where a quote begins and ends".
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from events.reading.attributions import at_end, in_front
from events.reading.contents import asserted, greets, is_body, is_courtesy, narrates
from events.reading.marks import Mention
from events.reading.markup import Found, Markup
from events.reading.openings import Opening
from events.reading.places import Place, stand

PastIn = Callable[[str], list[int]]
_GROUPS = frozenset({"leaders", "sides", "they"})
_UNDERTAKINGS = frozenset({"pledge", "support", "oppose"})


@dataclass(frozen=True, slots=True)
class Carried:
    """What a sentence leaves to the next: the act that a sentence without subject and cue goes on with, else "".

    `listed` is the act with which a numbered sentence (*Thứ hai, …*) goes on, also where others stand in between.
    """

    act: str = ""
    listed: str = ""


class Clauses:
    """Reads the clauses of one sentence; `openings` and `carried` are the result."""

    def __init__(
        self, markup: Markup, carried: Carried, opened: Opening | None = None, past_in: PastIn | None = None
    ) -> None:
        self.markup = markup
        self.words = markup.words
        self.grammar = markup.grammar
        self.before = carried
        self.past_in = past_in
        self.openings: list[Opening] = []
        self.open: Opening | None = opened
        self.neutral = False
        self.going_on = ""  # the act with which a clause after a semicolon goes on
        self.subject: Mention | None = None
        self.fronted: list[Opening] = []  # opened before the sentence named its subject
        self.asked: Mention | None = None  # whom a proposal is made to
        self.verbs = 0
        self.last_end = 0
        self.carried = Carried()
        self.subjects: list[Mention] = []
        self.stop = markup.source or len(markup.words)

    def read(self) -> Clauses:
        """Read the sentence; returns itself."""
        if self._is_background():
            return self
        if self.open is None:
            self._go_on_from_sentence_before()
        places = enumerate(self.words) if ";" in self.words else ()
        semicolons = deque(place for place, word in places if word == ";")
        for found in self.markup.cues:
            while semicolons and semicolons[0] < found.first:
                self._semicolon(semicolons.popleft())
            self._cue(found)
            self.last_end = found.end
        for place in semicolons:
            self._semicolon(place)
        self._close(self.stop)
        self._trailing_attribution()
        if not self.carried.act:
            self.carried = Carried("", self.before.listed)
        self.openings = [one for one in self.openings if one.attributed]
        return self

    # --- sentence level ---

    def _is_background(self) -> bool:
        """Tell whether the sentence tells what was said at some earlier time (*Tại cuộc gặp năm ngoái, …*)."""
        limit = next((one.first for one in self.markup.cues if one.cue.manner not in ("noun", "ought")), 0)
        front = [(place, classes) for place, (_, classes) in self.markup.small_first.items() if place < limit]
        if any("background" in classes for _, classes in front):
            return True
        meetings = [place for place, classes in front if "occasions" in classes]
        times = [place for place, classes in front if "times" in classes and place < 2]
        if not (meetings or times) or self.past_in is None:
            return False
        one = self.markup.sentence
        past = [one.place_of(one.span.start + offset) for offset in self.past_in(one.span.of(one.text))]
        return any(min(meetings or times) <= place < limit for place in past)

    def _go_on_from_sentence_before(self) -> None:
        """Open a sentence that begins with a bare verb (*Thúc đẩy hợp tác …*) with the act of the one before."""
        numbered = self.markup.after_number() if self.before.listed else 0
        act = self.before.listed if numbered else self.before.act
        first = numbered or self.markup.after_connectives(0)
        bare = act and self.markup.has(first, "bare_verbs") and not narrates(self.markup, first)
        if bare or (numbered and first not in self.markup.by_first):
            self.open = Opening(first, 0, act, None, None, "elliptical")
            self.going_on = act

    def _semicolon(self, place: int) -> None:
        self._close(place)
        self.last_end = place + 1
        if self.going_on:
            first = self.markup.after_connectives(place)
            own = self.markup.by_first.get(first)
            if own is not None and own.kind in ("person", "pronoun", "they"):
                return  # somebody else's clause: it counts only by a cue of its own
            self.open = Opening(first, 0, self.going_on, self.subject, None, "semicolon")

    # --- one cue ---

    def _cue(self, found: Found) -> None:
        if found.cue.manner == "noun":
            return
        place, subject = stand(found, self.markup, self.open, self.verbs, self.last_end)
        if place is Place.GOES_ON and self._shares_object(found):
            return
        if place is Place.NOWHERE:
            self._inside(found)
        elif place is Place.NESTED:
            self._nested(found)
        elif subject is not None:
            self._with_subject(found, subject)
        else:
            self._without_subject(found, place)

    def _shares_object(self, found: Found) -> bool:
        """Make two verbs with one object one cue, and return whether they are: coi trọng và sẽ tiếp tục | hợp tác."""
        opened, cue = self.open, found.cue
        connective = self.markup.connective_before(found.lead)
        between = self.words[self.last_end : connective]
        empty = not between or (len(between) == 1 and self.markup.has(self.last_end, "particles"))
        shared = empty and self.last_end > 0 and connective < found.lead
        if opened is None or not shared or cue.manner not in ("outer", "stance") or found.negated:
            return False
        opened.act, opened.report = cue.act, ""
        if opened.first >= connective:
            opened.first = self.markup.content(found.end)
        return True

    # --- what a cue does, by its place ---

    def _nested(self, found: Found) -> None:
        """A cue right after another: the outer one reports (khẳng định | sẽ) or keeps its act."""
        opened, cue = self.open, found.cue
        if opened is None:
            return
        if not opened.report:
            if opened.cue is not None and opened.cue.lower() in self.grammar["modals"] and cue.manner != "ought":
                self._start(found, opened.subject, opened.rule)  # I would like to | reaffirm
            elif cue.manner == "task" and opened.act == "agree":
                opened.first = self.markup.content(found.end)
            return
        if cue.manner in ("outer", "stance", "task"):
            if found.negated:
                return
            opened.act = cue.act or cue.manner
            opened.report = ""
            owned = found.end < len(self.words) and self.words[found.end] in self.grammar["possessives"]
            if opened.act != "announce" and not owned and cue.manner != "stance":
                opened.first = self.markup.content(found.end)
        elif cue.manner == "ought":
            opened.ought = True
        elif cue.manner in ("neutral", "neutral_main"):
            self._drop()
        else:
            self._start(found, opened.subject, opened.rule)

    def _inside(self, found: Found) -> None:
        """A cue in the middle of a content: only what is reported as needed or willed still matters."""
        opened = self.open
        if opened is None or not opened.report or opened.ought:
            return
        if found.cue.manner == "ought":
            opened.ought = True
        elif found.cue.manner == "neutral" and found.first - opened.first <= 8:
            self._drop()
        elif found.cue.manner in ("outer", "stance") and not found.negated and self._counts_inside(found):
            opened.act, opened.report = found.cue.act, ""  # khẳng định | các bộ, ngành Việt Nam sẽ …

    def _counts_inside(self, found: Found) -> bool:
        """Tell whether a verb inside what is reported is that of a public body, of the speaker, or gives a rank."""
        first = self.open.first if self.open is not None else found.lead
        if is_body(self.markup, first, found.lead) or self.markup.has(found.first, "ranking"):
            return True
        adjunct = self.markup.has(first, "asides") and not any(first < end <= found.lead for end in self.markup.by_end)
        return adjunct and found.cue.act in _UNDERTAKINGS

    def _with_subject(self, found: Found, subject: Mention) -> None:
        opened, cue = self.open, found.cue
        if self._is_parenthesis(found, subject):
            self._attribute(subject, subject.first)
            return
        if opened is not None and opened.rule == "elliptical" and not self.verbs and self._after_front(subject):
            self._new_subject(found, subject)
            return
        state = subject.kind in ("side", "self")
        if opened is not None and opened.report and (subject.first == opened.first or state):
            self._reported(found)
            return
        if opened is not None and (subject.first == opened.first):
            if opened.rule in ("semicolon", "elliptical") and cue.manner not in ("stance", "ought"):
                self._new_subject(found, subject)
            return
        hoped = state or (subject.kind == "person" and cue.manner == "stance")
        if self.neutral and hoped and self.verbs and self._same_clause(subject):
            return  # tin tưởng … Đại sứ sẽ …
        if opened is not None and self._same_clause(subject):
            if state and cue.manner in ("outer", "stance"):
                if opened.cue is not None and cue.act != opened.act:
                    self._split(found, subject)
                return
            wished = opened.act == "propose" and opened.cue is not None
            if cue.manner in ("ought", "stance", "neutral_main") and (subject.kind in _GROUPS or wished):
                return
        self._new_subject(found, subject)

    def _after_front(self, subject: Mention) -> bool:
        """Tell whether a subject follows the comma of a fronted adjunct (Trao đổi về tình hình, hai bên …)."""
        return subject.first > 1 and self.words[subject.first - 1] == ","

    def _is_parenthesis(self, found: Found, subject: Mention) -> bool:
        """Tell whether a verb of saying stands between commas after what it reports: …, he said, urging …"""
        after, before = found.end, subject.first - 1
        return (
            found.cue.manner in ("say", "report")
            and before > 0
            and self.words[before] in {",", '"'}
            and self.words[after : after + 1] == (",",)
            and (self.open is not None or bool(self.openings))
        )

    def _attribute(self, speaker: Mention, start: int, act: str = "") -> None:
        """Give what stands before the word `start`, said as a state's or nobody's, to its speaker."""
        self._close(start)
        self.openings = [one for one in self.openings if one.first < start] or self.openings
        first = len(self.openings) == 1
        for one in self.openings:
            if one.end <= start and (one.subject is None or one.subject.kind in ("side", "self", *_GROUPS)):
                if one.rule == "subject" and one.subject is not None and one.subject.first < one.first:
                    one.first = self.markup.after_connectives(0) if first else one.subject.first
                one.subject, one.rule, one.attributed = speaker, "trailing", True
                one.act = act or one.act
        self.subject = speaker
        if speaker not in self.subjects:
            self.subjects.append(speaker)
        self.verbs += 1

    def _same_clause(self, subject: Mention) -> bool:
        """Tell whether no semicolon stands between the last verb and a subject."""
        return (
            self.last_end > 0
            and subject.first > 0
            and ";" not in self.words[self.last_end : subject.first]
            and (self.words[self.last_end - 1] != ";")
        )

    def _reported(self, found: Found) -> None:
        opened, cue = self.open, found.cue
        if opened is None:
            return
        if cue.manner in ("outer", "stance"):
            if cue.act == "announce" and opened.report == "say":
                return  # said | they have set up a mechanism: told, not announced
            if not found.negated:
                opened.act, opened.report = cue.act, ""
                self.going_on = ""
            elif opened.report == "report":
                opened.act, opened.report = opened.default, ""
        elif cue.manner == "ought":
            opened.ought = True
        elif cue.manner == "neutral":
            self._drop()

    def _split(self, found: Found, subject: Mention) -> None:
        """A second act inside what one speaker says: it keeps its own subject in the quote."""
        speaker = self.open.subject if self.open is not None else subject
        self._close(subject.first)
        self.open = Opening(subject.first, 0, found.cue.act, speaker, None, "second-act")
        self.going_on = found.cue.act

    def _new_subject(self, found: Found, subject: Mention) -> None:
        opened = self.open
        if opened is not None and opened.rule == "elliptical" and opened.cue is None and not self.verbs:
            self.open = None  # the bare verb was a fronted adjunct of this subject
        self._close(self.markup.connective_before(subject.first))
        self.subject = subject
        self.subjects.append(subject)
        for fronted in self.fronted:
            fronted.subject = subject
        self.fronted = []
        source = in_front(self.markup, subject)
        self._start(found, source or subject, "subject")
        if source is not None and self.open is not None:
            self.open.first = subject.first
            self.subjects.append(source)

    def _without_subject(self, found: Found, place: Place) -> None:
        cue, opened = found.cue, self.open
        if place is not Place.START and not self.verbs and opened is None and not self.going_on:
            # nothing has been said in this sentence yet: a fronted adjunct, or a subject that is nobody's we know
            place = Place.START if place is Place.GOES_ON and cue.manner != "stance" else Place.NOWHERE
        if cue.manner == "task" and place is Place.GOES_ON and not self._tasks(found):
            return
        if place is Place.START and self.words[found.first] in self.grammar["passives"]:
            self._drop()  # Asked about …, she said …
            return
        if cue.manner in ("ought", "neutral_main") or place is Place.NOWHERE:
            return
        if found.negated and cue.manner != "stance":
            self._close(found.lead)
            self._drop()
            return
        if cue.manner == "stance" and not self._stance_goes_on(found, place):
            return
        if place is Place.GOES_ON and self._resolves_report(found):
            if self.open is not None and not asserted(self.markup, self.open):
                self._reported(found)
                return
        if self._is_content(found, place):
            return
        rule = {Place.START: "participle", Place.CLAUSE: "own-cue", Place.GOES_ON: "own-cue"}[place]
        lead = self.markup.connective_before(found.lead)
        begins_here = opened is not None and opened.cue is None and opened.first >= lead
        if place is Place.START or (place is Place.CLAUSE and begins_here):
            self.open = None
        self._close(lead)
        self._start(found, self.subject, rule)
        if self.subject is None and self.open is not None:
            self.fronted.append(self.open)

    def _stance_goes_on(self, found: Found, place: Place) -> bool:
        """Tell whether a stance without a subject is a second act: … giữ vững …, vì vậy sẽ không …"""
        if place is Place.START:
            return False
        if place is Place.CLAUSE:
            return found.cue.act in ("pledge", "affirm") and self.going_on in ("affirm", "support", "pledge", "oppose")
        opened = self.open
        if opened is None or opened.report:
            return False
        return found.cue.act != "affirm" if opened.act == "affirm" else found.cue.act == opened.act == "announce"

    def _is_content(self, found: Found, place: Place) -> bool:
        """Tell whether a cue without a subject belongs to the content that is open (ủng hộ nhau; …, and will …)."""
        opened = self.open
        act = found.cue.act
        if opened is None or opened.report:
            return False
        if act == "support" and (self._is_reciprocal(found.end) or self._is_asked_for(found.end)):
            return True
        if opened.act == "propose" and act in ("support", "pledge") and self._joined(found) and self._asks_a_state():
            return True  # đề nghị Pháp phê chuẩn … và ủng hộ …
        if place is Place.GOES_ON and found.cue.manner == "outer" and act == opened.act:
            joined = self.markup.connective_before(found.lead) < found.lead
            return joined and opened.rule != "subject" and opened.cue is None
        return False

    def _joined(self, found: Found) -> bool:
        """Tell whether a bare *and* stands before a cue, without a comma."""
        connective = self.markup.connective_before(found.lead)
        return connective < found.lead and connective > 0 and self.words[connective - 1] not in {",", ";", ":"}

    def _asks_a_state(self) -> bool:
        return self.asked is not None and self.asked.kind in ("side", "person")

    def _tasks(self, found: Found) -> bool:
        """Tell whether a public body follows a verb of sending work (cảm ơn, giao Bộ Ngoại giao …)."""
        to = self.markup.by_first.get(found.end)
        return to.kind == "side" if to is not None else is_body(self.markup, found.end, found.end + 1)

    def _is_reciprocal(self, place: int) -> bool:
        return any(self.markup.has(step, "reciprocal") for step in range(place, min(place + 3, len(self.words))))

    def _resolves_report(self, found: Found) -> bool:
        """Tell whether a cue is the undertaking of the state that is reported on: nhấn mạnh Việt Nam …, sẵn sàng …"""
        opened = self.open
        if opened is None or not opened.report or found.negated:
            return False
        subject = self.markup.by_first.get(opened.first)
        return (
            subject is not None
            and subject.kind in ("side", "self")
            and found.cue.act in ("pledge", "support", "oppose")
        )

    def _is_asked_for(self, place: int) -> bool:
        """Tell whether a support is what is asked of the other: đề nghị Hàn Quốc …, ủng hộ Việt Nam …"""
        wanted = self.markup.by_first.get(place)
        asked = self.asked
        return (
            self.going_on == "propose" and asked is not None and wanted is not None and bool(wanted.countries)
            and asked.kind in ("side", "person") and asked.countries != wanted.countries
        )  # fmt: skip

    # --- opening and closing ---

    def _start(self, found: Found, subject: Mention | None, rule: str) -> None:
        cue = found.cue
        self.verbs += 1
        if found.background or (found.negated and cue.manner != "stance") or cue.manner in ("neutral", "neutral_main"):
            self._drop()
            return
        if cue.manner == "ought":
            if subject is not None:
                self.open = Opening(subject.first, 0, "", subject, None, rule, "say", ought=True, attributed=False)
            return
        self.neutral = False
        first = self.markup.content(found.end)
        if cue.manner in ("report", "say"):
            first = self.markup.after_addressee(first)
        opened = Opening(first, 0, "", subject, self.markup.sentence.printed(found.first, found.end), rule)
        if cue.manner in ("report", "say"):
            opened.report, opened.default = cue.manner, cue.act
            self.going_on = ""
        else:
            opened.act = cue.act or cue.manner
            self.going_on = opened.act
            self.asked = self.markup.by_first.get(opened.first)
        self.open = opened

    def _needs(self, first: int, end: int) -> bool:
        return any(one.cue.manner == "ought" and first < one.first < end for one in self.markup.cues)

    def _drop(self) -> None:
        self.open = None
        self.neutral = True
        self.going_on = ""

    def _close(self, end: int) -> None:
        """End the open content before the word `end`, and keep it where it is a commitment."""
        opened, self.open = self.open, None
        if opened is None:
            return
        if opened.report:
            opened.act = asserted(self.markup, opened)
        first, last = self.markup.trimmed(opened.first, end)
        if (opened.act == "welcome" and greets(self.markup, first, last)) or is_courtesy(self.markup, opened, last):
            self._drop()
            return
        self.going_on = opened.act
        self.carried = Carried(opened.act, opened.act)
        if opened.act == "agree" and narrates(self.markup, first) and not self._needs(first, end):
            return
        if opened.act and last - first >= 2:
            opened.first, opened.end = first, last
            opened.owner = self.markup.by_first.get(first)
            self.openings.append(opened)

    def _trailing_attribution(self) -> None:
        """`…, she said.`: what stands before is said by the leader named at the end."""
        attribution = at_end(self.markup)
        if attribution is not None:
            self._attribute(*attribution)
