"""The invented corpus of the benchmarks is an archive like any other, and the same for the same seed."""

from collections import Counter

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from benchmarks import make_corpus
from benchmarks.corpus.articles import Writer
from benchmarks.corpus.chance import SHARING
from benchmarks.corpus.tables import LINKS, tables
from benchmarks.pages import counts
from events import catalogue
from events.anchoring import place, text_sha256
from events.models import Actor, Commitment, Event, Leader, Office, Participation, Provenance, SourceFile
from events.reading import lexicon
from events.reading.folding import fingerprint, tokens

EVENTS, SEED = 50, 7


@pytest.fixture(scope="module")
def names():
    return {code: names[0] for code, names in lexicon.load().languages["vi"].countries.items()}


@pytest.fixture(scope="module")
def articles(names):
    writer = Writer(SEED, names)
    return [writer.article(number) for number in range(1, 1201)]


@pytest.fixture
def corpus(db):
    make_corpus.fill(EVENTS, SEED)
    catalogue.rebuild()


def refusals(rows):
    """Return what the models' own checks say against the rows."""
    found = []
    for row in rows:
        try:
            row.full_clean(validate_unique=False)
        except ValidationError as error:
            found.append((row, error.message_dict))
    return found


def test_the_same_seed_writes_the_same_articles(names, articles):
    again = Writer(SEED, names).article(40)
    assert (again.title, again.body) == (articles[39].title, articles[39].body)


def test_another_seed_writes_others(names, articles):
    assert Writer(SEED + 1, names).article(40).body != articles[39].body


def test_a_text_has_three_to_six_kilobytes_and_about_ten_quotes(articles):
    sizes = [len(article.body.encode()) for article in articles]
    quotes = [len(article.passages) for article in articles]
    assert (min(sizes) > 3000, max(sizes) < 6144) == (True, True)
    assert (min(quotes), max(quotes)) == (8, 12)


def test_there_are_common_middling_and_rare_words(articles):
    found = Counter(word for article in articles for word in set(tokens(article.body)))
    share = {word: found[word] / len(articles) for word in ("hop", "tac", "vanadi")}
    assert (share["hop"] > 0.9, share["tac"] > 0.9) == (True, True)
    assert 0.005 < share["vanadi"] < 0.02


def test_a_rare_word_is_shared_by_no_more_than_ten_articles(names, articles):
    writer = Writer(SEED, names)
    found = Counter(word for article in articles for word in set(tokens(article.body)))
    rare = [writer.coined.rare(number).lower() for number in range(SHARING, 1195)]
    assert {found[word] for word in rare} == {SHARING}


def test_every_event_and_its_parts_are_accepted_by_the_models(corpus):
    assert Event.objects.count() == EVENTS
    assert refusals(Event.objects.all()) == []
    assert refusals(Commitment.objects.select_related("event")) == []
    assert refusals(Participation.objects.all()) == []
    assert refusals(Leader.objects.all()) == []
    assert refusals(Office.objects.all()) == []


def test_every_quote_stands_word_for_word_where_it_is_anchored(corpus):
    commitments = Commitment.objects.select_related("event")
    assert commitments.count() > 8 * EVENTS
    assert [c for c in commitments if c.event.body[c.start : c.end] != c.quote] == []


def test_an_anchor_is_what_the_archive_itself_would_have_made(corpus):
    fields = ("start", "end", "before", "after", "body_sha256")
    for commitment in Commitment.objects.select_related("event")[:40]:
        kept = [getattr(commitment, field) for field in fields]
        place(commitment, commitment.start)
        assert [getattr(commitment, field) for field in fields] == kept
        assert commitment.body_sha256 == text_sha256(commitment.event.body)


def test_the_text_of_an_event_is_fingerprinted_as_the_archive_does(corpus):
    for event in Event.objects.all():
        assert event.fingerprint == fingerprint(event.body)


def test_every_event_has_its_source_and_everyone_speaks_for_an_actor(corpus):
    assert Provenance.objects.filter(is_primary=True).count() == SourceFile.objects.count() == EVENTS
    assert not Participation.objects.filter(actor=None).exists()
    assert Actor.objects.filter(participations__event__isnull=False).distinct().count() > 5


def test_the_rows_are_those_of_the_seed_whatever_the_engine(corpus, names):
    writer = Writer(SEED, names)
    articles = [writer.article(number) for number in range(1, EVENTS + 1)]
    passages = [(article, passage) for article in articles for passage in article.passages]
    assert list(Event.objects.order_by("pk").values_list("pk", "title", "body", "kind__slug", "outlet")) == [
        (article.number, article.title, article.body, article.kind, article.outlet) for article in articles
    ]
    assert list(Commitment.objects.order_by("pk").values_list("pk", "event_id", "start", "end", "act__slug")) == [
        (key, article.number, passage.start, passage.end, passage.act)
        for key, (article, passage) in enumerate(passages, start=1)
    ]
    topics = LINKS["topics"].objects.order_by("pk").values_list("commitment_id", "topic__slug")
    assert list(topics) == [
        (key, topic) for key, (_, passage) in enumerate(passages, start=1) for topic in passage.topics
    ]


def test_indexes_and_foreign_keys_are_there_again_after_the_rows(db):
    def kept():
        with connection.cursor() as cursor:
            return {
                table.name: connection.introspection.get_constraints(cursor, table.name).keys() for table in tables()
            }

    before = kept()
    make_corpus.fill(3, SEED)
    assert kept() == before


def test_keys_given_out_later_follow_those_of_the_corpus(corpus):
    event = Event.objects.order_by("pk").last()
    event.pk, event.slug, event.fingerprint = None, "another", "another"
    Event.objects.bulk_create([event])
    assert event.pk == EVENTS + 1


@pytest.mark.parametrize(
    "chosen",
    [
        [],
        [("year", "2024")],
        [("kind", "reception"), ("country", "CN")],
        [("topic", "relations"), ("topic", "trade"), ("country", "LA")],
    ],
)
def test_every_number_beside_a_facet_is_that_of_a_plain_group_by(corpus, client, chosen):
    [(_, numbers, wrong)] = counts.differences(lambda path: client.get(path).text, [chosen])
    assert numbers > 10
    assert wrong == []


def test_a_wrong_number_beside_a_facet_is_found(corpus, client):
    def with_one_more(path):
        return client.get(path).text.replace('class="count">', 'class="count">9', 1)

    [(_, _, wrong)] = counts.differences(with_one_more, [[]])
    assert len(wrong) == 1
