"""One article that reports several events, divided: numbered telegrams, a leader's audiences one after another.

    (1) Tổng thống A gửi điện mừng …      ★ Quốc vương B gửi thư mừng …      telegrams, marked one by one
    Chủ tịch nước tiếp Đại sứ A và Đại sứ B. … Tiếp Đại sứ B, …              audiences, told apart by the guests' states

It is done only where every piece tells of an event with a state of its own: the points of a joint statement stay
together, and so do the messages that several leaders of one state send.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from events.reading.article import Article, first_sentence
from events.reading.facts import Flag, Segment, Span
from events.reading.kinds import OTHER, kind_of
from events.reading.lexicon import Language
from events.reading.marks import single
from events.reading.mentions import find_mentions
from events.reading.sentences import sentence, split_sentences

_MARK = re.compile(r"\(?(?P<number>\d{1,2})[.)]\)?\s+|(?P<bullet>[★●•■▪►*+–-])\s+")
_MESSAGES = frozenset({"congratulation", "condolence"})
_AUDIENCES = frozenset({"reception", "courtesy-call"})
_STATES = frozenset({"countries", "demonyms"})  # roles of the lexicon
MIN_TELLING = 0.8  # of the marked pieces that must tell of an event: one may be a closing remark


def divided(article: Article, language: Language) -> list[Article]:
    """Return the article of each event, in the order of the text; the article itself where it tells of one."""
    pieces = _telegrams(article, language) or _audiences(article, language)
    return pieces if len(pieces) > 1 else [article]


def _telegrams(article: Article, language: Language) -> list[Article]:
    """Return the marked pieces of an article, where each tells of an event with another state."""
    heads = _marked(article)
    if len(heads) < 2:
        return []
    states = [_states_told(article, Span(span.start + skip, span.end), language) for _, span, skip in heads]
    telling = [one for one in states if one]
    if len(telling) < MIN_TELLING * len(heads) or len({min(one) for one in telling}) < 2:
        return []
    ends = [number for number, _, _ in heads[1:]] + [len(article.paragraphs)]
    return [
        _piece(article, [Span(span.start + skip, span.end), *article.paragraphs[number + 1 : end]])
        for (number, span, skip), end in zip(heads, ends, strict=True)
    ]


def _marked(article: Article) -> list[tuple[int, Span, int]]:
    """Return the paragraphs numbered from 1 on, or with the same bullet: which, where, and how long the mark is."""
    found = [(n, span, _MARK.match(article.body, span.start, span.end)) for n, span in enumerate(article.paragraphs)]
    numbered = [(n, span, mark.end() - span.start) for n, span, mark in found if mark and mark["number"]]
    numbers = [int(mark["number"]) for _, _, mark in found if mark and mark["number"]]
    if numbers and numbers == list(range(1, len(numbers) + 1)):
        return numbered
    bullets = [(n, span, mark) for n, span, mark in found if mark and mark["bullet"]]
    if len({mark["bullet"] for _, _, mark in bullets}) == 1:
        return [(n, span, mark.end() - span.start) for n, span, mark in bullets]
    return []


def _states_told(article: Article, span: Span, language: Language) -> frozenset[str]:
    """Return the foreign states that a piece's first sentence names, where it joins leaders by a verb of a kind."""
    first = split_sentences(article.body, span, language.abbreviations)[:1]
    if not first:
        return frozenset()
    one = sentence(first[0].of(article.body))
    if kind_of([one], language) == OTHER:
        return frozenset()
    found = list(single(find_mentions(language.gloss(one), language)))
    if not any(mention.offices for mention in found):
        return frozenset()
    return frozenset(code for mention in found for code in mention.countries) - {language.home}


def _audiences(article: Article, language: Language) -> list[Article]:
    """Return one piece for each guest whom the lede names, where each later paragraph is about one of them alone."""
    if len(article.paragraphs) < 3:
        return []
    lede, *later = article.paragraphs
    opening = sentence(lede.of(article.body))
    kind = kind_of([sentence(article.title), opening], language)
    if kind not in _AUDIENCES | _MESSAGES:
        return []
    guests = _people_of(opening.text, language)
    if len(guests) < 2:
        return []
    about = _about(article, later, guests, language)
    if about is None or set(about) != set(guests):
        return []
    return [
        replace(
            _piece(article, [lede, *(span for span, one in zip(later, about, strict=True) if one == guest)], 1),
            elsewhere=frozenset(guests) - {guest},
        )
        for guest in guests
    ]


def _people_of(text: str, language: Language) -> list[str]:
    """Return the foreign states whose office-holders a text names, in its order."""
    found = single(find_mentions(language.gloss(sentence(text)), language))
    return list(
        dict.fromkeys(
            code
            for one in found
            if one.kind == "person" and one.offices
            for code in one.countries
            if code != language.home
        )
    )


def _about(article: Article, later: Sequence[Span], guests: Sequence[str], language: Language) -> list[str] | None:
    """Return whom each paragraph is about, None where one is about several, or none about the first."""
    about: list[str] = []
    for span in later:
        terms = language.gloss(sentence(span.of(article.body))).who.values()
        named = {term.value for _, term in terms if term.role in _STATES} & set(guests)
        if len(named) > 1 or not (named or about):
            return None
        about.append(min(named) if named else about[-1])
    return about


def _piece(article: Article, spans: Sequence[Span], own: int = 0) -> Article:
    """Return the article of some of an article's paragraphs; its title is the first sentence of the `own`th of them."""
    pieces: list[str] = []
    paragraphs: list[Span] = []
    segments: list[Segment] = []
    place = 0
    for span in spans:
        place += 2 if pieces else 0
        pieces.append(span.of(article.body))
        segments.extend(_moved(article.segments, span, place - span.start))
        paragraphs.append(Span(place, place + span.end - span.start))
        place = paragraphs[-1].end
    body = "\n\n".join(pieces)
    flags = [flag for flag in article.flags if flag.code != "title-inferred"]
    return replace(
        article,
        title=first_sentence(body, paragraphs[own:] or paragraphs),
        title_inferred=True,
        body=body,
        paragraphs=tuple(paragraphs),
        segments=tuple(segments),
        flags=(*flags, Flag("title-inferred")),
    )


def _moved(segments: Iterable[Segment], span: Span, shift: int) -> list[Segment]:
    """Return the parts of the segments that lie in `span`, at their places in the new body."""
    found = []
    for one in segments:
        start, end = max(one.body, span.start), min(one.body + one.length, span.end)
        if start < end:
            found.append(Segment(start + shift, one.source + start - one.body, end - start))
    return found
