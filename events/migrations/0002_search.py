from django.db import migrations

from events.search.engine import engine
from events.search.vocabulary import Vocabulary


def create(apps, schema_editor):
    engine().create()
    engine().finish()
    Vocabulary().create()


def drop(apps, schema_editor):
    Vocabulary().drop()
    engine().drop()


class Migration(migrations.Migration):
    """The tables of the search. What they hold is made from the records: `manage.py rebuild_search` fills them anew."""

    dependencies = [("events", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
