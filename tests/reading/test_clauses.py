"""Which cue opens which content: one family of sentences each, with invented people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.conftest import Said, reading_of

VN, LA, BOTH = ("VN",), ("LA",), ("VN", "LA")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a numbered list goes on with the act of what announces it
        (
            "Thủ tướng Lê Văn Tám đề xuất ba trọng tâm. Thứ nhất, hoàn thiện hạ tầng. Lào rất đẹp. "
            "Thứ hai, đơn giản hóa thủ tục.",
            [("propose", VN, "ba trọng tâm"), ("propose", VN, "hoàn thiện hạ tầng"),
             ("propose", VN, "đơn giản hóa thủ tục")],
        ),
        # … unless the item tells how things are
        ("Hai bên nhất trí mở cửa khẩu. Hợp tác giáo dục cũng được nhắc đến.", [("agree", BOTH, "mở cửa khẩu")]),
        # a position and an undertaking inside one complement are two
        (
            "Ông Xổm-chay khẳng định Lào dành cho Việt Nam vị trí ưu tiên, sẵn sàng tiếp nhận 50 học viên.",
            [("affirm", LA, "Lào dành cho Việt Nam vị trí ưu tiên"), ("pledge", LA, "tiếp nhận 50 học viên")],
        ),
        # two verbs with one object are one
        (
            "Ông Xổm-chay khẳng định Lào coi trọng và sẽ tiếp tục hợp tác với Việt Nam.",
            [("pledge", LA, "Lào coi trọng và sẽ tiếp tục hợp tác với Việt Nam")],
        ),
        # a public body's undertaking is its side's
        (
            "Ông Xổm-chay khẳng định các bộ, ngành Lào sẽ phối hợp với Việt Nam.",
            [("pledge", LA, "các bộ, ngành Lào sẽ phối hợp với Việt Nam")],
        ),
        ("Ông Xổm-chay cảm ơn, giao Bộ Ngoại giao thu xếp.", [("pledge", LA, "Bộ Ngoại giao thu xếp")]),
        ("Ông Xổm-chay giao Ban Đối ngoại soạn đề án.", [("pledge", LA, "Ban Đối ngoại soạn đề án")]),  # no "giao ban"
        # a basis from before is no earlier time
        (
            "Trên cơ sở kết quả làm việc trước đó, hai bên nhất trí mở cửa khẩu.",
            [("agree", BOTH, "mở cửa khẩu")],
        ),
        # a name with capitals holds no cue; what is issued or adopted is announced
        (
            'Hai bên cam kết thực hiện "Thỏa thuận về nguyên tắc chỉ đạo hợp tác", tôn trọng nhau.',
            [("pledge", BOTH, 'thực hiện "Thỏa thuận về nguyên tắc chỉ đạo hợp tác", tôn trọng nhau')],
        ),
        ("Hai bên đã ra Tuyên bố chung về du lịch.", [("announce", BOTH, "Tuyên bố chung về du lịch")]),
        ("Hội nghị đã thông qua Kế hoạch hành động.", [("announce", BOTH, "Kế hoạch hành động")]),
        # a noun after "and" is no verb; what the other is asked to support is asked for
        ("Hai bên nhất trí ký hiệp định và thỏa thuận về du lịch.", [
            ("agree", BOTH, "ký hiệp định và thỏa thuận về du lịch")]),
        ("Thủ tướng Lê Văn Tám đề nghị Lào phê chuẩn hiệp định và ủng hộ việc mở cửa khẩu.", [
            ("propose", VN, "Lào phê chuẩn hiệp định và ủng hộ việc mở cửa khẩu")]),
        # an effort after what is agreed is agreed
        ("Hai bên nhất trí mở cửa khẩu; phấn đấu giảm thuế.", [
            ("agree", BOTH, "mở cửa khẩu"), ("agree", BOTH, "phấn đấu giảm thuế")]),
        # an aside between the cue and what is wished is left out
        (
            "Thủ tướng Lê Văn Tám mong muốn, dù trên cương vị nào, Lào tiếp tục mở cửa.",
            [("propose", VN, "Lào tiếp tục mở cửa")],
        ),
        # what is hoped of a guest, a bare acceptance, an assessment agreed on, an earlier year: nothing
        ("Thủ tướng Lê Văn Tám tin tưởng, thời gian tới, ông Xổm-chay sẽ thăm Huế.", []),
        ("Ông Xổm-chay nhận lời, nói rất vui được gặp lại.", []),
        ("Hai bên nhất trí, thời gian qua, hợp tác du lịch phát triển.", []),
        ("Năm 2019, hai bên đã thống nhất mở cửa khẩu.", []),
        # what somebody did later that day, what was agreed on by somebody: nothing
        ("Hai bên nhất trí mở cửa khẩu. Cùng ngày, Thủ tướng tiếp ông Khăm-pha Thử.", [("agree", BOTH, "mở cửa khẩu")]),
        ("Mục tiêu 5 tỷ USD đã được lãnh đạo hai nước nhất trí từ tháng 11/2022.", []),
        # a possessor before a comma is not who speaks after it
        (
            "Nhất trí với những gợi mở của Chủ tịch nước, Thủ tướng Lào khẳng định Lào ủng hộ Việt Nam.",
            [("agree", LA, "những gợi mở của Chủ tịch nước"), ("support", LA, "Lào ủng hộ Việt Nam")],
        ),
        (
            "Nhất trí với đề nghị mở cửa khẩu của Quốc vương, Thủ tướng cho biết Việt Nam sẽ giảm thuế.",
            [("agree", VN, "đề nghị mở cửa khẩu của Quốc vương"), ("pledge", VN, "Việt Nam sẽ giảm thuế")],
        ),
        # an occasion and a colon between the cue and what is said
        (
            "Ông Xổm-chay cho biết tại họp báo: Lào coi trọng quan hệ với Việt Nam; hoan nghênh gạo Việt Nam.",
            [("affirm", LA, "Lào coi trọng quan hệ với Việt Nam"), ("welcome", LA, "gạo Việt Nam")],
        ),
        # states that take turns
        (
            "Việt Nam cam kết mở cửa khẩu; Lào sẽ miễn thuế cho gạo Việt Nam.",
            [("pledge", VN, "mở cửa khẩu"), ("pledge", LA, "miễn thuế cho gạo Việt Nam")],
        ),
        # after a semicolon the subject is that of the clause before, though this had no cue
        (
            "Thủ tướng Lê Văn Tám gửi tới ông Xổm-chay lời thăm hỏi; đề nghị Lào mở thêm cửa khẩu.",
            [("propose", VN, "Lào mở thêm cửa khẩu")],
        ),
        (
            "Ông Xổm-chay gửi tới Thủ tướng lời thăm hỏi; bày tỏ tin tưởng trên cương vị mới, Thủ tướng sẽ thành công.",
            [],
        ),
        (
            "Ông Xổm-chay khẳng định dù ở đâu cũng sẽ vun đắp quan hệ hai nước.",
            [("pledge", LA, "dù ở đâu cũng sẽ vun đắp quan hệ hai nước")],
        ),
        (
            "Ông Xổm-chay đồng tình với đề xuất của Thủ tướng về mở cửa khẩu nhưng chưa đồng ý giảm thuế.",
            [("agree", LA, "đề xuất của Thủ tướng về mở cửa khẩu")],
        ),
        (
            "Đồng tình với các đề xuất của Thủ tướng, ông Xổm-chay cho biết, Lào coi trọng quan hệ với Việt Nam.",
            [("agree", LA, "các đề xuất của Thủ tướng"), ("affirm", LA, "Lào coi trọng quan hệ với Việt Nam")],
        ),
    ],
)  # fmt: skip
def test_what_a_cue_opens(said: Callable[[str], list[Said]], text: str, expected: list[Said]) -> None:
    assert said(text) == expected


ENGLISH = "On March 5, Prime Minister Le Van Tam held talks with Lao Prime Minister Somtest Phomma in Hanoi.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was agreed that a gate would be opened.", [("agree", BOTH, "a gate would be opened")]),
        ("They agreed in principle to open a gate, but failed to agree on a date.", [("agree", BOTH, "open a gate")]),
        # who says it stands amid the sentence, at its end, or is nobody we know
        (
            "Laos backs the new railway, Phomma said, calling for more trade.",
            [("support", LA, "Laos backs the new railway"), ("propose", LA, "more trade")],
        ),
        ("Under the plan, Laos will buy power, Phomma said.", [("pledge", LA, "Under the plan, Laos will buy power")]),
        ("Both sides will open a gate, Phomma suggested.", [("propose", LA, "Both sides will open a gate")]),
        ("Tam urged Laos to open a gate, the ministry said.", [("propose", VN, "Laos to open a gate")]),
        ("Laos supports the new railway, according to a statement.", [("support", LA, "the new railway")]),
        ("Phomma told Mr. Tam that Laos would buy power.", [("pledge", LA, "Laos would buy power")]),
        # participles and adverbs
        (
            "Stressing the importance of trade, Tam urged Laos to open a gate.",
            [("affirm", VN, "the importance of trade"), ("propose", VN, "Laos to open a gate")],
        ),
        (
            "Tam agreed to boost trade and supporting industries.",
            [("agree", VN, "boost trade and supporting industries")],
        ),
        # a noun with an owner stays whole
        ("Tam reaffirmed his readiness to open a gate.", [("pledge", VN, "his readiness to open a gate")]),
        (
            "Both sides reaffirmed their respect for the UN Charter.",
            [("affirm", BOTH, "their respect for the UN Charter")],
        ),
        (
            "Phomma expressed Laos's hope that Vietnam would open a gate.",
            [("propose", LA, "Laos's hope that Vietnam would open a gate")],
        ),
        # bodies of a side
        (
            "Lao sovereign funds will open an office in Hanoi, Phomma said.",
            [("pledge", LA, "Lao sovereign funds will open an office in Hanoi")],
        ),
        (
            "Phomma said his Administration will deliver two trucks.",
            [("pledge", LA, "his Administration will deliver two trucks")],
        ),
        # nothing is promised, only told, or only expected
        ("Phomma gave no promise on lifting the limits.", []),
        ("The agreement, Phomma noted, has opened a new chapter.", []),
        ("Phomma accepted the invitation with pleasure.", []),
        (
            "They agreed on two steps. First, open a gate. Second, the next round is expected to take place in 2027.",
            [("agree", BOTH, "two steps"), ("agree", BOTH, "open a gate")],
        ),
        ("Laos staunchly opposes new tariffs.", [("oppose", LA, "new tariffs")]),
        ("Asked about dams, Phomma voiced deep concern about river flows.", [("oppose", LA, "river flows")]),
        # what somebody's own commitment is about stays whole
        (
            "Phomma reaffirmed his unwavering commitment to trade.",
            [("pledge", LA, "his unwavering commitment to trade")],
        ),
        # a visit that is paid, regards that are passed on: nothing
        ("Phomma called on President Dao Tran Khanh on March 6.", []),
        ("Tam asked Phomma to convey his best wishes to the King.", []),
    ],
)
def test_what_an_english_cue_opens(text: str, expected: list[Said]) -> None:
    quotes = reading_of(ENGLISH + text).commitments
    assert [(quote.act, quote.sides, quote.quote) for quote in quotes] == expected


def test_in_a_transcript_we_and_i_are_whoever_the_label_names() -> None:
    turns = (
        "Prime Minister Le Van Tam: Dear colleagues,\n\nWe are ready to buy more power. I would like to thank you.\n\n"
        "Prime Minister Somtest Phomma (retranslated): Thank you.\n\nI would like to invite you to the boat race."
    )
    assert [(one.act, one.sides, one.quote) for one in reading_of(ENGLISH + turns).commitments] == [
        ("pledge", VN, "buy more power"),
        ("propose", LA, "you to the boat race"),
    ]


PERU = "Hanoi (VNA) – Prime Minister Le Van Tam met President of Peru John Sample on March 5.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what was said before is told, not said now
        ("Prime Minister Tam noted that Vietnam had vowed to cut emissions by 2050.", []),
        # work that is sent on is a second act, whoever it is sent to
        (
            "The two leaders agreed to open a trade office and tasked their foreign ministers with drafting a plan.",
            [("agree", "open a trade office"), ("agree", "their foreign ministers with drafting a plan")],
        ),
        (
            "The two leaders agreed to open a trade office and directed the two committees to draft a plan.",
            [("agree", "open a trade office"), ("agree", "the two committees to draft a plan")],
        ),
        # items with letters go on with the act that announces them
        (
            "The two leaders agreed to:\n\n(a) raise the number of scholarships;\n\n(b) expand the labour scheme.",
            [("agree", "raise the number of scholarships"), ("agree", "expand the labour scheme")],
        ),
        # a signing that is supported is content, no act of its own
        (
            "Prime Minister Tam supported the proposal that Peru and Vietnam sign a trade pact.",
            [("support", "the proposal that Peru and Vietnam sign a trade pact")],
        ),
    ],
)
def test_what_is_opened_in_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(quote.act, quote.quote) for quote in reading_of(PERU + text).commitments] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a pointer to what follows is none of it
        (
            "Hai bên thống nhất các nội dung sau:\n\n1. Mở thêm cửa khẩu trong năm nay.",
            [("agree", "Mở thêm cửa khẩu trong năm nay")],
        ),
        (
            '"Chúng tôi không chỉ mong các bạn mở cửa khẩu, mà mong các bạn xây cầu", ông Xổm-chay nói.',
            [("propose", "Chúng tôi không chỉ mong các bạn mở cửa khẩu, mà mong các bạn xây cầu")],
        ),
        # a programme is none
        ("Dự kiến ngày 7/3, hai nhà lãnh đạo sẽ dự hội nghị ba bên.", []),
        (
            "Hai nhà lãnh đạo nhất trí nâng cấp quan hệ, đồng thời giao Bộ trưởng Ngoại giao hai nước soạn đề án.",
            [("agree", "nâng cấp quan hệ"), ("agree", "Bộ trưởng Ngoại giao hai nước soạn đề án")],
        ),
        # a province is its state's
        ("Quảng Trị sẽ cử bác sĩ sang giúp Savannakhet.", [("pledge", "cử bác sĩ sang giúp Savannakhet")]),
    ],
)
def test_what_is_opened_in_vietnamese(
    text: str, expected: list[tuple[str, str]], said: Callable[[str], list[Said]]
) -> None:
    assert [(act, quote) for act, _sides, quote in said(text)] == expected
