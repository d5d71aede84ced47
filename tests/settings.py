"""The site's settings for tests: the same everywhere, whatever `.env` says, and nothing written to disk."""

import os

os.environ |= {
    "SECRET_KEY": "for-tests-only-" * 4,
    # Set but empty counts as not set, and is not filled in from `.env`.
    **dict.fromkeys(["ALLOWED_HOSTS", "BEHIND_PROXY", "CSRF_TRUSTED_ORIGINS", "DEBUG", "HTTPS", "SITE_NAME"], ""),
}

from diplomacy.settings import *  # noqa: F403

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True  # without `collectstatic`
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast: a test signs in more often than it thinks
