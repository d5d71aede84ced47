"""Allegiances: whose leader somebody is where no country stands beside the name.

What the text calls somebody's own comes first (*President Mitchum underscored the United States' commitment*), then a
name from home. A state of the headline or of the first sentence is lent where it is the only one in question: where the
home side meets one other, or where one state is left that nobody is printed with. It is never lent to a second holder
of an office. What is left open is flagged, not guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from events.reading.folding import fold, key, tokens
from events.reading.lexicon import Language
from events.reading.marks import Mention, single
from events.reading.markup import Found, Marked, Markup
from events.reading.people import Named, People, states_of

DATELINE = 4  # words of a dateline before its state
LED = 5  # words between a delegation and who leads it, its acronym in brackets among them
REACH = 4  # words between a possessor and what it owns: the United States' ironclad commitment
_ACTING = frozenset({"outer", "report", "say", "stance"})  # manners of the verbs of who acts
_ORGANISATIONS = frozenset({"EU", "UN", "ASEAN"})


def settle(people: People, marked: Sequence[Marked], opening: int, dateline: str) -> None:
    """Give a country to those who stand without one, where the text tells it.

    `marked` is the headline and then the text, of which the first `opening` sentences are the lede; `dateline` is the
    city before it.
    """
    if all(one.country is not None for one in people.all):
        return
    language = people.language
    printed = [one for one in people.all if one.country is not None]
    for one in _open_cases(people):
        one.is_own = True
    states = _states_in_question(marked[: opening + 1], marked, {one.country for one in printed}, language)
    _tell(people, marked, printed)
    city = language.cities.at(key(dateline).split(), 0) or _dateline(marked[1:2])
    _lend(people, marked, printed, states, city)
    left = _open_cases(people)
    # Of several who are left only the first whom the text names: the others came along, or are met.
    if left and left[0].offices and (len(left) == 1 or left[0] is people.all[0]):
        left[0].country = _acting(marked, {one.country for one in people.all})


def _open_cases(people: People) -> list[Named]:
    return [one for one in people.all if one.country is None]


def _tell(people: People, marked: Sequence[Marked], printed: Sequence[Named]) -> None:
    """Give those without a country the one that their office, their delegation, their own words or their name tell."""
    language = people.language
    led = _delegations(marked, language.grammar["led_by"])
    for one in _open_cases(people):
        of_delegation = next((code for words, code in led if words <= one.words), None)
        one.country = _by_office(one, printed, language) or of_delegation or _by_envoy(one, printed, language)
    own = _own_states(marked, people, {one.country for one in printed})
    for one in _open_cases(people):
        one.country = own.get(one) or (language.home if _from_home(one.name, language) else None)
    for one in _open_cases(people):
        if _at_home_by_office(one, language):
            one.country = language.home


def _lend(
    people: People, marked: Sequence[Marked], printed: list[Named], states: Sequence[str], city: tuple[int, str] | None
) -> None:
    """Lend a state of the headline or the lede to those who are left, where it is the only one in question."""
    language = people.language
    known = {one.country for one in people.all}
    home_is_here = language.home in known or language.home in states
    if not home_is_here:
        bound = {code for each in marked[:2] for code in _bound(each, language)}
        bound -= {code for each in marked[:2] for code in _unbound(each, language)}
        states = tuple(code for code in states if code not in bound)
    for one in _open_cases(people):
        free = [code for code in states if code not in _beside(one, marked[:2])]
        one.country = _lent(one, printed, free, home_is_here, language) or _issuer(city, known)
        if one.country is not None:
            printed.append(one)  # no state is lent twice
        elif not states and _could_be_from_home(one.name, language):
            one.country = language.home


def _states_in_question(
    marked: Sequence[Marked], text: Sequence[Marked], held: set[str | None], language: Language
) -> tuple[str, ...]:
    """Return the states of the headline and the first sentence, and whom the lede pairs with one of somebody's."""
    pairs: list[str] = []
    for each in marked:
        for one in each.mentions:
            if _is_pair(one, each, language) and held & set(one.countries):
                pairs.extend(one.countries)  # the partnership between the United States and Vietnam
    if not pairs:
        pairs = _paired(text, held, language)
    return tuple(dict.fromkeys((*states_of(marked[:2]), *pairs)))


def _paired(marked: Sequence[Marked], held: set[str | None], language: Language) -> list[str]:
    """Return the one state that the text pairs again and again with that of somebody; none where there are several."""
    others = {
        code
        for each in marked
        for one in each.mentions
        if _is_pair(one, each, language) and len(held & set(one.countries)) == 1
        for code in set(one.countries) - held
    }
    return list(others) if len(others) == 1 else []


def _is_pair(mention: Mention, each: Marked, language: Language) -> bool:
    """Tell whether two states are named as the two that meet: between them, their relations, what they will do."""
    if mention.kind != "side" or len(mention.countries) != 2:
        return False
    words, end = each.gloss.words, mention.end
    between = mention.first > 0 and words[mention.first - 1] in language.grammar["between"]
    theirs = end < len(words) and (words[end] in language.grammar["bilateral"] or end in each.gloss.cues)
    return between or theirs or end in each.gloss.small


def _beside(one: Named, marked: Sequence[Marked]) -> set[str]:
    """Return the states of those without a name beside somebody: *Lavrov meets Foreign Minister of France*."""
    codes: set[str] = set()
    for each in marked:
        mentions = list(single(each.mentions))
        if any(mention.name and set(tokens(mention.name)) <= one.words for mention in mentions):
            codes.update(
                code for other in mentions if other.kind == "person" and not other.name for code in other.countries
            )
    return codes


def _bound(each: Marked, language: Language) -> set[str]:
    """Return the states to which or in which something happens: whose the people are, these do not tell."""
    words, whereto = each.gloss.words, language.grammar["whereto"]
    return {
        code
        for one in each.mentions
        if one.kind == "side" and len(one.countries) == 1
        if (one.first and words[one.first - 1] in whereto) or _is_dateline(one, words)
        for code in one.countries
    }


def _unbound(each: Marked, language: Language) -> set[str]:
    """Return the states that a sentence names as such: *Peru and Japan sign …*, though the signing is *in Lima*."""
    words, whereto = each.gloss.words, language.grammar["whereto"]
    return {
        code
        for one in each.mentions
        if one.kind == "side" and not (one.first and words[one.first - 1] in whereto) and not _is_dateline(one, words)
        for code in one.countries
    }


def _is_dateline(mention: Mention, words: Sequence[str]) -> bool:
    """Tell whether a state stands in a text's dateline: BOGOR CITY, Indonesia—President …"""
    return mention.first <= DATELINE and words[mention.end : mention.end + 1] in (("-",), ("–",), (":",))


def _dateline(marked: Sequence[Marked]) -> tuple[int, str] | None:
    """Return the city with which a text begins, before a colon or a dash: *New Delhi: Prime Minister …*"""
    for each in marked:
        hit = each.gloss.who.get(0)
        if hit is not None and hit[1].role == "cities" and each.gloss.words[hit[0] : hit[0] + 1] in ((":",), ("-",)):
            return hit[0], hit[1].value
    return None


def _lent(
    one: Named, printed: Sequence[Named], states: Sequence[str], home_is_here: bool, language: Language
) -> str | None:
    others = [code for code in states if code != language.home]
    held = {other.country for other in printed}
    free = [code for code in others if code not in held]
    same_office = {other.country for other in printed if set(other.offices) & set(one.offices)}
    choice = free or [code for code in others if home_is_here and code not in same_office]
    choice = [code for code in choice if code not in _ORGANISATIONS]
    return choice[0] if len(choice) == 1 else None


def _issuer(city: tuple[int, str] | None, known: set[str | None]) -> str | None:
    return city[1] if city is not None and city[1] not in known else None


def _from_home(name: str, language: Language) -> bool:
    first = key(name.split(maxsplit=1)[0])
    return bool({first, fold(first)} & language.names["home_names"]) and "-" not in name


def _by_office(one: Named, printed: Sequence[Named], language: Language) -> str | None:
    """Return the state that alone has an office of somebody's, where nobody else of the text is known to hold it."""
    offices = {key(part.strip()) for office in one.offices for part in office.split(",")}
    own = offices & language.own_offices.keys()
    codes = {language.own_offices[office] for office in own}
    held = {office for other in printed for office in map(key, other.offices)}
    return next(iter(codes)) if len(codes) == 1 and not held & own else None


def _by_envoy(one: Named, printed: Sequence[Named], language: Language) -> str | None:
    """Return the state of whoever is sent by the office that somebody holds: Đặc phái viên của Tổng thống Nga."""
    held = {key(office) for office in one.offices}
    tails = tuple(f" {of} {office}" for of in language.joints["of"] for office in held)
    codes = {other.country for other in printed for office in other.offices if key(office).endswith(tails)}
    return codes.pop() if len(codes) == 1 else None


def _delegations(marked: Sequence[Marked], led_by: Collection[str]) -> list[tuple[frozenset[str], str]]:
    """Return the words of whoever leads a delegation, and its state: Đoàn đại biểu Đảng Nhân dân Lào do đồng chí …"""
    found = []
    for each in marked:
        words = each.gloss.words
        for before, mention in pairwise(each.mentions):
            if not mention.name or not mention.first or before.kind != "side" or len(before.countries) != 1:
                continue
            between = words[before.end : mention.first]
            if len(between) <= LED and {" ".join(between[-2:]), *between[-1:]} & set(led_by):
                found.append((frozenset(tokens(mention.name)), before.countries[0]))
    return found


def _at_home_by_office(one: Named, language: Language) -> bool:
    """Tell whether an office without a country is one that the home side has, and its holder's name one from home."""
    offices = {key(part.strip()) for office in one.offices for part in office.split(",")}
    if not offices or offices & language.grammar["foreign_offices"] or "-" in one.name:
        return False
    return len(one.name.split()) in (3, 4) and one.name.istitle() and _could_be_from_home(one.name, language)


def _could_be_from_home(name: str, language: Language) -> bool:
    return all(language.home_syllable.fullmatch(fold(word)) for word in name.split())


def _acting(marked: Iterable[Marked], held: set[str | None]) -> str | None:
    """Return the one state that speaks in a text, or whose nameless leader does, while nobody is known to be from it.

    It may be told by its capital or its adjective alone: *Lima supports …*, *the Peruvian leader said …* Only the
    subject with which a sentence begins counts: what is said of a state inside what others report does not make it act.
    """
    codes: set[str] = set()
    for each in marked:
        if not any(one.countries and not one.name for one in each.mentions):
            continue
        markup = each.markup
        subjects = (markup.by_end.get(cue.lead) for cue in markup.cues if cue.cue.manner in _ACTING)
        codes.update(
            one.countries[0]
            for one in subjects
            if one is not None and one.kind in ("side", "person") and len(one.countries) == 1 and not one.name
            if one.first == markup.after_connectives(0)
        )
    codes -= {*held, *_ORGANISATIONS}
    return codes.pop() if len(codes) == 1 else None


# --- what the text calls somebody's own ---


def _own_states(marked: Iterable[Marked], people: People, held: set[str | None]) -> dict[Named, str]:
    """Return the state that each of those without a country speaks of as their own; no state of somebody else's."""
    found: dict[Named, str] = {}
    last: Named | None = None
    for each in marked:
        mentions = each.mentions
        before, last = last, _about(mentions, people) or last
        if not any(_may_tell(one) for one in mentions) or not any(one.kind == "side" for one in mentions):
            continue
        markup = each.markup
        acts = frozenset(cue.lead for cue in markup.cues if cue.cue.manner in ("outer", "stance"))
        for cue in markup.cues:
            speaker = markup.by_end.get(cue.lead)
            if speaker is None or not _may_tell(speaker) or cue.cue.manner not in ("report", "say"):
                continue
            state = _owned(markup, cue, acts)
            named = _telling(speaker, people) if speaker.kind == "person" else before
            if state is not None and state not in held and named is not None and named.country is None:
                found.setdefault(named, state)
    return found


def _may_tell(mention: Mention) -> bool:
    return mention.kind in ("pronoun", "person") and not mention.countries


def _telling(speaker: Mention, people: People) -> Named | None:
    """Return who speaks under this name, or under an office that one alone of those without a country holds."""
    if speaker.name:
        return next(iter(people.find(speaker.name)), None)
    offices = {key(office) for office in speaker.offices}
    holders = [one for one in _open_cases(people) if offices & {key(office) for office in one.offices}]
    return holders[0] if len(holders) == 1 else None


def _about(mentions: Sequence[Mention], people: People) -> Named | None:
    """Return the one person whom a sentence names, or whose office it does; None where it names nobody or several."""
    persons = [one for one in single(mentions) if one.kind == "person" and not one.of]
    named = {one.name for one in persons if one.name}
    if named:
        return next(iter(people.find(named.pop())), None) if len(named) == 1 else None
    offices = {key(office) for one in persons if not one.countries for office in one.offices}
    holders = [one for one in people.all if offices & {key(office) for office in one.offices}] if offices else []
    return holders[0] if len(holders) == 1 else None


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
