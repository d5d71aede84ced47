"""What several kinds of row share: a name in both languages, and fields that a person has made theirs."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from events import edition


class Named(models.Model):
    """A row with a name in each language of the interface."""

    name_vi = models.CharField(_("name in Vietnamese"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        return self.name_en if edition.is_english() else self.name_vi


class StaffOwned(models.Model):
    """A row read by the machine whose fields a person may take over, for good.

    A re-read leaves the fields named in `staff_fields` as they are and reports what it would have written.
    """

    staff_fields = models.JSONField(
        _("fields edited by staff"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("A new reading of the source never changes these."),
    )

    class Meta:
        abstract = True

    def take_over(self, fields: Iterable[str]) -> None:
        """Note that staff own `fields` from now on; the caller saves."""
        self.staff_fields = sorted({*self.staff_fields, *fields})
