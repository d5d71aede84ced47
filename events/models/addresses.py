"""Every address that a record has ever had: the old ones redirect, and none is given out twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventAddress(models.Model):
    """A slug of an event, past or present."""

    slug = models.SlugField(_("slug"), max_length=200, unique=True)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="addresses")

    class Meta:
        verbose_name = _("address of an event")
        verbose_name_plural = _("addresses of events")

    def __str__(self) -> str:
        return self.slug


class LeaderAddress(models.Model):
    """A slug of a leader, past or present."""

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    leader = models.ForeignKey("events.Leader", on_delete=models.CASCADE, related_name="addresses")

    class Meta:
        verbose_name = _("address of a leader")
        verbose_name_plural = _("addresses of leaders")

    def __str__(self) -> str:
        return self.slug
