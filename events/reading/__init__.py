"""Reading: the text of a file in, the facts of one event out. No database, no network, no clock.

    source → article → sentences → mentions → people, clauses → kind, days, place → leaders → commitments

Each recogniser is handed what the ones before it found.
"""

from __future__ import annotations

from datetime import date, datetime

from events.reading import allegiances, kinds, leaders, lexicon, speech
from events.reading.article import Article, find_article
from events.reading.calendars import Calendar, calendar_of
from events.reading.commitments import commitments
from events.reading.dates import event_days, written_on
from events.reading.divisions import divided
from events.reading.facts import Flag, Known, Person, Quote, Reading, SourceText, Unreadable
from events.reading.known import informed
from events.reading.lexicon import Language, Vocabulary
from events.reading.marking import marked_with, who
from events.reading.marks import single
from events.reading.mentions import Finder
from events.reading.people import states_of
from events.reading.sentences import Sentence, sentence, sentences, words_of
from events.reading.speakers import Speakers

VERSION = "6"  # noted with every import: raise it when the same file may read differently
LEDE = 3  # sentences in which the kind, the days and the place are looked for
EXPECTED_DAYS = 45  # a report comes out within six weeks of its event


def read_all(
    source: SourceText, vocabulary: Vocabulary | None = None, known: Known | None = None
) -> tuple[Reading, ...]:
    """Return what each article in `source` says of its event, in the order of the text; never nothing.

    Raises Unreadable("no-sentence") where nothing in the file reads like a sentence, and nothing else.
    """
    vocabulary = vocabulary or lexicon.load()
    language = vocabulary.language_of(source.text)
    article = _article(source, language, known)
    readings = [_read(piece, language) for piece in divided(article, language)]
    found = tuple(reading for reading in readings if reading is not None)
    if not found:
        raise Unreadable("no-sentence")
    return found


def read(source: SourceText, vocabulary: Vocabulary | None = None, known: Known | None = None) -> Reading:
    """Return what `source` says, taken as the article of one event; what is `known` comes before what is inferred.

    Raises Unreadable("no-sentence") where nothing in the file reads like a sentence, and nothing else.
    """
    vocabulary = vocabulary or lexicon.load()
    language = vocabulary.language_of(source.text)
    reading = _read(_article(source, language, known), language)
    if reading is None:
        raise Unreadable("no-sentence")
    return reading


def _article(source: SourceText, language: Language, known: Known | None) -> Article:
    article = find_article(source.text, language, calendar_of(language))
    return article if known is None else informed(article, known, language.code)


def _read(article: Article, language: Language) -> Reading | None:
    """Return what one article says of one event, None where it has no sentence."""
    calendar = calendar_of(language)
    body = sentences(article.body, article.paragraphs, language.abbreviations)
    if not body:
        return None
    title = sentence(article.title)
    lede = body[:LEDE]

    finder = Finder(language)
    marked, people = who(title, body, article, finder)
    kind = kinds.kind_of([title, *lede], language)
    starts_on, ends_on = _days(article, lede, kind, calendar)
    place = kinds.place_of(lede, article.dateline.city, kind, language)

    voices = speech.voices(
        marked[1:],
        language,
        mark=lambda one: marked_with(language.gloss(one), finder),
        past_in=lambda text: calendar.past_in(text, starts_on),
    )
    opening = [one for one in marked[1:] if one.sentence.paragraph == 0]
    states = [code for code in states_of([marked[0], *opening]) if code not in article.elsewhere]
    allegiances.settle(people, marked, len(opening), article.dateline.city)
    speaking = [one.name for voice in voices for one in single(voice.speakers) if one.name]
    parties = leaders.participants(marked[:1], marked[1:], speaking, people, kind)
    parties = [one for one in parties if one.country is None or one.country not in article.elsewhere]
    here = _state_of(place, language)
    sides = leaders.sides_of(parties, states, language, language.home in states_of(marked))
    speakers = Speakers(people, parties, sides, language, here)
    quotes = commitments(voices, marked[1:], speakers, language)
    parties = leaders.with_quoted(parties, quotes, people)

    persons = tuple(one.person() for one in parties)
    return Reading(
        title=article.title,
        title_inferred=article.title_inferred,
        language=language.code,
        published=article.published,
        outlet=article.outlet,
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        place=place,
        people=persons,
        body=article.body,
        segments=article.segments,
        commitments=quotes,
        flags=(*article.flags, *_doubts(article, starts_on, kind, persons, quotes)),
    )


def _state_of(place: str | None, language: Language) -> str | None:
    """Return the code of the state that the place of the event lies in."""
    found = language.cities.at(words_of(place)[0], 0) if place else None
    return found[1] if found is not None else None


def _days(article: Article, lede: list[Sentence], kind: str, calendar: Calendar) -> tuple[date | None, date | None]:
    """Return the days of the event: those that the lede names, else the day of publication."""
    published = _day(article.published.value) if article.published and article.published.precision != "month" else None
    year = article.prefix.year if article.prefix else None
    texts = [one.span.of(one.text) for one in lede]
    written = written_on(article.dateline.day, calendar, published) or published
    days = event_days(texts, kind, calendar, written, year)
    return days or (written, written)


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _doubts(
    article: Article, starts_on: date | None, kind: str, people: tuple[Person, ...], quotes: tuple[Quote, ...]
) -> list[Flag]:
    """Return what staff should look at."""
    flags = [Flag("leader-without-country", one.name) for one in people if one.country is None]
    if not people:
        flags.append(Flag("no-leader"))
    if not quotes:
        flags.append(Flag("no-commitment"))
    if article.published is None:
        flags.append(Flag("date-missing"))
    elif starts_on is not None and article.published.precision != "month":
        ahead = (starts_on - _day(article.published.value)).days
        if (ahead > 0 and kind != "visit-announcement") or -ahead > EXPECTED_DAYS:
            flags.append(Flag("date-contradiction", f"{starts_on} / {_day(article.published.value)}"))
    return flags


__all__ = ["Known", "Reading", "SourceText", "Unreadable", "read", "read_all"]
