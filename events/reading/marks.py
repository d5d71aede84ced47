"""What the recognisers find in a sentence and hand to one another: plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of the lexicon: its `manner` (a table of `[cues]`) and the act it stands for, where it stands for one."""

    manner: str
    act: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word for a person, a group or a state: its `role` (a table of `[who]`) and a code or a gender."""

    role: str
    value: str = ""

    @property
    def gender(self) -> str:
        """The gender that a pronoun or an honorific tells, else ""."""
        return self.value if self.value in ("male", "female") else ""


@dataclass(frozen=True, slots=True)
class Theme:
    """The topics that a phrase names: always (`strong`), only where nothing else is named (`weak`), or only where no
    other topic than those which it goes with is named (`paired`)."""

    strong: frozenset[str]
    weak: frozenset[str]
    paired: frozenset[str] = frozenset()


MentionKind = Literal["person", "leaders", "sides", "outsiders", "side", "pronoun", "they", "self"]

Part = Literal["", "other", "host", "guest"]


class Mention(NamedTuple):
    """Words `first` up to, not including, `end` of a sentence that stand for somebody.

    `offices` and `name` are as printed; `countries` are codes. `gender` is "male", "female" or "". `of` tells that the
    mention is a possessor (lời mời *của Thủ tướng*), `part` that it stands for the host, the guest, or the counterpart
    of whoever spoke last (*người đồng cấp*).
    `members` are the people of a joint mention (Tô Lâm và Tập Cận Bình).
    """

    first: int
    end: int
    kind: MentionKind
    printed: str
    offices: tuple[str, ...] = ()
    name: str = ""
    countries: tuple[str, ...] = ()
    gender: str = ""
    of: bool = False
    part: Part = ""
    members: tuple[Mention, ...] = ()


class Speaker(NamedTuple):
    """Who says something: the codes of the sides, the names of the leaders, and how the text prints it."""

    printed: str | None
    sides: tuple[str, ...]
    leaders: tuple[str, ...]
    kind: MentionKind


def single(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions, the members of a joint one in its place."""
    for mention in mentions:
        yield from mention.members or (mention,)
