"""Articles as rows of the archive's tables, column by column, with keys given out in order."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from random import Random
from typing import Any

from django.core.management import call_command
from django.db import models
from django.utils.text import slugify

from benchmarks.corpus.articles import Article, Part, Passage, Writer
from events.models import (
    Act,
    Actor,
    Commitment,
    Event,
    EventAddress,
    EventKind,
    ImportItem,
    ImportRun,
    Leader,
    LeaderAddress,
    Office,
    Participation,
    Provenance,
    SourceFile,
    Topic,
)
from events.reading.folding import fold
from events.search.text import searchable

LINKS = {name: getattr(Commitment, name).through for name in ("leaders", "actors", "topics")}
FIRST_IMPORT = datetime(2026, 11, 1, 1, tzinfo=UTC)  # fixed: a corpus is the same whenever it is made
Batch = dict[type[models.Model], list[tuple[Any, ...]]]

# The columns that are written for each row; what else a table has takes its default.
COLUMNS: dict[type[models.Model], tuple[str, ...]] = {
    SourceFile: (
        "id", "sha256", "name", "media_type", "encoding", "size", "content", "text", "text_sha256", "first_seen",
    ),
    Event: (
        "id", "slug", "title", "kind_id", "starts_on", "ends_on", "place", "published_on", "published_at",
        "published_precision", "published_origin", "outlet", "language", "body", "body_sha256", "fingerprint",
        "folded", "status", "review", "created_at", "updated_at",
    ),
    EventAddress: ("id", "slug", "event_id"),
    Provenance: ("id", "event_id", "source_id", "part", "is_primary"),
    ImportItem: ("id", "run_id", "name", "outcome", "source_id", "event_id"),
    Participation: (
        "id", "event_id", "leader_id", "actor_id", "office_id", "name_printed", "office_printed", "position",
    ),
    Commitment: (
        "id", "event_id", "start", "end", "quote", "before", "after", "body_sha256", "folded", "speaker", "cue",
        "act_id", "manner", "rule", "confidence", "review",
    ),
    LINKS["leaders"]: ("id", "commitment_id", "leader_id"),
    LINKS["actors"]: ("id", "commitment_id", "actor_id"),
    LINKS["topics"]: ("id", "commitment_id", "topic_id"),
}  # fmt: skip


class Table:
    """Where the rows of one model go: its columns, and what the engine is handed for each value."""

    def __init__(self, model: type[models.Model], named: Sequence[str]) -> None:
        by_column = {field.attname: field for field in model._meta.local_concrete_fields}
        unnamed = [
            field
            for field in by_column.values()
            if field.attname not in named and not field.generated and not field.primary_key
        ]
        self.model = model
        self.name = model._meta.db_table
        self.fields = [by_column[name] for name in named] + unnamed
        self.columns = [field.column for field in self.fields]
        self._rest = tuple(_plain(field.get_default()) for field in unnamed)

    def rows(self, rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """Return whole rows: with the defaults of the columns that are not named."""
        return [row + self._rest for row in rows] if self._rest else list(rows)


def _plain(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, list | dict) else value


def tables() -> list[Table]:
    """Return the tables that are written, in an order in which none points to a later one."""
    return [Table(model, named) for model, named in COLUMNS.items()]


class Clerk:
    """Turns articles into rows. The vocabulary, the leaders and their offices are made here, through the models."""

    def __init__(self, seed: int) -> None:
        call_command("load_vocabulary", verbosity=0)
        self._actors = {actor.code: actor for actor in Actor.objects.all()}
        self.writer = Writer(seed, {code: actor.name_vi for code, actor in self._actors.items()})
        self._kinds = dict(EventKind.objects.values_list("slug", "pk"))
        self._acts = dict(Act.objects.values_list("slug", "pk"))
        self._topics = dict(Topic.objects.values_list("slug", "pk"))
        self._leaders, self._offices = self._make_leaders()
        self._run = ImportRun.objects.create(
            started_at=FIRST_IMPORT, finished_at=FIRST_IMPORT, reader_version="invented corpus"
        ).pk
        self._kind_names = dict(EventKind.objects.values_list("slug", "name_vi"))
        self._given: dict[type[models.Model], int] = defaultdict(int)

    def _make_leaders(self) -> tuple[dict[int, int], dict[tuple[int, int], int]]:
        """Return the keys of the leaders by their numbers, and of the offices by seat and turn."""
        people = self.writer.cast.people
        leaders = Leader.objects.bulk_create(
            Leader(
                slug=f"{slugify(fold(person.name))}-{person.number}",
                name=person.name,
                name_latin=person.latin,
                actor=self._actors[person.code],
                review=Leader.Review.CONFIRMED if person.number % 3 else Leader.Review.PROPOSED,
            )
            for person in people
        )
        LeaderAddress.objects.bulk_create(LeaderAddress(slug=leader.slug, leader=leader) for leader in leaders)
        seats = [seat for seats in self.writer.cast.seats.values() for seat in seats]
        terms = [(seat, turn, *term) for seat in seats for turn, term in enumerate(seat.terms())]
        offices = Office.objects.bulk_create(
            Office(
                leader=leaders[person.number],
                actor=self._actors[seat.code],
                title_vi=seat.title_vi,
                title_en=seat.title_en,
                held_from=begin,
                held_until=end,
            )
            for seat, _, person, begin, end in terms
        )
        return (
            {person.number: leader.pk for person, leader in zip(people, leaders, strict=True)},
            {(id(seat), turn): office.pk for (seat, turn, *_), office in zip(terms, offices, strict=True)},
        )

    def batch(self, numbers: Iterable[int]) -> Batch:
        """Return the rows of the articles with these numbers, by model."""
        rows: Batch = {model: [] for model in COLUMNS}
        for number in numbers:
            self._file(self.writer.article(number), rows)
        return rows

    def _next(self, model: type[models.Model]) -> int:
        self._given[model] += 1
        return self._given[model]

    def _file(self, article: Article, rows: Batch) -> None:
        rng = Random(article.number)  # noqa: S311 - a corpus, no secret
        key, body_sha256 = article.number, sha256(article.body.encode()).hexdigest()
        words = searchable(article.body)  # folded once, for both columns: half the time goes into folding
        seen = FIRST_IMPORT + timedelta(seconds=key)
        slug = self._slug(article)
        rows[Event].append(
            (
                key,
                slug,
                article.title,
                self._kinds[article.kind],
                *_days(article, rng),
                article.outlet,
                "vi",
                article.body,
                body_sha256,
                sha256(words[1:-1].encode()).hexdigest(),
                searchable(article.title) + words[1:],
                _one_in(rng, 100, {1: Event.Status.DRAFT, 2: Event.Status.WITHDRAWN}, Event.Status.PUBLISHED),
                Event.Review.CONFIRMED if rng.random() < 0.3 else Event.Review.MACHINE,
                seen,
                seen,
            )
        )
        rows[EventAddress].append((key, slug, key))
        self._keep_source(article, slug, seen, rows)
        for position, part in enumerate(article.parts):
            rows[Participation].append(self._participation(key, position, part))
        for passage in article.passages:
            self._commit(article, passage, body_sha256, rng, rows)

    def _slug(self, article: Article) -> str:
        people = " ".join(part.person.name for part in article.parts[:2])
        return f"{article.day}-{slugify(fold(f'{self._kind_names[article.kind]} {people}'))[:80]}-{article.number}"

    def _keep_source(self, article: Article, slug: str, seen: datetime, rows: Batch) -> None:
        """Keep of the source file only the headline and the day: whole files would double the corpus for nothing."""
        text = f"{article.title}\n\n{article.day:%d/%m/%Y} {slug}\n"
        content = text.encode()
        digest = sha256(content).hexdigest()
        key = article.number
        rows[SourceFile].append(
            (key, digest, f"{slug}.txt"[-255:], "text/plain", "utf-8", len(content), content, text, digest, seen)
        )
        rows[Provenance].append((key, key, key, 1, True))
        rows[ImportItem].append((key, self._run, f"{slug}.txt", ImportItem.Outcome.CREATED, key, key))

    def _participation(self, event: int, position: int, part: Part) -> tuple[Any, ...]:
        return (
            self._next(Participation),
            event,
            self._leaders[part.person.number],
            self._actors[part.person.code].pk,
            self._offices[id(part.seat), part.turn],
            part.person.name,
            part.seat.title_vi,
            position,
        )

    def _commit(self, article: Article, passage: Passage, body_sha256: str, rng: Random, rows: Batch) -> None:
        key, body = self._next(Commitment), article.body
        quote = body[passage.start : passage.end]
        reviews = {1: Commitment.Review.REJECTED, 2: Commitment.Review.RETIRED, 3: Commitment.Review.CONFIRMED}
        rows[Commitment].append(
            (
                key,
                article.number,
                passage.start,
                passage.end,
                quote,
                body[max(0, passage.start - Commitment.CONTEXT) : passage.start],
                body[passage.end : passage.end + Commitment.CONTEXT],
                body_sha256,
                searchable(quote),
                passage.speaker,
                passage.cue,
                self._acts[passage.act],
                Commitment.Manner.JOINT if passage.joint else Commitment.Manner.INDIRECT,
                "invented",
                0.9,
                _one_in(rng, 60, reviews, Commitment.Review.MACHINE),
            )
        )
        actors = dict.fromkeys(self._actors[part.person.code].pk for part in passage.parts)
        for name, targets in (
            ("leaders", [self._leaders[part.person.number] for part in passage.parts]),
            ("actors", list(actors)),
            ("topics", [self._topics[slug] for slug in passage.topics]),
        ):
            through = LINKS[name]
            rows[through].extend((self._next(through), key, target) for target in targets)


def _one_in(rng: Random, sides: int, rare: dict[int, Any], usual: Any) -> Any:
    return rare.get(rng.randint(1, sides), usual)


def _days(
    article: Article, rng: Random
) -> tuple[date | None, date | None, str, date | None, datetime | None, str, str]:
    """Return the first and last day, the place and the publication: some articles tell no day, a few no date at all."""
    published = article.day + timedelta(days=rng.choice((0, 0, 1)))
    minute = datetime.combine(published, time(rng.randint(0, 16), rng.randrange(60)), UTC)
    last = article.day + timedelta(days=article.days)
    dated = (published, minute, Event.Precision.TIME, Event.Origin.PRINTED)
    chance = rng.random()
    if chance < 0.002:
        return None, None, article.place, None, None, "", ""
    if chance < 0.01:
        return None, None, article.place, *dated
    if chance < 0.3:
        return article.day, last, article.place, published, None, Event.Precision.DAY, Event.Origin.PREFIX
    return article.day, last, article.place, *dated
