"""Which release of the code makes the pages, told by the files themselves."""

from hashlib import sha256
from pathlib import Path

MADE_OF = ("diplomacy/**/*.py", "events/**/*.py", "events/data/*", "templates/**/*", "locale/**/*.mo", "static/**/*")


def release(root: Path, *settings: str) -> str:
    """Return a checksum of all that pages are made of but the records: code, templates, words, styles and settings.

    Not a version number: whoever changes a template without raising it would go on showing the old pages.
    """
    found = sha256("\n".join(settings).encode())
    for pattern in MADE_OF:
        for path in sorted(root.glob(pattern)):
            if path.is_file():
                found.update(f"{path.relative_to(root)}\n".encode())
                found.update(path.read_bytes())
    return found.hexdigest()[:16]
