"""Every page passes axe in light, in dark and on a phone, and fits the narrowest screen."""

import pytest

from tests.pages.addresses import BOTH_LANGUAGES
from tests.records import a_topic, an_event

axe_core = pytest.importorskip("axe_playwright_python.sync_playwright", reason="install axe-playwright-python")

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("earlier_call")]

ERRORS = ["/nope/", "/en/nope/", "/events/rut/", "/events/?year=abc&q=voi&kind=phone-call"]
# Without being asked, axe leaves out what WCAG 2.2 added.
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
WINDOWS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}},
}


@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing(visit, site, call, window):
    an_event("rut", status="withdrawn")
    for number in range(12):  # so many topics that their links stand under one another
        call.commitments.first().topics.add(a_topic(f"t{number}", f"Chủ đề {number}", f"Topic {number}"))
    shown = visit("/", **WINDOWS[window])
    faults = {}
    for address in BOTH_LANGUAGES + ERRORS:
        shown.goto(site + address)
        found = axe_core.Axe().run(shown, options=RULES).response["violations"]
        faults |= {(address, fault["id"]): fault["nodes"][0]["html"] for fault in found}
    assert faults == {}


def test_nothing_scrolls_sideways_on_the_narrowest_screen(visit, site, call):
    call.title = "Nghiêng" * 45
    call.body = f"{'x' * 300} {call.body}"
    call.save()
    shown = visit("/", viewport={"width": 320, "height": 640})
    too_wide = []
    for address in BOTH_LANGUAGES + ERRORS:
        shown.goto(site + address)
        if shown.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            too_wide.append(address)
    assert too_wide == []


def test_what_is_to_be_tapped_is_large_enough(visit, site, call):
    """24 by 24 pixels, as WCAG 2.2 asks, but for links within a sentence."""
    call.commitments.first().topics.add(a_topic("health", "Y tế", "Health"))
    shown = visit("/", viewport={"width": 390, "height": 844})
    small = (
        "() => [...document.querySelectorAll('a:not(.skip, .article a, .prose a, .quiet a), button, input, summary')]"
        ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"
    )
    found = []
    for address in BOTH_LANGUAGES:
        shown.goto(site + address)
        found += shown.evaluate(small)
    assert found == []
