"""A reading becomes rows, and reading it again changes only what it should."""

from dataclasses import replace
from datetime import date

from events.anchoring import reanchor
from events.models import Commitment, Event, Leader
from tests.readings import BODY, KHANH, MORI, a_quote, a_reading


def told(event):
    return [(c.quote, c.act.slug, c.review) for c in event.commitments.all()]


def test_a_new_reading_becomes_an_event_with_its_participants(filed):
    event = filed(a_reading()).event
    assert (event.slug, event.kind.slug, event.starts_on) == (
        "2031-05-02-dien-dam-tran-thu-khanh-mori-tameshi",
        "phone-call",
        date(2031, 5, 2),
    )
    assert [(p.leader.name, p.office_printed, p.actor.code) for p in event.participations.all()] == [
        ("Trần Thử Khánh", "Thủ tướng", "VN"),
        ("Mori Tameshi", "Thủ tướng", "JP"),
    ]


def test_every_commitment_stands_where_it_is_anchored(filed):
    event = filed(a_reading()).event
    assert [event.body[c.start : c.end] for c in event.commitments.all()] == ["mở thêm đường bay", "giảm thuế"]


def test_a_commitment_keeps_who_says_it_on_whose_behalf_and_on_what(filed):
    second = filed(a_reading()).event.commitments.last()
    assert (
        [leader.name for leader in second.leaders.all()],
        [actor.code for actor in second.actors.all()],
        [topic.slug for topic in second.topics.all()],
    ) == (["Mori Tameshi"], ["JP"], ["trade"])


def test_someone_the_archive_does_not_know_is_proposed_to_staff(filed):
    filed(a_reading())
    assert set(Leader.objects.filter(review="proposed").values_list("name", flat=True)) == {KHANH.name, MORI.name}


def test_a_known_leader_is_found_by_name_and_country(filed):
    filed(a_reading())
    filed(a_reading(body=BODY + "\n\nHết.", starts_on=date(2031, 6, 1), ends_on=date(2031, 6, 1)), number=2)
    assert Leader.objects.filter(name=KHANH.name).count() == 1


def test_the_same_name_in_another_country_is_another_person(filed):
    filed(a_reading())
    elsewhere = replace(KHANH, country="LA")
    filed(a_reading(body=BODY + "\n\nHết.", people=(elsewhere, MORI)), number=2)
    assert sorted(Leader.objects.filter(name=KHANH.name).values_list("actor__code", flat=True)) == ["LA", "VN"]


def test_one_whose_country_nobody_knew_does_not_hide_one_whose_country_is_known(filed):
    filed(a_reading())
    Leader.objects.create(slug="nobody-knows-whose", name=KHANH.name)
    filed(a_reading(body=BODY + "\n\nHết.", starts_on=date(2031, 6, 1), ends_on=date(2031, 6, 1)), number=2)
    assert Leader.objects.filter(name=KHANH.name).count() == 2


def test_the_office_held_on_the_day_is_resolved(filed):
    person = replace(KHANH, name="Tô Lâm", office="Chủ tịch nước")
    day = date(2024, 8, 19)
    event = filed(a_reading(people=(person, MORI), starts_on=day, ends_on=day, commitments=())).event
    assert event.participations.first().office.title_vi == "Tổng Bí thư, Chủ tịch nước"


def test_reading_the_same_again_changes_nothing(filed):
    first = filed(a_reading())
    before = list(Commitment.objects.values())
    second = filed(a_reading())
    assert (first.outcome, second.outcome, list(Commitment.objects.values())) == ("created", "unchanged", before)


def test_the_same_article_from_another_file_is_attached_to_its_event(filed):
    filed(a_reading())
    second = filed(a_reading(), number=2)
    assert (second.outcome, Event.objects.count(), second.event.provenances.count()) == ("duplicate", 1, 2)


def test_a_better_reading_keeps_the_numbers_of_the_commitments_it_finds_again(filed):
    event = filed(a_reading()).event
    numbers = [c.pk for c in event.commitments.all()]
    longer = (a_quote("mở thêm đường bay", topics=("tourism", "transport")), a_quote("đề nghị giảm thuế"))
    assert filed(a_reading(commitments=longer)).outcome == "updated"
    assert [(c.pk, c.quote) for c in event.commitments.all()] == [
        (numbers[0], "mở thêm đường bay"),
        (numbers[1], "đề nghị giảm thuế"),
    ]


def test_a_commitment_that_is_read_no_longer_is_retired_and_keeps_its_number(filed):
    event = filed(a_reading()).event
    filed(a_reading(commitments=(a_quote("mở thêm đường bay"),)))
    assert told(event) == [("mở thêm đường bay", "agree", "machine"), ("giảm thuế", "propose", "retired")]


def test_a_retired_commitment_that_is_read_again_stands_again(filed):
    event = filed(a_reading()).event
    filed(a_reading(commitments=()))
    filed(a_reading())
    assert told(event) == [("mở thêm đường bay", "agree", "machine"), ("giảm thuế", "propose", "machine")]


def test_a_commitment_that_staff_rejected_stays_rejected(filed):
    event = filed(a_reading()).event
    event.commitments.filter(quote="giảm thuế").update(review="rejected")
    assert filed(a_reading()).outcome == "unchanged"
    assert told(event)[1] == ("giảm thuế", "propose", "rejected")


def test_a_title_that_staff_wrote_is_left_and_the_difference_is_reported(filed):
    event = filed(a_reading()).event
    event.title = "Điện đàm Việt – Nhật"
    event.take_over(["title"])
    event.save()
    again = filed(a_reading())
    event.refresh_from_db()
    assert event.title == "Điện đàm Việt – Nhật"
    assert (again.outcome, again.differences) == (
        "unchanged",
        ({"field": "title", "archive": "Điện đàm Việt – Nhật", "file": a_reading().title},),
    )


def test_topics_that_staff_chose_are_left_and_the_difference_is_reported(filed):
    commitment = filed(a_reading()).event.commitments.first()
    commitment.topics.clear()
    commitment.take_over(["topics"])
    commitment.save()
    again = filed(a_reading())
    assert list(commitment.topics.all()) == []
    assert [difference["field"] for difference in again.differences] == [f"commitment {commitment.pk}: topics"]


def test_a_commitment_that_staff_added_outlives_a_new_reading(filed):
    event = filed(a_reading()).event
    added = Commitment(event=event, quote="đường bay", act=event.commitments.first().act, review="confirmed")
    added.anchor(event.body, event.body_sha256, event.body.index("đường bay"))
    added.save()
    filed(a_reading())
    added.refresh_from_db()
    assert (added.review, event.commitments.count()) == ("confirmed", 3)


def test_what_a_new_reading_changes_is_kept_with_its_before_and_after(filed):
    event = filed(a_reading()).event
    filed(a_reading(title="Một tiêu đề khác"))
    assert [row.title for row in event.history.order_by("history_id")] == [a_reading().title, "Một tiêu đề khác"]


def test_a_text_that_staff_edited_still_takes_the_commitments_that_stand_in_it(filed):
    event = filed(a_reading(commitments=())).event
    event.body = "Lời dẫn.\n\n" + BODY
    event.take_over(["body"])
    event.save()
    filed(a_reading())
    assert [event.body[c.start : c.end] for c in event.commitments.all()] == ["mở thêm đường bay", "giảm thuế"]


def test_a_message_from_someone_who_is_not_there_is_said_by_them(filed):
    relayed = a_quote("giảm thuế", leaders=("Sato Tameshi",), sides=("JP",))
    commitment = filed(a_reading(commitments=(relayed,))).event.commitments.get()
    assert [(leader.name, leader.actor.code) for leader in commitment.leaders.all()] == [("Sato Tameshi", "JP")]


def test_a_source_file_cannot_be_two_events_at_once(filed):
    first = filed(a_reading()).event
    assert filed(a_reading(title="Khác")).event == first


def test_a_commitment_that_lost_its_place_to_an_edit_waits_for_staff_and_is_not_retired(filed):
    event = filed(a_reading()).event
    lost = event.commitments.get(quote="giảm thuế")
    event.take_over(["body"])
    reanchor(event, BODY.replace("giảm thuế", "hạ thuế"))
    event.save()
    again = filed(a_reading())
    lost.refresh_from_db()
    assert (again.outcome, lost.review, lost.start, lost.end) == ("unchanged", "machine", None, None)


def test_a_flag_that_another_event_has_the_same_text_outlives_the_next_reading(filed):
    alike = a_reading(commitments=())
    filed(alike)
    other = filed(replace(alike, body="Lời dẫn.\n\n" + BODY), number=2).event
    filed(alike, number=2)
    again = filed(alike, number=2)
    other.refresh_from_db()
    assert (again.outcome, [flag["code"] for flag in other.flags]) == ("unchanged", ["same-text-as-another"])


def test_an_import_writes_no_history(filed):
    event = filed(a_reading()).event
    assert (event.history.count(), event.commitments.first().history.count()) == (0, 0)
    assert Leader.objects.get(name=KHANH.name).history.count() == 0
