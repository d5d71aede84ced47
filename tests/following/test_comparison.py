"""Events laid side by side: three groups of topics, and passages beside those most alike in wording."""

from datetime import date

import pytest

from events.following.comparison import compare, paired
from events.models import Commitment
from tests.records import a_commitment, a_topic, an_event

pytestmark = pytest.mark.django_db


def said(event, *commitments):
    """An event with passages of its own text, each a (quote, topics) pair."""
    return event, [
        a_commitment(event, quote, topics=[a_topic(slug) for slug in topics]) for quote, topics in commitments
    ]


def text(number, *quotes):
    return an_event(f"su-kien-{number}", date(2030 + number, 1, 1), body=". ".join(quotes))


def slugs(rows):
    return [row.topic.slug for row in rows]


def three():
    quotes = ("mở đường sắt", "mua thêm gạo", "dạy tiếng", "xây đường sắt")
    return [
        said(text(1, *quotes), (quotes[0], ["rail"]), (quotes[1], ["rice"])),
        said(text(2, *quotes), (quotes[2], ["school"])),
        said(text(3, *quotes), (quotes[3], ["rail", "steel"])),
    ]


def test_topics_are_told_by_the_newest_text_and_by_all_the_earlier_ones():
    comparison = compare(three())
    assert (slugs(comparison.again), slugs(comparison.new), slugs(comparison.absent)) == (
        ["rail"],
        ["steel"],
        ["rice", "school"],
    )


def test_a_cell_holds_what_one_event_says_on_one_topic():
    comparison = compare(three())
    assert {row.topic.slug: [[c.quote for c in cell] for cell in row.cells] for row in comparison.rows} == {
        "rail": [["mở đường sắt"], [], ["xây đường sắt"]],
        "rice": [["mua thêm gạo"], [], []],
        "school": [[], ["dạy tiếng"], []],
        "steel": [[], [], ["xây đường sắt"]],
    }


def test_words_are_compared_with_the_last_text_that_named_the_topic():
    rail = compare(three()).rows[0]
    assert [(step.older.slug, step.newer.slug) for step in rail.steps] == [("su-kien-1", "su-kien-3")]
    [pair] = rail.steps[0].pairs
    assert [(part.change, part.older or part.newer) for part in pair.parts] == [
        ("removed", "mở "),
        ("added", "xây "),
        ("kept", "đường sắt"),
    ]


def test_what_is_about_no_topic_stands_last_and_in_no_group():
    event = text(1, "làm nhiều hơn", "mở đường sắt")
    comparison = compare([said(event, ("làm nhiều hơn", []), ("mở đường sắt", ["rail"])), said(text(2))])
    assert [(row.topic and row.topic.slug, row.group) for row in comparison.rows] == [("rail", "absent"), (None, None)]
    assert [(event.slug, c.quote) for event, c in comparison.rows[1].alone] == [("su-kien-1", "làm nhiều hơn")]


def test_each_passage_is_laid_beside_the_one_most_alike():
    older = [Commitment(pk=1, quote="mở rộng thương mại nông sản"), Commitment(pk=2, quote="xây tuyến đường sắt mới")]
    newer = [
        Commitment(pk=3, quote="hoàn thành tuyến đường sắt mới"),
        Commitment(pk=4, quote="mở rộng hơn nữa thương mại nông sản"),
        Commitment(pk=5, quote="dạy tiếng cho trẻ em"),
    ]
    pairs = [(pair.older and pair.older.pk, pair.newer and pair.newer.pk) for pair in paired(older, newer)]
    assert pairs == [(1, 4), (2, 3), (None, 5)]


def test_passages_that_share_no_words_are_left_alone():
    pairs = paired([Commitment(pk=1, quote="dạy tiếng")], [Commitment(pk=2, quote="mua thêm gạo")])
    assert [(pair.older and pair.older.pk, pair.newer and pair.newer.pk) for pair in pairs] == [(None, 2), (1, None)]
