"""The design's tokens, read from the style sheet that defines them, so that no page about them can be wrong."""

import re
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

SHEET = Path(settings.BASE_DIR) / "static" / "css" / "base.css"

_ROOT = re.compile(r":root\s*\{(.*?)\n\}", re.DOTALL)
_TOKEN = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")
_COLOUR = re.compile(r"light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)")


class Colour(NamedTuple):
    """A colour by its use; `light` and `dark` are written as "#rrggbb"."""

    name: str
    light: str
    dark: str


def tokens() -> dict[str, str]:
    """Return the value of each token as the style sheet writes it, by its name without the dashes."""
    root = _ROOT.search(SHEET.read_text(encoding="utf-8"))
    return dict(_TOKEN.findall(root.group(1))) if root else {}


def colours() -> list[Colour]:
    """Return the tokens that are colours, each with its light and its dark form."""
    found = ((name, _COLOUR.fullmatch(value)) for name, value in tokens().items())
    return [Colour(name, *match.groups()) for name, match in found if match]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours "#rrggbb", from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance, from 0 to 1: WCAG 2.2, "relative luminance"."""
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
