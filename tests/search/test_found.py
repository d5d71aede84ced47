"""What searches find in the corpus, written by hand."""

import pytest

from tests.search.asking import found
from tests.search.corpus import nfd

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]

APART = ["other-duong"]  # has both words, never beside one another
RAILWAY = ["railway-eth", "railway-nfc", "newest", "railway-nfd", "paragraphs", "invisible", "rejected"]


@pytest.mark.parametrize(
    "typed",
    # composed or not, with Eth or African D for Đ, with other white space
    [
        "đường sắt",
        "Đường Sắt",
        "ĐƯỜNG SẮT",
        nfd("đường sắt"),
        "\u00d0ường sắt",
        "\u0189ường sắt",
        "đường\u00a0sắt",
        " đường\t\nsắt ",
    ],
)
def test_however_it_is_typed_the_accents_typed_come_first_then_title_quotes_and_text(typed):
    assert found(typed) == [*RAILWAY, *APART, "railway-plain"]


@pytest.mark.parametrize("typed", ["duong sat", "DUONG SAT", "duong  sat"])
def test_without_accents_all_spellings_are_alike(typed):
    in_quotes = ["newest", "railway-plain", "railway-nfd"]
    assert found(typed) == [*RAILWAY[:2], *in_quotes, "paragraphs", "invisible", "rejected", *APART]


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        # old and new tone marks
        ("hòa bình", ["peace-old", "peace-new", "railway-plain"]),
        ("hoà bình", ["peace-old", "peace-new", "railway-plain"]),
        (nfd("hoà bình"), ["peace-old", "peace-new", "railway-plain"]),
        ("hoa binh", ["peace-old", "peace-new", "railway-plain"]),
        ("khỏe mạnh", ["peace-new"]),
        ("khoẻ mạnh", ["peace-new"]),
        ("thuỷ sản", ["railway-eth", "railway-nfd", "railway-plain"]),
        ("thủy sản", ["railway-eth", "railway-nfd", "railway-plain"]),
        # y and i
        ("kỷ niệm", ["peace-new", "peace-old"]),
        ("kỉ niệm", ["peace-new", "peace-old"]),
        ("ky niem", ["peace-new", "peace-old"]),
        ("kí kết", ["peace-new"]),
        ("ký kết", ["peace-new"]),
        ("Mỹ", ["america", "defence-apart", "english"]),
        ("Mĩ", ["america", "defence-apart", "english"]),
        ("quí", ["america"]),
        ("quý", ["america"]),
        ("bác sỹ", ["america"]),
        # hyphens, strokes, full stops, numbers
        ("quốc phòng-an ninh", ["defence"]),
        ("phòng-an", ["defence"]),
        ("phong-an", ["defence"]),
        ("26/1", ["numbers", "railway-nfd"]),
        ("1/26", ["numbers"]),
        ("26-1", ["numbers", "railway-nfd"]),
        ("27/1/2031", ["railway-eth"]),
        ("1.234,5", ["numbers"]),
        ("026", ["numbers"]),
        ("V.Mẫu-tin", ["foreign-names"]),
        ("v.mau-tin", ["foreign-names"]),
        ("mau tin", ["foreign-names"]),
        ("Mát-xcơ-thử", ["foreign-names"]),
        ("COVID-19", ["foreign-names"]),
        ("G-20", ["foreign-names"]),
        ("G7", ["foreign-names"]),
        ("a_b", ["markup", "defence"]),
        ("ab", ["markup"]),
        # phrases
        ('"hợp tác quốc phòng"', ["defence"]),
        ("hợp tác quốc phòng", ["defence", "defence-apart"]),
        ('"hà nội lào cai"', ["railway-nfc"]),
        ('"đường bộ" "đường sắt"', ["newest", "railway-nfd"]),
        ('"kinh tế quan hệ"', []),
        ('"văn đường"', []),  # from the title into the text
        # not
        ("đường -sắt", []),
        ("đường -thủy -hà", ["other-duong", "invisible"]),
        ('sắt -"đường sắt"', ["other-duong"]),
        ("quan hệ -kinh", ["america", "peace-old"]),
        # or
        ("railway OR G7", ["english", "foreign-names"]),
        ("khoẻ OR G7 OR 12%", ["numbers", "foreign-names", "peace-new"]),
        ("hai OR zzz lào", ["railway-nfc"]),
        ("zzz OR yyy", []),
        # beginnings
        ("covi*", ["foreign-names"]),
        ("lyo*", ["america"]),
        ("ly*", ["america"]),
        ('"quốc ph"*', ["defence"]),
        ("dien da*", ["railway-nfc", "numbers"]),
        # leaders by any of their names
        ("shih", ["paragraphs", "america", "defence", "railway-nfc"]),
        ("Shih Jin-thi", ["paragraphs", "america", "defence", "railway-nfc"]),
        ("tạ cận thí", ["paragraphs", "america", "defence", "railway-nfc"]),
        ("chủ tịch thí", ["paragraphs", "america", "defence", "railway-nfc"]),
        ("shih quốc phòng", ["defence"]),
        ("anna", ["railway-plain", "newest", "foreign-names", "peace-old"]),
        ("muster -g7", ["railway-plain", "newest", "peace-old"]),
        # markup, other scripts
        ("<script>", ["markup"]),
        ("中文", ["markup"]),
        ("РУССКИЙ", ["markup"]),
        # never published
        ("nháp", []),
        ("zzzz", []),
    ],
)
def test_events(typed, slugs):
    assert found(typed) == slugs


@pytest.mark.parametrize(
    ("typed", "quotes"),
    [
        ("đường sắt", ["newest 0", "railway-nfd 35", "railway-nfc 17", "railway-plain 8"]),
        ("duong sat", ["newest 0", "railway-plain 8", "railway-nfd 35", "railway-nfc 17"]),
        ('"đường sắt hà nội"', ["railway-nfc 17"]),
        ("quan hệ", ["newest 33", "america 23"]),
        ("quan hệ -sâu", ["america 23"]),
        ("quốc phòng", ["defence 0", "defence 58"]),
        ('"quốc phòng"', ["defence 0"]),
        ("muster", ["newest 0", "foreign-names 56", "railway-plain 8"]),
        ("muster sat", ["newest 0", "railway-plain 8"]),
        ("mạnh OR 12%", ["numbers 31", "peace-new 34"]),
        ("điện đàm", []),  # the title of an event is not what was said
        ("đường sắt là chuyện khác", []),  # rejected
    ],
)
def test_commitments(typed, quotes):
    assert found(typed, "commitments") == quotes


def test_only_what_is_not_wanted_finds_the_rest():
    assert found("-hai -ông -và -ngày -họ -sáng") == ["english"]
