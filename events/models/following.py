"""A commitment followed through events, and what editors say became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.links import link_to
from events.models.commitments import Commitment
from events.querysets import ThreadPassageQuerySet


class Thread(models.Model):
    """The same undertaking through the events of the same sides; its primary key is its public number.

    The machine proposes, staff confirm. One that was joined into another leads there for ever; none is deleted.
    """

    class Review(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", _("rejected")

    review = models.CharField(_("review"), max_length=9, choices=Review.choices, default=Review.PROPOSED)
    joined_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="joined", verbose_name=_("joined into")
    )
    note = models.TextField(_("note"), blank=True)
    created_at = models.DateTimeField(_("first proposed"), auto_now_add=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{_('Thread')} {self.pk}"

    def get_absolute_url(self) -> str:
        return link_to("thread", self.pk)


class ThreadPassage(models.Model):
    """A commitment's place in a thread, the earlier one it is like, and why the machine says so.

    A rejected one stays: staff have parted the commitment from this thread, and it is never proposed for it again.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="passages", verbose_name=_("thread"))
    commitment = models.ForeignKey(
        Commitment, on_delete=models.CASCADE, related_name="thread_passages", verbose_name=_("commitment")
    )
    like = models.ForeignKey(
        Commitment,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="continued_by",
        verbose_name=_("goes on with"),
    )
    score = models.FloatField(_("likeness"), null=True, blank=True, editable=False)
    reason = models.JSONField(_("reason"), default=dict, blank=True, editable=False)
    review = models.CharField(_("review"), max_length=9, choices=Thread.Review.choices, default=Thread.Review.PROPOSED)
    history = HistoricalRecords()

    objects = ThreadPassageQuerySet.as_manager()

    class Meta:
        verbose_name = _("passage of a thread")
        verbose_name_plural = _("passages of threads")
        ordering = ["commitment__event__listed_on", "commitment__event", "commitment__start", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["thread", "commitment"], name="one_place_a_thread"),
            models.UniqueConstraint(
                fields=["commitment"], condition=~Q(review="rejected"), name="one_thread_a_commitment"
            ),
        ]

    def __str__(self) -> str:
        return str(self.commitment)


class Judgement(models.Model):
    """What became of a commitment or a thread on a day, as an editor judges from a source; never computed."""

    class Outcome(models.TextChoices):
        KEPT = "kept", _("kept")
        IN_PROGRESS = "in-progress", _("in progress")
        NOT_KEPT = "not-kept", _("not kept")
        SUPERSEDED = "superseded", _("superseded")
        NO_DATA = "no-data", _("no data")

    commitment = models.ForeignKey(
        Commitment,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="judgements",
        verbose_name=_("commitment"),
    )
    thread = models.ForeignKey(
        Thread, on_delete=models.CASCADE, null=True, blank=True, related_name="judgements", verbose_name=_("thread")
    )
    outcome = models.CharField(_("outcome"), max_length=11, choices=Outcome.choices)
    day = models.DateField(_("as of"))
    source = models.CharField(_("source"), max_length=500, help_text=_("Where this can be read: title, outlet, day."))
    source_address = models.URLField(_("address of the source"), max_length=500, blank=True)
    note = models.TextField(_("note"), blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("editor"), editable=False
    )
    created_at = models.DateTimeField(_("written on"), auto_now_add=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("judgement")
        verbose_name_plural = _("judgements")
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(commitment__isnull=False, thread__isnull=True)
                | Q(commitment__isnull=True, thread__isnull=False),
                name="judgement_of_one",
                violation_error_message=_("A judgement is of a commitment or of a thread: give one of them."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, {self.day}"

    @property
    def signed(self) -> str:
        """The editor's name, as readers see it."""
        return self.author.get_full_name() or self.author.get_username()
