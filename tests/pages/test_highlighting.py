"""What is marked in an article: by side, by act, by topic, as plain links."""

import pytest

from events.models import EventAddress
from tests.pages.html import page
from tests.records import a_commitment, a_topic, an_event

pytestmark = pytest.mark.django_db

AGREED, PROPOSED, WELCOMED = "mở thêm một tuyến đường sắt", "mở rộng thương mại", "việc ấy"


def shown_at(client, call, query, prefix=""):
    return page(client.get(f"{prefix}{call.get_absolute_url()}{query}"))


def marked(document):
    """The passages that are marked, and those that stand back."""
    marks = document.one("article").all("mark")
    return [mark.text for mark in marks if not mark.has("class", "dim")], [
        mark.text for mark in marks if mark.has("class", "dim")
    ]


def choices(document, facet):
    """The choices of a facet: name and number, and whether it is chosen."""
    links = document.one("ul", **{"aria-labelledby": f"by-{facet}"}).all("a")
    return [(link.text, "aria-current" in link.attributes) for link in links]


@pytest.mark.parametrize(
    ("query", "passages"),
    [
        ("", [AGREED, PROPOSED, WELCOMED]),
        ("?side=first", [PROPOSED]),
        ("?side=second", [WELCOMED]),
        ("?side=both", [AGREED]),
        ("?act=agree", [AGREED]),
        ("?topic=trade", [PROPOSED]),
        ("?side=first&side=second", [PROPOSED, WELCOMED]),
        ("?side=first&act=propose&topic=trade", [PROPOSED]),
        ("?side=first&act=agree", []),
    ],
)
def test_what_is_chosen_is_marked_and_listed_and_the_rest_stands_back(client, call, query, passages):
    shown = shown_at(client, call, query)
    others = [quote for quote in (AGREED, PROPOSED, WELCOMED) if quote not in passages]
    assert marked(shown) == (passages, others)
    assert [quote.text for quote in shown.one("aside").all("blockquote")] == passages


def test_the_text_stays_whole(client, call):
    whole, narrowed = (shown_at(client, call, query).one("article") for query in ("", "?side=first"))
    assert narrowed.raw_text == whole.raw_text


def test_a_line_says_what_is_marked_and_leads_back_to_all(client, call):
    line = shown_at(client, call, "?side=first&act=propose").one("p", class_="narrowed")
    assert line.text == "Đang đánh dấu 1 trong 3 cam kết: Việt Nam · đề nghị. Đánh dấu tất cả"
    assert line.one("a")["href"] == "?"
    english = shown_at(client, call, "?side=first&side=second", "/en").one("p", class_="narrowed")
    assert english.text == "2 of 3 are marked: Viet Nam · Country A. Mark all"


def test_without_a_choice_no_such_line_is_there(client, call):
    assert shown_at(client, call, "").all("p", class_="narrowed") == []


def test_each_choice_tells_how_many_it_leaves(client, call):
    shown = shown_at(client, call, "")
    assert choices(shown, "side") == [("Việt Nam 1", False), ("Nước A 1", False), ("cùng nói 1", False)]
    assert choices(shown, "topic") == [("Thương mại 1", False), ("Giao thông 1", False)]
    shown = shown_at(client, call, "?side=first")
    assert choices(shown, "side") == [("Việt Nam 1", True), ("Nước A 1", False), ("cùng nói 1", False)]
    assert choices(shown, "act") == [("đề nghị 1", False)]
    shown = shown_at(client, call, "?side=first&act=agree")
    assert choices(shown, "side") == [("Việt Nam 0", True), ("Nước A 0", False), ("cùng nói 1", False)]
    assert choices(shown, "act") == [("nhất trí 0", True), ("đề nghị 1", False)]


def test_a_choice_is_a_link_that_puts_it_in_or_takes_it_out(client, call):
    shown = shown_at(client, call, "?side=first&act=propose")
    links = {link["data-swap"]: link["href"] for link in shown.one("section", id="marks").all("a")}
    assert links == {
        "side-first": "?act=propose",
        "side-second": "?side=first&side=second&act=propose",
        "side-both": "?side=first&side=both&act=propose",
        "act-propose": "?side=first",
        "topic-trade": "?side=first&act=propose&topic=trade",
        "all": "?",
    }


def test_a_passage_that_stands_back_leads_to_its_entry_on_the_whole_page(client, call):
    agreed = call.commitments.get(quote=AGREED)
    tag = shown_at(client, call, "?side=first").one("a", id=f"c{agreed.pk}")
    assert (tag["href"], tag.has("class", "dim")) == (f"?#entry-{agreed.pk}", True)


@pytest.mark.parametrize(
    ("query", "sentences"),
    [
        ("?side=third", ["Ở đây không có cam kết nào của bên “third”; đã bỏ qua."]),
        ("?act=oppose&side=first", ["Ở đây không có cam kết nào có hành vi “oppose”; đã bỏ qua."]),
        ("?topic=%00", ["Ở đây không có cam kết nào về chủ đề “�”; đã bỏ qua."]),
        ("?commitment=999999", ["Ở đây không có cam kết nào mang số “999999”; đã bỏ qua."]),
        ("?side=&act=&topic=&colour=red", []),
    ],
)
def test_what_nothing_here_has_is_left_out_and_said(client, call, query, sentences):
    shown = shown_at(client, call, query)
    assert [notice.text for notice in shown.all("div", class_="notice")] == sentences
    assert marked(shown)[0] == ([PROPOSED] if "side=first" in query else [AGREED, PROPOSED, WELCOMED])


def test_of_many_strange_values_a_few_are_named_and_the_rest_counted(client, call):
    notice = shown_at(client, call, "?" + "&".join(f"topic=t{n}" for n in range(900))).one("div", class_="notice")
    assert [sentence.text for sentence in notice.all("p")][2:] == [
        "Ở đây không có cam kết nào về chủ đề “t2”; đã bỏ qua.",
        "Đã bỏ qua thêm 897 giá trị.",
    ]


def test_the_other_language_keeps_what_is_marked_and_the_address_is_the_events(client, call):
    shown = shown_at(client, call, "?act=agree&side=both&x=1")
    assert shown.one("nav", class_="languages").one("a")["href"] == f"/en{call.get_absolute_url()}?side=both&act=agree"
    assert shown.one("link", rel="canonical")["href"] == f"http://testserver{call.get_absolute_url()}"


def test_an_old_address_keeps_what_is_marked(client, call):
    EventAddress.objects.create(slug="dia-chi-cu", event=call)
    assert client.get("/events/dia-chi-cu/?side=first")["Location"] == f"{call.get_absolute_url()}?side=first"


def test_overlapping_passages_are_marked_by_those_that_are_chosen(client, call, country_a):
    a_commitment(call, "một tuyến đường sắt.", actors=[country_a])
    marks = shown_at(client, call, "?side=second").one("article").all("p")[0].all("mark")
    assert [(mark["class"], mark.text) for mark in marks] == [
        ("dim", "mở thêm"),
        ("second", "một tuyến đường sắt"),
        ("second", "."),
    ]


@pytest.fixture
def long_event(vietnam):
    """An article with twelve commitments, of which each third has two topics and each third none."""
    body = " ".join(f"Việt Nam cam kết làm việc số {number}." for number in range(12))
    event = an_event("dai", body=body)
    for number in range(12):
        topics = [a_topic("trade", "Thương mại", "Trade"), a_topic()][: number % 3]
        a_commitment(event, f"làm việc số {number}.", actors=[vietnam], topics=topics)
    return event


def test_a_long_article_has_an_outline_by_topic_that_leads_into_the_text(client, long_event):
    outline = shown_at(client, long_event, "").one("details", id="outline")
    found = {row.one("dt").text: [link.text[-5:] for link in row.all("a")] for row in outline.all("div")}
    assert found == {
        "Thương mại": ["số 1.", "số 2.", "số 4.", "số 5.", "số 7.", "số 8.", "ố 10.", "ố 11."],
        "Giao thông": ["số 2.", "số 5.", "số 8.", "ố 11."],
        "Không thuộc chủ đề nào": ["số 0.", "số 3.", "số 6.", "số 9."],
    }
    tags = {f"#{tag['id']}" for tag in shown_at(client, long_event, "").all("a", class_="tag")}
    assert {link["href"] for link in outline.all("a")} == tags


def test_a_short_article_has_no_outline(client, call):
    assert shown_at(client, call, "").all("details", id="outline") == []
