"""Whole ways through the archive: to a comparison, by the keyboard alone, from an address that is wrong, onto paper."""

from io import BytesIO

import pypdf
import pytest

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("earlier_call")]

FOCUSED = "() => (document.activeElement.innerText || document.activeElement.name || '').trim()"


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def reader(request, visit):
    """A browser at the list of events."""
    return visit("/events/", java_script_enabled=request.param)


def tab_to(shown, text, limit=80):
    """Press the tab key until what has this text is focused, and return how often."""
    for pressed in range(1, limit):
        shown.keyboard.press("Tab")
        if shown.evaluate(FOCUSED) == text:
            return pressed
    raise AssertionError(f"{text!r} cannot be reached by the keyboard")


def test_two_events_are_ticked_and_compared(reader):
    for title in ("Cuộc điện đàm thử", "Cuộc gọi trước"):
        reader.get_by_label(title).check()
    reader.get_by_role("button", name="Đối chiếu các sự kiện đã đánh dấu").click()
    assert reader.locator("h1").inner_text() == "Lời lẽ đã đổi ra sao"
    assert reader.url.count("event=") == 2

    reader.get_by_role("link", name="English").click()
    assert reader.locator("h1").inner_text() == "How the words changed"
    assert reader.url.count("event=") == 2


def test_all_of_it_by_the_keyboard(visit, call):
    shown = visit("/")
    shown.keyboard.press("/")
    shown.keyboard.type("duong sat")
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/events/?q=duong+sat")
    tab_to(shown, "2031\n1")
    shown.keyboard.press("Enter")
    shown.wait_for_url("**year=2031*")
    tab_to(shown, "Cuộc điện đàm thử")
    shown.keyboard.press("Enter")
    shown.wait_for_url(f"**{call.get_absolute_url()}*")
    number = call.commitments.get(quote="mở rộng thương mại").pk
    tab_to(shown, f"Số {number}")
    shown.keyboard.press("Enter")
    shown.wait_for_url(f"**#c{number}")
    assert shown.locator(":target").is_visible()
    shown.keyboard.press("Tab")  # goes on from where one has jumped to
    assert shown.evaluate("document.activeElement.closest('article') !== null")


def test_each_stop_of_the_tab_key_is_seen(visit, call):
    shown = visit(call.get_absolute_url())
    hidden = []
    for _press in range(25):
        shown.keyboard.press("Tab")
        hidden += shown.evaluate(
            """() => {
                const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
                const seen = box.width > 1 && box.height > 1 && box.right > 0 && style.outlineStyle !== 'none';
                return seen || one === document.body ? [] : [one.outerHTML];
            }"""
        )
    assert hidden == []


def test_a_wrong_address_leads_to_the_event(visit, site, call):
    shown = visit("/")
    shown.goto(f"{site}/en/events/cuoc-dien-dam-nao-do/")
    shown.get_by_label("Search the events").fill("dien dam")
    shown.get_by_role("button", name="Search").click()
    shown.goto(f"{site}/events/dien-dam-thu/")
    shown.get_by_role("link", name="Cuộc điện đàm thử").click()
    assert shown.url == site + call.get_absolute_url()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_an_event_printed_to_pdf_tells_its_address_and_its_text(visit, site, call, prefix):
    shown = visit(prefix + call.get_absolute_url())
    pdf = pypdf.PdfReader(BytesIO(shown.pdf(format="A4")))
    text = "".join("".join(page.extract_text() for page in pdf.pages).split())  # lines are broken anywhere
    assert f"{site}{prefix}{call.get_absolute_url()}" in text
    assert "mởthêmmộttuyếnđườngsắt" in text
    assert "Skiptothecontent" not in text
    assert "Đếnnộidung" not in text
