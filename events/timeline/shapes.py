"""A shape for each kind of event, so that kinds can be told apart without colour; the label stands beside it."""

from __future__ import annotations

from collections.abc import Iterable

OTHER = "other"  # the shape of kinds that staff added

# By the kind's slug, drawn in a square of 16; what overlaps is left empty.
SHAPES = {
    "phone-call": "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z",
    "talks": "M2.5 2.5h11v11h-11z",
    "courtesy-call": "M8 1l7 7-7 7-7-7z",
    "reception": "M1.5 5h13a6.5 6.5 0 0 1-13 0z",
    "meeting": "M2 2h4.5v12h-4.5zM9.5 2h4.5v12h-4.5z",
    "state-visit": "M8 1.5l7 12.5h-14z",
    "official-visit": "M3 1l12 7-12 7z",
    "visit-announcement": "M8 1.5l7 12.5h-14zM8 5.8l-3.4 6.2h6.8z",
    "summit": "M8 1l2.1 4.6 5 .5-3.8 3.3 1.1 4.9-4.4-2.6-4.4 2.6 1.1-4.9-3.8-3.3 5-.5z",
    "congratulation": "M6 2h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
    "condolence": "M1.5 6h13v4h-13z",
    "invitation": "M1 2.5h14l-7 12z",
    "envoy": "M1.5 6h6.5v-4l7 6-7 6v-4h-6.5z",
    "signing": "M4 1.5l4 4 4-4 2.5 2.5-4 4 4 4-2.5 2.5-4-4-4 4-2.5-2.5 4-4-4-4z",
    "joint-statement": "M4.5 2h7l3.5 6-3.5 6h-7l-3.5-6z",
    "press-conference": "M2 2h12v8.5h-6l-4 4v-4h-2z",
    "ceremony": "M2 2h12v12h-12zM5 5v6h6v-6z",
    OTHER: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6z",
}


def shape_of(kind: str) -> str:
    """Return the name of the shape of the kind with this slug."""
    return kind if kind in SHAPES else OTHER


def drawn(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return (name, outline) of each of the shapes, once."""
    return [(name, SHAPES[name]) for name in sorted(set(names))]
