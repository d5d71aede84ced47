"""The sides of the talks: whose words a commitment is, so that a page can tell them apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.models import Actor, Commitment, Participation

FIRST, SECOND, BOTH, OTHER = "first", "second", "both", "other"


@dataclass(frozen=True)
class Sides:
    """The two actors that an article names first, in its order; there may be fewer."""

    actors: tuple[Actor, ...]
    found: frozenset[str]

    def of(self, commitments: Iterable[Commitment]) -> str:
        """Return whose words these are: the first side's, the second's, both sides', or another's."""
        codes = {actor.code for commitment in commitments for actor in commitment.said_for}
        named = [key for key, actor in zip((FIRST, SECOND), self.actors, strict=False) if actor.code in codes]
        if len(codes) == 1 and named:
            return named[0]
        return BOTH if len(codes) > 1 else OTHER

    @property
    def legend(self) -> list[tuple[str, str]]:
        """Return (side, name) for each side that says something here."""
        names = {BOTH: _("said together"), OTHER: _("others")}
        names |= {key: actor.name for key, actor in zip((FIRST, SECOND), self.actors, strict=False)}
        return [(key, names[key]) for key in (FIRST, SECOND, BOTH, OTHER) if key in self.found]


def sides_of(parts: Sequence[Participation], commitments: Sequence[Commitment]) -> Sides:
    """Return the sides of an event; makes no query where leaders' and commitments' actors are fetched already."""
    actors = {part.actor.code: part.actor for part in parts if part.actor}
    for commitment in commitments:
        actors |= {actor.code: actor for actor in commitment.said_for if actor.code not in actors}
    sides = Sides(tuple(actors.values())[:2], frozenset())
    return Sides(sides.actors, frozenset(sides.of([commitment]) for commitment in commitments))
