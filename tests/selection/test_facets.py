"""What can be chosen, and how many rows each choice would leave."""

from datetime import date

import pytest
from django.http import QueryDict
from django.utils import translation

from events.models import EventKind, Topic
from events.selection import CommitmentSelection, EventSelection
from tests.records import a_commitment, a_kind, a_leader, a_topic, an_act, an_actor, an_event

pytestmark = pytest.mark.django_db

RAILWAY = "mở thêm một tuyến đường sắt"
TRADE = "mở rộng thương mại"


def counts(selection_of, query=""):
    """Parameter → the labels and counts of its choices, in order."""
    selection = selection_of(QueryDict(query))
    return {facet.parameter: [(c.label, c.count) for c in facet.choices] for facet in selection.facets}


@pytest.fixture
def calls_and_talks():
    """Calls of 2031 and 2032 about transport and trade, talks of 2032 about trade, a call without anything."""
    minh, anna = a_leader("Lê Minh"), a_leader("Anna Thử", actor=an_actor("XA", "Nước A", "Country A"))
    first = an_event("first", date(2031, 1, 2), leaders=[minh, anna])
    second = an_event("second", date(2032, 1, 2), leaders=[minh])
    talks = an_event("talks", date(2032, 3, 4), leaders=[minh], kind=a_kind("talks", "Hội đàm", "Talks"))
    an_event("undated", None)
    for event in [first, second]:
        a_commitment(event, RAILWAY, leaders=[minh], actors=[minh.actor], topics=[a_topic()])
        a_commitment(event, "đường sắt", topics=[a_topic(), a_topic("trade", "Thương mại", "Trade")])
    a_commitment(talks, TRADE, an_act("propose", "đề nghị", "propose"), topics=[a_topic("trade")])
    a_commitment(talks, RAILWAY, topics=[a_topic()], review="rejected")
    Topic.objects.filter(slug="trade").update(position=1)
    Topic.objects.filter(slug="transport").update(position=2)
    EventKind.objects.filter(slug="talks").update(position=3)


def test_events_are_counted_by_each_facet(calls_and_talks):
    assert counts(EventSelection) == {
        "year": [("2032", 2), ("2031", 1)],
        "topic": [("Thương mại", 3), ("Giao thông", 2)],
        "leader": [("Lê Minh", 3), ("Anna Thử", 1)],
        "country": [("Việt Nam", 3), ("Nước A", 1)],
        "pair": [("Việt Nam – Nước A", 1)],
        "kind": [("Điện đàm", 3), ("Hội đàm", 1)],
        "act": [("nhất trí", 2), ("đề nghị", 1)],
        "outlet": [],
        "language": [("Tiếng Việt Nam", 4)],
        "review": [("máy đọc", 4)],
    }


def test_commitments_are_counted_by_each_facet(calls_and_talks):
    assert counts(CommitmentSelection) == {
        "leader": [("Lê Minh", 2)],
        "country": [("Việt Nam", 2)],
        "act": [("nhất trí", 4), ("đề nghị", 1)],
        "topic": [("Thương mại", 3), ("Giao thông", 4)],
        "year": [("2032", 3), ("2031", 2)],
        "pair": [("Việt Nam – Nước A", 2)],
        "kind": [("Điện đàm", 4), ("Hội đàm", 1)],
        "outlet": [],
        "language": [("Tiếng Việt Nam", 5)],
        "review": [("máy đọc", 5)],
    }


def test_a_facet_leaves_its_own_choice_out_of_its_counts(calls_and_talks):
    chosen = counts(EventSelection, "kind=talks")
    assert chosen["kind"] == [("Điện đàm", 3), ("Hội đàm", 1)]
    assert chosen["topic"] == [("Thương mại", 1)]
    assert chosen["leader"] == [("Lê Minh", 1)]
    assert chosen["year"] == [("2032", 1)]


def test_what_is_chosen_stays_to_be_seen_where_nothing_is_left(calls_and_talks):
    chosen = counts(EventSelection, "kind=talks&topic=transport&leader=anna-thu&year=2029")
    assert chosen == {
        "year": [("2029", 0)],
        "topic": [("Giao thông", 0)],
        "leader": [("Anna Thử", 0)],
        "kind": [("Hội đàm", 0)],
        **{name: [] for name in ["country", "pair", "act", "outlet", "language", "review"]},
    }


def test_the_words_narrow_every_facet(calls_and_talks):
    an_event("roads", date(2033, 1, 1), title="Cầu đường", body="Không có gì.")
    assert counts(EventSelection, "q=cau+duong") == {
        "year": [("2033", 1)],
        "kind": [("Điện đàm", 1)],
        "language": [("Tiếng Việt Nam", 1)],
        "review": [("máy đọc", 1)],
        **{name: [] for name in ["topic", "leader", "country", "pair", "act", "outlet"]},
    }


def test_drafts_count_nowhere(db):
    an_event("draft", leaders=[a_leader()], status="draft")
    assert set(map(tuple, counts(EventSelection).values())) == {()}


def test_labels_are_in_the_language_of_the_page(calls_and_talks):
    with translation.override("en"):
        assert counts(EventSelection)["kind"] == [("Phone call", 3), ("Talks", 1)]
        assert [facet.label for facet in EventSelection(QueryDict("")).facets] == [
            "Year",
            "Topic",
            "Leader",
            "Country or organisation",
            "Between",
            "Kind",
            "Act",
            "Outlet",
            "Language",
            "Review",
        ]


def test_leaders_with_the_same_count_stand_by_name_as_if_without_accents(db):
    an_event(leaders=[a_leader("Zed Thử"), a_leader("Ăn Thử"), a_leader("Đỗ Thử"), a_leader("Bo Thử")])
    labels = [label for label, _count in counts(EventSelection)["leader"]]
    assert labels == ["Ăn Thử", "Bo Thử", "Đỗ Thử", "Zed Thử"]


def test_a_choice_leads_to_itself_and_when_chosen_away_from_itself(calls_and_talks):
    selection = EventSelection(QueryDict("kind=talks&year=2032&sort=oldest&page=1"))
    choices = {(facet.parameter, c.value): (c.is_chosen, c.query) for facet in selection.facets for c in facet.choices}
    assert choices == {
        ("year", "2032"): (True, "?kind=talks&sort=oldest"),
        ("topic", "trade"): (False, "?year=2032&topic=trade&kind=talks&sort=oldest"),
        ("leader", "le-minh"): (False, "?year=2032&leader=le-minh&kind=talks&sort=oldest"),
        ("country", "VN"): (False, "?year=2032&country=VN&kind=talks&sort=oldest"),
        ("kind", "phone-call"): (False, "?year=2032&kind=talks&kind=phone-call&sort=oldest"),
        ("kind", "talks"): (True, "?year=2032&sort=oldest"),
        ("act", "propose"): (False, "?year=2032&kind=talks&act=propose&sort=oldest"),
        ("language", "vi"): (False, "?year=2032&kind=talks&language=vi&sort=oldest"),
        ("review", "machine"): (False, "?year=2032&kind=talks&review=machine&sort=oldest"),
    }


# -- Long facets


@pytest.fixture
def twelve_leaders():
    """Twelve leaders, of whom the later ones took part in more events; the first is Người 00."""
    leaders = [a_leader(f"Người {number:02}") for number in range(12)]
    for number in range(12):
        an_event(f"event-{number}", leaders=leaders[number:])
    return leaders


def leaders_of(query=""):
    return EventSelection(QueryDict(query)).facet("leader")


def test_a_long_facet_shows_its_ten_most_frequent_values_and_leads_to_all(twelve_leaders):
    facet = leaders_of("kind=phone-call")
    assert [choice.label for choice in facet.choices] == [f"Người {number:02}" for number in range(11, 1, -1)]
    assert facet.more == "?kind=phone-call&facet=leader#facet-leader"


def test_what_is_chosen_in_a_long_facet_is_shown_whatever_its_place(twelve_leaders):
    assert [(c.label, c.count, c.is_chosen) for c in leaders_of("leader=nguoi-00").choices][-2:] == [
        ("Người 02", 3, False),
        ("Người 00", 1, True),
    ]


def test_an_opened_facet_shows_all_its_values(twelve_leaders):
    facet = leaders_of("facet=leader")
    assert (len(facet.choices), facet.is_open, facet.more) == (12, True, "")


@pytest.mark.parametrize(
    ("within", "found"),
    [("NGƯỜI 1", ["Người 11", "Người 10"]), ("05 nguoi", ["Người 05"]), ("guoi", []), ("!", 12), ("\x00", 12)],
)
def test_a_name_is_searched_for_within_an_opened_facet_by_the_beginnings_of_its_words(twelve_leaders, within, found):
    params = QueryDict(mutable=True)
    params.update({"facet": "leader", "facet_q": within})
    labels = [choice.label for choice in EventSelection(params).facet("leader").choices]
    assert labels == found if isinstance(found, list) else len(labels) == found


def test_opening_a_facet_is_no_part_of_what_is_chosen(twelve_leaders):
    selection = EventSelection(QueryDict("facet=leader&facet_q=nguoi&year=2031"))
    assert (selection.query, selection.problems, selection.total) == ("?year=2031", [], 12)
    assert EventSelection(QueryDict("facet=nonsense")).has_open_facet is False


# -- What events have beside


@pytest.fixture
def two_outlets():
    anna, bo = (
        a_leader("Anna Thử", actor=an_actor("XA", "Nước A", "A")),
        a_leader("Bo Thử", an_actor("XB", "Nước B", "B")),
    )
    minh = a_leader("Lê Minh")
    an_event("one", leaders=[minh, anna], outlet="Báo Thử")
    an_event("two", leaders=[minh, anna, bo], outlet="Báo Thử & bạn", language="en", review="confirmed")
    a_commitment(an_event("three", leaders=[minh, bo]), TRADE, act=an_act("propose"), review="confirmed")


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("pair=VN-XA", ["two", "one"]),
        ("pair=XA-VN", ["two", "one"]),
        ("pair=VN-XA&pair=VN-XB", ["three", "two", "one"]),
        ("pair=XA-XB", ["two"]),
        ("outlet=B%C3%A1o+Th%E1%BB%AD+%26+b%E1%BA%A1n", ["two"]),
        ("language=en", ["two"]),
        ("review=confirmed", ["two"]),
        ("act=propose", ["three"]),
    ],
)
def test_events_are_chosen_by_pair_outlet_language_review_and_act(two_outlets, query, slugs):
    selection = EventSelection(QueryDict(query))
    assert ([event.slug for event in selection.rows], selection.problems) == (slugs, [])


def test_commitments_are_chosen_by_what_their_event_has_and_by_their_own_review(two_outlets):
    for query, number in [("pair=VN-XB", 1), ("pair=VN-XA", 0), ("review=confirmed", 1), ("review=machine", 0)]:
        assert CommitmentSelection(QueryDict(query)).total == number


def test_a_pair_has_one_address_whichever_side_is_named_first(two_outlets):
    assert EventSelection(QueryDict("pair=XA-VN")).query == "?pair=VN-XA"
