"""The one door by which a change reaches readers: indexes are brought up to date, and the generation is raised.

Whatever keeps something made from the records (search, counts, pages) does it here or asks for the generation.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from django.db import transaction
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from events import search
from events.models import Generation, JournalEntry

ONLY = 1  # the key of the only row of `Generation`


def reindex(events: Iterable[int] = (), *, anew: bool = False) -> int:
    """Take in what has changed and return the new generation. To be called last in the transaction that changes it.

    `events` are the keys of those events of which anything changed that is read, found, counted or shown: own
    fields, status, participations, commitments and their links. None are given where only names changed (a topic's,
    a leader's): whoever keeps names asks for them again. `anew` tells that the catalogue was made anew from all rows.
    Three queries, however many events.

    Raises TransactionManagementError outside a transaction: a change and its generation are seen together or not at
    all.
    """
    if not transaction.get_connection().in_atomic_block:
        raise TransactionManagementError("reindex must be called in the transaction that makes the change.")
    keys = sorted(set(events))
    generation, _new = Generation.objects.select_for_update().get_or_create(
        pk=ONLY, defaults={"raised_at": timezone.now()}
    )
    generation.number += 1
    generation.mark = uuid4().hex
    if not keys:
        generation.names = generation.mark
    if anew:
        generation.rebuilt = generation.mark
    generation.raised_at = timezone.now()
    generation.save(update_fields=["number", "mark", "names", "rebuilt", "raised_at"])
    search.index(keys)
    if keys:
        JournalEntry.objects.create(number=generation.number, mark=generation.mark, events=keys)
    return generation.number
