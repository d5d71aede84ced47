"""Provenance: the files as they came, and what every import made of each."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.records import Event
from events.querysets import ImportRunQuerySet, ProvenanceQuerySet

ENDINGS = {"text/csv": ".csv", "application/json": ".json"}  # of what is part of a file, and has no name of its own


class SourceFile(models.Model):
    """A file as it came, never changed, and the text that was taken out of it."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True, editable=False)
    name = models.CharField(_("file name"), max_length=255)
    media_type = models.CharField(_("media type"), max_length=100)
    encoding = models.CharField(_("encoding"), max_length=40)
    size = models.PositiveIntegerField(_("bytes"))
    content = models.BinaryField(_("content"), editable=False)
    text = models.TextField(_("text"), editable=False)
    text_sha256 = models.CharField(_("SHA-256 of the text"), max_length=64, editable=False)
    address = models.CharField(_("address on the web"), max_length=2000, blank=True)
    first_seen = models.DateTimeField(_("first seen"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("source file")
        verbose_name_plural = _("source files")
        ordering = ["-first_seen", "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def own_name(self) -> str:
        """The name without the folders, to save the file under: an import keeps the way to the file in `name`.

        The row of a table ends as the table does: `calls.csv, row 12.csv`.
        """
        name = self.name.rpartition("/")[2]
        ending = ENDINGS.get(self.media_type, "")
        return name if name.lower().endswith(ending) else name + ending

    @property
    def link(self) -> str:
        """The address where it can be followed, else "": what came with a file may name any scheme."""
        try:
            parts = urlsplit(self.address)
        except ValueError:
            return ""
        return self.address if parts.scheme in {"http", "https"} and parts.netloc else ""


class Provenance(models.Model):
    """Which file an event was read from. A file may hold several events, an event come in several layouts."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="provenances", verbose_name=_("event"))
    source = models.ForeignKey(
        SourceFile, on_delete=models.PROTECT, related_name="provenances", verbose_name=_("source file")
    )
    part = models.PositiveSmallIntegerField(_("part of the file"), default=1)
    is_primary = models.BooleanField(_("the text was read from this file"), default=False)

    objects = ProvenanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("provenance")
        verbose_name_plural = _("provenances")
        ordering = ["-is_primary", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["source", "part"], name="one_event_a_part"),
            models.UniqueConstraint(
                fields=["event"], condition=models.Q(is_primary=True), name="one_primary_source_an_event"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} ← {self.source}"


class ImportRun(models.Model):
    """One run of the importer: when, by whom, with which reader; how many articles came to which outcome.

    The numbers are those of its items, kept beside them: a page of runs would else count millions of rows.
    """

    started_at = models.DateTimeField(_("started"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, verbose_name=_("started by")
    )
    reader_version = models.CharField(_("version of the reader"), max_length=40)
    created = models.PositiveIntegerField(_("created"), default=0)
    updated = models.PositiveIntegerField(_("updated"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    duplicate = models.PositiveIntegerField(_("duplicate"), default=0)
    rejected = models.PositiveIntegerField(_("rejected"), default=0)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def count(self, outcomes: Iterable[str]) -> None:
        """Add items of these outcomes to the numbers; the caller holds the transaction in which they are made."""
        added = {outcome: F(outcome) + number for outcome, number in Counter(map(str, outcomes)).items()}
        type(self)._default_manager.filter(pk=self.pk).update(**added)


class ImportItem(models.Model):
    """What became of one file in one run; `differences` are the fields that staff hold against the reading."""

    class Outcome(models.TextChoices):
        CREATED = "created", _("created")
        UPDATED = "updated", _("updated")
        UNCHANGED = "unchanged", _("unchanged")
        DUPLICATE = "duplicate", _("duplicate")
        REJECTED = "rejected", _("rejected")

    class Reason(models.TextChoices):
        """Why something was rejected: the codes of `reading.facts.Unreadable` and of `accession.Refused`."""

        MISSING = "missing", _("There is no such file or folder.")
        NOTHING_HERE = "nothing-here", _("The folder or archive holds no file that can be read.")
        UNREADABLE = "unreadable", _("The file cannot be opened.")
        NOT_A_FILE = "not-a-file", _("This is not an ordinary file.")
        MEDIA_TYPE = "media-type", _("Files of this type are not read.")
        EMPTY = "empty", _("There is no text in it.")
        NOT_TEXT = "not-text", _("The file is not text.")
        ENCODING = "encoding", _("The encoding is not known; save it as UTF-8.")
        TOO_LARGE = "too-large", _("It is larger than what is read as one article: 1 MB of text, 5 MB of a web page.")
        TOO_MANY_MARKS = "too-many-marks", _("The file holds a run of combining marks that no language uses.")
        NO_SENTENCE = "no-sentence", _("There is no sentence in it.")
        NO_ARTICLE = "no-article", _("The web page holds no text beside its menus.")
        TOO_COMPLEX = "too-complex", _("The web page is built from more parts within parts than any article needs.")
        NO_TEXT_COLUMN = "no-text-column", _("No column is named as the one that holds the text (text, nội dung).")
        NOT_A_ROW = "not-a-row", _("The row is damaged, or has another number of fields than the header.")
        NOT_AN_ARCHIVE = "not-an-archive", _("The ZIP archive is damaged, or packed in a way that is not read.")
        ENCRYPTED = "encrypted", _("It is locked with a password.")
        NESTED = "nested", _("It is an archive within an archive; unpack it first.")
        UNSAFE_NAME = "unsafe-name", _("Its name leads out of the archive.")
        TOO_MANY_MEMBERS = "too-many-members", _("The archive holds too many files.")
        UNPACKS_TOO_LARGE = "unpacks-too-large", _("It unpacks to far more than its size allows.")
        READER_FAILED = "reader-failed", _("The reader failed on it; please report it as a mistake of the archive.")

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="items", verbose_name=_("import"))
    name = models.CharField(_("file name"), max_length=1000)
    outcome = models.CharField(_("outcome"), max_length=9, choices=Outcome.choices)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices, blank=True)
    detail = models.CharField(_("detail"), max_length=300, blank=True)
    source = models.ForeignKey(
        SourceFile,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="items",
        verbose_name=_("source file"),
    )
    event = models.ForeignKey(
        Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="import_items", verbose_name=_("event")
    )
    differences = models.JSONField(_("differences left to staff"), default=list, blank=True)

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        ordering = ["pk"]
        indexes = [models.Index(fields=["run", "outcome", "id"], name="items_of_a_run")]

    def __str__(self) -> str:
        return self.name
