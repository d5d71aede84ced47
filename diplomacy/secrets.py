"""What is kept from others: the folder of the site's own files, and its secret key, made once where none is given."""

import os
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

SHORTEST = 50  # what Django's own deployment check asks for


def private_folder(path: Path) -> Path:
    """Return the folder, made (mode 0700) where it does not exist: a database in it holds drafts and passwords' hashes.

    Where it cannot be made, whatever needs a file in it says so.
    """
    with suppress(OSError):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def secret_key(given: str, path: Path) -> str:
    """Return the key that the environment gives, else the one kept in `path`."""
    if given and len(given) < SHORTEST:
        raise ImproperlyConfigured(f"SECRET_KEY must have at least {SHORTEST} characters.")
    return given or kept_key(path)


def kept_key(path: Path) -> str:
    """Return the key in `path`, making it (mode 0600) where there is none yet.

    Raises ImproperlyConfigured where the file cannot be read or made, or holds no key: a new
    key in its place would quietly end every session.
    """
    try:
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(get_random_secret_key())
        key = path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ImproperlyConfigured(f"The secret key {path} cannot be read or made: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ImproperlyConfigured(f"{path} holds no key; remove the file to have a new one made.") from error
    if len(key) < SHORTEST:
        raise ImproperlyConfigured(
            f"{path} holds no key of {SHORTEST} characters; remove the file to have a new one made."
        )
    return key
