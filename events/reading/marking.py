"""Marking: the sentences of an article with their mentions, and everybody who is named in them.

The mentions are looked for twice where the first look has made names or acronyms known that stand elsewhere without an
office or brackets beside them. In a headline in title case, a run of capitals is a name only as far as the text knows
it.
"""

from __future__ import annotations

from collections.abc import Sequence

from events.reading.acronyms import acronyms
from events.reading.article import Article
from events.reading.glosses import Gloss
from events.reading.lexicon import Language
from events.reading.marks import Mention, single
from events.reading.markup import Marked
from events.reading.mentions import Finder
from events.reading.people import People, everybody, known_names, namesakes
from events.reading.phrases import Phrases
from events.reading.sentences import Sentence, sentence

TITLE_WORDS = 4  # a shorter headline may be all names
TITLE_SHARE = 0.8


def who(title: Sentence, body: Sequence[Sentence], article: Article, finder: Finder) -> tuple[list[Marked], People]:
    """Return title and body with their mentions, and everybody whom title, body and captions name."""
    language = finder.language
    captions = [sentence(caption) for caption in article.captions]
    glosses = [language.gloss(one) for one in (*body, title, *captions)]
    heading = glosses[len(body)]
    titled = _in_title_case(heading, language)
    first = [marked_with(one, finder) for one in glosses if not (titled and one is heading)]
    people = everybody(first, language)
    names = known_names(people, language)
    if titled:  # its runs of capitals are names only as far as the text knows them
        first.insert(len(body), Marked(heading, finder.find(heading, names, titled=True), language))
    finder.acronyms = acronyms(first)
    finder.namesakes = namesakes(people, language)
    marked = [
        marked_with(one.gloss, finder, names) if _says_more(one, names, finder) else one
        for one in first[: len(body) + (not titled)]
    ] + first[len(body) : len(body) + titled]
    if titled or any(one is not before for one, before in zip(marked, first, strict=False)):
        people = everybody([*marked, *first[len(marked) :]], language, people.spelled)
    return [marked[-1], *marked[:-1]], people


def _says_more(one: Marked, names: Phrases[str], finder: Finder) -> bool:
    """Tell whether the names and acronyms that the article has made known stand in a sentence, not yet taken in."""
    known = finder.acronyms and any(
        one.sentence.printed(place, place + 1) in finder.acronyms for place in one.gloss.capitals
    )
    known = known or not finder.namesakes.isdisjoint(one.gloss.words)
    return bool(known) or _stands_free(names, one.gloss, one.mentions, finder.language)


def marked_with(gloss: Gloss, finder: Finder, names: Phrases[str] | None = None) -> Marked:
    """Return a sentence with its mentions; known `names` need no office beside them."""
    return Marked(gloss, finder.find(gloss, names), finder.language)


def _in_title_case(gloss: Gloss, language: Language) -> bool:
    """Tell whether nearly all words of a sentence start with a capital, frequent small ones left out."""
    grammar = language.grammar
    small = {*grammar["articles"], *grammar["prepositions"], *language.joints["and"], *language.joints["of"], "s"}
    words = sum(word[0].isalpha() and word not in small for word in gloss.words)
    return words > TITLE_WORDS and len(gloss.capitals) >= TITLE_SHARE * words


def _stands_free(names: Phrases[str], gloss: Gloss, mentions: Sequence[Mention], language: Language) -> bool:
    """Tell whether a known name stands where `mentions`, found without `names`, did not already take it in."""
    standing = [place for place in gloss.capitals if names.at(gloss.words, place) is not None]
    if not standing:
        return False
    inside: set[int] = set()
    for one in single(mentions):
        if one.kind == "person":
            first = one.first + (gloss.words[one.first] in language.grammar["articles"])
            inside.update(range(first + 1, one.end))
    return any(place not in inside for place in standing)
