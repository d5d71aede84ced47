"""The search as it would be written if nothing had to be quick: every row is read for every query."""

from __future__ import annotations

from dataclasses import dataclass

from events.models import Commitment, Event
from events.querysets import STANDING
from events.search.query import Query, Term
from events.search.text import complete, words_of


@dataclass(frozen=True)
class Row:
    """A row with its passages, each a list of words, the names it is found by, and its quotes and title."""

    name: str
    age: tuple
    passages: list
    called: list
    places: list  # of the tiers, the best place first: lists of passages


def rows(record: str) -> list[Row]:
    """Return all rows that readers may see."""
    if record == "events":
        return [_event(event) for event in Event.objects.filter(status="published")]
    said = Commitment.objects.filter(event__status="published", review__in=STANDING).select_related("event")
    return [_commitment(one) for one in said]


def _event(event: Event) -> Row:
    title, body = words_of(event.title), words_of(event.body)
    quotes = [words_of(one.quote) for one in event.commitments.filter(review__in=STANDING)]
    called = _called(event.leaders.all())
    return Row(event.slug, (event.listed_on, event.pk), [title, body], called, [[title], quotes, [title, body]])


def _commitment(one: Commitment) -> Row:
    quote = words_of(one.quote)
    age = (one.event.listed_on, one.event_id, -one.start)
    return Row(f"{one.event.slug} {one.start}", age, [quote], _called(one.leaders.all()), [[quote]])


def _called(leaders) -> list:
    names = [(one.name, one.name_latin, *(alias.name for alias in one.aliases.all())) for one in leaders]
    return [words_of(name) for called in names for name in called if name]


def stands(term: Term, passage: list) -> bool:
    """Return whether the words of the term follow one another in the passage."""
    wanted = [word.folded for word in term.words]
    folded = [word.folded for word in passage]
    for start in range(len(folded) - len(wanted) + 1):
        *before, last = folded[start : start + len(wanted)]
        fits = last == wanted[-1] or (term.is_prefix and (last.startswith(wanted[-1]) or last == complete(wanted[-1])))
        if before == wanted[:-1] and fits:
            return True
    return False


def fits(query: Query, row: Row) -> bool:
    """Return whether the query finds the row."""

    def has(term: Term) -> bool:
        return any(stands(term, passage) for passage in [*row.passages, *row.called])

    return all(any(map(has, group)) for group in query.all_of) and not any(map(has, query.none_of))


def is_exact(query: Query, row: Row) -> bool:
    """Return whether every accented word stands in the row with the accents typed, in one alternative of each group."""
    spelled = {word.spelled for passage in [*row.passages, *row.called] for word in passage if word.has_accents}

    def has(term: Term) -> bool:
        if not any(stands(term, passage) for passage in [*row.passages, *row.called]):
            return False
        return all(
            word.spelled in spelled
            or (term.is_prefix and word is term.words[-1] and any(one.startswith(word.spelled) for one in spelled))
            for word in term.words
            if word.has_accents
        )

    accented = [group for group in query.all_of if any(word.has_accents for term in group for word in term.words)]
    return all(any(map(has, group)) for group in accented)


def place(query: Query, row: Row) -> int:
    """Return the number of the first place in which the words stand as they were written."""
    for number, passages in enumerate(row.places):
        if any(stands(phrase, passage) for phrase in query.phrases for passage in passages):
            return number
    return len(row.places)


def in_order(query: Query, record: str) -> list[str]:
    """Return the names of the rows that the query finds, the best first."""
    found = sorted((row for row in rows(record) if fits(query, row)), key=lambda row: row.age, reverse=True)
    return [row.name for row in sorted(found, key=lambda row: (not is_exact(query, row), place(query, row)))]
