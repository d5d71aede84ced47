"""The data files become rows once; what staff changed since stays."""

import pytest

from events import vocabulary
from events.models import Act, Actor, EventKind, Leader, Topic

pytestmark = pytest.mark.django_db


def test_the_vocabulary_has_its_terms_in_both_languages():
    vocabulary.load()
    assert (EventKind.objects.count(), Act.objects.count(), Topic.objects.count()) == (18, 8, 30)
    assert not Topic.objects.filter(name_vi="").exists()
    assert not Topic.objects.filter(name_en="").exists()


def test_every_topic_has_cues_in_both_languages():
    vocabulary.load()
    topics = vocabulary.reader_topics()
    slugs = set(Topic.objects.values_list("slug", flat=True))
    assert (set(topics["vi"]), set(topics["en"])) == (slugs, slugs)


def test_a_leader_comes_with_dated_offices():
    vocabulary.load()
    leader = Leader.objects.get(slug="to-lam")
    assert [(office.title_vi, str(office.held_from)) for office in leader.offices.all()] == [
        ("Tổng Bí thư", "2024-10-21"),
        ("Tổng Bí thư, Chủ tịch nước", "2024-08-03"),
        ("Chủ tịch nước", "2024-05-22"),
        ("Bộ trưởng Công an", "2016-04-09"),
    ]


def test_states_and_organisations_are_told_apart():
    vocabulary.load()
    assert (Actor.objects.get(code="CN").sort, Actor.objects.get(code="ASEAN").sort) == ("state", "organisation")


def test_loading_again_adds_nothing_and_keeps_what_staff_wrote():
    vocabulary.load()
    Topic.objects.filter(slug="sea").update(name_vi="Biển đảo")
    assert sum(vocabulary.load().values()) == 0
    assert Topic.objects.get(slug="sea").name_vi == "Biển đảo"
