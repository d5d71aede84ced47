"""Search over events and over commitments: one meaning, on SQLite and on PostgreSQL.

`find` answers a `Query` with `Hits`; `index` keeps the index up to the records. Both databases are told the same terms,
made here, and asked the same plain questions: which rows have a term, in which of these do terms follow one another.
"""

from events.search.hits import Hits, find
from events.search.writing import clear_where_no_events_are, index

__all__ = ["Hits", "clear_where_no_events_are", "find", "index"]
