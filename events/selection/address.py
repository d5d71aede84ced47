"""What is chosen, as it stands in an address."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import quote_plus

Pair = tuple[str, str]

# The values of a page's choices are nearly those of the last page's; to encode one takes longer than to show it.
_encoded = lru_cache(maxsize=4096)(quote_plus)


class Address:
    """Names and values of all that is chosen, always in the order of `names`; the page is never among them."""

    def __init__(self, names: Iterable[str], pairs: Iterable[Pair]) -> None:
        self.names = tuple(names)
        self.pairs = tuple(sorted(pairs, key=lambda pair: self.names.index(pair[0])))

    def __str__(self) -> str:
        return f"?{_joined(self.pairs)}"

    def toggled(self, name: str, value: str) -> str:
        """Return the address with the value taken out where it is chosen, put in where it is not."""
        return self.toggle(name)(value)

    def toggle(self, name: str) -> Callable[[str], str]:
        """Return a function from a value of `name` to the address with it taken out or put in.

        A page has a hundred such addresses, of which only the value differs: what stands around it is written once.
        """
        chosen = {value for other, value in self.pairs if other == name}
        place = self.names.index(name)
        before = _joined(pair for pair in self.pairs if self.names.index(pair[0]) <= place)
        after = _joined(pair for pair in self.pairs if self.names.index(pair[0]) > place)
        begin, end = f"?{before}{'&' if before else ''}{name}=", f"{'&' if after else ''}{after}"

        def address(value: str) -> str:
            if value in chosen:
                return f"?{_joined(pair for pair in self.pairs if pair != (name, value))}"
            return f"{begin}{_encoded(value)}{end}"

        return address

    def with_only(self, name: str, *values: str) -> Address:
        """Return the address with these values of `name` and no others."""
        rest = tuple(pair for pair in self.pairs if pair[0] != name)
        return Address(self.names, (*rest, *((name, value) for value in values)))

    def on_page(self, number: int) -> str:
        """Return the address of a page of what is chosen: "" for the first one of all."""
        pairs = self.pairs if number == 1 else (*self.pairs, ("page", str(number)))
        return f"?{_joined(pairs)}" if pairs else ""

    def opening(self, name: str) -> str:
        """Return the address of the page that shows all values of a facet, at the facet."""
        return f"?{_joined([*self.pairs, ('facet', name)])}#facet-{name}"


def _joined(pairs: Iterable[Pair]) -> str:
    return "&".join([f"{name}={_encoded(value)}" for name, value in pairs])
