"""The one meaning of a query string: every page, feed, export and chart asks a selection."""

from events.selection.address import Address
from events.selection.days import TIMES, UNKNOWN, month_word
from events.selection.facets import Choice, Facet
from events.selection.guesses import guess, words_in
from events.selection.rows import CommitmentRow, EventRow, Link, listed
from events.selection.selection import Chip
from events.selection.selections import CommitmentSelection, EventSelection

__all__ = [
    "TIMES",
    "UNKNOWN",
    "Address",
    "Chip",
    "Choice",
    "CommitmentRow",
    "CommitmentSelection",
    "EventRow",
    "EventSelection",
    "Facet",
    "Link",
    "guess",
    "listed",
    "month_word",
    "words_in",
]
