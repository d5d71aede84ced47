"""The page of an event in a browser: marks, citations, the keyboard, paper; with the script and without."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.records import a_commitment, an_event

pytestmark = pytest.mark.django_db(transaction=True)
expect = pytest.importorskip("playwright.sync_api").expect

PHONE = {"viewport": {"width": 390, "height": 844}}
WITHOUT = {"java_script_enabled": False}


def marked(shown):
    return shown.locator("mark:not(.dim)").all_inner_texts()


def press_until(shown, key, selector):
    """Press a key until what has the focus fits the selector."""
    for _press in range(60):
        shown.keyboard.press(key)
        if shown.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard does not reach {selector}")


def label_and_passage(shown):
    """Where the first label and the first marked passage stand."""
    return shown.locator(".tag").first.bounding_box(), shown.locator("mark").first.bounding_box()


@pytest.mark.parametrize("options", [{}, WITHOUT], ids=["with-script", "without-script"])
def test_a_side_is_chosen_and_given_up_again(visit, call, options):
    shown = visit(call.get_absolute_url(), **options)
    shown.locator("#marks").get_by_role("link", name="Việt Nam").click()
    shown.wait_for_url("**/?side=first")
    assert marked(shown) == ["mở rộng thương mại"]
    assert shown.locator("#list blockquote").all_inner_texts() == ["mở rộng thương mại"]
    shown.get_by_role("link", name="Đánh dấu tất cả").click()
    shown.wait_for_url("**/?")
    assert len(marked(shown)) == 3


def test_with_the_script_the_page_is_not_loaded_anew(visit, call):
    shown = visit(call.get_absolute_url())
    shown.evaluate("window.isTheSame = true")
    shown.locator("#marks").get_by_role("link", name="Nước A").click()
    shown.wait_for_url("**/?side=second")
    assert shown.evaluate("window.isTheSame") is True
    assert shown.locator("#told").inner_text() == "Đang đánh dấu 1 trong 3 cam kết: Nước A."
    assert shown.get_by_role("link", name="English").get_attribute("href").endswith("/?side=second")
    shown.go_back()
    expect(shown.locator("mark.dim")).to_have_count(0)
    assert (len(marked(shown)), shown.evaluate("window.isTheSame")) == (3, True)


def test_a_script_that_cannot_ask_the_server_follows_the_link(visit, call):
    shown = visit(call.get_absolute_url())
    shown.evaluate("void (window.fetch = () => Promise.reject(new Error('away')))")
    shown.locator("#marks").get_by_role("link", name="Việt Nam").click()
    shown.wait_for_url("**/?side=first")
    assert marked(shown) == ["mở rộng thương mại"]


def test_marks_are_chosen_by_keyboard_and_the_focus_stays(visit, call):
    shown = visit(call.get_absolute_url())
    press_until(shown, "Tab", "#by-more > summary")
    shown.keyboard.press("Enter")
    press_until(shown, "Tab", "[data-swap=act-propose]")
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/?act=propose")
    assert marked(shown) == ["mở rộng thương mại"]
    assert shown.evaluate("document.activeElement.dataset.swap") == "act-propose"
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/?")
    assert (len(marked(shown)), shown.evaluate("document.activeElement.dataset.swap")) == (3, "act-propose")


def test_by_keyboard_from_a_label_to_its_entry_and_back(visit, call):
    shown = visit(call.get_absolute_url())
    number = call.commitments.get(quote="mở rộng thương mại").pk
    press_until(shown, "Tab", f"#c{number}")
    shown.keyboard.press("Enter")
    shown.wait_for_url(f"**/#entry-{number}")
    press_until(shown, "Tab", f"[href='#c{number}']")
    shown.keyboard.press("Enter")
    shown.wait_for_url(f"**/#c{number}")
    assert shown.locator(":target + mark").inner_text() == "mở rộng thương mại"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_link_and_citation_are_copied_and_said(visit, site, call, prefix):
    number = call.commitments.get(quote="việc ấy").pk
    shown = visit(prefix + call.get_absolute_url())
    shown.context.grant_permissions(["clipboard-read", "clipboard-write"])
    entry = shown.locator(f"#entry-{number}")
    copied = []
    for button in ("link", "citation"):
        entry.locator(f"[data-copy={button}]").click()
        expect(shown.locator("#told")).not_to_be_empty()
        copied.append(shown.evaluate("navigator.clipboard.readText()"))
        assert copied[-1][:40] in shown.locator("#told").inner_text()
        shown.evaluate("document.getElementById('told').textContent = ''")
    assert copied[0] == f"{site}{prefix}/commitments/{number}/"
    assert copied[1].startswith("Anna Mẫu (welcome)" if prefix else "Anna Mẫu (hoan nghênh)")
    assert copied[1].endswith(copied[0])


def test_where_the_browser_keeps_the_clipboard_to_itself_the_old_way_is_taken(visit, call):
    shown = visit(call.get_absolute_url())
    shown.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('not secure')))")
    shown.locator("[data-copy=citation]").first.click()
    expect(shown.locator("#told")).to_contain_text("Đã chép:")
    assert shown.evaluate("navigator.clipboard.readText()").startswith("Việt Nam, Nước A (nhất trí)")
    shown.evaluate("void (document.execCommand = () => false)")
    shown.locator("[data-copy=citation]").first.click()
    expect(shown.locator("#told")).to_contain_text("Trình duyệt")


def test_without_the_script_a_citation_is_there_to_be_selected(visit, call):
    shown = visit(call.get_absolute_url(), **WITHOUT)
    entry = shown.locator(f"#entry-{call.commitments.get(quote='việc ấy').pk}")
    assert [button.is_visible() for button in entry.locator("button").all()] == [False, False]
    entry.get_by_text("Trích dẫn", exact=True).click()
    lines = entry.locator(".citation")
    assert [line.is_visible() for line in lines.all()] == [True, True]
    assert lines.first.evaluate("line => getComputedStyle(line).userSelect") == "all"


def test_labels_stand_in_the_margin_where_there_is_one_and_in_the_line_on_a_phone(visit, call):
    label, passage = label_and_passage(visit(call.get_absolute_url()))
    assert label["x"] + label["width"] < passage["x"]
    assert abs(label["y"] - passage["y"]) < passage["height"]
    phone = visit(call.get_absolute_url(), **PHONE)
    assert phone.locator(".tag").first.evaluate("tag => getComputedStyle(tag).float") == "none"


def test_labels_of_one_line_stand_under_one_another(visit, call, country_a):
    a_commitment(call, "một tuyến đường sắt.", actors=[country_a])
    shown = visit(call.get_absolute_url())
    first, second = (tag.bounding_box() for tag in shown.locator(".article p").first.locator(".tag").all())
    assert second["y"] >= first["y"] + first["height"]


def test_a_line_of_the_article_holds_as_many_letters_as_are_read_with_ease(visit):
    event = an_event(body="thường xuyên trao đổi đoàn cấp cao " * 40)
    shown = visit(event.get_absolute_url())
    lines = shown.evaluate(
        "() => { const p = document.querySelector('.article p'); const range = document.createRange();"
        "range.selectNodeContents(p); return new Set([...range.getClientRects()].map(r => r.top)).size; }"
    )
    assert 60 <= len(event.body) / lines <= 75


def test_on_paper_each_commitment_keeps_its_number_and_says_whose_it_is(visit, call):
    shown = visit(call.get_absolute_url())
    shown.emulate_media(media="print")
    numbers = call.commitments.order_by("pk").values_list("pk", flat=True)
    assert [ways.inner_text() for ways in shown.locator(".said .ways").all()] == [f"Số {number}" for number in numbers]
    clips = shown.locator(".tag .by").evaluate_all("all => all.map(by => getComputedStyle(by).clipPath)")
    assert clips == ["none"] * 3
    assert shown.locator("#marks a:visible, nav:visible, button:visible").count() == 0


def test_on_paper_every_page_has_the_address_and_the_day(visit, site, nghiem):
    event = an_event("dai", body="\n\n".join([f"Đoạn {number}. " + "Hai bên trao đổi. " * 30 for number in range(20)]))
    shown = visit(f"/en{event.get_absolute_url()}")
    pages = [sheet.extract_text() for sheet in PdfReader(BytesIO(shown.pdf(format="A4"))).pages]
    assert len(pages) > 3
    assert [f"2 January 2031 · {site}/en/events/dai/" in text for text in pages] == [True] * len(pages)
    assert [f"{number} / {len(pages)}" in text for number, text in enumerate(pages, 1)] == [True] * len(pages)
