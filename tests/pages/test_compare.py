"""The page that lays events side by side."""

from datetime import date
from urllib.parse import quote

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.models import Event, EventAddress
from tests.pages.html import page
from tests.records import a_commitment, a_leader, a_topic, an_act, an_actor, an_event

pytestmark = pytest.mark.django_db

SEEDS = [f"event={year}-dien-dam-to-lam-tap-can-binh" for year in ("2025-01-15", "2026-01-26")]
RAILWAY = [
    "tạo đột phá mới trong hợp tác kinh tế, ưu tiên đẩy nhanh kết nối 3 tuyến đường sắt khổ tiêu chuẩn giữa hai nước, "
    "mở rộng hợp tác thương mại, đầu tư và trong các lĩnh vực mới nổi",
    "hai bên dành ưu tiên cao nhất cho hợp tác đường sắt, tăng cường hợp tác đầu tư chất lượng cao gắn với chuyển giao "
    "công nghệ và đào tạo nhân lực",
]


@pytest.fixture
def seeds(db):
    call_command("load_vocabulary", verbosity=0)
    call_command("import_events", "seeds", verbosity=0)


def compared(client, *parameters):
    return page(client.get("/en/compare/?" + "&".join(parameters)))


def notices(shown):
    return [" ".join(part.text for part in notice.all("p") or [notice]) for notice in shown.all(class_="notice")]


def group(shown, name):
    return {link["href"].removeprefix("#topic-") for link in shown.one("section", class_=name).all("a")}


def words(element, **without):
    """The words of a passage as it is printed: without signs and what is said to those who listen."""
    for each in [element, *element.walk()]:
        hidden = [
            child
            for child in each.children
            if not isinstance(child, str) and set(child.attributes.get("class", "").split()) & {"sign", "unseen"}
        ]
        each.children = [child for child in each.children if child not in hidden]
    return element.raw_text.removesuffix("\n")


def two_calls(**second):
    """Two calls between the same sides, each with one passage."""
    sides = [a_leader(), a_leader("Anna Thử", an_actor("XA", "Nước A", "Country A"))]
    older = an_event("truoc", date(2030, 1, 1), sides, "Cuộc gọi trước", body="mở tuyến đường sắt")
    newer = an_event(
        "sau",
        **{"day": date(2031, 1, 1), "leaders": sides, "title": "Cuộc gọi sau", "body": "mở hai tuyến đường sắt"}
        | second,
    )
    for event, act in ((older, an_act("propose", "đề nghị", "propose")), (newer, an_act())):
        a_commitment(event, event.body, act, topics=[a_topic()])
    return older, newer


def test_on_the_seeds_it_names_what_is_new_what_remains_and_what_fell_silent(client, seeds):
    shown = compared(client, *SEEDS)
    assert group(shown, "new") >= {"sovereignty", "education", "science-technology", "tourism"}
    assert group(shown, "absent") >= {"sea", "international-law", "commemoration"}
    assert group(shown, "again") >= {"transport", "trade", "agriculture", "investment", "differences", "party-ties"}


def test_on_the_seeds_the_two_railway_passages_stand_side_by_side(client, seeds):
    pair = compared(client, *SEEDS).one("section", id="topic-transport").all(class_="pair")[0]
    assert [words(passage) for passage in pair.all("blockquote")] == RAILWAY
    assert pair.one(class_="acts").text == "Act: To Lam, Xi Jinping agree →became To Lam propose"
    older, newer = (passage.all(tag) for passage, tag in zip(pair.all("blockquote"), ("del", "ins"), strict=True))
    assert "đẩy nhanh kết nối 3 tuyến" in [part.text for part in older]
    assert "cao nhất cho hợp tác" in [part.text for part in newer]


def test_the_order_of_the_address_does_not_matter(client, seeds):
    forth, back = compared(client, *SEEDS), compared(client, *reversed(SEEDS))
    assert forth.one("main").text == back.one("main").text
    canonical = back.one("link", rel="canonical")["href"]
    assert canonical == "http://testserver/en/compare/?" + "&".join(SEEDS)


def test_changes_are_said_in_words_to_those_who_listen(client):
    two_calls()
    [passage] = [each for each in compared(client, "event=truoc", "event=sau").all("blockquote") if each.all("ins")]
    assert passage.text == "mở +[added: hai end] tuyến đường sắt"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", []),
        ("event=truoc", ["A comparison needs a second event: choose one below."]),
        (
            "event=truoc&event=truoc",
            ["An event that was chosen twice counts once. A comparison needs a second event: choose one below."],
        ),
        (
            "event=truoc&event=khong-co",
            ["There is no event at “khong-co”. A comparison needs a second event: choose one below."],
        ),
        ("event=nhap&event=khong-co", ["There is no event at “nhap”. There is no event at “khong-co”."]),
        (
            "event=rut&event=truoc",
            [
                "1 event was withdrawn from the archive and is not compared. "
                "A comparison needs a second event: choose one below."
            ],
        ),
        ("event=%00&event=../..&event=", ["There is no event at “�”. There is no event at “../..”."]),
    ],
)
def test_what_cannot_be_compared_is_said_and_others_are_offered(client, query, said):
    two_calls()
    an_event("rut", status="withdrawn")
    an_event("nhap", status="draft")
    shown = compared(client, query)
    assert notices(shown) == said
    offered = [box["value"] for box in shown.all("input")]
    assert set(offered) == {"truoc", "sau"}
    assert [box["value"] for box in shown.all("input") if "checked" in box.attributes] == ["truoc"] * ("truoc" in query)


def test_a_hundred_events_are_too_many_and_can_be_thinned_out(client):
    events = [an_event(f"su-kien-{number}", date(2031, 1, 1 + number % 28)) for number in range(100)]
    shown = compared(client, *(f"event={event.slug}" for event in events))
    assert notices(shown) == [
        "50 more were left out. 50 events were chosen; up to 4 fit side by side. Choose among them below."
    ]
    assert [len(shown.all("input")), len([box for box in shown.all("input") if "checked" in box.attributes])] == [50, 4]


def test_texts_without_a_topic_in_common_stand_each_by_itself(client):
    _, newer = two_calls()
    newer.commitments.get().topics.set([a_topic("culture", en="Culture")])
    shown = compared(client, "event=truoc", "event=sau")
    assert notices(shown) == ["The texts name no topic in common. Each of their passages stands below by itself."]
    assert (group(shown, "again"), group(shown, "new"), group(shown, "absent")) == (set(), {"culture"}, {"transport"})


def test_sides_that_never_met_are_pointed_out(client):
    two_calls(leaders=[a_leader("Béla Thử", an_actor("XB", "Nước B", "Country B"))])
    shown = compared(client, "event=truoc", "event=sau")
    assert [notice[:42] for notice in notices(shown)] == ["These events have no side in common: what "]


def test_events_without_commitments_say_that_there_is_nothing_to_compare(client):
    an_event("mot")
    an_event("hai")
    shown = compared(client, "event=mot", "event=hai")
    assert notices(shown)[-1].startswith("No commitment was read in these texts")


def test_an_old_address_of_an_event_is_understood(client):
    older, _ = two_calls()
    Event.objects.filter(pk=older.pk).update(slug="moi")
    EventAddress.objects.create(slug="moi", event=older)
    canonical = compared(client, "event=truoc", "event=sau").one("link", rel="canonical")["href"]
    assert canonical == "http://testserver/en/compare/?event=moi&event=sau"


def test_an_event_leads_to_the_comparison_with_the_one_before_it(client):
    two_calls()
    [link] = [a for a in page(client.get("/en/events/sau/")).all("a") if "compare" in a["href"]]
    assert (link["href"], link.text) == (
        "/en/compare/?event=truoc&event=sau",
        "Compare with the earlier event of the same two sides (1 January 2030)",
    )
    assert [a for a in page(client.get("/en/events/truoc/")).all("a") if "compare" in a["href"]] == []


def test_the_list_of_events_has_a_box_for_each_that_belongs_to_one_form(client):
    two_calls()
    shown = page(client.get("/en/events/"))
    assert [(box["name"], box["value"], box["form"]) for box in shown.all("input", type="checkbox")] == [
        ("event", "sau", "compare"),
        ("event", "truoc", "compare"),
    ]
    form = shown.one("form", id="compare")
    assert (form["action"], form["method"]) == ("/en/compare/", "get")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.one_of(st.sampled_from(["call", "2031-01-02-cuoc-dien-dam-thu", ""]), st.text(max_size=20)), max_size=8)
)
def test_any_text_is_answered(client, call, asked):
    query = "&".join(f"event={quote(value, errors='replace')}" for value in asked)
    assert client.get(f"/compare/?{query}").status_code == 200


@pytest.mark.parametrize("passages", [1, 30])
def test_a_comparison_makes_as_many_queries_for_many_passages_as_for_one(client, passages, django_assert_num_queries):
    sides = [a_leader(), a_leader("Anna Thử", an_actor("XA", "Nước A", "Country A"))]
    actors = [leader.actor for leader in sides]
    quotes = [f"mở tuyến số {number}" for number in range(passages)]
    for year in (2030, 2031):
        event = an_event(f"nam-{year}", date(year, 1, 1), sides, body=". ".join(quotes) + ".")
        for number, words_said in enumerate(quotes):
            a_commitment(event, words_said, None, sides, actors, [a_topic(f"t{number}"), a_topic()])
    with django_assert_num_queries(9):
        assert client.get("/compare/?event=nam-2030&event=nam-2031").status_code == 200
