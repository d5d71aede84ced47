"""A file may hold several articles; each keeps its event, whatever a later reading makes of the others."""

from datetime import date

import pytest

from events.models import Event, SourceFile
from events.register import Register
from events.store import file_readings
from tests.readings import a_quote, a_reading

FIRST = "Hai Thủ tướng nhất trí mở thêm đường bay giữa hai nước trong năm tới."
SECOND = "Hai Bộ trưởng ký kế hoạch hợp tác đào tạo y tá và hộ lý ở ba thành phố."
THIRD = "Hai Đại sứ khai trương thư viện sách thiếu nhi bên bờ sông."


def of(body, **fields):
    words = body.split(" ", 3)[3].rstrip(".")
    return a_reading(body=body, title=body[:30], commitments=(a_quote(words, body),), **fields)


@pytest.fixture
def reread(a_source):
    """A function that files these readings as all that the one source now holds."""
    source = a_source()

    def file(*readings):
        return file_readings(readings, SourceFile.objects.get(pk=source.pk), Register())

    return file


def told(filed):
    return [(one.event.body, one.outcome) for one in filed]


def parts():
    return sorted((each.part, each.event.body) for each in SourceFile.objects.get().provenances.all())


def flags(body):
    return [flag["code"] for flag in Event.objects.get(body=body).flags]


def test_each_article_of_a_file_becomes_an_event_with_a_number(reread):
    assert told(reread(of(FIRST), of(SECOND))) == [(FIRST, "created"), (SECOND, "created")]
    assert parts() == [(1, FIRST), (2, SECOND)]


def test_the_same_again_changes_nothing(reread):
    reread(of(FIRST), of(SECOND))
    assert told(reread(of(FIRST), of(SECOND))) == [(FIRST, "unchanged"), (SECOND, "unchanged")]


def test_an_article_that_is_read_beside_the_known_one_is_filed(reread):
    reread(of(FIRST))
    assert told(reread(of(FIRST), of(SECOND))) == [(FIRST, "unchanged"), (SECOND, "created")]


def test_an_article_that_is_found_before_the_known_one_does_not_take_its_event(reread):
    event = reread(of(SECOND))[0].event
    reread(of(FIRST), of(SECOND))
    event.refresh_from_db()
    assert (event.body, parts()) == (SECOND, [(1, SECOND), (2, FIRST)])


@pytest.mark.parametrize(("left", "lost"), [(FIRST, SECOND), (SECOND, FIRST)])
def test_the_event_of_an_article_that_is_read_no_longer_stays_and_is_flagged(reread, left, lost):
    reread(of(FIRST), of(SECOND))
    assert told(reread(of(left))) == [(left, "unchanged"), (lost, "updated")]
    assert (flags(left), flags(lost)) == ([], ["part-vanished"])
    assert Event.objects.get(body=lost).commitments.filter(review="machine").count() == 1


def test_it_is_flagged_once_and_no_longer_where_it_is_read_again(reread):
    reread(of(FIRST), of(SECOND))
    reread(of(FIRST))
    assert told(reread(of(FIRST))) == [(FIRST, "unchanged")]
    assert flags(SECOND) == ["part-vanished"]
    reread(of(FIRST), of(SECOND))
    assert flags(SECOND) == []


def test_a_flag_is_a_change_with_a_history(reread):
    reread(of(FIRST), of(SECOND))
    reread(of(FIRST))
    assert Event.objects.get(body=SECOND).history.count() == 2


def test_an_article_whose_text_is_cut_anew_is_known_by_its_words(reread):
    reread(of(FIRST), of(SECOND), of(THIRD))
    longer = SECOND + " Lễ ký diễn ra buổi sáng."
    filed = reread(of(longer), of(THIRD))
    assert told(filed) == [(longer, "updated"), (THIRD, "unchanged"), (FIRST, "updated")]
    assert parts() == [(1, FIRST), (2, longer), (3, THIRD)]


def test_another_day_of_the_only_article_updates_its_event(reread):
    reread(of(FIRST))
    assert told(reread(of(THIRD, starts_on=date(2031, 5, 3), ends_on=date(2031, 5, 3)))) == [(THIRD, "updated")]


def test_the_same_article_twice_in_one_file_is_one_event(reread):
    assert told(reread(of(FIRST), of(FIRST))) == [(FIRST, "created"), (FIRST, "duplicate")]
    assert told(reread(of(FIRST), of(FIRST))) == [(FIRST, "unchanged"), (FIRST, "unchanged")]
