"""Reading takes work in proportion to the length of a text, whatever stands in it.

Work is counted, not timed: the lines of Python that run while a text is read, and while one of twice its length is.
"""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.bench_reading import HOSTILE, LEDE, STAGES
from events.reading import read
from events.reading.facts import SourceText, Unreadable

SIZE = 1_500  # characters
OPENING = "Hai bên nhất trí tăng cường hợp tác"
FRAGMENTS = [
    *("hai bên nhất trí", "ông Tập", "đồng chí", "Thủ tướng", "đảng và nhà nước", "Việt Nam", "khẳng định", "sẽ"),
    *("cần", "không", "đã", "và", "của", "theo", "nói", "chào mừng", "cảm ơn", "năm 2019", "Lào"),
    *(",", ";", ":", ".", '"', "“", "”", "(", ")", "-", "\n", "\n\n", "A.", "1.", "a\u0301"),
]


def work(text: str) -> int:
    """Return how many lines of Python run while a text is read."""
    lines = 0

    def traced(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        read(SourceText(text, "utf-8"))
    except Unreadable:
        pass
    finally:
        sys.settrace(before)
    return lines


def grows_evenly(unit: str, opening: str) -> bool:
    """Tell whether twice as many repetitions of `unit` after an opening make at most about twice as much work."""
    work(opening + unit)  # what is made once a language is made now
    times = max(1, SIZE // len(unit))
    none, once, twice = (work(opening + unit * count) for count in (1, times, 2 * times))
    return twice - none <= 2.3 * (once - none) + 2_000


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_a_hostile_text_is_twice_the_work(unit: str) -> None:
    assert grows_evenly(unit, LEDE)


@pytest.mark.parametrize("unit", [";", ")", '") ', "; ", ": ", "- ", "đồng chí ", "đảng và nhà nước "])
def test_what_follows_a_commitment_without_end_is_twice_the_work(unit: str) -> None:
    assert grows_evenly(unit, LEDE + OPENING)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4))
def test_twice_any_repetition_is_twice_the_work(fragments: list[str]) -> None:
    assert grows_evenly(" ".join(fragments) + " ", LEDE + OPENING)


@pytest.mark.parametrize(("owner", "name"), [stage[1:] for stage in STAGES])
def test_each_stage_that_the_benchmark_times_is_there(owner: object, name: str) -> None:
    assert callable(getattr(owner, name, None))
