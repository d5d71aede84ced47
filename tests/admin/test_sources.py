"""Staff look at files as they came and at imports; nobody changes them."""

import hashlib

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from events.admin.differences import in_words
from events.models import ImportItem, ImportRun, Provenance, SourceFile
from tests.admin.pages import add_page, change_page, list_page
from tests.records import an_event

pytestmark = pytest.mark.django_db

TEXT = "Hai bên nhất trí."
DAMAGED = "no longer has the checksum"


def a_source(name="bản tin.txt", text=TEXT):
    data = text.encode()
    return SourceFile.objects.create(
        sha256=hashlib.sha256(data).hexdigest(),
        name=name,
        media_type="text/plain",
        encoding="utf-8",
        size=len(data),
        content=data,
        text=text,
        text_sha256=hashlib.sha256(data).hexdigest(),
    )


def test_a_file_that_is_as_it_came_says_so(staff):
    assert DAMAGED not in staff.get(change_page(a_source())).content.decode()


def test_a_file_that_was_damaged_says_so(staff):
    source = a_source()
    SourceFile.objects.update(content=b"Hai b")
    assert DAMAGED in staff.get(change_page(source)).content.decode()


def test_the_bytes_are_downloaded_as_they_came_and_never_shown(staff):
    source = a_source()
    response = staff.get(reverse("admin:events_sourcefile_bytes", args=[source.pk]))
    assert response.content == TEXT.encode()
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''b%E1%BA%A3n%20tin.txt"


def test_a_download_bears_the_name_of_the_file_without_its_folders(staff):
    source = a_source("seeds/2031/000_call.txt")
    response = staff.get(reverse("admin:events_sourcefile_bytes", args=[source.pk]))
    assert response["Content-Disposition"] == 'attachment; filename="000_call.txt"'


@pytest.mark.parametrize(
    ("noted", "is_link"), [("https://bao.example/1", True), ("javascript:alert(1)", False), ("ftp://x/", False)]
)
def test_staff_follow_an_address_only_to_the_web(staff, noted, is_link):
    source = a_source()
    SourceFile.objects.update(address=noted)
    page = staff.get(change_page(source)).content.decode()
    assert (f'<a href="{noted}" rel="noopener nofollow">{noted}</a>' in page, noted in page) == (is_link, True)


def test_the_bytes_are_for_those_who_may_see_sources(db):
    client = Client()
    client.force_login(get_user_model().objects.create_user("khach", is_staff=True))
    assert client.get(reverse("admin:events_sourcefile_bytes", args=[a_source().pk])).status_code == 403


def test_a_source_is_neither_added_changed_nor_deleted(staff):
    source = a_source()
    answers = [
        staff.get(add_page(SourceFile)),
        staff.post(change_page(source), {"name": "x"}),
        staff.post(f"{change_page(source)[:-7]}delete/", {"post": "yes"}),
    ]
    assert [answer.status_code for answer in answers] == [403, 403, 403]


def test_an_event_shows_the_file_it_was_read_from(staff):
    event, source = an_event(), a_source()
    Provenance.objects.create(event=event, source=source, is_primary=True)
    assert f'<a href="{change_page(source)}">bản tin.txt</a>' in staff.get(change_page(event)).content.decode()
    assert str(event) in staff.get(change_page(source)).content.decode()


def test_a_run_counts_its_files_by_outcome(staff):
    run = ImportRun.objects.create(reader_version="1")
    for outcome in ("created", "created", "rejected"):
        run.count([outcome])
    row = staff.get(list_page(ImportRun)).context_data["cl"].queryset.get()
    assert (row.created, row.updated, row.rejected) == (2, 0, 1)


def test_files_of_imports_are_told_apart_by_outcome(staff):
    run = ImportRun.objects.create(reader_version="1")
    ImportItem.objects.create(run=run, name="tot.txt", outcome="created")
    bad = ImportItem.objects.create(run=run, name="hong.txt", outcome="rejected", reason="empty")
    response = staff.get(list_page(ImportItem), {"outcome__exact": "rejected"})
    assert list(response.context_data["cl"].queryset) == [bad]


def test_what_a_reading_left_to_staff_is_shown_on_both_pages(staff):
    event = an_event(staff_fields=["place"])
    run = ImportRun.objects.create(reader_version="1")
    difference = {"field": "place", "archive": "Huế", "file": "Hà Nội"}
    item = ImportItem.objects.create(run=run, name="a.txt", outcome="unchanged", event=event, differences=[difference])
    words = "Place: the archive has “Huế”, the file reads “Hà Nội”."
    assert words in staff.get(change_page(event)).content.decode()
    assert words in staff.get(change_page(item)).content.decode()


@pytest.mark.parametrize(
    ("field", "archive", "file", "expected"),
    [
        (
            "commitment 12: cue",
            "nhất trí",
            "",
            "Commitment 12: Cue as printed: the archive has “nhất trí”, the file reads “–”.",
        ),
        (
            "participations",
            [["A", "B"], ["C", "D"]],
            [],
            "Participations: the archive has “A, B; C, D”, the file reads “”.",
        ),
        ("commitments", "", "x", "Commitments: the archive has “–”, the file reads “x”."),
        ("<b>", "<i>", "1", "&lt;b&gt;: the archive has “&lt;i&gt;”, the file reads “1”."),
    ],
)
def test_differences_are_told_in_words(field, archive, file, expected):
    with override("en"):
        assert in_words([{"field": field, "archive": archive, "file": file}]) == f"<div>{expected}</div>"


def test_lists_do_not_fetch_the_bytes_of_files(staff, django_assert_max_num_queries):
    a_source()
    with django_assert_max_num_queries(20) as queries:
        staff.get(list_page(SourceFile))
    assert not [query["sql"] for query in queries if '"content"' in query["sql"]]
