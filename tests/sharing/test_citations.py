"""How events and commitments are cited."""

from datetime import UTC, datetime

import pytest

from events.sharing.citations import cite_commitments, cite_event

pytestmark = pytest.mark.django_db

ORIGIN = "https://archive.example"


def test_an_event_is_cited_in_both_languages(call):
    assert [tuple(citation) for citation in cite_event(call, ORIGIN)] == [
        (
            "vi",
            "“Cuộc điện đàm thử”, Báo Thử, tháng 1 năm 2031. Kho tư liệu sự kiện đối ngoại, "
            "https://archive.example/events/2031-01-02-cuoc-dien-dam-thu/",
        ),
        (
            "en",
            "“Cuộc điện đàm thử”, Báo Thử, January 2031. Diplomatic Events Archive, "
            "https://archive.example/en/events/2031-01-02-cuoc-dien-dam-thu/",
        ),
    ]


def test_without_outlet_and_date_of_publication_the_day_of_the_event_is_cited(call):
    call.outlet, call.published_on = "", None
    assert cite_event(call, ORIGIN)[0].text.startswith("“Cuộc điện đàm thử”, ngày 2 tháng 1 năm 2031. Kho")


def test_of_a_date_to_the_minute_the_day_is_cited(call):
    call.published_precision = "time"
    call.published_at = datetime(2031, 1, 2, 18, 30, tzinfo=UTC)  # after midnight in Vietnam
    assert "Báo Thử, ngày 3 tháng 1 năm 2031. Kho" in cite_event(call, ORIGIN)[0].text


def test_without_any_day_the_citation_says_so(call):
    call.outlet, call.published_on, call.starts_on, call.ends_on = "", None, None, None
    assert cite_event(call, ORIGIN)[1].text.startswith("“Cuộc điện đàm thử”, day not known. Diplomatic")


def test_a_commitment_is_cited_with_speaker_act_number_and_address(call):
    welcomed = call.commitments.get(quote="việc ấy")
    [vietnamese, english] = cite_commitments(call, [welcomed], ORIGIN)[welcomed.pk]
    number = welcomed.pk
    assert vietnamese.text == (
        "Anna Mẫu (hoan nghênh): “việc ấy”, trong “Cuộc điện đàm thử”, Báo Thử, tháng 1 năm 2031. "
        f"Kho tư liệu sự kiện đối ngoại, cam kết số {number}, https://archive.example/commitments/{number}/"
    )
    assert english.text == (
        "Anna Mẫu (welcome): “việc ấy”, in “Cuộc điện đàm thử”, Báo Thử, January 2031. "
        f"Diplomatic Events Archive, commitment No. {number}, https://archive.example/en/commitments/{number}/"
    )


def test_what_no_editor_has_confirmed_is_cited_as_machine_read(call):
    proposed = call.commitments.get(quote="mở rộng thương mại")
    [vietnamese, english] = cite_commitments(call, [proposed], ORIGIN)[proposed.pk]
    assert f"cam kết số {proposed.pk} (máy đọc), " in vietnamese.text
    assert f"commitment No. {proposed.pk} (machine-read), " in english.text


def test_who_says_it_is_told_as_far_as_it_is_known(call):
    agreed = call.commitments.get(quote="mở thêm một tuyến đường sắt")
    assert cite_commitments(call, [agreed], ORIGIN)[agreed.pk][1].text.startswith("Viet Nam, Country A (agree): ")
    agreed.actors.clear()
    agreed = call.commitments.get(pk=agreed.pk)
    agreed.speaker = "Hai bên"
    assert cite_commitments(call, [agreed], ORIGIN)[agreed.pk][1].text.startswith("Hai bên (agree): ")
    agreed.speaker = ""
    assert cite_commitments(call, [agreed], ORIGIN)[agreed.pk][0].text.startswith("Chưa rõ người nói (nhất trí): ")


def test_citations_ask_the_database_nothing_once_speakers_are_fetched(call, django_assert_num_queries):
    commitments = list(call.commitments.with_facts())
    with django_assert_num_queries(0):
        assert len(cite_commitments(call, commitments, ORIGIN)) == 3
