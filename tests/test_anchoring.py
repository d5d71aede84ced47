"""Where quotes stand, and what becomes of their anchors when the text changes."""

import hashlib

import pytest

from events.anchoring import new_places, place_but_for_spaces, places, reanchor, unique_place
from events.models import Commitment
from events.reading.facts import Span
from tests.records import BODY, a_commitment, an_event

RAILWAY = "mở thêm một tuyến đường sắt"
TRADE = "mở rộng thương mại"


@pytest.mark.parametrize(
    ("body", "quote", "expected"),
    [
        ("một hai một", "một", [0, 8]),
        ("một hai một", "hai", [4]),
        ("một hai một", "ba", []),
        ("a.a.a", "a.a", [0, 2]),
        ("một hai", "", []),
    ],
)
def test_every_place_of_a_quote_is_found(body, quote, expected):
    assert places(body, quote) == expected


def test_a_quote_that_stands_twice_has_no_unique_place():
    assert (unique_place("một hai một", "một"), unique_place("một hai một", "hai")) == (None, 4)


@pytest.mark.parametrize(
    ("body", "quote", "expected"),
    [
        ("hai\u00a0bên nhất trí", "hai bên nhất", Span(0, 12)),
        ("hai bên\n\nnhất trí", "bên nhất", Span(4, 13)),
        ("hai bên, hai  bên", "hai bên", None),
        ("hai bên", "ba bên", None),
        ("hai bên", " ", None),
    ],
)
def test_other_white_space_is_told_from_other_words(body, quote, expected):
    assert place_but_for_spaces(body, quote) == expected


@pytest.mark.django_db
def test_anchors_move_with_their_words():
    event = an_event()
    commitment = a_commitment(event, TRADE)
    assert reanchor(event, "Tin mới. " + BODY) == []
    event.save()
    commitment.refresh_from_db()
    assert commitment.start == BODY.index(TRADE) + 9
    assert event.body[commitment.start : commitment.end] == TRADE
    assert commitment.body_sha256 == event.body_sha256


@pytest.mark.django_db
def test_a_quote_whose_words_are_gone_loses_its_place_and_is_reported():
    event = an_event()
    railway, trade = a_commitment(event, RAILWAY), a_commitment(event, TRADE)
    assert reanchor(event, BODY.replace("thêm một", "thêm hai")) == [railway]
    railway.refresh_from_db()
    trade.refresh_from_db()
    assert (railway.start, railway.end, railway.is_anchored) == (None, None, False)
    assert trade.is_anchored
    assert railway.before == "Hai bên nhất trí "


@pytest.mark.django_db
def test_a_quote_that_now_stands_twice_is_told_by_the_words_around_it():
    event = an_event(body="Một. Hai bên hợp tác về đường sắt trong năm tới và những năm sau. Hết.")
    commitment = a_commitment(event, "hợp tác")
    assert reanchor(event, "Hai nước hợp tác lâu nay. " + event.body) == []
    commitment.refresh_from_db()
    assert commitment.start == 26 + len("Một. Hai bên ")


@pytest.mark.django_db
def test_a_quote_that_now_stands_twice_in_other_words_loses_its_place():
    event = an_event(body="Một. Hai bên hợp tác về đường sắt.")
    commitment = a_commitment(event, "hợp tác")
    assert reanchor(event, "Hai nước hợp tác. Hai phía hợp tác.") == [commitment]


@pytest.mark.django_db
def test_a_lost_quote_finds_its_place_again():
    event = an_event()
    commitment = a_commitment(event, RAILWAY)
    reanchor(event, "Không còn gì.")
    assert reanchor(event, BODY) == []
    commitment.refresh_from_db()
    assert commitment.start == BODY.index(RAILWAY)


@pytest.mark.django_db
def test_of_two_standing_commitments_on_one_passage_the_first_keeps_it():
    event = an_event(body="Hợp tác. Hợp tác.")
    first = a_commitment(event, "Hợp tác")
    second = Commitment(event=event, quote="Hợp tác", act=first.act)
    second.anchor(event.body, event.body_sha256, 9)
    second.save()
    assert new_places([first, second], "Hợp tác nhé.") == {first.pk: 0, second.pk: None}
    assert reanchor(event, "Hợp tác nhé.") == [second]


@pytest.mark.django_db
def test_commitments_may_change_places():
    event = an_event(body="xa gần")
    first, second = a_commitment(event, "xa "), a_commitment(event, "gần")
    assert reanchor(event, "gầnxa ") == []
    first.refresh_from_db()
    second.refresh_from_db()
    assert ((first.start, first.end), (second.start, second.end)) == ((3, 6), (0, 3))


@pytest.mark.django_db
def test_a_rejected_quote_that_loses_its_place_is_nobodys_work():
    event = an_event()
    a_commitment(event, RAILWAY, review=Commitment.Review.REJECTED)
    assert reanchor(event, "Không còn gì.") == []


@pytest.mark.django_db
def test_a_moved_anchor_is_kept_in_history_and_one_that_stays_is_not():
    event = an_event()
    railway, trade = a_commitment(event, RAILWAY), a_commitment(event, TRADE)
    Commitment.history.all().delete()
    reanchor(event, BODY.replace("Ông Thử", "Ông Lê Thử"))
    assert [entry.start for entry in trade.history.order_by("history_id")] == [trade.start, trade.start + 3]
    assert [entry.start for entry in railway.history.all()] == [railway.start]


@pytest.mark.django_db
def test_the_checksum_follows_the_text():
    event = an_event(title="Điện đàm")
    reanchor(event, "Đường sắt.")
    assert event.body_sha256 == hashlib.sha256("Đường sắt.".encode()).hexdigest()
