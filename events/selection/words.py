"""The query language: what a reader typed into the search box, read from left to right, once.

Words are all to be found; `"words in quotation marks"`, or joined by a hyphen or a stroke, follow one another; `-word`
must not be found; `this OR that`; `begin*`; `field:value`. What cannot be read is told in a sentence and left out;
what remains is searched for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from events.reading.folding import fold
from events.search.query import Query, Term
from events.search.text import beginning_of, places_of, words_of
from events.selection.problems import shown
from events.selection.terms import resolve

MAX_CHARACTERS = 200
MAX_WORDS = 20
MAX_FIELDS = 10
SHORTEST_BEGINNING = 2  # letters before an asterisk

# The names of fields in both languages, folded, and the parameter that each means.
FIELDS = {
    "leader": "leader",
    "lanhdao": "leader",
    "country": "country",
    "nuoc": "country",
    "topic": "topic",
    "chude": "topic",
    "kind": "kind",
    "loai": "kind",
    "act": "act",
    "hanhvi": "act",
    "year": "year",
    "nam": "year",
}
OR = frozenset(["OR", "HOẶC"])
AND = "AND"  # what is meant anyway
NOT = "NOT"

_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its value, and what that means: the values of the parameter, as addresses write them."""

    parameter: str
    text: str
    values: dict[str, Any]
    is_excluded: bool = False


@dataclass(frozen=True)
class Words:
    """What is searched for, and how it is written so that it reads the same again; false where it is nothing."""

    text: str = ""
    query: Query = field(default_factory=Query)
    fields: tuple[Field, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.query or self.fields)

    def keys(self, parameter: str, *, excluded: bool = False) -> list[int]:
        """Return the same as the catalogue names it: years, and primary keys of rows."""
        meanings = self.values(parameter, excluded=excluded).values()
        return [meaning if isinstance(meaning, int) else meaning.pk for meaning in meanings]

    def values(self, parameter: str, *, excluded: bool = False) -> dict[str, Any]:
        """Return what fields ask for, or exclude, by what addresses write for it: any of these values is meant."""
        asked = (one.values for one in self.fields if one.parameter == parameter and one.is_excluded == excluded)
        return {value: meaning for values in asked for value, meaning in values.items()}


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between blanks: with a hyphen before it, in quotation marks, after a field's name, before a `*`."""

    text: str
    is_excluded: bool = False
    is_quoted: bool = False
    field: str = ""
    is_prefix: bool = False


def read(typed: str) -> tuple[Words, list[str]]:
    """Return what is searched for, and sentences about what of it was not understood or not used."""
    problems = []
    if len(typed) > MAX_CHARACTERS:
        problems.append(_("Only the first %(count)s characters of the search were used.") % {"count": MAX_CHARACTERS})
    text = _printable(typed[:MAX_CHARACTERS]).translate(_QUOTATION_MARKS)
    if text.count('"') % 2:
        problems.append(_("A quotation mark without its partner was left out."))
        head, _mark, tail = text.rpartition('"')
        text = f"{head} {tail}"
    reader = _Reader(problems)
    for piece in _pieces(text):
        reader.take(piece)
    words = reader.finish()
    if typed and not words and not reader.has_field:
        problems.append(_("There is no word in “%(words)s”; the search was left out.") % {"words": shown(typed)})
    return words, problems


def written(query: Query) -> str:
    """Return a query as a reader would type it; `read` understands it as the same query."""
    groups = [" OR ".join(map(_typed, group)) for group in query.all_of]
    return " ".join([*groups, *(f"-{_typed(term)}" for term in query.none_of)])


def _typed(term: Term) -> str:
    text = " ".join(word.spelled for word in term.words)
    return f"{text if len(term.words) == 1 else f'{chr(34)}{text}{chr(34)}'}{'*' * term.is_prefix}"


class _Reader:
    """Takes the pieces one after another and keeps what they come to."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        self.groups: list[list[Term]] = []
        self.excluded: list[Term] = []
        self.fields: list[Field] = []
        self.texts: list[str] = []
        self.room = MAX_WORDS
        self.is_or = False  # an OR waits for its second side
        self.is_not = False  # so does a NOT
        self.may_follow_or = False  # the piece before this one is a side that OR can have
        self.has_field = False
        self.misplaced_or = False

    def take(self, piece: _Piece) -> None:
        """Take one piece in."""
        if not (piece.is_quoted or piece.is_excluded or piece.field) and self._is_operator(piece.text):
            return
        if self.is_not:
            piece = _Piece(piece.text, True, piece.is_quoted, piece.field, piece.is_prefix)
            self.is_not = False
        if piece.field:
            self._take_field(piece)
        else:
            self._take_term(piece)

    def finish(self) -> Words:
        """Return what all pieces come to."""
        if self.misplaced_or or self.is_or:
            self.problems.append(
                _("OR stands between two words or phrases that are looked for; elsewhere it was left out.")
            )
        if self.room < 0:
            self.problems.append(_("Only the first %(count)s words of the search were used.") % {"count": MAX_WORDS})
        query = Query(
            tuple(tuple(dict.fromkeys(group)) for group in dict.fromkeys(map(tuple, self.groups))),
            tuple(dict.fromkeys(self.excluded)),
        )
        return Words(" ".join(self.texts), query, tuple(self.fields)) if query or self.fields else Words()

    def _is_operator(self, text: str) -> bool:
        if text in OR:
            self.misplaced_or |= not self.may_follow_or
            self.is_or, self.may_follow_or = self.may_follow_or, False
            return True
        if text == NOT:
            self.is_not = True
        return text in (AND, NOT)

    def _take_term(self, piece: _Piece) -> None:
        words = words_of(piece.text)
        if not words:
            return
        name, colon, value = piece.text.partition(":")
        if colon and name.isalpha() and value[:1].isalnum() and not piece.is_quoted:
            problem = _("“%(name)s” is not the name of a field; it was searched for as a word.")
            self.problems.append(problem % {"name": shown(name)})
        used = words[: max(self.room, 0)]
        self.room -= len(words) if len(used) == len(words) else MAX_WORDS + 1
        if not used:
            return
        is_prefix = piece.is_prefix and len(used) == len(words)
        if is_prefix and len(used[-1].folded) < SHORTEST_BEGINNING:
            problem = _("Before an asterisk at least two letters are needed; “%(word)s” was taken as a whole word.")
            self.problems.append(problem % {"word": shown(piece.text)})
            is_prefix = False
        if is_prefix:
            used[-1] = beginning_of(piece.text)
        term = Term(tuple(used), is_prefix)
        text = _written(piece, len(used), is_prefix)
        if piece.is_excluded:
            self.misplaced_or |= self.is_or
            self.excluded.append(term)
            self.texts.append(f"-{text}")
        elif self.is_or:
            self.groups[-1].append(term)
            self.texts += ["OR", text]
        else:
            self.groups.append([term])
            self.texts.append(text)
        self.is_or, self.may_follow_or = False, not piece.is_excluded

    def _take_field(self, piece: _Piece) -> None:
        self.has_field = True
        self.misplaced_or |= self.is_or
        self.is_or = self.may_follow_or = False
        if len(self.fields) == MAX_FIELDS:
            problem = _("Only %(count)s fields are used; “%(field)s” was left out.")
            self.problems.append(problem % {"count": MAX_FIELDS, "field": shown(piece.field)})
            return
        parameter = FIELDS[_field_name(piece.field)]
        values, problems = resolve(parameter, piece.text)
        self.problems += problems
        if values:
            written = f'"{piece.text}"' if piece.is_quoted else piece.text
            text = f"{'-' if piece.is_excluded else ''}{piece.field}:{written}"
            self.fields.append(Field(parameter, text, values, piece.is_excluded))
            self.texts.append(text)


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield the pieces of a text in which quotation marks are paired."""
    place = 0
    while place < len(text):
        if text[place] == " ":
            place += 1
            continue
        is_excluded = text[place] == "-"
        while place < len(text) and text[place] == "-":
            place += 1
        if place == len(text) or text[place] == " ":
            continue
        name = ""
        end = _end_of_chunk(text, place)
        before, colon, _rest = text[place:end].partition(":")
        if colon and _field_name(before) in FIELDS:
            name, place = before, place + len(before) + 1
            end = _end_of_chunk(text, place)
        is_quoted = place < len(text) and text[place] == '"'
        if is_quoted:
            end = text.index('"', place + 1)
            inside, place = text[place + 1 : end], end + 1
        else:
            inside, place = text[place:end], end
        is_prefix = inside.endswith("*") or (is_quoted and text[place : place + 1] == "*")
        if is_quoted and is_prefix and text[place : place + 1] == "*":
            place += 1
        yield _Piece(inside if name or is_quoted else _trimmed(inside), is_excluded, is_quoted, name, is_prefix)


def _end_of_chunk(text: str, start: int) -> int:
    """Return where the next blank or quotation mark stands, or the text ends."""
    ends = [end for mark in ' "' if (end := text.find(mark, start)) >= 0]
    return min(ends, default=len(text))


def _field_name(name: str) -> str:
    return fold(name).replace("-", "")


def _trimmed(chunk: str) -> str:
    """Return the chunk from its first word to its last, "" where it has none."""
    places = list(places_of(chunk))
    return chunk[places[0].start : places[-1].end] if places else ""


def _written(piece: _Piece, count: int, is_prefix: bool) -> str:
    """Return the first `count` words of a piece so that they are read as the same piece again."""
    places = list(places_of(piece.text))[:count]
    text = piece.text[places[0].start : places[-1].end]
    if piece.is_quoted:
        text = f'"{" ".join(text.replace("*", " ").split())}"'
    elif any(mark in text for mark in ":*"):
        text = "-".join(piece.text[place.start : place.end] for place in places)
    return f"{text}*" if is_prefix else text


def _printable(text: str) -> str:
    """Return the text on one line, without characters that neither a page nor a database can hold."""
    kept = (c if c.isprintable() else "" if unicodedata.category(c) == "Cf" else " " for c in text)
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))
