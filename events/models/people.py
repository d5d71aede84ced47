"""Who takes part: states and organisations, their leaders, and the offices these held from one day to another."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events import edition
from events.links import link_to
from events.models.bases import Named
from events.querysets import ActorQuerySet, LeaderQuerySet


class Actor(Named):
    """A state or an international organisation, in the sense of CAMEO and PLOVER."""

    class Sort(models.TextChoices):
        STATE = "state", _("state")
        ORGANISATION = "organisation", _("organisation")

    code = models.CharField(
        _("code"), max_length=10, unique=True, help_text=_("ISO 3166-1 alpha-2, or an organisation's acronym.")
    )
    sort = models.CharField(_("sort"), max_length=12, choices=Sort.choices, default=Sort.STATE)
    history = HistoricalRecords()

    objects = ActorQuerySet.as_manager()

    class Meta:
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        ordering = ["code"]

    def get_absolute_url(self) -> str:
        return link_to("country", self.code)


class ActorName(models.Model):
    """A name that an actor bore for a time, or bears beside its usual one."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="names", verbose_name=_("actor"))
    language = models.CharField(_("language"), max_length=8)
    name = models.CharField(_("name"), max_length=200)
    used_from = models.DateField(_("used from"), null=True, blank=True)
    used_until = models.DateField(_("used until"), null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["language", "name"]

    def __str__(self) -> str:
        return self.name


class Leader(models.Model):
    """A person who speaks for an actor."""

    class Review(models.TextChoices):
        PROPOSED = "proposed", _("proposed by the reader")
        CONFIRMED = "confirmed", _("confirmed")

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    name = models.CharField(_("name"), max_length=200, help_text=_("As Vietnamese texts print it, with its accents."))
    name_latin = models.CharField(_("name in English"), max_length=200, blank=True)
    actor = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="leaders",
        verbose_name=_("country or organisation"),
    )
    review = models.CharField(_("review"), max_length=10, choices=Review.choices, default=Review.PROPOSED)
    history = HistoricalRecords()

    objects = LeaderQuerySet.as_manager()

    class Meta:
        verbose_name = _("leader")
        verbose_name_plural = _("leaders")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.display_name

    def get_absolute_url(self) -> str:
        return link_to("leader", self.slug)

    @property
    def display_name(self) -> str:
        """The name in the language of the page."""
        return (self.name_latin or self.name) if edition.is_english() else self.name

    def office_on(self, day: date) -> Office | None:
        """Return the office held on that day, the latest begun first; uses prefetched offices where there are any."""
        held = [office for office in self.offices.all() if office.covers(day)]
        return max(held, key=lambda office: office.held_from or date.min, default=None)


class LeaderAlias(models.Model):
    """Another way in which texts print a leader's name."""

    leader = models.ForeignKey(Leader, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("leader"))
    name = models.CharField(_("name"), max_length=200)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["leader", "name"], name="one_alias_a_leader")]

    def __str__(self) -> str:
        return self.name


class Office(models.Model):
    """An office that a leader held from one day up to and including another; an open end is still held."""

    leader = models.ForeignKey(Leader, on_delete=models.CASCADE, related_name="offices", verbose_name=_("leader"))
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="offices", verbose_name=_("country"))
    title_vi = models.CharField(_("title in Vietnamese"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200)
    held_from = models.DateField(_("held from"), null=True, blank=True)
    held_until = models.DateField(_("held until"), null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["-held_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(held_from__isnull=True) | Q(held_until__isnull=True) | Q(held_until__gte=F("held_from")),
                name="office_ends_after_it_begins",
                violation_error_message=_("The office ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The title in the language of the page."""
        return self.title_en if edition.is_english() else self.title_vi

    def covers(self, day: date) -> bool:
        """Return whether the office was held on that day; an open side has no limit."""
        return (self.held_from is None or self.held_from <= day) and (self.held_until is None or day <= self.held_until)
