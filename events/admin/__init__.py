"""The staff screens. Importing this package registers them with Django's admin site."""

from events.admin import commitments, people, records, sources, vocabulary

__all__ = ["commitments", "people", "records", "sources", "vocabulary"]
