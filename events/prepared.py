"""Questions whose SQL is written once: of the time that a short query takes, Django spends most on its wording."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet
from django.db.models.query import ModelIterable

# Pages are full but for the last of each list: few numbers of keys are asked for, and the SQL is kept for so many of
# them. Up to a multiple of STEP the last key is repeated; one key alone, as of an event's page, stands alone.
STEP = 25
LENGTHS = 64
AWAY = -(10**15)  # no key is near it, and no other number in a question

Key = int | str
Ask = Callable[[Sequence[Any]], "QuerySet[Any, Any]"]


class _Wording(NamedTuple):
    """A question in SQL, with the values that it always has and where among them the keys belong."""

    compiler: Any
    sql: str
    values: tuple[Any, ...]
    places: tuple[int, ...]
    converters: dict[int, Any]  # by column, what makes Python's values of the database's

    def with_keys(self, keys: Sequence[Key]) -> list[Any]:
        """Return the values of the question about these keys; the last one is repeated in the places left."""
        values = list(self.values)
        for number, place in enumerate(self.places):
            values[place] = keys[min(number, len(keys) - 1)]
        return values


class Prepared:
    """What a queryset asks about some rows, by their keys, which are all that is variable in it: numbers, or words.

    It asks for the keys once, in an `__in`, so that it does not matter which of them is given twice.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._wording = lru_cache(maxsize=LENGTHS)(self._worded)

    def __call__(self, keys: Sequence[Key]) -> list[tuple[Any, ...]]:
        """Return the values that a queryset of `values_list` tells of these keys; one query, none for no keys.

        Values come as the database's driver hands them over: numbers, texts and days are what Django makes of them
        too; moments, JSON and the like are not, and so not for this.
        """
        if not keys:
            return []
        wording = self._wording_for(keys)
        with connection.cursor() as cursor:
            cursor.execute(wording.sql, wording.with_keys(keys))
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows

    def records(self, keys: Iterable[Key]) -> list[Any]:
        """Return the records that a queryset has for these keys, as it makes them; one query, none for no keys.

        What it selects along with them comes too; what it would prefetch does not.
        """
        asked = list(keys)
        if not asked:
            return []
        wording = self._wording_for(asked)
        # Django's own iterable reads the rows; it is handed what it asks a queryset for, the wording already done.
        compiler = copy(wording.compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]  # each thread has its own
        compiler.as_sql = lambda: (wording.sql, wording.with_keys(asked))
        compiler.get_converters = lambda _columns: wording.converters
        query = SimpleNamespace(get_compiler=lambda using: compiler)  # noqa: ARG005 - there is one database
        asking: Any = SimpleNamespace(db=DEFAULT_DB_ALIAS, query=query, _known_related_objects={})
        return list(ModelIterable(asking))

    def _wording_for(self, keys: Sequence[Key]) -> _Wording:
        length = 1 if len(keys) == 1 else len(keys) + -len(keys) % STEP
        return self._wording(connection.vendor, length, isinstance(keys[0], str))

    def _worded(self, _vendor: str, length: int, are_words: bool) -> _Wording:
        marks = [f"\x00{n}" if are_words else AWAY - n for n in range(length)]
        compiler = self._ask(marks).query.get_compiler(DEFAULT_DB_ALIAS)
        sql, values = compiler.as_sql()
        places = tuple(place for mark in marks for place, value in enumerate(values) if value == mark)
        if len(places) != length:
            raise ValueError(f"The keys are not asked for once in: {sql}")
        converters = compiler.get_converters([column for column, _sql, _alias in compiler.select])
        return _Wording(compiler, str(sql), tuple(values), places, converters)
