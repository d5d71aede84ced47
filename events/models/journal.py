"""The archive's generation, the journal of what changed from one to the next, and the kept copy of the catalogue."""

from django.db import models


class Generation(models.Model):
    """The one row that tells how often what readers can see has changed, and when it last did.

    Raised by `events.indexing.reindex` alone, in the transaction that makes the change: the lock on the row puts
    those who change something one after another, so that a later commit has a higher number. `mark` is drawn anew each
    time: a number that was rolled back, or undone by a restored backup, comes back with another mark. `names` is the
    mark of the last generation in which names may have changed, `rebuilt` of the last that made the catalogue anew.
    """

    number = models.BigIntegerField(default=0)
    mark = models.CharField(max_length=32, blank=True)
    names = models.CharField(max_length=32, blank=True)
    rebuilt = models.CharField(max_length=32, blank=True)
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


class CatalogueCopy(models.Model):
    """One facet of the catalogue as it was after the entry `number` of the journal: where a new process begins."""

    number = models.BigIntegerField()
    mark = models.CharField(max_length=32)
    record = models.CharField(max_length=11)
    facet = models.CharField(max_length=20)
    content = models.BinaryField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["record", "facet"], name="one_copy_a_facet")]

    def __str__(self) -> str:
        return f"{self.record}: {self.facet}"
