"""The query language: what is typed, what is understood of it, and what is said of the rest."""

import pytest
from django.http import QueryDict
from django.utils import translation

from events.models import LeaderAlias
from events.search.query import Query, Term
from events.search.text import Word, words_of
from events.selection import CommitmentSelection, EventSelection
from events.selection.words import read
from tests.records import a_commitment, a_kind, a_leader, a_topic, an_act, an_actor, an_event

MISPLACED_OR = "OR stands between two words or phrases that are looked for; elsewhere it was left out."


def term(words, is_prefix=False):
    return Term(tuple(words_of(words)), is_prefix)


def all_of(*groups, none_of=()):
    return Query(tuple(tuple(map(term, group)) for group in groups), tuple(map(term, none_of)))


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", Query()),
        ("đường sắt", all_of(["đường"], ["sắt"])),
        ("  Tô\n LÂM ", all_of(["tô"], ["lâm"])),
        ("sắt sắt SẮT", all_of(["sắt"])),
        ('"đường sắt" mới', all_of(["đường sắt"], ["mới"])),
        ("“đường sắt”", all_of(["đường sắt"])),
        ("phòng-an", all_of(["phòng an"])),
        ("V.Mẫu-tin", all_of(["v mẫu tin"])),
        ("26/1", all_of(["26 1"])),
        ("đường -sắt", all_of(["đường"], none_of=["sắt"])),
        ('-"đường sắt"', all_of(none_of=["đường sắt"])),
        ("--sắt", all_of(none_of=["sắt"])),
        ("NOT sắt", all_of(none_of=["sắt"])),
        ("đường - sắt", all_of(["đường"], ["sắt"])),
        ("bộ OR sắt", all_of(["bộ", "sắt"])),
        ("đường bộ OR sắt OR thủy mới", all_of(["đường"], ["bộ", "sắt", "thủy"], ["mới"])),
        ("bộ HOẶC sắt", all_of(["bộ", "sắt"])),
        ("đường AND sắt", all_of(["đường"], ["sắt"])),
        ('"OR"', all_of(["or"])),
        ("đường or sắt", all_of(["đường"], ["or"], ["sắt"])),
        ("(đường)", all_of(["đường"])),
        ("du\N{COMBINING HORN}o\N{COMBINING HORN}ng", all_of(["dương"])),
        ("đường\x00sắt\ud800", all_of(["đường"], ["sắt"])),
        ("đ\N{ZERO WIDTH SPACE}ường", all_of(["đường"])),
        ("sắ*", Query(((term("sắ", is_prefix=True),),))),
        ('"đường sắ"*', Query(((term("đường sắ", is_prefix=True),),))),
        ("ly*", Query(((Term((Word("ly", "ly"),), is_prefix=True),),))),
        ("ly", Query(((Term((Word("li", "li"),)),),))),
    ],
)
def test_what_is_typed_is_understood(typed, query):
    words, problems = read(typed)
    assert (words.query, problems) == (query, [])
    assert read(words.text) == (words, [])


@pytest.mark.parametrize(
    ("typed", "text", "problem"),
    [
        ("?!", "", "There is no word in “?!”; the search was left out."),
        ('""', "", "There is no word in “\"\"”; the search was left out."),
        ('"đường sắt', "đường sắt", "A quotation mark without its partner was left out."),
        ("OR sắt", "sắt", MISPLACED_OR),
        ("sắt OR", "sắt", MISPLACED_OR),
        ("sắt OR -bộ", "sắt -bộ", MISPLACED_OR),
        ("s*", "s", "Before an asterisk at least two letters are needed; “s” was taken as a whole word."),
        ("title:sắt", "title-sắt", "“title” is not the name of a field; it was searched for as a word."),
        ("year:abc sắt", "sắt", "“abc” is not a year; it was left out."),
        ("leader:nobody sắt", "sắt", "There is no leader “nobody”; it was left out."),
        ("topic:", "", "There is no topic “”; it was left out."),
        ("a" * 201, "a" * 200, "Only the first 200 characters of the search were used."),
        ("x " * 25, " ".join("x" * 20), "Only the first 20 words of the search were used."),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_and_the_rest_is_searched_for(db, typed, text, problem):
    with translation.override("en"):
        words, problems = read(typed)
    assert (words.text, problems) == (text, [problem])
    assert read(words.text) == (words, [])


@pytest.mark.parametrize("typed", ["12:30", "http://example.org", "C:", ":x"])
def test_a_colon_that_names_no_field_is_nothing_to_speak_of(typed):
    assert read(typed)[1] == []


def test_very_long_input_is_read_at_once():
    words, problems = read("e" + "\N{COMBINING GRAVE ACCENT}\N{COMBINING DOT BELOW}" * 5_000_000)
    assert words.query == all_of(["ẹ"])
    assert len(problems) == 1


@pytest.fixture
def vocabulary(db):
    state = an_actor("XA", "Nước A", "Country A")
    a_leader("Lê Thử Nghiệm", an_actor(), name_latin="Le Test")
    LeaderAlias.objects.create(leader=a_leader("Anna Mẫu", state), name="Bà Mẫu")
    a_leader("Hans Mẫu", state)
    a_kind("talks", "Hội đàm", "Talks")
    a_topic("rail", "Đường sắt", "Railways")
    an_act("agree", "nhất trí", "agree")


@pytest.mark.parametrize(
    ("typed", "parameter", "values"),
    [
        ("leader:le-thu-nghiem", "leader", ["le-thu-nghiem"]),
        ('leader:"Lê Thử Nghiệm"', "leader", ["le-thu-nghiem"]),
        ('leader:"le test"', "leader", ["le-thu-nghiem"]),
        ('leader:"ba mau"', "leader", ["anna-mau"]),
        ("leader:mẫu", "leader", ["anna-mau", "hans-mau"]),
        ("lãnhđạo:nghiem", "leader", ["le-thu-nghiem"]),
        ("country:xa", "country", ["XA"]),
        ('nước:"nuoc a"', "country", ["XA"]),
        ("topic:railways", "topic", ["rail"]),
        ('chủđề:"đường sắt"', "topic", ["rail"]),
        ("kind:talks", "kind", ["talks"]),
        ('loại:"hội đàm"', "kind", ["talks"]),
        ("act:agree", "act", ["agree"]),
        ("hành-vi:nhất-trí", "act", ["agree"]),
        ("year:2020", "year", ["2020"]),
        ("năm:2019..2021", "year", ["2019", "2020", "2021"]),
        ("year:2021-2019", "year", ["2019", "2020", "2021"]),
        ("year:2198..", "year", ["2198", "2199"]),
        ("year:..1801", "year", ["1800", "1801"]),
    ],
)
def test_a_field_is_named_and_its_value_given_in_either_language(vocabulary, typed, parameter, values):
    words, problems = read(typed)
    assert (words.query, list(words.values(parameter)), problems) == (Query(), values, [])
    assert read(words.text) == (words, [])


def test_a_field_may_be_excluded_and_stand_among_words(vocabulary):
    words, problems = read('đường -leader:mẫu "sắt" year:2020')
    assert (words.text, problems) == ('đường -leader:mẫu "sắt" year:2020', [])
    assert words.query == all_of(["đường"], ["sắt"])
    assert list(words.values("leader", excluded=True)) == ["anna-mau", "hans-mau"]
    assert words.values("leader") == {}


def test_ten_fields_are_used():
    words, problems = read(" ".join(f"year:{2000 + number}" for number in range(12)))
    assert (len(words.fields), len(problems)) == (10, 2)


def found(words):
    query = QueryDict(mutable=True)
    query["q"] = words
    return {event.slug for event in EventSelection(query).rows}


@pytest.fixture
def railway_and_school(db):
    an_event("railway", title="Điện đàm về đường sắt", body="Hai bên mở tuyến đường sắt Hà Nội – Lào Cai.")
    an_event("school", title="Gặp gỡ", body="Con đường đến trường Sắt Son.", kind=a_kind("talks", "Hội đàm", "Talks"))


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("đường sắt", {"railway", "school"}),
        ('"duong sat"', {"railway"}),
        ("sat -hai", {"school"}),
        ("kind:talks", {"school"}),
        ("sat -kind:talks", {"railway"}),
        ("year:2031", {"railway", "school"}),
        ("year:2031 -railway", {"railway", "school"}),
        ("khong co", set()),
    ],
)
def test_words_and_fields_select_events(railway_and_school, words, slugs):
    assert found(words) == slugs


def test_a_search_without_a_word_leaves_all_events_and_says_so(railway_and_school):
    selection = EventSelection(QueryDict("q=%3F%21"))
    with translation.override("en"):
        problems = selection.problems
    assert problems == ["There is no word in “?!”; the search was left out."]
    assert (selection.total, selection.q, selection.is_filtered) == (2, "", False)


def test_a_leader_is_found_by_any_of_the_names(db):
    leader = a_leader("Lê Thử Nghiệm", name_latin="Le Thu Nghiem Junior")
    LeaderAlias.objects.create(leader=leader, name="Tester Lee")
    an_event("with", leaders=[leader])
    an_event("without")
    assert found("tester lee") == found('"tester lee"') == found("junior") == found("lee duong sat") == {"with"}
    assert found("test") == found('"lee tester"') == set()


def test_a_commitment_is_found_by_its_passage_and_by_who_says_it(db):
    leader = a_leader("Lê Thử Nghiệm")
    LeaderAlias.objects.create(leader=leader, name="Tester Lee")
    event = an_event(leaders=[leader])
    railway = a_commitment(event, "mở thêm một tuyến đường sắt")
    trade = a_commitment(event, "mở rộng thương mại", leaders=[leader])
    for typed, pks in [("duong sat", [railway.pk]), ("tester thuong mai", [trade.pk]), ("mo", [railway.pk, trade.pk])]:
        query = QueryDict(mutable=True)
        query["q"] = typed
        assert [row.pk for row in CommitmentSelection(query).rows] == pks
