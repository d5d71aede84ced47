"""Small invented records for tests: nobody here exists, and no such call was ever made."""

from datetime import date

from django.utils.text import slugify

from events.models import Act, Actor, Commitment, Event, EventAddress, EventKind, Leader, LeaderAddress, Topic
from events.models import Participation
from events.reading.folding import fingerprint, fold, sha256_of


def a_kind(slug="phone-call", vi="Điện đàm", en="Phone call"):
    return EventKind.objects.get_or_create(slug=slug, defaults={"name_vi": vi, "name_en": en})[0]


def an_act(slug="agree", vi="nhất trí", en="agree"):
    return Act.objects.get_or_create(slug=slug, defaults={"name_vi": vi, "name_en": en})[0]


def a_topic(slug="transport", vi="Giao thông", en="Transport"):
    return Topic.objects.get_or_create(slug=slug, defaults={"name_vi": vi, "name_en": en})[0]


def an_actor(code="VN", vi="Việt Nam", en="Viet Nam"):
    return Actor.objects.get_or_create(code=code, defaults={"name_vi": vi, "name_en": en})[0]


def a_leader(name="Lê Thử Nghiệm", actor=None, **fields):
    slug = slugify(fold(name))
    leader = Leader.objects.filter(slug=slug).first()
    if leader is None:
        leader = Leader.objects.create(slug=slug, name=name, actor=actor or an_actor(), **fields)
        LeaderAddress.objects.create(slug=slug, leader=leader)
    return leader
