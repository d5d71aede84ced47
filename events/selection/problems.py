"""What could not be understood, told in sentences, while the rest stands."""

from typing import Any

from django.core.exceptions import ValidationError


class PartlyUnderstood(ValidationError):
    """Sentences about what was left out, and the value that stands nevertheless."""

    def __init__(self, problems: list[str], understood: Any) -> None:
        super().__init__(problems)
        self.understood = understood


def shown(value: str) -> str:
    """Return a reader's value as a sentence can quote it: short, on one line, in characters that can be sent."""
    kept = value if len(value) <= 40 else f"{value[:40]}…"
    return "".join(letter if letter.isprintable() else "�" for letter in kept)
