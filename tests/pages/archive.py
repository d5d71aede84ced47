"""A small archive for the pages to show: one call between two invented leaders."""

from datetime import date
from hashlib import sha256

import pytest

from events.models import Occasion, Office, Participation, Provenance, SourceFile, Thread, ThreadPassage
from tests.records import a_commitment, a_leader, a_topic, an_act, an_actor, an_event

BODY = (
    "Hai bên nhất trí mở thêm một tuyến đường sắt.\n\n"
    "Ông Thử Nghiệm đề nghị mở rộng thương mại; bà Mẫu hoan nghênh việc ấy."
)
CONTENT = "\ufeffCuộc điện đàm thử\r\n\r\nHai bên nhất trí …".encode()


@pytest.fixture
def vietnam():
    return an_actor()


@pytest.fixture
def country_a():
    return an_actor("XA", "Nước A", "Country A")


@pytest.fixture
def nghiem(vietnam):
    """A leader of the first side, with an office that the archive knows by another title than texts print."""
    leader = a_leader("Lê Thử Nghiệm", vietnam, name_latin="Le Thu Nghiem", review="confirmed")
    Office.objects.create(
        leader=leader, actor=vietnam, title_vi="Tổng Bí thư", title_en="General Secretary", held_from=date(2030, 1, 1)
    )
    return leader


@pytest.fixture
def mau(country_a):
    return a_leader("Anna Mẫu", country_a, review="confirmed")


@pytest.fixture
def call(nghiem, mau):
    """A call with a source, three commitments and all that a page can show of it."""
    event = an_event(
        "2031-01-02-cuoc-dien-dam-thu",
        leaders=[nghiem, mau],
        body=BODY,
        place="Hà Nội",
        outlet="Báo Thử",
        published_on=date(2031, 1, 1),
        published_precision="month",
        published_origin="printed",
    )
    Participation.objects.filter(leader=nghiem).update(office=nghiem.offices.get())
    source = SourceFile.objects.create(
        sha256=sha256(CONTENT).hexdigest(),
        name="Điện đàm.txt",
        media_type="text/plain",
        encoding="utf-8-sig",
        size=len(CONTENT),
        content=CONTENT,
        text="…",
    )
    Provenance.objects.create(event=event, source=source, is_primary=True)
    sides = [nghiem.actor, mau.actor]
    a_commitment(event, "mở thêm một tuyến đường sắt", actors=sides, topics=[a_topic()])
    propose, welcome = an_act("propose", "đề nghị", "propose"), an_act("welcome", "hoan nghênh", "welcome")
    a_commitment(event, "mở rộng thương mại", propose, [nghiem], sides[:1], [a_topic("trade", "Thương mại", "Trade")])
    a_commitment(event, "việc ấy", welcome, [mau], sides[1:], review="confirmed")
    return event


@pytest.fixture
def earlier_call(call, nghiem, mau):
    """A call between the same two a year before, in which one of the topics had other words."""
    body = "Hai bên nhất trí khảo sát một tuyến đường sắt; hoan nghênh đoàn nghệ sĩ."
    event = an_event("2030-01-02-cuoc-goi-truoc", date(2030, 1, 2), [nghiem, mau], "Cuộc gọi trước", body=body)
    sides = [nghiem.actor, mau.actor]
    survey = a_commitment(event, "khảo sát một tuyến đường sắt", actors=sides, topics=[a_topic()])
    a_commitment(
        event, "đoàn nghệ sĩ", an_act("welcome"), actors=sides, topics=[a_topic("culture", "Văn hóa", "Culture")]
    )
    thread = Thread.objects.create(pk=1)
    for like, commitment in ((None, survey), (survey, call.commitments.first())):
        ThreadPassage.objects.create(thread=thread, commitment=commitment, like=like, score=0.8 if like else None)
    event.occasion = Occasion.objects.create(pk=1, kind=event.kind, starts_on=event.starts_on, ends_on=event.ends_on)
    event.save()
    return event
