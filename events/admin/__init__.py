"""The staff screens. Importing this package registers them with Django's admin site."""

from events.admin import commitments, following, people, records, sources, vocabulary

__all__ = ["commitments", "following", "people", "records", "sources", "vocabulary"]
