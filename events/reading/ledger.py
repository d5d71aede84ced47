"""What a sentence opens and closes while its cues are read one after another."""

from __future__ import annotations

from typing import NamedTuple

from events.reading.contents import asserted, greets, is_courtesy, is_taken_up, narrates, needs
from events.reading.marks import Mention
from events.reading.markup import Found, Markup
from events.reading.openings import Opening

GROUPS = frozenset({"leaders", "sides", "they"})


class Carried(NamedTuple):
    """What a sentence leaves to the next: the act that a sentence without subject and cue goes on with, else "".

    `listed` is the act with which a numbered sentence (*Thứ hai, …*) goes on, also where others stand in between.
    """

    act: str = ""
    listed: str = ""


NOTHING_CARRIED = Carried()


class Ledger:
    """The contents of one sentence: those that were kept (`openings`), the one that is open, and what goes on with it.

    `subject` is that of the last verb, `subjects` are all of them; `carried` is what the sentence leaves to the next.
    """

    def __init__(self, markup: Markup, carried: Carried, opened: Opening | None = None) -> None:
        self.markup = markup
        self.words = markup.words
        self.grammar = markup.grammar
        self.before = carried
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

    def start(self, found: Found, subject: Mention | None, rule: str) -> None:
        """Open what a cue governs, said by `subject`; a cue of thanks or of an earlier time ends what was open."""
        cue = found.cue
        self.verbs += 1
        if found.background or (found.negated and cue.manner != "stance") or cue.manner in ("neutral", "neutral_main"):
            self.drop()
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

    def drop(self) -> None:
        """Give up what is open: it is no commitment, and what goes on with it is none."""
        self.open = None
        self.neutral = True
        self.going_on = ""

    def close(self, end: int) -> None:
        """End the open content before the word `end`, and keep it where it is a commitment."""
        opened, self.open = self.open, None
        if opened is None:
            return
        if opened.report:
            opened.act = asserted(self.markup, opened)
        first, last = self.markup.trimmed(opened.first, end)
        if (opened.act == "welcome" and greets(self.markup, first, last)) or is_courtesy(self.markup, opened, last):
            self.drop()
            return
        self.going_on = opened.act
        self.carried = Carried(opened.act, opened.act)
        told = opened.act == "agree" and narrates(self.markup, first) and not needs(self.markup, first, end)
        if opened.act and not told and last - first >= 2 and not is_taken_up(self.markup, first, last):
            opened.first, opened.end = first, last
            opened.owner = self.markup.by_first.get(first)
            self.openings.append(opened)

    def split(self, found: Found, subject: Mention) -> None:
        """A second act inside what one speaker says: it keeps its own subject in the quote."""
        speaker = self.open.subject if self.open is not None else subject
        self.close(subject.first)
        self.open = Opening(subject.first, 0, found.cue.act, speaker, None, "second-act")
        self.going_on = found.cue.act

    def attribute(self, speaker: Mention, start: int, act: str = "") -> None:
        """Give what stands before the word `start`, said as a state's or nobody's, to its speaker."""
        self.close(start)
        self.openings = [one for one in self.openings if one.first < start] or self.openings
        first = len(self.openings) == 1
        for one in self.openings:
            if one.end <= start and (one.subject is None or one.subject.kind in ("side", "self", *GROUPS)):
                if one.rule == "subject" and one.subject is not None and one.subject.first < one.first:
                    one.first = self.markup.after_connectives(0) if first else one.subject.first
                one.subject, one.rule, one.attributed = speaker, "trailing", True
                one.act = act or one.act
        self.subject = speaker
        if speaker not in self.subjects:
            self.subjects.append(speaker)
        self.verbs += 1
