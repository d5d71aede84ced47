"""The design's tokens: every text can be read on every paper it stands on, in light and in dark."""

import re
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model

from events.design import colours, contrast, tokens
from tests.pages.html import page

STYLES = Path(__file__).parents[2] / "static" / "css"
COLOURS = {colour.name: colour for colour in colours()}

SAID = ("first", "second", "both", "other", "added", "removed")

# Texts, by the papers they stand on; 4.5 is level AA of WCAG 2.2 for text of any size (1.4.3).
TEXTS = [
    *[
        (ink, paper)
        for ink in ("ink", "ink-soft", "accent", "link", "link-visited")
        for paper in ("paper", "paper-raised")
    ],
    *[
        ("ink", f"{side}-paper")
        for side in ("first", "second", "both", "other", "added", "removed", "notice", "target")
    ],
    *[(side, "paper") for side in ("first", "second", "both", "other", "added", "removed")],
    *[(side, f"{side}-paper") for side in ("first", "second", "both", "other", "added", "removed")],
    ("paper", "accent"),
]
# Borders of fields and what has the focus; 3 is level AA for what is not text (1.4.11).
EDGES = [("rule-strong", "paper"), ("focus", "paper"), ("notice-rule", "paper")]


def test_contrast_is_what_the_standard_says_of_black_white_and_grey():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "paper", "least"), [*[(*pair, 4.5) for pair in TEXTS], *[(*pair, 3) for pair in EDGES]]
)
def test_what_stands_on_a_paper_can_be_read(ink, paper, least, theme):
    assert contrast(getattr(COLOURS[ink], theme), getattr(COLOURS[paper], theme)) >= least


def test_every_colour_is_tried_but_the_lines_that_only_part():
    tried = {name for pair in TEXTS + EDGES for name in pair}
    assert set(COLOURS) - tried == {"rule"}


@pytest.mark.parametrize("sheet", sorted(STYLES.glob("*.css")), ids=lambda sheet: sheet.name)
def test_a_style_sheet_uses_tokens_that_there_are_and_no_colour_of_its_own(sheet):
    style = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    own = set(re.findall(r"--([a-z0-9-]+)\s*:", style))
    assert set(re.findall(r"var\(--([a-z0-9-]+)", style)) <= set(tokens()) | own
    if sheet.name not in ("base.css", "staff.css"):
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", style) == []


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_style_guide_is_for_staff_and_shows_every_colour(client, prefix):
    address = f"{prefix}/styleguide/"
    assert client.get(address).status_code == 302
    client.force_login(get_user_model().objects.create_superuser("thu", password="thu"))
    shown = page(client.get(address))
    named = {code.text for code in shown.one("section", **{"aria-labelledby": "colours"}).all("code")}
    assert named == {f"--{name}" for name in COLOURS}
