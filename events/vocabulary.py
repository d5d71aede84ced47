"""The reference data: what the data files say becomes rows; what staff changed since stays theirs."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.db import models, transaction
from django.utils.text import slugify

from events.indexing import reindex
from events.models import Act, Actor, ActorName, EventKind, Leader, LeaderAddress, LeaderAlias, Office, Topic, TopicCue
from events.models.vocabulary import Term
from events.reading import lexicon
from events.reading.folding import fold

DATA = Path(__file__).parent / "data"


def is_loaded() -> bool:
    """Return whether the vocabulary has been loaded into this database."""
    return EventKind.objects.exists()


@transaction.atomic
def load() -> Counter[str]:
    """Add what the data files have and the database lacks; return how many rows of each sort were added.

    Rows that are there stay as they are: staff may have corrected them.
    """
    added: Counter[str] = Counter()
    added["kinds"] = _add_terms(EventKind, _read("kinds")["kind"])
    added["acts"] = _add_terms(Act, _read("acts")["act"])
    new_topics = _missing(Topic, "slug", (row["slug"] for row in _read("topics")["topic"]))
    added["topics"] = _add_terms(Topic, _read("topics")["topic"])
    _add_cues(new_topics)
    added["actors"] = _add_actors()
    added["leaders"] = _add_leaders(_read("leaders")["leader"])
    if added.total():
        reindex()
    return added


def reader_topics() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the cues that staff keep for each topic: language → topic's slug → phrases."""
    topics: dict[str, dict[str, list[str]]] = {}
    for language, slug, phrase in TopicCue.objects.order_by("pk").values_list("language", "topic__slug", "phrase"):
        topics.setdefault(language, {}).setdefault(slug, []).append(phrase)
    return {language: {slug: tuple(cues) for slug, cues in by_topic.items()} for language, by_topic in topics.items()}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _missing(model: type[models.Model], field: str, values: Iterable[str]) -> set[str]:
    return set(values) - set(model._default_manager.values_list(field, flat=True))


def _add_terms(model: type[Term], rows: list[Mapping[str, Any]]) -> int:
    missing = _missing(model, "slug", (row["slug"] for row in rows))
    model._default_manager.bulk_create(
        model(
            slug=row["slug"],
            position=position,
            name_vi=row["vi"],
            name_en=row["en"],
            description_vi=row.get("description_vi", ""),
            description_en=row.get("description_en", ""),
        )
        for position, row in enumerate(rows, start=1)
        if row["slug"] in missing
    )
    return len(missing)


def _add_cues(new_topics: set[str]) -> None:
    topics = {topic.slug: topic for topic in Topic.objects.filter(slug__in=new_topics)}
    TopicCue.objects.bulk_create(
        TopicCue(topic=topics[slug], language=code, phrase=phrase)
        for code, language in lexicon.load().languages.items()
        for slug, phrases in language.topics.items()
        if slug in topics
        for phrase in dict.fromkeys(phrases)
    )


def _add_actors() -> int:
    languages = lexicon.load().languages
    vietnamese, english = languages["vi"].countries, languages["en"].countries
    data = _read("actors")
    missing = _missing(Actor, "code", {*vietnamese, *english})
    Actor.objects.bulk_create(
        Actor(
            code=code,
            sort=Actor.Sort.ORGANISATION if code in data["organisations"] else Actor.Sort.STATE,
            name_vi=(vietnamese.get(code) or english[code])[0],
            name_en=(english.get(code) or vietnamese[code])[0],
        )
        for code in sorted(missing)
    )
    actors = {actor.code: actor for actor in Actor.objects.filter(code__in=missing)}
    ActorName.objects.bulk_create(
        ActorName(
            actor=actors[row["actor"]],
            language=row["language"],
            name=row["name"],
            used_from=row.get("from"),
            used_until=row.get("until"),
        )
        for row in data["former"]
        if row["actor"] in actors
    )
    return len(missing)


def _add_leaders(rows: list[Mapping[str, Any]]) -> int:
    known = set(LeaderAddress.objects.values_list("slug", flat=True))
    actors = {actor.code: actor for actor in Actor.objects.all()}
    new = [row for row in rows if slugify(fold(row["name"])) not in known]
    for row in new:
        slug = slugify(fold(row["name"]))
        actor = actors[row["actor"]]
        leader = Leader(
            slug=slug, name=row["name"], name_latin=row["latin"], actor=actor, review=Leader.Review.CONFIRMED
        )
        Leader.objects.bulk_create([leader])  # not `save`: history begins with the first change
        LeaderAddress.objects.create(slug=slug, leader=leader)
        LeaderAlias.objects.bulk_create(LeaderAlias(leader=leader, name=name) for name in row.get("aliases", ()))
        Office.objects.bulk_create(
            Office(
                leader=leader,
                actor=actor,
                title_vi=office["vi"],
                title_en=office["en"],
                held_from=office.get("from"),
                held_until=office.get("until"),
            )
            for office in row["offices"]
        )
    return len(new)
