"""Addresses are given out once and for ever: a slug that any record has had is never another's."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.text import slugify

from events.models import Event, EventAddress, Leader, LeaderAddress
from events.reading.folding import fold

LONGEST = 90
TRIED = 8  # numbers that are asked for at once; a day seldom has more calls of the same two people


class AddressTaken(ValueError):
    """The slug is, or once was, the address of another record."""


def free_slug(addresses: type[EventAddress | LeaderAddress], words: str) -> str:
    """Return a slug made of the words, numbered where another record has or had it.

    One query where few share the words; a dozen where thousands do.
    """
    base = slugify(fold(words))[:LONGEST].strip("-") or "x"
    number = next(iter(_free(addresses, base, range(1, TRIED + 1))), 0)
    if number:
        return _numbered(base, number)
    taken, free = TRIED, TRIED * 2
    while not _free(addresses, base, [free]):
        taken, free = free, free * 2
    while free - taken > 1:
        middle = (taken + free) // 2
        if _free(addresses, base, [middle]):
            free = middle
        else:
            taken = middle
    return _numbered(base, free)


def _free(addresses: type[EventAddress | LeaderAddress], base: str, numbers: Sequence[int]) -> list[int]:
    """Return those of the numbers with which the slug is nobody's."""
    slugs = {_numbered(base, number): number for number in numbers}
    taken = set(addresses._default_manager.filter(slug__in=slugs).values_list("slug", flat=True))
    return [number for slug, number in slugs.items() if slug not in taken]


def _numbered(base: str, number: int) -> str:
    return base if number == 1 else f"{base}-{number}"


def may_have_slug(record: Event | Leader, slug: str) -> bool:
    """Return whether no other record has, or ever had, this address; a record may take back its own."""
    addresses, owner = _addresses_of(record)
    return not addresses._default_manager.filter(slug=slug).exclude(**{owner: record.pk}).exists()


def claim(record: Event | Leader, slug: str) -> None:
    """Give a saved record this address, and keep the one it had; the caller saves the record.

    Raises AddressTaken where another record has, or ever had, it.
    """
    if not may_have_slug(record, slug):
        raise AddressTaken(slug)
    addresses, owner = _addresses_of(record)
    had = type(record)._default_manager.filter(pk=record.pk).values_list("slug", flat=True)
    for kept in {slug, *had}:
        addresses._default_manager.get_or_create(slug=kept, defaults={owner: record})
    record.slug = slug


def _addresses_of(record: Event | Leader) -> tuple[type[EventAddress | LeaderAddress], str]:
    """Return where the addresses of such records are kept, and the field that names whose each is."""
    return (EventAddress, "event") if isinstance(record, Event) else (LeaderAddress, "leader")
