"""The form in which text is kept for searching."""

from events.reading.folding import tokens


def searchable(*texts: str) -> str:
    """Return the folded words of the texts, each between single blanks, so that ` word ` finds a whole word."""
    return " ".join(["", *(word for text in texts for word in tokens(text)), ""])
