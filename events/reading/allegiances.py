"""Allegiances: whose leader somebody is where no country stands beside the name.

What the text calls somebody's own comes first (*President Mitchum underscored the United States' commitment*), then a
name from home. A state of the headline or of the first sentence is lent where it is the only one in question: where the
home side meets one other, or where one state is left that nobody is printed with. It is never lent to a second holder
of an office. What is left open is flagged, not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from events.reading.folding import fold, key
from events.reading.lexicon import Language
from events.reading.marks import Mention
from events.reading.markup import Found, Marked, Markup
from events.reading.people import Named, People, states_of

REACH = 4  # words between a possessor and what it owns: the United States' ironclad commitment
_ORGANISATIONS = frozenset({"EU", "UN", "ASEAN"})


def settle(people: People, marked: Sequence[Marked], opening: int, dateline: str) -> None:
    """Give a country to those who stand without one, where the text tells it.

    `marked` is the headline and then the text, of which the first `opening` sentences are the lede; `dateline` is the
    city before it.
    """
    open_cases = [one for one in people.all if one.country is None]
    if not open_cases:
        return
    language = people.language
    printed = [one for one in people.all if one.country is not None]
    states = _states_in_question(marked[: opening + 1], {one.country for one in printed})
    own = _own_states(marked, people, {one.country for one in printed})
    for one in open_cases:
        one.country = own.get(one) or (language.home if _from_home(one.name, language) else None)
    known = {one.country for one in people.all}
    home_is_here = language.home in known or language.home in states
    city = language.cities.at(key(dateline).split(), 0)
    for one in open_cases:
        if one.country is None:
            one.country = _lent(one, printed, states, home_is_here, language) or _issuer(city, known)
        if one.country is None and not states and _could_be_from_home(one.name, language):
            one.country = language.home


def _states_in_question(marked: Sequence[Marked], held: set[str | None]) -> tuple[str, ...]:
    """Return the states of the headline and the first sentence, and whom the lede pairs with one of somebody's."""
    pairs: list[str] = []
    for each in marked:
        for one in each.mentions:
            if one.kind == "side" and len(one.countries) == 2 and held & set(one.countries):
                pairs.extend(one.countries)  # the partnership between the United States and Vietnam
    return tuple(dict.fromkeys((*states_of(marked[:2]), *pairs)))


def _lent(
    one: Named, printed: Sequence[Named], states: Sequence[str], home_is_here: bool, language: Language
) -> str | None:
    others = [code for code in states if code != language.home]
    held = {other.country for other in printed}
    free = [code for code in others if code not in held]
    same_office = {other.country for other in printed if set(other.offices) & set(one.offices)}
    choice = free or [code for code in others if home_is_here and code not in same_office]
    choice = [code for code in choice if code not in _ORGANISATIONS] or choice
    return choice[0] if len(choice) == 1 else None


def _issuer(city: tuple[int, str] | None, known: set[str | None]) -> str | None:
    return city[1] if city is not None and city[1] not in known else None


def _from_home(name: str, language: Language) -> bool:
    return name.split(maxsplit=1)[0].lower() in language.names["home_names"] and "-" not in name


def _could_be_from_home(name: str, language: Language) -> bool:
    syllable = re.compile(language.table["who"]["home_syllable"])
    return all(syllable.fullmatch(fold(word)) for word in name.split())


# --- what the text calls somebody's own ---


def _own_states(marked: Iterable[Marked], people: People, held: set[str | None]) -> dict[Named, str]:
    """Return the state that each of those without a country speaks of as their own; no state of somebody else's."""
    found: dict[Named, str] = {}
    for each in marked:
        mentions = each.mentions
        if not any(_may_tell(one) for one in mentions) or not any(one.kind == "side" for one in mentions):
            continue
        markup = each.markup
        acts = frozenset(cue.lead for cue in markup.cues if cue.cue.manner in ("outer", "stance"))
        for cue in markup.cues:
            speaker = markup.by_end.get(cue.lead)
            if speaker is None or not _may_tell(speaker) or cue.cue.manner not in ("report", "say"):
                continue
            state = _owned(markup, cue, acts)
            named = next(iter(people.find(speaker.name)), None)
            if state is not None and state not in held and named is not None and named.country is None:
                found.setdefault(named, state)
    return found


def _may_tell(mention: Mention) -> bool:
    return mention.kind == "person" and bool(mention.name) and not mention.countries


def _owned(markup: Markup, cue: Found, acts: frozenset[int]) -> str | None:
    """Return the state that speaks or owns a position right after a verb of reporting."""
    first = markup.content(cue.end)
    owner = markup.by_first.get(first)
    if owner is not None:
        return _code(owner) if owner.end in acts or _owns_position(markup, owner) else None
    if not _is_position(markup, first):
        return None
    for place in range(first + 1, min(first + REACH, len(markup.words) - 1)):
        if markup.words[place] in markup.grammar["possessives"]:
            return _code(markup.by_first.get(place + 1))  # cam kết của Mỹ
    return None


def _owns_position(markup: Markup, owner: Mention) -> bool:
    """Tell whether a position stands after a state in the genitive: the United States' ironclad commitment."""
    if owner.end >= len(markup.words) or markup.words[owner.end] != "'":
        return False
    return any(_is_position(markup, place) for place in range(owner.end, min(owner.end + REACH, len(markup.words))))


def _is_position(markup: Markup, place: int) -> bool:
    return markup.has(place, "positions") or markup.language.position_acts.at(markup.words, place) is not None


def _code(mention: Mention | None) -> str | None:
    if mention is None or mention.kind != "side" or len(mention.countries) != 1:
        return None
    return mention.countries[0]
