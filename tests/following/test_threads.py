"""Threads: proposed by topic, sides and wording, decided upon by staff, never proposed again once parted."""

from datetime import date

import pytest

from events.following.deciding import join, review_passages, review_threads, split
from events.following.likeness import likeness, shared_words
from events.following.threads import propose, stages
from events.models import Thread, ThreadPassage
from tests.following.linking import measured
from tests.records import a_commitment, a_leader, a_topic, an_act, an_actor, an_event

pytestmark = pytest.mark.django_db

RAIL = [
    "khảo sát tuyến đường sắt Thử - Mẫu",
    "khởi công tuyến đường sắt Thử - Mẫu",
    "khánh thành tuyến đường sắt Thử - Mẫu",
]
RICE = ["mua thêm gạo của nước A trong năm nay", "mua thêm gạo nếp của nước A trong năm nay"]


def meeting(year, *quotes, topic="rail", other="XA"):
    leaders = [a_leader(), a_leader(f"Anna {other}", an_actor(other, f"Nước {other}", other))]
    event = an_event(f"gap-{other}-{year}", date(year, 1, 1), leaders, body="; ".join(quotes))
    return [a_commitment(event, quote, topics=[a_topic(topic)]) for quote in quotes]


def told():
    """The quotes of each thread that stands, by its number."""
    return {
        thread.pk: [stage.passage.commitment.quote for stage in stages(thread)]
        for thread in Thread.objects.order_by("pk")
        if stages(thread)
    }


def three_meetings():
    return [commitment for year, quote in enumerate(RAIL) for commitment in meeting(2031 + year, quote)]


def counts(proposed):
    return proposed.threads, proposed.passages


def test_on_the_links_made_by_hand_few_proposals_are_wrong_and_few_are_missed():
    precision, recall, wanted = measured()
    assert wanted >= 60
    assert precision >= 0.9
    assert recall >= 0.7


def test_a_passage_goes_on_with_the_one_most_alike_in_the_last_meeting_that_had_it():
    three_meetings()
    assert counts(propose()) == (1, 2)
    assert list(told().values()) == [RAIL]


def test_a_link_tells_its_likeness_and_its_reason():
    first, second, _ = three_meetings()
    propose()
    passage = ThreadPassage.objects.get(commitment=second)
    assert (passage.like, passage.review) == (first, "proposed")
    assert passage.score == round(likeness(RAIL[0], RAIL[1]), 2)
    assert passage.reason == {"topics": ["rail"], "words": ["tuyến đường sắt thử mẫu"]}


def test_other_topics_other_sides_and_other_words_are_not_linked():
    meeting(2031, RAIL[0])
    meeting(2032, RAIL[1], topic="trade")
    meeting(2033, RAIL[1], other="XB")
    meeting(2034, "cải cách thuế quan đối với hàng dệt may")
    assert counts(propose()) == (0, 0)


def test_a_second_run_adds_only_what_is_new():
    three_meetings()
    propose()
    assert counts(propose()) == (0, 0)
    meeting(2034, "nối dài tuyến đường sắt Thử - Mẫu")
    assert counts(propose()) == (0, 1)
    assert [len(quotes) for quotes in told().values()] == [4]


def test_what_staff_rejected_is_never_proposed_again():
    three_meetings()
    propose()
    review_threads(Thread.objects.all(), Thread.Review.REJECTED)
    assert counts(propose()) == (0, 0)
    assert told() == {}


def test_a_passage_taken_out_of_a_thread_is_not_proposed_for_it_again():
    *_, third = three_meetings()
    propose()
    review_passages(ThreadPassage.objects.filter(commitment=third), Thread.Review.REJECTED)
    assert counts(propose()) == (0, 0)
    assert list(told().values()) == [RAIL[:2]]


def test_a_confirmed_thread_confirms_its_passages_and_keeps_who_did_it():
    three_meetings()
    propose()
    thread = Thread.objects.get()
    assert review_threads([thread], Thread.Review.CONFIRMED) == 1
    assert {passage.review for passage in thread.passages.all()} == {"confirmed"}
    assert [entry.review for entry in thread.history.order_by("history_id")] == ["proposed", "confirmed"]


def test_threads_that_are_joined_are_told_as_one_and_stay_so():
    three_meetings()
    for year, quote in enumerate(RICE):
        meeting(2035 + year, quote, topic="rice")
    propose()
    first, second = Thread.objects.order_by("pk")
    assert join([second, first]) == first
    second.refresh_from_db()
    assert second.joined_into == first
    assert told() == {first.pk: [*RAIL, *RICE]}
    assert counts(propose()) == (0, 0)


def test_passages_that_are_split_off_are_a_thread_of_their_own_and_stay_apart():
    three_meetings()
    propose()
    old = Thread.objects.get()
    new = split(list(old.passages.filter(commitment__quote__in=RAIL[1:])))
    assert told() == {old.pk: RAIL[:1], new.pk: RAIL[1:]}
    assert counts(propose()) == (0, 0)


def test_passages_of_several_threads_are_not_split_off_together():
    three_meetings()
    for year, quote in enumerate(RICE):
        meeting(2035 + year, quote, topic="rice")
    propose()
    with pytest.raises(ValueError, match="one thread"):
        split(list(ThreadPassage.objects.all()))


def test_a_passage_is_confirmed_in_one_thread_only():
    *_, third = three_meetings()
    propose()
    old = ThreadPassage.objects.get(commitment=third)
    split([old])
    old.refresh_from_db()
    assert review_passages([old], Thread.Review.CONFIRMED) == [old]


def test_each_stage_tells_what_changed_since_the_last():
    _, second, _ = three_meetings()
    second.act = an_act("pledge", "cam kết", "pledge")
    second.save()
    propose()
    found = stages(Thread.objects.get())
    assert [(part.change, part.older or part.newer) for part in found[1].parts] == [
        ("removed", "khảo sát "),
        ("added", "khởi công "),
        ("kept", "tuyến đường sắt Thử - Mẫu"),
    ]
    assert [stage.has_other_act for stage in found] == [False, True, True]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("mở đường sắt", "mở đường sắt", 1.0), ("Mở ĐƯỜNG sắt", "mở đường sắt", 1.0), ("gạo", "", 0.0)],
)
def test_likeness_reaches_from_none_to_the_same_words(one, other, expected):
    assert likeness(one, other) == likeness(other, one) == expected


def test_shared_words_are_runs_of_syllables_that_both_have():
    assert shared_words("ưu tiên kết nối đường sắt", "dành ưu tiên cho hợp tác đường sắt") == ["ưu tiên", "đường sắt"]
