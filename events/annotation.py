"""An event's text cut where commitments begin and end, so that a page can mark each in its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from events.models import Commitment

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that the same commitments cover.

    `opens` are those of `commitments` that the text shows here for the first time, the longest first.
    """

    text: str
    commitments: tuple[Commitment, ...] = ()
    opens: tuple[Commitment, ...] = ()


class _Passage(NamedTuple):
    start: int
    end: int
    commitment: Commitment


def annotate(body: str, commitments: Iterable[Commitment]) -> list[list[Run]]:
    """Return the paragraphs of `body`, each as the runs that it is made of, in order and without a gap.

    Commitments may overlap, nest, and reach over several paragraphs; one that is not anchored is in no run.
    """
    passages = [_Passage(c.start, c.end, c) for c in commitments if c.start is not None and c.end is not None]
    cuts = sorted({cut for passage in passages for cut in (passage.start, passage.end)})
    waiting = deque(sorted(passages, key=lambda passage: (passage.start, -passage.end)))
    opened: set[int] = set()
    open_here: list[_Passage] = []
    annotated = []
    for start, end in _paragraphs(body):
        inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        runs = []
        for begin, finish in pairwise([start, *inside, end]):
            while waiting and waiting[0].start <= begin:
                open_here.append(waiting.popleft())
            open_here = [passage for passage in open_here if passage.end > begin]
            covering = tuple(passage.commitment for passage in open_here)
            opens = tuple(c for c in covering if id(c) not in opened)
            opened.update(map(id, opens))
            runs.append(Run(body[begin:finish], covering, opens))
        annotated.append(runs)
    return annotated


def _paragraphs(body: str) -> list[tuple[int, int]]:
    """Return where each paragraph that holds something starts and ends."""
    breaks = [(0, 0), *(found.span() for found in _BLANK_LINES.finditer(body)), (len(body), len(body))]
    spans = ((after, before) for (_, after), (before, _) in pairwise(breaks))
    return [(start, end) for start, end in spans if body[start:end].strip()]
