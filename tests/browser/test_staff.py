"""The pages for staff fit an ordinary screen."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from events.models import Commitment, Event, ImportItem, ImportRun, Leader, Office, SourceFile
from tests.admin.pages import change_page, list_page
from tests.records import a_commitment, a_leader, a_topic, an_event

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "Tổng Bí thư, Chủ tịch nước hội đàm với Tổng thống, khẳng định quan hệ là ưu tiên hàng đầu của hai nước"
WIDER = (
    "() => [document.documentElement, ...document.querySelectorAll('.results, .tabular')]"
    ".filter(e => e.scrollWidth > e.clientWidth).map(e => `${e.tagName}.${e.className} ${e.scrollWidth}`)"
)


@pytest.fixture
def enter(visit, site):
    """Open a window in which someone on the staff is logged in."""
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("bien-tap"))
    shown = visit("/")
    shown.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])
    return shown


@pytest.fixture
def full(db):
    """A record of each sort, with long titles and every column filled; the addresses of their pages."""
    leader = a_leader("Nguyễn Thử Nghiệm")
    for title in ("Tổng Bí thư", "Chủ tịch nước"):
        Office.objects.create(leader=leader, actor=leader.actor, title_vi=title, title_en="General Secretary")
    flags = [{"code": "title-inferred", "evidence": ""}, {"code": "no-leader", "evidence": ""}]
    event = an_event("dai", title=LONG, body=f"{LONG}.", leaders=[leader], flags=flags)
    said = {"leaders": [leader, a_leader("Trần Thử")], "topics": [a_topic("x", vi="Đa phương, ASEAN, Liên hợp quốc")]}
    quoted = a_commitment(event, LONG, confidence=0.65, **said)
    source = SourceFile.objects.create(sha256="a" * 64, name=f"seeds/{'0' * 40}.txt", media_type="text/plain", size=1)
    run = ImportRun.objects.create(reader_version="1")
    ImportItem.objects.create(run=run, name=source.name, outcome="created", source=source, event=event)
    lists = (Event, Commitment, Leader, SourceFile, ImportRun, ImportItem)
    return [*map(change_page, (event, leader, quoted, source)), *map(list_page, lists)]


def test_nothing_scrolls_sideways_at_1280_pixels(enter, site, full):
    wider = {}
    for address in full:
        enter.goto(site + address)
        if found := enter.evaluate(WIDER):
            wider[address] = found
    assert wider == {}


def test_a_title_runs_under_no_button(enter, site, full):
    enter.goto(site + full[0])
    title, tools = (enter.locator(which).bounding_box() for which in ("#content > h2", ".object-tools"))
    assert title["y"] + title["height"] <= tools["y"]
