"""Clauses: what each part of a sentence says, and as whose words.

A sentence is read once, from cue to cue. A cue is the verb of a clause where its subject stands before it, where it
begins the sentence or follows a semicolon, or where it goes on after a comma or an *and* with the subject of the clause
before. Anywhere else it is a word like others. A verb of reporting leaves the act to the cue in what it reports; a
neutral cue (thanks, praise) ends what was open. A clause after a semicolon without a cue goes on with the act.

The rules are those of the annotation guidelines, "Where a quote begins and ends".
"""

from __future__ import annotations

from collections import deque

from events.reading.attributions import at_end, in_front, is_parenthesis
from events.reading.backgrounds import PastIn, is_background
from events.reading.contents import UNDERTAKINGS, counts_inside, is_body, is_owned, narrates
from events.reading.continuations import So, is_content, narrated, resolves_report, stance_goes_on, takes_turn, tasks
from events.reading.ledger import GROUPS, NOTHING_CARRIED, Carried, Ledger
from events.reading.marks import Mention
from events.reading.markup import Found
from events.reading.openings import Opening
from events.reading.places import Place, stand


class Clauses(Ledger):
    """Reads the clauses of one sentence; `openings` and `carried` are the result."""

    def read(self, past_in: PastIn | None = None) -> Clauses:
        """Read the sentence; returns itself. `past_in` tells where a text names a month or a year that is over."""
        if is_background(self.markup, past_in):
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
        self.close(self.stop)
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
        self.close(place)
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
        if self.open is not None and self.open.report and self.markup.is_earlier(found):
            self.drop()  # noted that Vietnam had vowed to …: told, not said now
            return
        if subject is not None and found.cue.manner == "say" and self.markup.ends_with(subject.first, "matters"):
            self.drop()  # nhất trí với những nội dung Bộ trưởng nêu, Đại sứ …
            return
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
        named = self.last_end in self.markup.nouns.values()  # tán thành đề xuất này và mời …: it has its object
        shared = empty and self.last_end > 0 and connective < found.lead and not named
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
                self.start(found, opened.subject, opened.rule)
            elif opened.cue is not None and opened.cue.lower() in self.grammar["modals"] and cue.manner != "ought":
                self.start(found, opened.subject, opened.rule)  # I would like to | reaffirm
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
            self.drop()
        else:
            self.start(found, opened.subject, opened.rule)

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
            self.drop()
        elif (
            found.cue.manner in ("outer", "stance") and not found.negated and counts_inside(self.markup, opened, found)
        ):
            opened.act, opened.report = found.cue.act, ""  # khẳng định | các bộ, ngành Việt Nam sẽ …

    def _with_subject(self, found: Found, subject: Mention) -> None:
        opened, cue = self.open, found.cue
        if not self.fronted and is_parenthesis(self.markup, found, subject):
            if opened is not None or self.openings:
                self.attribute(subject, subject.first)
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
            if opened.cue is not None and cue.act not in (opened.act, "announce"):
                self.split(found, subject)
            return True
        wished = opened.act == "propose" and opened.cue is not None
        return cue.manner in ("ought", "stance", "neutral_main") and (subject.kind in GROUPS or wished)

    def _follows_front(self, opened: Opening, subject: Mention) -> bool:
        """Tell whether a subject follows the comma of a fronted adjunct (Trao đổi về tình hình, hai bên …)."""
        return opened.rule == "elliptical" and not self.verbs and self._follows_comma(subject)

    def _follows_comma(self, subject: Mention) -> bool:
        return self._follows_comma_at(subject.first)

    def _follows_comma_at(self, place: int) -> bool:
        return place > 1 and self.words[place - 1] == ","

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
            self.drop()

    def _new_subject(self, found: Found, subject: Mention) -> None:
        opened = self.open
        if opened is not None and opened.rule == "elliptical" and opened.cue is None and not self.verbs:
            self.open = None  # the bare verb was a fronted adjunct of this subject
        self.close(self.markup.connective_before(subject.first))
        self.subject = subject
        self.subjects.append(subject)
        for fronted in self.fronted:
            fronted.subject = subject
        self.fronted = []
        source = in_front(self.markup, subject)
        self.start(found, source or subject, "subject")
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
            self.close(found.lead)  # they did not agree; Asked about …, she said …
            self.drop()
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
        self.close(lead)
        self.start(found, self.subject, rule)
        if self.subject is None and self.open is not None:
            self.fronted.append(self.open)

    # --- attribution ---

    def _trailing_attribution(self) -> None:
        """`…, she said.`: what stands before is said by the leader named at the end."""
        attribution = at_end(self.markup)
        if attribution is not None:
            if not self.openings and self.open is None:
                self._of_a_body(attribution[1])
            self.attribute(*attribution)

    def _of_a_body(self, end: int) -> None:
        """Open what a public body undertakes before an attribution at `end`: Thai hospitals would …, she said."""
        first = self.markup.after_connectives(0)
        for found in self.markup.cues:
            able = found.cue.act in UNDERTAKINGS and not found.negated and found.end < end
            if able and is_body(self.markup, first, found.lead):
                self.open = Opening(first, 0, found.cue.act, None, None, "trailing")
                return
