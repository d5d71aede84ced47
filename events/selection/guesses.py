"""What may have been looked for at an address where nothing stands: its words, searched for among the events."""

from __future__ import annotations

import re

from django.http import QueryDict

from events.selection.selections import EventSelection
from events.selection.words import MAX_CHARACTERS

READ = 1000  # characters of an address; what comes after them is not a reader's
WORDS = 8
# Words of addresses that say which room or language is meant, and not what is looked for in it.
_SIGNPOSTS = re.compile(
    r"^/(?:en/|vi/)?(?:(?:events|commitments|leaders|countries|topics|relations|threads|occasions|compare)(?:/|$))?"
)
_FILE = re.compile(r"\.(?!html?$)[a-z0-9]{1,8}$", re.IGNORECASE)  # a picture or a script, which no event is
_ENDING = re.compile(r"\.html?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][^\W_]+")  # two letters or more; a slug's day is not in the texts as it is in the slug


def words_in(path: str) -> str:
    """Return the words of an address as one would type them to search; "" where it has none or is a file's."""
    path = path[:READ]
    if _FILE.search(path):
        return ""
    words = _WORD.findall(_ENDING.sub("", _SIGNPOSTS.sub("", path)).casefold())
    return " ".join(dict.fromkeys(words[:WORDS]))[:MAX_CHARACTERS]


def guess(path: str) -> EventSelection | None:
    """Return the events that the words of an address find, or those of the nearest words that find any; else None.

    Asks the database as often as a search does, however long the address is.
    """
    words = words_in(path)
    if not words:
        return None
    found = EventSelection(_query(words))
    if not found.total and found.suggestion:
        found = EventSelection(_query(found.suggestion.label))
    return found if found.total else None


def _query(words: str) -> QueryDict:
    query = QueryDict(mutable=True)
    query["q"] = words
    return query
