"""What is chosen, as it stands in an address."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

Pair = tuple[str, str]


class Address:
    """Names and values of all that is chosen, always in the order of `names`; the page is never among them."""

    def __init__(self, names: Iterable[str], pairs: Iterable[Pair]) -> None:
        self.names = tuple(names)
        self.pairs = tuple(sorted(pairs, key=lambda pair: self.names.index(pair[0])))

    def __str__(self) -> str:
        return f"?{urlencode(self.pairs)}"

    def toggled(self, name: str, value: str) -> Address:
        """Return the address with the value taken out where it is chosen, put in where it is not."""
        rest = tuple(pair for pair in self.pairs if pair != (name, value))
        return Address(self.names, rest if len(rest) < len(self.pairs) else (*self.pairs, (name, value)))

    def with_only(self, name: str, *values: str) -> Address:
        """Return the address with these values of `name` and no others."""
        rest = tuple(pair for pair in self.pairs if pair[0] != name)
        return Address(self.names, (*rest, *((name, value) for value in values)))
