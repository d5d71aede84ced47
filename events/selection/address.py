"""What is chosen, as it stands in an address."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import urlencode

Pair = tuple[str, str]


class Address:
    """Names and values of all that is chosen, always in the order of `names`; the page is never among them."""

    def __init__(self, names: Iterable[str], pairs: Iterable[Pair]) -> None:
        self.names = tuple(names)
        self.pairs = tuple(sorted(pairs, key=lambda pair: self.names.index(pair[0])))

    def __str__(self) -> str:
        return f"?{urlencode(self.pairs)}"

    def toggled(self, name: str, value: str) -> str:
        """Return the address with the value taken out where it is chosen, put in where it is not."""
        return self.toggle(name)(value)

    def toggle(self, name: str) -> Callable[[str], str]:
        """Return a function from a value of `name` to the address with it taken out or put in.

        A page has a hundred such addresses, of which only the value differs: what stands around it is written once.
        """
        place = self.names.index(name)
        before = urlencode([pair for pair in self.pairs if self.names.index(pair[0]) <= place])
        after = urlencode([pair for pair in self.pairs if self.names.index(pair[0]) > place])

        def address(value: str) -> str:
            if (name, value) in self.pairs:
                return f"?{urlencode([pair for pair in self.pairs if pair != (name, value)])}"
            return "?" + "&".join(part for part in (before, urlencode([(name, value)]), after) if part)

        return address

    def with_only(self, name: str, *values: str) -> Address:
        """Return the address with these values of `name` and no others."""
        rest = tuple(pair for pair in self.pairs if pair[0] != name)
        return Address(self.names, (*rest, *((name, value) for value in values)))

    def opening(self, name: str) -> str:
        """Return the address of the page that shows all values of a facet, at the facet."""
        return f"?{urlencode([*self.pairs, ('facet', name)])}#facet-{name}"
