"""Which state of the archive is being read, for whoever keeps something made from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connection, connections

from events.models import Generation


class State(NamedTuple):
    """A generation of the archive. Two states are the same where their marks are; numbers may come back, see the model.

    `names` is the mark of the last generation in which a name may have changed: a leader's, a topic's, a state's;
    `rebuilt` that of the last one for which the catalogue was made anew from all rows.
    """

    number: int
    mark: str
    names: str
    rebuilt: str
    since: datetime


NEW = State(0, "", "", "", datetime(1970, 1, 1, tzinfo=UTC))  # of an archive in which nothing has happened

_read_once: ContextVar[State | None] = ContextVar("state", default=None)


def now() -> State:
    """Return the state of the archive: the one that `kept` has read, else one query."""
    return _read_once.get() or ask()


def ask() -> State:
    """Return the state of the archive; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_sql(connection.vendor))
        row = cursor.fetchone()
    if not row:
        return NEW
    number, mark, names, rebuilt, since = row
    if since.tzinfo is None:
        since = since.replace(tzinfo=UTC)  # SQLite keeps no zone: all moments are UTC
    return State(number, mark, names, rebuilt, since)


def ask_first() -> State:
    """Return the state of the archive as the first question of a request; one query, on a kept connection too.

    Django asks a kept connection whether it still stands before anything else, which on PostgreSQL is one more question
    to the server. Here the first one tells: only where it fails is the connection looked at, and where it is dead the
    question is asked again on a new one.
    """
    database: Any = connections[DEFAULT_DB_ALIAS]  # of any kind: Django's types know nothing of its check
    was_open = database.connection is not None
    database.health_check_done = True
    try:
        return ask()
    except (InterfaceError, OperationalError):
        database.health_check_done = False
        database.close_if_health_check_failed()
        if not was_open or database.connection is not None:
            raise  # there was nothing to close, or another reason than the connection
        return ask()


@lru_cache
def _sql(_vendor: str) -> str:
    """Return the SQL of the question that every page begins with: writing it takes Django longer than asking."""
    rows = Generation.objects.values_list("number", "mark", "names", "rebuilt", "raised_at")
    return str(rows[:1].query.get_compiler(connection=connection).as_sql()[0])


@contextmanager
def kept(state: State) -> Iterator[None]:
    """Let `now` answer with the state for the length of the block: one question a page is enough."""
    token = _read_once.set(state)
    try:
        yield
    finally:
        _read_once.reset(token)
