"""The controlled vocabulary: kinds of event, acts and topics. Loaded by `load_vocabulary`, edited by staff."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events import edition
from events.links import link_to
from events.models.bases import Named


class Term(Named):
    """One word of a controlled vocabulary; its slug is part of addresses and exports and never changes."""

    slug = models.SlugField(_("slug"), max_length=50, unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    description_vi = models.TextField(_("description in Vietnamese"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)

    class Meta:
        abstract = True
        ordering = ["position", "slug"]

    @property
    def description(self) -> str:
        """The description in the language of the page."""
        return self.description_en if edition.is_english() else self.description_vi


class EventKind(Term):
    """What happened: a phone call, talks, a state visit …"""

    history = HistoricalRecords()

    class Meta(Term.Meta):
        verbose_name = _("kind of event")
        verbose_name_plural = _("kinds of event")


class Act(Term):
    """What a side does by saying it: agree, pledge, affirm, support, propose, welcome, announce, oppose."""

    history = HistoricalRecords()

    class Meta(Term.Meta):
        verbose_name = _("act")
        verbose_name_plural = _("acts")


class Topic(Term):
    """A field that commitments are about."""

    history = HistoricalRecords()

    class Meta(Term.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def get_absolute_url(self) -> str:
        return link_to("topic", self.slug)


class TopicCue(models.Model):
    """A phrase by which the reader recognises a topic in one language."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="cues", verbose_name=_("topic"))
    language = models.CharField(_("language"), max_length=8)
    phrase = models.CharField(_("phrase"), max_length=100)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("cue")
        verbose_name_plural = _("cues")
        ordering = ["language", "phrase"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "language", "phrase"], name="one_cue_a_topic"),
        ]

    def __str__(self) -> str:
        return self.phrase
