"""The commitment: a verbatim passage, who said it, by which act, about what."""

from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.links import link_to
from events.models.bases import StaffOwned
from events.models.people import Actor, Leader
from events.models.records import Event
from events.models.vocabulary import Act, Topic
from events.querysets import STANDING, CommitmentQuerySet


class Commitment(StaffOwned):
    """A passage of an event's text; its primary key is its public number and is never given out twice.

    While it is anchored, `event.body[start:end] == quote`. A commitment whose passage is no longer found has
    neither start nor end and waits for staff. One that a later reading no longer makes is retired, not deleted.
    """

    CONTEXT = 32  # characters kept on each side of the quote, as the W3C Web Annotation text quote selector does

    class Review(models.TextChoices):
        MACHINE = "machine", _("machine-read")
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", _("rejected")
        RETIRED = "retired", _("no longer read")

    class Manner(models.TextChoices):
        DIRECT = "direct", _("direct speech")
        INDIRECT = "indirect", _("indirect speech")
        JOINT = "joint", _("said jointly")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="commitments", verbose_name=_("event"))
    start = models.PositiveIntegerField(_("first character"), null=True, blank=True)
    end = models.PositiveIntegerField(_("end"), null=True, blank=True)
    quote = models.TextField(_("quote"), help_text=_("Word for word as it stands in the text."))
    before = models.CharField(_("text before"), max_length=CONTEXT, blank=True, editable=False)
    after = models.CharField(_("text after"), max_length=CONTEXT, blank=True, editable=False)
    body_sha256 = models.CharField(_("SHA-256 of the text it was anchored in"), max_length=64, editable=False)
    speaker = models.CharField(_("speaker as printed"), max_length=300, blank=True)
    cue = models.CharField(_("cue as printed"), max_length=100, blank=True)
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="commitments", verbose_name=_("act"))
    leaders = models.ManyToManyField(
        Leader, blank=True, related_name="commitments", verbose_name=_("leaders who say it")
    )
    actors = models.ManyToManyField(Actor, blank=True, related_name="commitments", verbose_name=_("on behalf of"))
    topics = models.ManyToManyField(Topic, blank=True, related_name="commitments", verbose_name=_("topics"))
    manner = models.CharField(_("manner"), max_length=8, choices=Manner.choices, default=Manner.INDIRECT)
    rule = models.CharField(_("rule"), max_length=50, blank=True, editable=False)
    confidence = models.FloatField(_("confidence"), null=True, blank=True, editable=False)
    review = models.CharField(_("review"), max_length=9, choices=Review.choices, default=Review.MACHINE)
    history = HistoricalRecords(m2m_fields=[leaders, actors, topics])

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = [F("start").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(start__isnull=False, end__isnull=False, end__gt=F("start")),
                name="commitment_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["event", "start", "end"],
                condition=Q(review__in=["machine", "confirmed"]),
                name="one_commitment_a_passage",
            ),
        ]

    def __str__(self) -> str:
        return self.quote if len(self.quote) <= 80 else f"{self.quote[:79]}…"

    def get_absolute_url(self) -> str:
        return link_to("commitment", self.pk)

    # Django makes a manager each time one is asked for, which takes longer than to read what was fetched: a page that
    # shows a commitment asks four times.

    @cached_property
    def said_by(self) -> list[Leader]:
        """The leaders who say it, as they were when first asked for."""
        return list(self.leaders.all())

    @cached_property
    def said_for(self) -> list[Actor]:
        """The actors on whose behalf it is said, as they were when first asked for."""
        return list(self.actors.all())

    @cached_property
    def about(self) -> list[Topic]:
        """The topics that it names, as they were when first asked for."""
        return list(self.topics.all())

    @property
    def is_anchored(self) -> bool:
        """Whether the passage is found in the event's text."""
        return self.start is not None

    @property
    def is_standing(self) -> bool:
        """Whether it counts as said: neither rejected by staff nor dropped by a later reading."""
        return self.review in (self.Review.MACHINE, self.Review.CONFIRMED)

    def anchor(self, body: str, body_sha256: str, start: int) -> None:
        """Tie the quote to the character `start` of `body`; the caller saves.

        Raises ValueError where the quote does not stand there.
        """
        end = start + len(self.quote)
        if body[start:end] != self.quote:
            raise ValueError(f"the quote does not stand at {start}")
        self.start, self.end, self.body_sha256 = start, end, body_sha256
        self.before = body[max(0, start - self.CONTEXT) : start]
        self.after = body[end : end + self.CONTEXT]

    def clean(self) -> None:
        """Refuse a quote that is not in the event's text, or not at the place given.

        One that nobody stands by any more may have lost its place: else it could not even be rejected.
        """
        given_up = self.review not in STANDING and not self.is_anchored
        if given_up or not self.event_id or not self.quote:
            return
        body = self.event.body
        if self.quote not in body:
            raise ValidationError({"quote": _("This passage is not in the text of the event, word for word.")})
        if self.start is not None and body[self.start : self.start + len(self.quote)] != self.quote:
            raise ValidationError({"start": _("The quote does not stand at this character of the text.")})
