"""What staff decide about threads and occasions: confirm, reject, join, split. All is kept in history, nothing deleted.

A passage that staff reject keeps its row, so that it is never proposed for that thread again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from events.history import one_change
from events.indexing import reindex
from events.models import Event, Occasion, Thread, ThreadPassage

Review = Thread.Review


@transaction.atomic
def review_occasions(occasions: Iterable[Occasion], review: Occasion.Review) -> int:
    """Confirm or reject occasions; return how many changed. The events stay with one that is rejected."""
    changed = [occasion for occasion in occasions if occasion.review != review]
    for occasion in changed:
        occasion.review = review
        with one_change(occasion):
            occasion.save(update_fields=["review"])
    if changed:
        reindex(Event.objects.filter(occasion__in=changed).order_by().values_list("pk", flat=True))
    return len(changed)


@transaction.atomic
def review_threads(threads: Iterable[Thread], review: Thread.Review) -> int:
    """Confirm or reject threads with all their passages that nobody rejected; return how many changed."""
    changed = [thread for thread in threads if thread.review != review and not thread.joined_into_id]
    _set_threads(changed, review)
    _review(ThreadPassage.objects.filter(thread__in=changed).exclude(review=Review.REJECTED), review)
    if changed:
        _reindex(changed)
    return len(changed)


@transaction.atomic
def review_passages(passages: Iterable[ThreadPassage], review: Thread.Review) -> list[ThreadPassage]:
    """Confirm or reject passages of threads; return those left as they were.

    One that stands in another thread by now cannot be confirmed in this one.
    """
    passages = list(passages)
    refused = _review(passages, review)
    _reindex(passage.thread_id for passage in passages)
    return refused


def _review(passages: Iterable[ThreadPassage], review: Thread.Review) -> list[ThreadPassage]:
    refused = []
    for passage in [passage for passage in passages if passage.review != review]:
        elsewhere = ThreadPassage.objects.filter(commitment=passage.commitment_id).exclude(pk=passage.pk)
        if review != Review.REJECTED and elsewhere.exclude(review=Review.REJECTED).exists():
            refused.append(passage)
            continue
        passage.review = review
        _save(passage)
    return refused


@transaction.atomic
def join(threads: Sequence[Thread]) -> Thread:
    """Make several threads one, the one with the lowest number; the others' addresses lead there for ever."""
    first, *others = sorted(threads, key=lambda thread: thread.pk)
    places = {passage.commitment_id: passage for passage in first.passages.all()}
    for thread in others:
        for passage in thread.passages.exclude(review=Review.REJECTED):
            there = places.get(passage.commitment_id)
            if there is None:
                passage.thread, passage.review = first, Review.CONFIRMED
                _save(passage)
                places[passage.commitment_id] = passage
            else:
                _review([passage], Review.REJECTED)
                _review([there], Review.CONFIRMED)
        thread.joined_into = first
        with one_change(thread):
            thread.save(update_fields=["joined_into"])
        for earlier in list(thread.joined.all()):
            earlier.joined_into = first
            with one_change(earlier):
                earlier.save(update_fields=["joined_into"])
    _set_threads([first], Review.CONFIRMED)
    _reindex(threads)
    return first


@transaction.atomic
def split(passages: Sequence[ThreadPassage]) -> Thread:
    """Take passages of one thread out of it into a thread of their own, confirmed.

    Raises ValueError where they are of several threads, or already rejected.
    """
    if len({passage.thread_id for passage in passages}) != 1 or any(p.review == Review.REJECTED for p in passages):
        raise ValueError("the passages to split off must stand in one thread")
    moved = {passage.commitment_id for passage in passages}
    thread = Thread(review=Review.CONFIRMED)
    with one_change(thread):
        thread.save()
    for passage in passages:
        _review([passage], Review.REJECTED)
        new = ThreadPassage(
            thread=thread,
            commitment_id=passage.commitment_id,
            like_id=passage.like_id if passage.like_id in moved else None,
            score=passage.score if passage.like_id in moved else None,
            reason=passage.reason if passage.like_id in moved else {},
            review=Review.CONFIRMED,
        )
        _save(new)
    _reindex([thread, passages[0].thread_id])
    return thread


def _set_threads(threads: list[Thread], review: Thread.Review) -> None:
    for thread in threads:
        thread.review = review
        with one_change(thread):
            thread.save(update_fields=["review"])


def _reindex(threads: Iterable[Thread | int]) -> None:
    """Take in what changed in these threads: the events whose passages stand, or stood, in them."""
    passages = ThreadPassage.objects.filter(thread__in=list(threads)).order_by()
    reindex(passages.values_list("commitment__event", flat=True).distinct())


def _save(passage: ThreadPassage) -> None:
    with one_change(passage):
        passage.save()
