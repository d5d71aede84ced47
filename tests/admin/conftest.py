import re

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

GENERATION = "events_generation"
WRITTEN = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(events_\w+)"')
FOR_READERS = {
    table
    for model in apps.get_app_config("events").get_models(include_auto_created=True)
    for table in [model._meta.db_table]
    if "historical" not in table and table not in {GENERATION, "events_journalentry"}
}


class Browser(Client):
    """Sees to it that nothing which readers see is written without a new generation, whatever staff do."""

    def request(self, **request):
        with CaptureQueriesContext(connection) as queries:
            response = super().request(**request)
        found = (WRITTEN.match(query["sql"]) for query in queries)
        written = {match[1] for match in found if match}
        assert GENERATION in written or not written & FOR_READERS, f"no new generation for {written & FOR_READERS}"
        return response


@pytest.fixture
def editor(db):
    """Someone on the staff, by name."""
    return get_user_model().objects.create_superuser("bien-tap")


@pytest.fixture
def staff(editor):
    """A browser in which the editor is logged in; addresses lead to the English pages."""
    client = Browser()
    client.force_login(editor)
    with translation.override("en"):
        yield client
