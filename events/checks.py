"""What the archive needs of its surroundings, checked before it migrates or serves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection


@register(Tags.database)
def sqlite_has_full_text_search(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Return an error where SQLite was built without FTS5, in which the search keeps its words."""
    if not databases or connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')")
        if cursor.fetchone()[0]:
            return []
    return [
        Error(
            "This Python's SQLite was built without FTS5, which the search needs.",
            hint="Use another build of Python or SQLite, or PostgreSQL (DATABASE_URL).",
            id="events.E001",
        )
    ]
