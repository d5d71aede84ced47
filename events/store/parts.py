"""Which of the articles that were read from a file before each new reading is."""

from __future__ import annotations

from collections.abc import Sequence

from events.models import Provenance
from events.reading.facts import Reading
from events.reading.folding import fingerprint, tokens

SAME_TEXT = 0.5  # share of the words of two texts together that both must have for one to be the other, read anew
REACH = 5  # parts before and after its own place in which a text that changed is looked for

Pairs = list[tuple[Reading, Provenance | None]]


def pair(readings: Sequence[Reading], known: Sequence[Provenance]) -> tuple[Pairs, list[Provenance]]:
    """Return each reading with the part that it reads anew, None where it is new, and the parts that none reads.

    A part is found by its text, and not by its place alone: where the first of two articles is no longer read, the
    second must not be written over it. The only article of a file is always the only one that was read before.
    """
    if not known:
        return [(reading, None) for reading in readings], []
    if len(readings) == len(known) == 1:
        return [(readings[0], known[0])], []
    prints = {provenance.event.fingerprint: provenance for provenance in known}
    found = {place: prints.pop(one, None) for place, one in enumerate(fingerprint(each.body) for each in readings)}
    taken = {provenance.pk for provenance in found.values() if provenance}
    words = {each.pk: frozenset(tokens(each.event.body)) for each in known if each.pk not in taken}
    for place, reading in enumerate(readings):
        if found[place] is None and words:
            found[place] = _alike(reading, place, known, words)
    left = {provenance.pk for provenance in found.values() if provenance}
    pairs: Pairs = [(reading, found[place]) for place, reading in enumerate(readings)]
    return pairs, [provenance for provenance in known if provenance.pk not in left]


def _alike(
    reading: Reading, place: int, known: Sequence[Provenance], words: dict[int, frozenset[str]]
) -> Provenance | None:
    """Return the part near this place whose text is most like the reading's, and take it out of `words`."""
    read = frozenset(tokens(reading.body))
    near = [each for each in known[max(0, place - REACH) : place + REACH + 1] if each.pk in words]
    shares = {each: len(read & words[each.pk]) / max(1, len(read | words[each.pk])) for each in near}
    best = max(near, key=lambda each: shares[each], default=None)
    if best is None or shares[best] < SAME_TEXT:
        return None
    del words[best.pk]
    return best
