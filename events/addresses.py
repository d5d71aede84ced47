"""Addresses are given out once and for ever: a slug that any record has had is never another's."""

from __future__ import annotations

from django.utils.text import slugify

from events.models import Event, EventAddress, Leader, LeaderAddress
from events.reading.folding import fold

LONGEST = 90


class AddressTaken(ValueError):
    """The slug is, or once was, the address of another record."""


def free_slug(addresses: type[EventAddress | LeaderAddress], words: str) -> str:
    """Return a slug made of the words, numbered where another record has or had it."""
    base = slugify(fold(words))[:LONGEST].strip("-") or "x"
    taken = set(addresses._default_manager.filter(slug__startswith=base).values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def may_have_slug(record: Event | Leader, slug: str) -> bool:
    """Return whether no other record has, or ever had, this address; a record may take back its own."""
    if isinstance(record, Event):
        return not EventAddress.objects.filter(slug=slug).exclude(event=record.pk).exists()
    return not LeaderAddress.objects.filter(slug=slug).exclude(leader=record.pk).exists()


def claim_event_slug(event: Event, slug: str) -> None:
    """Give a saved event this address, and keep the one it had; the caller saves the event.

    Raises AddressTaken where another event has, or ever had, it.
    """
    if not may_have_slug(event, slug):
        raise AddressTaken(slug)
    for kept in {slug, *Event.objects.filter(pk=event.pk).values_list("slug", flat=True)}:
        EventAddress.objects.get_or_create(slug=kept, defaults={"event": event})
    event.slug = slug


def claim_leader_slug(leader: Leader, slug: str) -> None:
    """Give a saved leader this address, and keep the one they had; the caller saves the leader.

    Raises AddressTaken where another leader has, or ever had, it.
    """
    if not may_have_slug(leader, slug):
        raise AddressTaken(slug)
    for kept in {slug, *Leader.objects.filter(pk=leader.pk).values_list("slug", flat=True)}:
        LeaderAddress.objects.get_or_create(slug=kept, defaults={"leader": leader})
    leader.slug = slug
