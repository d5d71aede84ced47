"""Whose words a passage is, as the name of a CSS class."""

from collections.abc import Iterable

from events.models import Commitment
from events.sides import Sides


def side_of(sides: Sides, commitment: Commitment) -> str:
    """Return the side that says `commitment`."""
    return sides.of([commitment])


def side_of_all(sides: Sides, commitments: Iterable[Commitment]) -> str:
    """Return the side that says all of `commitments`, and that they overlap where there are several."""
    commitments = list(commitments)
    return f"{sides.of(commitments)} overlap" if len(commitments) > 1 else sides.of(commitments)
