"""How a link to an event or a commitment introduces itself elsewhere, and the pictures of it."""

from io import BytesIO

import pytest
from PIL import Image

from events.models import EventAddress
from tests.pages.html import page
from tests.records import an_event

pytestmark = pytest.mark.django_db


def preview(document):
    """What the head tells sites that show previews: property, or name, and content."""
    metas = [meta.attributes for meta in document.one("head").all("meta")]
    told = [(meta.get("property") or meta.get("name"), meta.get("content")) for meta in metas]
    return {name: content for name, content in told if name and name.startswith(("og:", "twitter:"))}


def test_an_event_introduces_itself_with_its_title(client, call):
    assert preview(page(client.get(call.get_absolute_url()))) == {
        "og:type": "article",
        "og:site_name": "Kho tư liệu sự kiện đối ngoại",
        "og:title": "Cuộc điện đàm thử",
        "og:description": "ngày 2 tháng 1 năm 2031 · Điện đàm · Hà Nội · Báo Thử",
        "og:url": f"http://testserver{call.get_absolute_url()}",
        "og:locale": "vi_VN",
        "og:locale:alternate": "en_GB",
        "og:image": f"http://testserver{call.get_absolute_url()}card.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Cuộc điện đàm thử",
        "twitter:card": "summary_large_image",
    }


def test_a_commitment_introduces_itself_with_its_quote(client, call):
    welcomed = call.commitments.get(quote="việc ấy")
    response = client.get(f"/en/commitments/{welcomed.pk}/", follow=True)
    told = preview(page(response))
    assert (told["og:title"], told["og:locale"], told["og:locale:alternate"]) == ("“việc ấy”", "en_GB", "vi_VN")
    assert told["og:description"] == "Anna Mẫu (welcome) · 2 January 2031 · Cuộc điện đàm thử"
    assert told["og:url"] == f"http://testserver/en/commitments/{welcomed.pk}/"
    assert told["og:image"] == f"http://testserver/en/commitments/{welcomed.pk}/card.png"


def test_a_long_quote_is_cut_in_the_title_and_whole_in_the_words_for_the_picture(client, call, vietnam):
    agreed = call.commitments.first()
    call.commitments.filter(pk=agreed.pk).update(quote="mở thêm " * 40)
    told = preview(page(client.get(f"{call.get_absolute_url()}?commitment={agreed.pk}")))
    assert (len(told["og:title"]), told["og:title"][-2:]) == (112, "…”")
    assert told["og:image:alt"].count("mở thêm") == 40


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_card_of_each_is_a_picture(client, call, prefix):
    for address in (f"{call.get_absolute_url()}card.png", f"/commitments/{call.commitments.first().pk}/card.png"):
        response = client.get(prefix + address)
        picture = Image.open(BytesIO(response.content))
        assert (response["Content-Type"], picture.format, picture.size) == ("image/png", "PNG", (1200, 630))


def test_a_card_is_in_the_language_of_its_address(client, call):
    address = f"{call.get_absolute_url()}card.png"
    assert client.get(address).content != client.get(f"/en{address}").content


def test_a_card_may_be_kept_and_shown_by_other_sites(client, call):
    response = client.get(f"{call.get_absolute_url()}card.png")
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    again = client.get(f"{call.get_absolute_url()}card.png", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_an_old_address_leads_to_the_card(client, call):
    EventAddress.objects.create(slug="dia-chi-cu", event=call)
    assert client.get("/events/dia-chi-cu/card.png")["Location"] == f"{call.get_absolute_url()}card.png"


@pytest.mark.parametrize(("status", "code"), [("withdrawn", 410), ("draft", 404)])
def test_what_readers_may_not_see_has_no_card(client, call, status, code):
    number = call.commitments.first().pk
    an_event("khac", status=status)
    assert client.get("/events/khac/card.png").status_code == code
    call.status = status
    call.save()
    assert client.get(f"/commitments/{number}/card.png").status_code == code


def test_a_commitment_that_no_longer_stands_has_no_card(client, call):
    number = call.commitments.first().pk
    call.commitments.update(review="rejected")
    assert client.get(f"/commitments/{number}/card.png").status_code == 410
    assert client.get("/commitments/999999/card.png").status_code == 404


def test_letters_that_the_font_lacks_make_a_card_too(client):
    event = an_event(title="北京 😀 ไทย", outlet="\u202eabc")
    assert client.get(f"{event.get_absolute_url()}card.png").status_code == 200


def test_each_commitment_has_its_citations_and_buttons_to_copy_them(client, call):
    welcomed = call.commitments.get(quote="việc ấy")
    entry = page(client.get(call.get_absolute_url())).one("li", id=f"entry-{welcomed.pk}")
    cited = entry.one("details", class_="cite")
    assert [line["lang"] for line in cited.all("p")] == ["vi", "en"]
    assert cited.all("p")[0].text.endswith(f"cam kết số {welcomed.pk}, http://testserver/commitments/{welcomed.pk}/")
    assert [button.text for button in entry.all("button")] == ["Chép liên kết", "Chép trích dẫn"]
