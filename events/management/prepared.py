"""Commands that work on the database, and say in one line where it does not let them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection

from events.models import Event


class PreparedCommand(BaseCommand):
    """A command for a database that can be reached and has been migrated."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            tables = connection.introspection.table_names()
        except OperationalError as error:
            raise CommandError(f"The database cannot be reached: {error}") from error
        if Event._meta.db_table not in tables:
            raise CommandError("The database is not prepared yet; `manage.py migrate` does it.")
        try:
            return super().execute(*args, **options)
        except OperationalError as error:
            raise CommandError(f"The database refuses: {error}") from error
