"""Vietnamese folding (placeholder of the same interface; the reader's own version replaces it)."""

import hashlib
import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return the text in lower case without diacritics, đ as d."""
    decomposed = unicodedata.normalize("NFD", text.translate({0xD0: "Đ", 0xF0: "đ"}).lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d")


def tokens(text: str) -> list[str]:
    """Return the folded words of the text."""
    return _WORD.findall(fold(text))


def fingerprint(body: str) -> str:
    """Return the SHA-256, in hex, of the folded words of the body."""
    return hashlib.sha256(" ".join(tokens(body)).encode()).hexdigest()
