"""The forms in which staff correct commitments: a quote is taken word for word from the text, or refused."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.widgets import AdminTextareaWidget
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext as _

from events.admin.choosing import label_chosen
from events.admin.freshness import FreshForm
from events.admin.ownership import OwnedForm
from events.admin.verbatim import VerbatimField
from events.anchoring import new_places, place, place_but_for_spaces, places
from events.models import Commitment, Event
from events.querysets import STANDING

MOST_PLACES = 5  # shown of a quote that stands more often
NEARBY = 40  # characters on each side of a passage in which its neighbouring words are looked for


class CommitmentForm(OwnedForm):
    """Anchors the quote where it stands; asks for the first character where it stands several times."""

    class Meta:
        model = Commitment
        fields = ("event", "quote", "start", "speaker", "cue", "act", "leaders", "actors", "topics", "manner", "review")
        field_classes = {"quote": VerbatimField}
        widgets = {"quote": AdminTextareaWidget(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label_chosen(self)
        if self.instance.pk:
            # An unanchored commitment that nobody touched must not keep staff from saving the rest of the page.
            self.empty_permitted = True
        if "start" in self.fields:
            self.fields["start"].help_text = _("Asked for only where the quote stands more than once in the text.")

    def clean(self) -> dict[str, Any]:
        """Find the place of the quote, or say why it has none; the model refuses what is not in the text."""
        data = super().clean() or self.cleaned_data
        event, quote = self._event(), data.get("quote")
        if event is None or not quote:
            return data
        found = places(event.body, quote)
        if len(found) == 1:
            data["start"] = found[0]
        elif found and data.get("start") not in found:
            self.add_error("start", several_places(event.body, quote, found))
            data["start"] = None  # else the model would say of the place that it had before that it is wrong
        elif not found:
            data["start"] = None
            hint = spaces_hint(event, quote)
            if hint:
                self.add_error("quote", hint)
        return data

    def save(self, commit: bool = True) -> Commitment:
        """Return the commitment, anchored; what staff add is confirmed by them."""
        commitment: Commitment = self.instance
        if self.has_changed():
            if commitment._state.adding:
                commitment.review = Commitment.Review.CONFIRMED
            if commitment.start is None:
                commitment.end = None
            else:
                place(commitment, commitment.start)
        return super().save(commit)

    def _event(self) -> Event | None:
        """Return the event as it stands on the page, its text perhaps not yet saved."""
        return self.cleaned_data.get("event") or (self.instance.event if self.instance.event_id else None)


class LoneCommitmentForm(FreshForm, CommitmentForm):
    """A commitment on its own page, where the database tells whose passage it is."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        event, quote, start = self._event(), data.get("quote"), data.get("start")
        if event and quote and start is not None and data.get("review", Commitment.Review.CONFIRMED) in STANDING:
            same = Commitment.objects.standing().filter(event=event, start=start, end=start + len(quote))
            other = same.exclude(pk=self.instance.pk).first()
            if other:
                self.add_error("quote", taken(other))
                data["start"] = self.instance.start  # the refused quote's place says nothing of the one that is kept
        return data


class CommitmentFormSet(BaseInlineFormSet):
    """All commitments of an event: no two that stand may share a passage."""

    def clean(self) -> None:
        """Say at the quote which other commitment has its passage."""
        super().clean()
        moved = self._places_of_unchanged_ones()
        owners: dict[tuple[int, str], Commitment] = {}
        for form in sorted(self.forms, key=lambda form: form.has_changed()):
            commitment, start = form.instance, form.instance.start
            if (form.has_changed() and form.errors) or not commitment.quote or commitment.review not in STANDING:
                continue
            start = start if form.has_changed() else moved.get(commitment.pk)
            if start is None:
                continue
            other = owners.setdefault((start, commitment.quote), commitment)
            if other is not commitment:
                form.add_error("quote", taken(other))

    def _places_of_unchanged_ones(self) -> dict[int, int | None]:
        """Return where the commitments that nobody touched will stand in the text as it is on the page."""
        unchanged = [form.instance for form in self.forms if form.instance.pk and not form.has_changed()]
        read_elsewhere = [each for each in unchanged if each.body_sha256 != self.instance.body_sha256]
        return {each.pk: each.start for each in unchanged} | new_places(read_elsewhere, self.instance.body)


def several_places(body: str, quote: str, found: list[int]) -> str:
    """Return the question which of several places is meant, the first of them with the words around them."""
    shown = [f"{start} (“{words_around(body, start, start + len(quote))}”)" for start in found[:MOST_PLACES]]
    return _(
        "The passage stands %(count)s times in the text. Give the first character of the one meant: %(places)s."
    ) % {"count": len(found), "places": "; ".join([*shown, *(["…"] if found[MOST_PLACES:] else [])])}


def words_around(body: str, start: int, end: int) -> str:
    """Return a few words before and after a passage, the passage itself as dots in brackets."""
    before = body[max(0, start - NEARBY) : start].split()[-3:]
    after = body[end : end + NEARBY].split()[:3]
    return " ".join([*before, "[…]", *after])


def spaces_hint(event: Event, quote: str) -> str | None:
    """Return what is wrong where only the white space differs from the text, else None."""
    span = place_but_for_spaces(event.body, quote)
    if span is None:
        return None
    return _(
        "This passage is in the text with other spaces or line breaks, from character %(start)s to %(end)s: "
        "copy it from there."
    ) % {"start": span.start, "end": span.end}


def taken(other: Commitment) -> str:
    """Return that another commitment stands at the passage."""
    if other._state.adding:
        return _("This passage is given twice.")
    return _("Commitment %(number)s already stands at this passage.") % {"number": other.pk}
