"""The index of holdings by heading: which events and commitments are under what, kept in memory and always current.

Facets are counted, sets chosen and pages cut out of it without asking the database about more than the rows shown.
"""

from events.catalogue.checking import faults
from events.catalogue.counted import in_archive, with_counts
from events.catalogue.counting import Value
from events.catalogue.headings import Heading, Headings, Shown
from events.catalogue.holdings import DAY, LASTING, MONTH, SIZE, THREADED, UNDATED, Holdings, month_of
from events.catalogue.keeping import Catalogue, current, forget, keep_copy, keep_copy_if_long, rebuild

__all__ = [
    "DAY",
    "LASTING",
    "MONTH",
    "SIZE",
    "THREADED",
    "UNDATED",
    "Catalogue",
    "Heading",
    "Headings",
    "Holdings",
    "Shown",
    "Value",
    "current",
    "faults",
    "forget",
    "in_archive",
    "keep_copy",
    "keep_copy_if_long",
    "month_of",
    "rebuild",
    "with_counts",
]
