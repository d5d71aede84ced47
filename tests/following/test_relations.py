"""The relation of two sides, its silence, and its numbers as a picture and a file."""

import csv
import io
from collections import Counter
from datetime import date

import pytest
from django.db import transaction

from events.following.pictures import Cell, Crosstab, Line, harmless
from events.following.relations import Relation, relations
from events.following.silence import silence, silent_between
from events.indexing import reindex
from events.models import Commitment, Event, Leader
from tests.records import a_commitment, a_leader, a_topic, an_actor, an_archive, an_event


@pytest.fixture
def sides(db):
    return an_actor("XB", "Nước B", "Country B"), an_actor("XA", "Nước A", "Country A")


def met(sides, year, *topics, **fields):
    """An event of a year between the sides, with a passage on each topic."""
    leaders = [a_leader(f"Người {side.code}", side) for side in sides]
    event = an_event(
        f"gap-{'-'.join(s.code for s in sides)}-{year}",
        date(year, 1, 1),
        leaders,
        body="; ".join(topics) or "…",
        **fields,
    )
    for topic in topics:
        a_commitment(event, topic, leaders=leaders[:1], topics=[a_topic(topic)])
    return event


def between(sides, **asked):
    return silence("pair", Relation.of(*sides).pair, **asked)


def report(sides, **asked):
    found = between(sides, **asked)
    return [(row.topic.slug, len(row.events), len(found.earlier)) for row in found.rows]


def test_two_sides_are_named_in_the_order_of_their_codes(sides):
    assert (Relation.of(*sides).code, Relation.of(*reversed(sides)).code) == ("XA-XB", "XA-XB")


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("XA-XB", "XA-XB"),
        ("xb-xa", "XA-XB"),
        ("XA-XA", None),
        ("XA", None),
        ("-XA", None),
        ("XA-XZ", None),
        ("-" * 50, None),
    ],
)
def test_an_address_names_two_sides_or_nothing(sides, address, code):
    found = Relation.at(address)
    assert (found.code if found else None) == code


def test_a_code_may_itself_hold_a_hyphen(sides):
    an_actor("X-C", "Tổ chức C", "C")
    assert (Relation.at("X-C-XA").code, Relation.at("XA-X-C").code) == ("X-C-XA", "X-C-XA")


def test_every_two_sides_that_met_are_counted_once_an_event(sides):
    third = an_actor("XC", "Nước C", "C")
    met(sides, 2031)
    met(sides, 2032)
    met((*sides, third), 2033)
    met(sides, 2034, status="draft")
    expected = [("XA-XB", 3), ("XA-XC", 1), ("XB-XC", 1)]
    assert [(each.relation.code, each.count) for each in relations()] == expected
    assert [(each.relation.code, each.count) for each in relations(third)] == expected[1:]


def test_a_topic_of_most_earlier_texts_is_reported_when_the_newest_leaves_it_out(sides):
    for year, topics in [(2031, ["sea"]), (2032, ["rice", "sea"]), (2033, ["rail", "rice"]), (2034, ["rail"])]:
        met(sides, year, *topics)
    assert report(sides) == [("rice", 2, 3), ("sea", 2, 3)]


def test_how_many_texts_must_name_it_of_how_many_can_be_chosen(sides):
    for year, topics in [(2031, ["sea"]), (2032, ["rice", "sea"]), (2033, ["rice"]), (2034, ["rail"])]:
        met(sides, year, *topics)
    assert report(sides, least="1", earlier="1") == [("rice", 1, 1)]
    assert report(sides, least="2", earlier="2") == [("rice", 2, 2)]
    assert report(sides, least="3") == []


@pytest.mark.parametrize("value", ["0", "21", "-1", "abc", "²", "9" * 5000, "\x00", "1.5"])
def test_a_number_that_is_none_is_left_out_with_a_sentence(sides, value):
    met(sides, 2031, "sea")
    met(sides, 2032, "rice")
    found = between(sides, least=value, earlier=value)
    assert ([row.topic.slug for row in found.rows], len(found.problems)) == (["sea"], 2)


def test_one_text_alone_leaves_nothing_out(sides):
    met(sides, 2031, "sea")
    assert report(sides) == []


def plainly_silent(events, said, asked, least):
    """The topics that `least` of the `asked` events before the newest name and the newest does not, by the rows."""
    newest, *before = events.newest_first()[: asked + 1]

    def named_by(event):
        return set(said.filter(event=event, topics__isnull=False).values_list("topics__slug", flat=True))

    named = Counter(slug for event in before for slug in named_by(event))
    return {slug: count for slug, count in named.items() if count >= least and slug not in named_by(newest)}


def test_the_report_says_what_the_rows_say_of_every_leader_and_every_two_sides(db):
    an_archive(40)
    said, published = Commitment.objects.published(), Event.objects.published()
    newest = [published.filter(leaders=leader).newest_first()[0].pk for leader in Leader.objects.all()]
    Commitment.objects.filter(event__in=newest, act__slug="propose").update(review="rejected")
    with transaction.atomic():
        reindex(newest)
    under = {("leader", leader.pk): published.filter(leaders=leader) for leader in Leader.objects.all()}
    for each in relations():
        first, second = (Event.objects.filter(participations__actor=side) for side in each.relation.sides)
        under["pair", each.relation.pair] = published.filter(pk__in=first).filter(pk__in=second)
    found, expected = {}, {}
    for (facet, value), events in under.items():
        counted = said.filter(leaders=value) if facet == "leader" else said.filter(event__in=events)
        for asked, least in [(1, 1), (3, 2), (5, 1), (20, 2)]:
            told = silence(facet, value, str(least), str(asked))
            found[facet, value, asked] = {row.topic.slug: len(row.events) for row in told.rows}
            expected[facet, value, asked] = plainly_silent(events, counted, asked, least)
    assert found == expected
    assert any(expected.values())


def test_the_silence_of_a_topic_takes_two_queries_for_many_sides(sides, django_assert_num_queries):
    for number in range(12):
        pair = (sides[0], an_actor(f"Y{number}", f"Nước {number}", f"Country {number}"))
        for year, topic in ((2031, "sea"), (2032, "sea"), (2033, "rail")):
            met(pair, year, topic)
    topic = a_topic("sea")
    silent_between(topic)
    with django_assert_num_queries(2):  # the generation, and the events shown
        assert len(silent_between(topic)) == 10


def test_a_topic_tells_between_which_sides_it_fell_silent(sides):
    others = (sides[0], an_actor("XC", "Nước C", "C"))
    for year in (2031, 2032):
        met(sides, year, "sea")
        met(others, year, "sea")
    met(sides, 2033, "rail")
    met(others, 2033, "sea")
    found = silent_between(a_topic("sea"))
    assert [
        ([side.word for side in row.sides], row.newest.starts_on.year, len(row.events), row.earlier) for row in found
    ] == [(["XA", "XB"], 2033, 2, 2)]


def test_years_without_an_event_are_columns_too(sides):
    met(sides, 2031, "sea", "rice")
    met(sides, 2033, "sea")
    table = Relation.of(*sides).topics()
    assert [(cell.column, cell.number) for cell in table.totals] == [("2031", 2), ("2032", 0), ("2033", 1)]
    assert sorted([cell.number for cell in line.cells] for line in table.lines) == [[1, 0, 0], [1, 0, 1]]


def crosstab(name, *numbers):
    cells = [Cell(str(2031 + n), number, "?") for n, number in enumerate(numbers)]
    return Crosstab("x", cells, [Line(name, "?", cells)])


def test_the_most_counts_are_the_darkest_and_the_longest():
    table = crosstab("Biển", 1, 0, 10)
    assert [(box.cell.number, box.level) for row in table.rows for box in row.boxes] == [(1, 1), (10, 5)]
    assert [bar.height for bar in table.bars] == [5, 0, 52]


@pytest.mark.parametrize("name", ["=1+1", "+84", "-2", "@x", "\t=1", "\r=1", "＝1", 'a"b,c', "Biển"])
def test_a_file_of_numbers_holds_no_formula_and_keeps_the_names(name):
    header, line = csv.reader(io.StringIO(crosstab(name, 3).as_csv("Chủ đề"), newline=""))
    assert (header, line) == (["Chủ đề", "2031"], [harmless(name), "3"])
    assert line[0][0] not in "=+-@\t\r＝"
    assert line[0].removeprefix("'") == name
