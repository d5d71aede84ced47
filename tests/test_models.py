"""One row's own rules."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from tests.records import a_commitment, an_event

pytestmark = pytest.mark.django_db


def test_a_commitment_is_the_passage_it_is_anchored_to():
    event = an_event()
    commitment = a_commitment(event, "mở thêm một tuyến đường sắt")
    assert event.body[commitment.start : commitment.end] == commitment.quote
    assert (commitment.before, commitment.after[:2]) == ("Hai bên nhất trí ", ".\n")


def test_a_quote_that_is_not_in_the_text_is_refused():
    commitment = a_commitment(an_event(), "mở thêm một tuyến đường sắt")
    commitment.quote = "mở thêm hai tuyến đường sắt"
    with pytest.raises(ValidationError, match="quote"):
        commitment.full_clean()


def test_the_database_refuses_a_commitment_that_ends_before_it_starts():
    commitment = a_commitment(an_event(), "mở thêm một tuyến đường sắt")
    commitment.end = commitment.start
    with pytest.raises(IntegrityError):
        commitment.save()


@pytest.mark.parametrize("missing", ["starts_on", "ends_on"])
def test_the_database_refuses_an_event_with_half_of_its_days(missing):
    event = an_event()
    setattr(event, missing, None)
    with pytest.raises(IntegrityError):
        event.save()


@pytest.mark.parametrize("missing", ["start", "end"])
def test_the_database_refuses_a_commitment_with_half_of_its_place(missing):
    commitment = a_commitment(an_event(), "mở thêm một tuyến đường sắt")
    setattr(commitment, missing, None)
    with pytest.raises(IntegrityError):
        commitment.save()
