"""Clauses: what each part of a sentence says, and as whose words.

A sentence is read once, from cue to cue. A cue is the verb of a clause where its subject stands before it, where it
begins the sentence or follows a semicolon, or where it goes on after a comma or an *and* with the subject of the clause
before. Anywhere else it is a word like others. A verb of reporting leaves the act to the cue in what it reports; a
neutral cue (thanks, praise) ends what was open. A clause after a semicolon without a cue goes on with the act.

The rules are those of the annotation guidelines, "Where a quote begins and ends".
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from events.reading.attributions import at_end, in_front, is_parenthesis
from events.reading.backgrounds import PastIn, is_background
from events.reading.contents import asserted, counts_inside, greets, is_courtesy, is_owned, narrates, needs
from events.reading.continuations import So, is_content, narrated, resolves_report, stance_goes_on, takes_turn, tasks
from events.reading.marks import Mention
from events.reading.markup import Found, Markup
from events.reading.openings import Opening
from events.reading.places import Place, stand

_GROUPS = frozenset({"leaders", "sides", "they"})


class Carried(NamedTuple):
    """What a sentence leaves to the next: the act that a sentence without subject and cue goes on with, else "".

    `listed` is the act with which a numbered sentence (*Thứ hai, …*) goes on, also where others stand in between.
    """

    act: str = ""
    listed: str = ""


NOTHING_CARRIED = Carried()


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
        self.wished = -1  # where what is wished for starts, after a noun with an owner
        self.looked_back = False  # for whom a clause without a cue is about: once a sentence
        self.carried = NOTHING_CARRIED
        self.subjects: list[Mention] = []
        self.stop = markup.source or len(markup.words)

    def read(self) -> Clauses:
        """Read the sentence; returns itself."""
        if is_background(self.markup, self.past_in):
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
            self.carried = Carried("", self.before.listed) if self.before.listed else NOTHING_CARRIED
        self.openings = [one for one in self.openings if one.attributed]
        return self

    # --- sentence level ---

    def _go_on_from_sentence_before(self) -> None:
        """Open a sentence that begins with a bare verb (*Thúc đẩy hợp tác …*) with the act of the one before."""
        numbered = self.markup.after_number() if self.before.listed else 0
        act = self.before.listed if numbered else self.before.act
        first = numbered or self.markup.after_connectives(0)
        bare = act and self.markup.has(first, "bare_verbs") and not narrates(self.markup, first)
        told = any(one.cue.manner == "neutral" for one in self.markup.cues[:1])  # 7. The next round is expected to …
        if bare or (numbered and not told and first not in self.markup.by_first):
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
            bare = cue.manner in ("say", "report") and self.words[found.lead - 1 : found.lead] == (",",)
            if bare:  # nhận lời, nói …: accepted, and no more
                self._start(found, opened.subject, opened.rule)
            elif opened.cue is not None and opened.cue.lower() in self.grammar["modals"] and cue.manner != "ought":
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
        if found.cue.act == "propose" and is_owned(self.markup, opened, found):
            opened.act, opened.report, self.wished = "propose", "", found.end  # expressed | Egypt's hope that …
            return
        if found.cue.manner == "ought":
            opened.ought = True
        elif found.cue.manner == "neutral" and found.first - opened.first <= 8:
            self._drop()
        elif (
            found.cue.manner in ("outer", "stance") and not found.negated and counts_inside(self.markup, opened, found)
        ):
            opened.act, opened.report = found.cue.act, ""  # khẳng định | các bộ, ngành Việt Nam sẽ …

    def _with_subject(self, found: Found, subject: Mention) -> None:
        opened, cue = self.open, found.cue
        if not self.fronted and is_parenthesis(self.markup, found, subject):
            if opened is not None or self.openings:
                self._attribute(subject, subject.first)
                return
            if self.markup.has(found.end + 1, "finite"):  # The agreement, he noted, has opened …
                self.subject, self.verbs = subject, self.verbs + 1
                self.subjects.append(subject)
                return
        state = subject.kind in ("side", "self")
        if opened is not None and not self._follows_front(opened, subject):
            if opened.report and (subject.first == opened.first or state):
                self._reported(found)
                return
            if subject.first == opened.first:
                if opened.rule in ("semicolon", "elliptical") and (
                    cue.manner not in ("stance", "ought") or takes_turn(self.subject, found, subject)
                ):
                    self._new_subject(found, subject)
                return
        if not self._is_of_clause_before(found, subject, state):
            self._new_subject(found, subject)

    def _is_of_clause_before(self, found: Found, subject: Mention, state: bool) -> bool:
        """Tell whether a verb with its subject is part of what is open, or of thanks and hopes; a second act splits."""
        opened, cue = self.open, found.cue
        if self.verbs and self.neutral and (state or (subject.kind == "person" and cue.manner == "stance")):
            return self._same_clause(subject)  # tin tưởng … Đại sứ sẽ …
        if opened is None or self._follows_front(opened, subject) or not self._same_clause(subject):
            return False
        if subject.first == self.wished:
            return True
        if state and cue.manner in ("outer", "stance"):
            own_voice = opened.subject is not None and opened.subject.kind == "side"
            other = own_voice and opened.subject is not None and opened.subject.countries != subject.countries
            if other and self._follows_comma(subject):
                return False  # Việt Nam ủng hộ …, Hàn Quốc ủng hộ …
            if opened.cue is not None and cue.act != opened.act:
                self._split(found, subject)
            return True
        wished = opened.act == "propose" and opened.cue is not None
        return cue.manner in ("ought", "stance", "neutral_main") and (subject.kind in _GROUPS or wished)

    def _follows_front(self, opened: Opening, subject: Mention) -> bool:
        """Tell whether a subject follows the comma of a fronted adjunct (Trao đổi về tình hình, hai bên …)."""
        return opened.rule == "elliptical" and not self.verbs and self._follows_comma(subject)

    def _follows_comma(self, subject: Mention) -> bool:
        return self._follows_comma_at(subject.first)

    def _follows_comma_at(self, place: int) -> bool:
        return place > 1 and self.words[place - 1] == ","

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
            self.open.first, self.open.behind = subject.first, self.open.first
            self.subjects.append(source)

    def _without_subject(self, found: Found, place: Place) -> None:
        cue, opened = found.cue, self.open
        if place is not Place.START and not self.verbs and opened is None and not self.going_on:
            # nothing has been said in this sentence yet: a fronted adjunct, or a subject that is nobody's we know
            if place is Place.CLAUSE and self.subject is None and not self.looked_back:
                self.looked_back, self.subject = True, narrated(self.markup)
                self.subjects.extend((self.subject,) if self.subject is not None else ())
            if place is not Place.CLAUSE or self.subject is None:
                place = Place.START if place is Place.GOES_ON and cue.manner != "stance" else Place.NOWHERE
        if cue.manner == "task" and place is Place.GOES_ON and not tasks(self.markup, found):
            return
        dependent = cue.manner in ("ought", "neutral_main") or self.words[found.first] in self.grammar["with_subject"]
        if dependent or place is Place.NOWHERE:
            return
        passive = place is Place.START and self.words[found.first] in self.grammar["passives"]
        if passive or (found.negated and cue.manner != "stance"):
            self._close(found.lead)  # they did not agree; Asked about …, she said …
            self._drop()
            return
        so = So(self.markup, opened, self.asked, self.going_on)
        if place is Place.GOES_ON and cue.manner != "stance" and resolves_report(so, found):
            self._reported(found)
            return
        if (cue.manner == "stance" and not stance_goes_on(so, found, place)) or is_content(so, found, place):
            if not self._follows_comma_at(self.markup.connective_before(found.lead)):
                self._inside(found)  # khẳng định dù ở đâu | cũng sẽ …
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
            first = self.markup.after_colon(self.markup.after_addressee(first))
        opened = Opening(first, 0, "", subject, self.markup.sentence.printed(found.first, found.end), rule)
        if cue.manner in ("report", "say"):
            opened.report, opened.default = cue.manner, cue.act
            self.going_on = ""
        else:
            opened.act = cue.act or cue.manner
            self.going_on = opened.act
            self.asked = self.markup.by_first.get(opened.first)
        self.open = opened

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
        told = opened.act == "agree" and narrates(self.markup, first) and not needs(self.markup, first, end)
        if opened.act and not told and last - first >= 2:
            opened.first, opened.end = first, last
            opened.owner = self.markup.by_first.get(first)
            self.openings.append(opened)

    def _trailing_attribution(self) -> None:
        """`…, she said.`: what stands before is said by the leader named at the end."""
        attribution = at_end(self.markup)
        if attribution is not None:
            self._attribute(*attribution)
