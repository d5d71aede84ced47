from typing import Any

from django.apps import AppConfig
from django.db import DEFAULT_DB_ALIAS
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Archive")

    def ready(self) -> None:
        from events import checks  # noqa: F401, PLC0415 - registers them

        # `flush` tells nobody else: it sends what `migrate` sends.
        post_migrate.connect(_clear_search, sender=self)


def _clear_search(using: str, **_kwargs: Any) -> None:
    from events import search  # noqa: PLC0415 - models are there by now

    if using == DEFAULT_DB_ALIAS:
        search.clear_where_no_events_are()
