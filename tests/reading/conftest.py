"""Shortcuts for tests of the reader: a text in, what one recogniser makes of it out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from events.reading import read
from events.reading.facts import Quote, Reading, SourceText
from events.reading.lexicon import Language, load

LEDE = "Ngày 5/3/2024, Thủ tướng Lê Văn Tám đã hội đàm với Thủ tướng Lào Xổm-chay Phôm-ma.\n\n"
Said = tuple[str, tuple[str, ...], str]


@pytest.fixture(scope="session")
def vi() -> Language:
    return load().languages["vi"]


@pytest.fixture(scope="session")
def en() -> Language:
    return load().languages["en"]


def reading_of(text: str) -> Reading:
    return read(SourceText(text, "utf-8"))


def quotes_of(text: str) -> tuple[Quote, ...]:
    """Return the commitments of a Vietnamese report that goes on with `text` after a lede."""
    return reading_of(LEDE + text).commitments


@pytest.fixture(scope="session")
def said() -> Callable[[str], list[Said]]:
    """Act, sides and quote of each commitment."""
    return lambda text: [(one.act, one.sides, one.quote) for one in quotes_of(text)]
