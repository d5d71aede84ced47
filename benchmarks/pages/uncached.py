"""The site's settings, but that no page is kept: what it costs to make each."""

from diplomacy.settings import *  # noqa: F403

CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
