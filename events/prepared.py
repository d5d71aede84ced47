"""Questions whose SQL is written once: of the time that a short query takes, Django spends most on its wording."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet

# Pages are full but for the last of each list: few numbers of keys are asked for, and the SQL is kept for so many of
# them. Up to a multiple of STEP the last key is repeated.
STEP = 25
LENGTHS = 64

Ask = Callable[[Sequence[int]], "QuerySet[Any, tuple[Any, ...]]"]


class Prepared:
    """What a queryset of `values_list` asks about some rows, by their keys, which are all that is variable in it.

    It asks for the keys once, in an `__in`, so that it does not matter which of them is given twice.

    Values come as the database's driver hands them over: numbers, texts and days are what Django makes of them too;
    moments, JSON and the like are not, and so not for this.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._sql = lru_cache(maxsize=LENGTHS)(self._worded)

    def __call__(self, keys: Sequence[int]) -> list[tuple[Any, ...]]:
        """Return the rows for these keys; one query, none for no keys."""
        if not keys:
            return []
        with connection.cursor() as cursor:
            padding = [keys[-1]] * (-len(keys) % STEP)
            cursor.execute(self._sql(connection.vendor, len(keys) + len(padding)), [*keys, *padding])
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows

    def _worded(self, _vendor: str, length: int) -> str:
        places = tuple(range(length))
        sql, values = self._ask(places).query.get_compiler(connection=connection).as_sql()
        if tuple(values) != places:
            raise ValueError(f"The keys are not all that is variable in: {sql}")
        return str(sql)
