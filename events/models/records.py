"""The event, who took part in it, and the occasion that several events may report."""

from datetime import date

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.links import link_to
from events.models.bases import StaffOwned
from events.models.people import Actor, Leader, Office
from events.models.vocabulary import EventKind
from events.querysets import EventQuerySet


class Occasion(models.Model):
    """The happening itself, where two sides' readouts or two outlets report it; its primary key is its public number.

    The machine proposes, staff confirm. The events of a rejected one stay with it, so that it is not proposed again.
    """

    class Review(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", _("rejected")

    kind = models.ForeignKey(EventKind, on_delete=models.PROTECT, verbose_name=_("kind"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    review = models.CharField(_("review"), max_length=9, choices=Review.choices, default=Review.PROPOSED)
    note = models.TextField(_("note"), blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("occasion")
        verbose_name_plural = _("occasions")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="occasion_ends_after_it_starts",
                violation_error_message=_("The last day is before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.starts_on}"

    def get_absolute_url(self) -> str:
        return link_to("occasion", self.pk)


class Event(StaffOwned):
    """One article's report of a call, a meeting, a visit.

    Days are empty where neither the text nor its date tells one. `published_on` is the first day of the month
    where `published_precision` is "month"; `published_at` is set where the article prints a time.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Review(models.TextChoices):
        MACHINE = "machine", _("machine-read")
        CONFIRMED = "confirmed", _("confirmed")

    class Precision(models.TextChoices):
        TIME = "time", _("to the minute")
        DAY = "day", _("to the day")
        MONTH = "month", _("to the month")

    class Origin(models.TextChoices):
        PRINTED = "printed", _("printed in the article")
        PREFIX = "prefix", _("date noted when the page was saved")
        METADATA = "metadata", _("known before the article was read")
        STAFF = "staff", _("given by staff")

    slug = models.SlugField(_("slug"), max_length=200, unique=True)
    title = models.TextField(_("title"))
    title_inferred = models.BooleanField(_("title inferred"), default=False)
    kind = models.ForeignKey(EventKind, on_delete=models.PROTECT, related_name="events", verbose_name=_("kind"))
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    published_precision = models.CharField(
        _("precision of the date"), max_length=5, choices=Precision.choices, blank=True
    )
    published_origin = models.CharField(_("where the date was read"), max_length=8, choices=Origin.choices, blank=True)
    outlet = models.CharField(_("outlet"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=8)
    body = models.TextField(_("text"))
    body_sha256 = models.CharField(_("SHA-256 of the text"), max_length=64, editable=False)
    fingerprint = models.CharField(
        _("fingerprint"),
        max_length=64,
        unique=True,
        editable=False,
        help_text=_("SHA-256 of the folded words as first read: tells another layout of the same article."),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.PUBLISHED)
    review = models.CharField(_("review"), max_length=10, choices=Review.choices, default=Review.MACHINE)
    flags = models.JSONField(_("to be looked at"), default=list, blank=True, editable=False)
    occasion = models.ForeignKey(
        Occasion, on_delete=models.SET_NULL, null=True, blank=True, related_name="events", verbose_name=_("occasion")
    )
    # Lists sort by it: a column that is never null sorts alike in both databases, from an index.
    listed_on = models.GeneratedField(
        expression=Coalesce("starts_on", "published_on", Value(date.min)),
        output_field=models.DateField(),
        db_persist=True,
    )
    leaders = models.ManyToManyField(Leader, through="Participation", related_name="events")
    created_at = models.DateTimeField(_("first imported"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)
    history = HistoricalRecords(excluded_fields=["listed_on"])

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-listed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                # Each side is asked for by itself: a comparison with null is not false, and a check lets it pass.
                condition=Q(starts_on__isnull=True, ends_on__isnull=True)
                | Q(starts_on__isnull=False, ends_on__isnull=False, ends_on__gte=F("starts_on")),
                name="event_ends_after_it_starts",
                violation_error_message=_("An event has a first and a last day, in this order, or neither."),
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-listed_on", "-id"], name="event_listing"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return link_to("event", self.slug)


class Participation(models.Model):
    """One leader's part in one event, with the office as the article prints it and as the archive knows it."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participations", verbose_name=_("event"))
    leader = models.ForeignKey(
        Leader, on_delete=models.PROTECT, related_name="participations", verbose_name=_("leader")
    )
    actor = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("on behalf of"),
    )
    office = models.ForeignKey(
        Office, on_delete=models.SET_NULL, null=True, blank=True, verbose_name=_("office held on that day")
    )
    name_printed = models.CharField(_("name as printed"), max_length=200)
    office_printed = models.CharField(_("office as printed"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["event", "leader"], name="one_part_a_leader")]

    def __str__(self) -> str:
        return self.name_printed
