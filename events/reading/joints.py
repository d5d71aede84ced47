"""Joints: two mentions that a conjunction makes one (Việt Nam và Nga; Tô Lâm và Tập Cận Bình)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from events.reading.marks import Mention
from events.reading.sentences import Sentence

LONGEST = 100  # words of a joint; each state that joins has all before it printed again
_PAIRS = frozenset({("side", "side"), ("person", "person"), ("pronoun", "person"), ("person", "pronoun")})


def joined(sentence: Sentence, found: Iterable[Mention], joining: Collection[str]) -> list[Mention]:
    """Make one mention of two that one of the words `joining` joins, where both are people or both are states."""
    result: list[Mention] = []
    for mention in found:
        last = result[-1] if result else None
        near = last is not None and mention.first - last.end == 1 and sentence.words[last.end] in joining
        near = near and last is not None and mention.end - last.first <= LONGEST
        pair = (last.kind, mention.kind) if near and last is not None else ()
        if last is not None and pair in _PAIRS:
            result[-1] = _joint(sentence, last, mention)
            before = result[-2] if len(result) > 1 else None
            comma = before is not None and sentence.words[before.end : last.first] == (",",)
            if before is not None and comma and before.kind == last.kind and not _is_owner(before):
                result[-2:] = [_joint(sentence, before, result[-1])]  # A, B and C
        else:
            result.append(mention)
    return result


def _is_owner(mention: Mention) -> bool:
    """Tell whether somebody before a comma is a possessor, not the first of three: witnessed by A, | B and C signed."""
    return mention.of and mention.kind == "person"


def _joint(sentence: Sentence, one: Mention, other: Mention) -> Mention:
    return one._replace(
        end=other.end,
        kind="side" if one.kind == "side" else "leaders",
        printed=sentence.printed(one.first, other.end),
        countries=tuple(dict.fromkeys(one.countries + other.countries)),
        members=() if one.kind == "side" else (one, *(other.members or (other,))),
    )
