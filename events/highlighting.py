"""Which of an event's commitments a reader asks to see marked: by side, by act, by topic. No queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Commitment, Topic
from events.selection.address import Address
from events.selection.fields import left_out
from events.sides import Sides

LABELS = {"side": gettext_lazy("Side"), "act": gettext_lazy("Act"), "topic": gettext_lazy("Topic")}
PROBLEMS = {
    "side": gettext_lazy("No commitment here is by the side “%(value)s”; it was left out."),
    "act": gettext_lazy("No commitment here is made by the act “%(value)s”; it was left out."),
    "topic": gettext_lazy("No commitment here is about the topic “%(value)s”; it was left out."),
    "commitment": gettext_lazy("No commitment here has the number “%(value)s”; it was left out."),
}
LONG = 12  # commitments from which on a text has an outline


class Choice(NamedTuple):
    """One value of a facet; `number` commitments have it and all that is chosen in the other facets."""

    value: str
    name: str
    number: int
    query: str  # of the page with the value taken out where it is chosen, put in where it is not
    is_chosen: bool


class Facet(NamedTuple):
    """What commitments can be told apart by, and the values that leave any; of sides, all that speak here."""

    name: str
    label: str
    choices: list[Choice]


class Highlighting:
    """The commitments of one event, and those of them that the query string asks for.

    Several values of a parameter mean any of them, several parameters all of them, as in lists. Values that nothing
    here has are left out and told in `problems`. Commitments must have their topics and actors fetched.
    """

    def __init__(self, params: QueryDict, commitments: Sequence[Commitment], sides: Sides) -> None:
        self.commitments = commitments
        self._names, self._values = _values_of(commitments, sides)
        known: dict[str, Collection[str]] = self._names | {"commitment": {str(one.pk) for one in commitments}}
        self.chosen: dict[str, list[str]] = {}
        self.problems: list[str] = []
        for name, words in known.items():
            given = dict.fromkeys(text.strip() for text in params.getlist(name) if text.strip())
            self.chosen[name] = [word for word in given if word in words]
            strange = [word for word in given if word not in words]
            self.problems += left_out(str(PROBLEMS[name]), strange)
        self._address = Address(LABELS, [(name, value) for name in LABELS for value in self.chosen[name]])

    @property
    def query(self) -> str:
        """What is chosen, as a query string, "" where nothing is."""
        return str(self._address) if self.is_narrowed else ""

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is chosen."""
        return bool(self._address.pairs)

    @property
    def is_long(self) -> bool:
        """Whether a reader needs an outline to find their way."""
        return len(self.commitments) >= LONG

    @property
    def asked(self) -> Commitment | None:
        """The commitment that the address is about, None where it is about the event."""
        numbers = self.chosen["commitment"]
        return next((one for one in self.commitments if numbers and str(one.pk) == numbers[-1]), None)

    @cached_property
    def shown(self) -> list[Commitment]:
        """The commitments that fit all that is chosen."""
        return [commitment for commitment in self.commitments if self._fits(commitment)]

    @cached_property
    def _shown_numbers(self) -> frozenset[int]:
        return frozenset(commitment.pk for commitment in self.shown)

    def among(self, commitments: Iterable[Commitment]) -> list[Commitment]:
        """Return those of `commitments` that are shown."""
        return [commitment for commitment in commitments if commitment.pk in self._shown_numbers]

    @property
    def chosen_names(self) -> list[str]:
        """The names of all that is chosen, in the language of the page."""
        return [self._names[name][value] for name in LABELS for value in self.chosen[name]]

    @cached_property
    def facets(self) -> list[Facet]:
        """Sides, acts and topics with how many commitments have each."""
        return [Facet(name, str(label), list(self._choices(name))) for name, label in LABELS.items()]

    @property
    def outline(self) -> list[tuple[str, list[Commitment]]]:
        """The commitments shown by topic, in the order of the topics; each under all of its own."""
        found = [
            (name, [one for one in self.shown if topic in self._values[one.pk]["topic"]])
            for topic, name in self._names["topic"].items()
        ]
        without = [one for one in self.shown if not self._values[one.pk]["topic"]]
        return [(name, ones) for name, ones in [*found, (_("No topic"), without)] if ones]

    def _fits(self, commitment: Commitment, leaving_out: str = "") -> bool:
        values = self._values[commitment.pk]
        return all(
            not values[name].isdisjoint(self.chosen[name])
            for name in LABELS
            if self.chosen[name] and name != leaving_out
        )

    def _choices(self, name: str) -> Iterator[Choice]:
        others = [commitment for commitment in self.commitments if self._fits(commitment, leaving_out=name)]
        for value, label in self._names[name].items():
            number = sum(value in self._values[commitment.pk][name] for commitment in others)
            is_chosen = value in self.chosen[name]
            if number or is_chosen or name == "side":  # sides are the legend as well
                yield Choice(value, label, number, self._address.toggled(name, value), is_chosen)


def _values_of(
    commitments: Iterable[Commitment], sides: Sides
) -> tuple[dict[str, dict[str, str]], Mapping[int, dict[str, frozenset[str]]]]:
    """Return the name of each value that occurs, by parameter and in order, and the values of each commitment."""
    acts = {one.act.slug: one.act for one in commitments}
    topics: dict[str, Topic] = {topic.slug: topic for one in commitments for topic in one.about}
    names = {
        "side": dict(sides.legend),
        "act": {act.slug: act.name for act in sorted(acts.values(), key=lambda act: (act.position, act.slug))},
        "topic": {one.slug: one.name for one in sorted(topics.values(), key=lambda one: (one.position, one.slug))},
    }
    values = {
        one.pk: {
            "side": frozenset([sides.of([one])]),
            "act": frozenset([one.act.slug]),
            "topic": frozenset(topic.slug for topic in one.about),
        }
        for one in commitments
    }
    return names, values
