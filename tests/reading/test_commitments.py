from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.conftest import Said, quotes_of, reading_of

VN, LA, BOTH = ("VN",), ("LA",), ("VN", "LA")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a cue with its subject; clauses after semicolons inherit source and act
        (
            "Thủ tướng Lê Văn Tám đề nghị hai bên mở thêm cửa khẩu; nâng cấp đường sắt.",
            [("propose", VN, "hai bên mở thêm cửa khẩu"), ("propose", VN, "nâng cấp đường sắt")],
        ),
        # a verb of reporting: the act is that of what it governs, whose subject stays in the quote
        (
            "Ông Xổm-chay khẳng định Lào sẵn sàng hợp tác về điện gió.",
            [("pledge", LA, "Lào sẵn sàng hợp tác về điện gió")],
        ),
        ("Thủ tướng Lê Văn Tám khẳng định Việt Nam ủng hộ Lào.", [("support", VN, "Việt Nam ủng hộ Lào")]),
        ("Hai bên khẳng định quyết tâm chống tội phạm.", [("pledge", BOTH, "chống tội phạm")]),
        ("Hai bên khẳng định tiếp tục giữ gìn biên giới.", [("affirm", BOTH, "tiếp tục giữ gìn biên giới")]),
        # an assessment, thanks, praise, belief: nothing
        ("Hai bên nhấn mạnh quan hệ đang ở giai đoạn tốt đẹp nhất.", []),
        ("Ông Xổm-chay cảm ơn Việt Nam đã giúp đỡ; đánh giá cao thành tựu của Việt Nam.", []),
        ("Hai bên bày tỏ tin tưởng quan hệ hai nước sẽ phát triển.", []),
        # a neutral cue ends what was open
        (
            "Thủ tướng Lê Văn Tám đề nghị Lào mở cửa khẩu, đánh giá cao nỗ lực của Lào.",
            [("propose", VN, "Lào mở cửa khẩu")],
        ),
        # a second act splits
        (
            "Thủ tướng Lê Văn Tám khẳng định Việt Nam coi trọng quan hệ với Lào, mong muốn thúc đẩy đầu tư.",
            [("affirm", VN, "Việt Nam coi trọng quan hệ với Lào"), ("propose", VN, "thúc đẩy đầu tư")],
        ),
        # the participle first: the subject follows
        (
            "Hoan nghênh doanh nghiệp Lào đầu tư, Thủ tướng Lê Văn Tám đề nghị Lào giảm thuế.",
            [("welcome", VN, "doanh nghiệp Lào đầu tư"), ("propose", VN, "Lào giảm thuế")],
        ),
        # a sentence without subject goes on
        (
            "Hai bên nhất trí mở cửa khẩu.\n\nThúc đẩy hợp tác du lịch.",
            [("agree", BOTH, "mở cửa khẩu"), ("agree", BOTH, "Thúc đẩy hợp tác du lịch")],
        ),
        # negation of the cue, possibility, and what was said at an earlier time: nothing
        ("Hai bên chưa thống nhất về thời điểm ký.", []),
        ("Ông Xổm-chay không đề nghị tăng vốn vay.", []),
        ("Hai bên từng cam kết nâng kim ngạch.", []),
        ("Tại cuộc gặp tháng 2/2019, hai bên đã nhất trí mở cửa khẩu.", []),
        # a negation inside the content counts
        ("Lào sẽ không để ai chống phá Việt Nam.", [("pledge", LA, "không để ai chống phá Việt Nam")]),
        # reciprocity is content, support of the asked side is asked for
        ("Hai bên nhất trí mở cửa khẩu; ủng hộ nhau tại ASEAN.", [
            ("agree", BOTH, "mở cửa khẩu"), ("agree", BOTH, "ủng hộ nhau tại ASEAN")]),
        ("Thủ tướng Lê Văn Tám đề nghị Lào mở cửa khẩu, ủng hộ Việt Nam tại ASEAN.", [
            ("propose", VN, "Lào mở cửa khẩu, ủng hộ Việt Nam tại ASEAN")]),
        # tasks: agreed by both, pledged by one
        ("Hai Thủ tướng giao các bộ rà soát thỏa thuận.", [("agree", BOTH, "các bộ rà soát thỏa thuận")]),
        ("Thủ tướng Lê Văn Tám giao Bộ Công Thương rà soát.", [("pledge", VN, "Bộ Công Thương rà soát")]),
        # a position tells the act where it is one of support
        ("Thủ tướng Lê Văn Tám khẳng định lập trường nhất quán của Việt Nam ủng hộ giải pháp hai nhà nước.", [
            ("support", VN, "lập trường nhất quán của Việt Nam ủng hộ giải pháp hai nhà nước")]),
        # this country is the speaker's own; a noun may begin like a particle; a conference undertakes nothing
        ("Thủ tướng Lào nêu rõ nước này sẵn sàng cung cấp than.", [("pledge", LA, "nước này sẵn sàng cung cấp than")]),
        ("Thủ tướng Lê Văn Tám khẳng định ủng hộ sự nghiệp đổi mới của Lào.", [
            ("support", VN, "sự nghiệp đổi mới của Lào")]),
        ("Hội nghị sẽ quy tụ đại diện của nhiều nước.", []),
        # what points to something said before is no object to share
        ("Thủ tướng Xổm-chay tán thành đề xuất này và trân trọng mời Thủ tướng Lê Văn Tám thăm Lào.", [
            ("propose", LA, "Thủ tướng Lê Văn Tám thăm Lào")]),
        # an invitation that is passed on is another's
        ("Thủ tướng Lê Văn Tám nhờ ông Xổm-chay chuyển lời mời Chủ tịch nước Lào thăm Việt Nam.", []),
        # a welcome of a visit is a greeting
        ("Thủ tướng Lê Văn Tám hoan nghênh Thủ tướng Xổm-chay Phôm-ma thăm chính thức Việt Nam.", []),
        ("Thủ tướng Lê Văn Tám hoan nghênh Thủ tướng Xổm-chay Phôm-ma thăm Việt Nam.", []),
        # a state's own programme is no commitment
        ("Việt Nam kiên định mục tiêu của mình.", []),
    ],
)  # fmt: skip
def test_what_counts_and_where_it_begins_and_ends(
    said: Callable[[str], list[Said]], text: str, expected: list[Said]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        ("Hai nhà lãnh đạo nhất trí mở cửa khẩu.", ("Lê Văn Tám", "Xổm-chay Phôm-ma")),
        ("Hai bên nhất trí mở cửa khẩu.", ()),
        ("Thủ tướng đề nghị Lào mở cửa khẩu.", ("Lê Văn Tám",)),
        ("Thủ tướng Lào đề nghị mở cửa khẩu.", ("Xổm-chay Phôm-ma",)),
        ("Người đồng cấp Lào đề nghị mở cửa khẩu.", ("Xổm-chay Phôm-ma",)),
        ("Lào sẵn sàng mở cửa khẩu.", ()),
        ("Sau khi tiếp Chủ tịch Quốc hội Lào, Thủ tướng đề nghị mở cửa khẩu.", ("Lê Văn Tám",)),
        ("Ông Xổm-chay cảm ơn. Ông đề nghị mở cửa khẩu.", ("Xổm-chay Phôm-ma",)),
        ("Theo Thủ tướng Lê Văn Tám, Việt Nam đề nghị mở cửa khẩu.", ("Lê Văn Tám",)),
    ],
)
def test_who_says_it(text: str, leaders: tuple[str, ...]) -> None:
    assert [quote.leaders for quote in quotes_of(text)] == [leaders]


def test_a_direct_quotation_is_quoted_without_its_marks_and_sentence_by_sentence() -> None:
    quotes = quotes_of('"Chúng tôi sẽ mở cửa khẩu mới. Tình bạn của chúng ta rất đẹp", ông Xổm-chay nói.')
    assert [(quote.quote, quote.manner, quote.leaders) for quote in quotes] == [
        ("Chúng tôi sẽ mở cửa khẩu mới", "direct", ("Xổm-chay Phôm-ma",))
    ]


def test_two_leaders_of_three_are_the_first_of_each_side() -> None:
    text = "Bộ trưởng Công an Lào Khăm Xay đề nghị mở cửa khẩu. Hai nhà lãnh đạo nhất trí mở cửa khẩu."
    assert [quote.leaders for quote in quotes_of(text)] == [("Khăm Xay",), ("Lê Văn Tám", "Xổm-chay Phôm-ma")]


def test_a_bare_rank_stands_for_whoever_bears_it() -> None:
    text = "Thượng tướng Lê Văn Tám cảm ơn. Ông Xổm-chay cảm ơn. Thượng tướng đề nghị mở cửa khẩu."
    assert [quote.leaders for quote in quotes_of(text)] == [("Lê Văn Tám",)]


def test_a_quotation_in_a_quotation_ends_before_the_attribution() -> None:
    text = 'Đại tướng Lê Văn Tám cảm ơn. "Việt Nam kiên trì chính sách quốc phòng "bốn không"", Đại tướng nhấn mạnh.'
    assert [(quote.quote, quote.leaders) for quote in quotes_of(text)] == [
        ('Việt Nam kiên trì chính sách quốc phòng "bốn không"', ("Lê Văn Tám",))
    ]


def test_a_short_quotation_is_a_term() -> None:
    assert [quote.quote for quote in quotes_of('Hai bên nhất trí theo định hướng "6 hơn".')] == [
        'theo định hướng "6 hơn"'
    ]


def test_a_lede_that_the_report_says_again_does_not_count_twice() -> None:
    lede = "Ngày 5/3, Thủ tướng Lê Văn Tám hội đàm với Thủ tướng Lào Xổm-chay Phôm-ma, nhất trí mở thêm cửa khẩu."
    quotes = reading_of(lede + "\n\n" + "Hai bên nhất trí sớm mở thêm cửa khẩu tại miền Trung.").commitments
    assert [quote.quote for quote in quotes] == ["sớm mở thêm cửa khẩu tại miền Trung"]


def test_confidence_falls_with_what_is_taken_over() -> None:
    quotes = quotes_of("Ông Xổm-chay đề nghị mở cửa khẩu; sửa đường.\n\nThúc đẩy du lịch. Lào sẵn sàng mua điện.")
    assert [(quote.rule, quote.confidence) for quote in quotes] == [
        ("subject", 0.95),
        ("semicolon", 0.85),
        ("elliptical", 0.65),
        ("subject", 0.81),
    ]


ENGLISH = "On March 5, Prime Minister Le Van Tam held talks with Lao Prime Minister Somtest Phomma in Hanoi.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tam said Vietnam supports Laos.", [("support", VN, "Vietnam supports Laos")]),
        ("Both sides should open a gate.", []),
        ("Both sides should open a gate, Phomma said.", [("propose", LA, "Both sides should open a gate")]),
        (
            "Phomma called for more investment and agreed to open a border gate.",
            [("propose", LA, "more investment"), ("agree", LA, "open a border gate")],
        ),
        ("They did not agree on a date.", []),
        ("Phomma, for his part, pledged to buy more power.", [("pledge", LA, "buy more power")]),
        ("Tam stressed the importance of trade.", [("affirm", VN, "the importance of trade")]),
    ],
)
def test_english_is_read_by_the_same_rules(text: str, expected: list[Said]) -> None:
    quotes = reading_of(ENGLISH + text).commitments
    assert [(quote.act, quote.sides, quote.quote) for quote in quotes] == expected


ARGENTINE = (
    "Hanoi (VNA) – Prime Minister Le Van Tam held talks with President of Argentina Ana Sample on March 5, 2024.\n\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # those of a state, by its adjective, undertake for it
        (
            "Argentine laboratories would transfer vaccine technology to Vietnam, President Sample added.",
            [("pledge", "Argentine laboratories would transfer vaccine technology to Vietnam")],
        ),
        # a standing is a position, whatever it is the standing of
        (
            "President Sample stressed that Taiwan is an inalienable part of China's territory.",
            [("affirm", "Taiwan is an inalienable part of China's territory")],
        ),
        ("President Sample stressed that Taiwan is a large island.", []),
        # a parenthesis may tell to whom it is said
        (
            "Vietnam stands ready to open a gateway for Argentine wine, Tam told his guest, urging her to help.",
            [
                ("pledge", "Vietnam stands ready to open a gateway for Argentine wine"),
                ("propose", "her to help"),
            ],
        ),
        # a capital is a state's voice, however small the state
        (
            "Tam met the Georgian minister. Tbilisi supports a direct flight to Hanoi, the guest said.",
            [("support", "Tbilisi supports a direct flight to Hanoi")],
        ),
        # what was agreed at an earlier meeting is background
        ("At their previous meeting in 2022, the two sides agreed to set up a council.", []),
        ("During President Sample's visit to Vietnam in 2022, the two sides agreed to set up a council.", []),
        ("The two countries signed a plant quarantine protocol in 2022.", []),
        # greetings
        ("Welcoming the guest, Tam said trade has grown.", []),
        ("The two leaders exchanged congratulations on the anniversary.", []),
        ("Both countries are also committed to opening a gate.", [("pledge", "opening a gate")]),
        # what is added to a quotation
        (
            '"Vietnam will open a gate for Argentine wine," Tam said, adding that both sides should cut tariffs.',
            [("pledge", "Vietnam will open a gate for Argentine wine"), ("propose", "both sides should cut tariffs")],
        ),
    ],
)
def test_what_is_said_of_others_than_the_sides(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(quote.act, quote.quote) for quote in reading_of(ARGENTINE + text).commitments] == expected


def test_what_only_points_to_what_was_said_before_is_no_commitment() -> None:
    text = "Nhận lời đề nghị này, Thủ tướng Lê Văn Tám cho biết Việt Nam sẽ cử 20 chuyên gia sang Lào."
    assert [quote.quote for quote in quotes_of(text)] == ["Việt Nam sẽ cử 20 chuyên gia sang Lào"]


def test_a_year_before_an_occasion_tells_of_an_earlier_time() -> None:
    assert quotes_of("Năm 2021, tại kỳ họp lần thứ tư, hai bên đã nhất trí thành lập nhóm công tác.") == ()
