"""The environment, read strictly: a value that is not understood stops the start, and is named.

A variable that is set but empty counts as not set. django-environ's own readers are not used for plain values:
they take "ture" for a no, and a key that begins with `$` for the name of another variable.
"""

import os
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environ import Env

FLAGS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
# Django's own backends, by the beginning of a URL, and the package that each needs besides.
CACHE_PACKAGES = {"locmemcache": "", "redis": "redis", "pymemcache": "pymemcache"}
CACHED_PAGES = 500  # that one process keeps in its own memory, some 10 KB each
DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql")


def read_file(path: Path) -> None:
    """Add the variables in the file, if there is one, to those that the process was started with."""
    Env.read_env(path)


def text(name: str, default: str = "") -> str:
    """Return the variable's text without blanks around it."""
    return os.environ.get(name, "").strip() or default


def flag(name: str) -> bool:
    """Return whether the variable says yes; where it is not set, no."""
    value = text(name, "no")
    if value.lower() not in FLAGS:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(FLAGS)}, not {value!r}.")
    return FLAGS[value.lower()]


def number(name: str, default: int, most: int = 2**31 - 1) -> int:
    """Return a whole number from 0 to `most`."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdecimal() and len(value) <= 10 and int(value) <= most):
        raise ImproperlyConfigured(f"{name} must be a whole number up to {most}, not {value!r}.")
    return int(value)


def choice(name: str, choices: Sequence[str], default: str) -> str:
    """Return one of `choices`, in whatever case it is written."""
    value = text(name, default)
    if value.upper() not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, not {value!r}.")
    return value.upper()


def names(name: str, default: Sequence[str] = ()) -> list[str]:
    """Return the parts of a list that has commas between them."""
    return [part.strip() for part in text(name).split(",") if part.strip()] or list(default)


def database(name: str, default: Path) -> dict[str, Any]:
    """Return Django's settings of the database at a URL, or of the SQLite file `default`.

    A URL that is refused is not repeated in the message: it may hold a password.
    """
    url = text(name)
    if not url:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(default), "OPTIONS": {}}
    try:
        scheme = urlsplit(url).scheme
        config = dict(Env.db_url_config(url)) if scheme in DATABASE_SCHEMES else {}
    except ValueError as error:
        raise ImproperlyConfigured(f"The port or the address in {name} cannot be read.") from error
    if not config:
        raise ImproperlyConfigured(f"{name} must begin with sqlite:/// or postgres://.")
    if not config["NAME"]:
        raise ImproperlyConfigured(f"{name} names no database.")
    return {"OPTIONS": {}} | config


def cache(name: str) -> dict[str, Any]:
    """Return Django's settings of the cache at a URL, or of one in the memory of each process.

    A URL that is refused is not repeated in the message: it may hold a password.
    """
    url = text(name, "locmemcache://")
    scheme = urlsplit(url).scheme
    if scheme not in CACHE_PACKAGES:
        raise ImproperlyConfigured(f"{name} must begin with one of {', '.join(CACHE_PACKAGES)}, followed by ://.")
    package = CACHE_PACKAGES[scheme]
    if package and find_spec(package) is None:
        raise ImproperlyConfigured(f"{name} asks for a cache that needs the package {package}: install it.")
    config = dict(Env.cache_url_config(url))
    if scheme == "pymemcache":
        config["BACKEND"] = "django.core.cache.backends.memcached.PyMemcacheCache"  # django-environ names another
    if scheme == "locmemcache":
        config["OPTIONS"] = {"MAX_ENTRIES": CACHED_PAGES} | config.get("OPTIONS", {})
    elif package == "redis":
        # A reader does not wait for a cache that is away.
        config["OPTIONS"] = {"socket_connect_timeout": 1, "socket_timeout": 1} | config.get("OPTIONS", {})
    return config
