"""The words searched for, and what they find."""

import pytest
from django.http import QueryDict
from django.utils import translation

from events.models import LeaderAlias
from events.selection import CommitmentSelection, EventSelection
from events.selection.words import Words, read
from tests.records import a_commitment, a_leader, an_event


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", Words()),
        ("đường sắt", Words("đường sắt", ("duong", "sat"))),
        ("  Tô\n LÂM ", Words("Tô LÂM", ("to", "lam"))),
        ("sắt sat SẮT", Words("sắt sat SẮT", ("sat",))),
        ('"đường sắt" mới', Words('"đường sắt" mới', ("duong sat", "moi"))),
        ("“đường sắt”", Words("“đường sắt”", ("duong sat",))),
        ('"đường sắt', Words('"đường sắt', ("duong", "sat"))),
        ('"" "-" sắt', Words('"" "-" sắt', ("sat",))),
        ("Trung-Quốc", Words("Trung-Quốc", ("trung", "quoc"))),
        ("du\N{COMBINING HORN}o\N{COMBINING HORN}ng", Words("dương", ("duong",))),
        ("đường\x00sắt\ud800", Words("đường sắt", ("duong", "sat"))),
        ("đ\N{ZERO WIDTH SPACE}ường", Words("đường", ("duong",))),
    ],
)
def test_words_and_quoted_phrases_are_read(typed, words):
    assert read(typed) == (words, [])


@pytest.mark.parametrize("typed", ["?!", '""', "—", "\x00", "\ud800", "%_"])
def test_a_search_without_a_word_is_a_problem(typed):
    words, problems = read(typed)
    assert words == Words()
    assert len(problems) == 1


def test_two_hundred_characters_are_used():
    words, problems = read("a" * 200 + "b")
    assert words == Words("a" * 200, ("a" * 200,))
    assert len(problems) == 1
    assert read("a" * 200)[1] == []


def test_twenty_words_are_used():
    words, problems = read('x "' + " ".join(f"w{i}" for i in range(25)) + '" y')
    assert words.runs == ("x", " ".join(f"w{i}" for i in range(19)))
    assert len(problems) == 1


def test_very_long_input_is_read_at_once():
    words, problems = read("e" + "\N{COMBINING GRAVE ACCENT}\N{COMBINING DOT BELOW}" * 5_000_000)
    assert words.runs == ("e",)
    assert len(problems) == 1


def found(words):
    query = QueryDict(mutable=True)
    query["q"] = words
    return {event.slug for event in EventSelection(query).rows}


@pytest.fixture
def railway_and_school(db):
    an_event("railway", title="Điện đàm về đường sắt", body="Hai bên mở tuyến đường sắt Hà Nội – Lào Cai.")
    an_event("school", title="Gặp gỡ", body="Con đường đến trường Sắt Son, 100% học sinh, a_b.")


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("đường sắt", {"railway", "school"}),
        ("duong sat", {"railway", "school"}),
        ("DUONG SAT", {"railway", "school"}),
        ('"duong sat"', {"railway"}),
        ('"ha noi lao cai"', {"railway"}),
        ("dien dam", {"railway"}),
        ("cai son", set()),
        ("duo", set()),
        ("100%", {"school"}),
        ("1%", set()),
        ("a_b", {"school"}),
        ("hai", {"railway"}),
        ("cai.", {"railway"}),
        ("khong co", set()),
    ],
)
def test_every_word_must_stand_in_title_or_text_as_a_whole_word(railway_and_school, words, slugs):
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
    assert [row.pk for row in CommitmentSelection(QueryDict("q=duong+sat")).rows] == [railway.pk]
    assert [row.pk for row in CommitmentSelection(QueryDict("q=tester+thuong+mai")).rows] == [trade.pk]
    assert [row.pk for row in CommitmentSelection(QueryDict("q=mo")).rows] == [railway.pk, trade.pk]
