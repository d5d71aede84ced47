"""The archive's generation, and the journal of what changed from one to the next."""

from django.db import models


class Generation(models.Model):
    """The one row that tells how often what readers can see has changed, and when it last did.

    Raised by `events.indexing.reindex` alone, in the transaction that makes the change: the lock on the row puts
    those who change something one after another, so that a later commit has a higher number. `mark` is drawn anew each
    time: a number that was rolled back, or undone by a restored backup, comes back with another mark.
    """

    number = models.BigIntegerField(default=0)
    mark = models.CharField(max_length=32, blank=True)
    raised_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.number)


class JournalEntry(models.Model):
    """The keys of the events that one generation changed; a generation that changed only names has no entry."""

    number = models.BigIntegerField(primary_key=True)
    mark = models.CharField(max_length=32)
    events = models.JSONField()

    class Meta:
        default_permissions = ()
        ordering = ["number"]

    def __str__(self) -> str:
        return str(self.number)
