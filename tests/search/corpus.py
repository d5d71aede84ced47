"""A small invented archive in which the same words are written in every way that articles and readers write them.

Nobody here exists, and none of this was ever said. Events are listed from the oldest to the newest: the row further
down is the newer one. NFD stands for text whose accents are characters of their own, as some systems save it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from events.models import Event, LeaderAlias
from tests.records import a_commitment, a_kind, a_leader, a_topic, an_act, an_actor, an_event


def nfd(text: str) -> str:
    """Return the text with its accents as characters of their own."""
    return unicodedata.normalize("NFD", text)


@dataclass(frozen=True)
class Report:
    """One event: its slug, title and text, who takes part, and the quotes of its commitments with who says them."""

    slug: str
    title: str
    body: str
    leaders: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()  # the quote, and the name of who says it or ""
    rejected: tuple[str, ...] = ()  # quotes of commitments that staff rejected
    status: str = "published"


LEADERS = {  # name → name in English, aliases, state
    "Lê Hoà Mẫu": ("Le Hoa Mau", ("Lê Hòa Mẫu",), "VN"),
    "Trần Thử": ("Tran Thu", (), "VN"),
    "Đỗ Đường": ("Do Duong", (), "VN"),
    "Tạ Cận Thí": ("Shih Jin-thi", ("Chủ tịch Thí",), "XA"),
    "Anna Muster": ("Anna Muster", ("An-na Mu-xtơ", "V.Mu-xtơ"), "XB"),
}

REPORTS = (
    Report(
        "railway-nfc",
        "Điện đàm về đường sắt",
        "Hai bên nhất trí mở tuyến đường sắt Hà Nội – Lào Cai. Quan hệ kinh tế phát triển tốt đẹp.",
        ("Lê Hoà Mẫu", "Tạ Cận Thí"),
        (("mở tuyến đường sắt Hà Nội – Lào Cai", "Lê Hoà Mẫu"),),
    ),
    Report(
        "railway-nfd",
        "Hội đàm",
        nfd("Ngày 26/1, lãnh đạo hai nước bàn về đường sắt và đường bộ. Thuỷ sản là lĩnh vực mới."),
        ("Trần Thử",),
        ((nfd("bàn về đường sắt và đường bộ"), ""),),
    ),
    Report(
        "railway-eth",
        "ÐƯỜNG SẮT NỐI HAI NƯỚC".replace("Đ", "Ð"),
        "Lễ khởi công diễn ra sáng 27/1/2031 tại ga biên giới. Thủy sản không được nhắc tới.",
        ("Lê Hoà Mẫu",),
    ),
    Report(
        "railway-plain",
        "Hai nuoc ban ve hop tac",
        "Hai ben ban ve duong sat, thuy san va hoa binh. Ba Anna Muster tham du.",
        ("Anna Muster",),
        (("ban ve duong sat", "Anna Muster"),),
    ),
    Report(
        "other-duong",
        "Ông Dương gặp người sắt đá",
        "Nữ sĩ Dương Thu Thử là người sắt đá. Đương nhiên, con đường còn dài và nhà máy sắt ở xa.",
        ("Đỗ Đường",),
    ),
    Report(
        "peace-old",
        "Vì hòa bình và phát triển",
        "Vì hoà bình, ổn định ở khu vực; hai bên ủng hộ hòa bình. Kỷ niệm 75 năm quan hệ.",
        ("Lê Hoà Mẫu", "Anna Muster"),
        (("ủng hộ hòa bình", "Lê Hoà Mẫu"),),
    ),
    Report(
        "peace-new",
        "Hội kiến nhân dịp kỉ niệm",
        "Nhân kỉ niệm ngày kí kết, hai bên khẳng định khoẻ mạnh, hoà bình và thịnh vượng.",
        ("Trần Thử",),
        (("khẳng định khoẻ mạnh, hoà bình và thịnh vượng", "Trần Thử"),),
    ),
    Report(
        "defence",
        "Đối thoại quốc phòng-an ninh",
        "Hợp tác quốc phòng - an ninh là trụ cột. Hợp tác quốc tế, quốc gia và phòng vệ cũng được bàn. A&B 50%.",
        ("Tạ Cận Thí",),
        (("Hợp tác quốc phòng - an ninh là trụ cột", "Tạ Cận Thí"), ("quốc gia và phòng vệ", "")),
    ),
    Report(
        "defence-apart",
        "Hợp tác nhiều mặt",
        "Quốc hội và phòng thương mại hợp tác; tác giả quốc tịch Mỹ hợp ý. An toàn, ninh gia trang.",
        ("Trần Thử",),
    ),
    Report(
        "foreign-names",
        "Tiếp ông V.Mẫu-tin",
        "Ông V.Mẫu-tin và bà An-na Mu-xtơ đến từ Mát-xcơ-thử. Họ nói về G7, G-20, COVID-19 và Nghị quyết 1325.",
        ("Anna Muster",),
        (("nói về G7, G-20, COVID-19", "Anna Muster"),),
    ),
    Report(
        "numbers",
        "Ngày 26/1 và ngày 1/26",
        "Kim ngạch đạt 1.234,5 tỷ đồng, tăng 12%, năm 2030-2031. Điện thoại 026. Số 26 rồi 1.",
        (),
        (("tăng 12%", ""),),
    ),
    Report(
        "english",
        "Phone call with Mr Le Hoa Mau",
        "The two sides agreed to build a railway. They moved to Lam Son, to lam a phrase. My country, your country.",
        ("Lê Hoà Mẫu",),
        (("agreed to build a railway", "Lê Hoà Mẫu"),),
    ),
    Report(
        "to-lam",
        "Ông Tố Lầm thăm trường",
        "Ông Tố Lầm (tên thử) thăm trường. Ông Tô Lãm (tên thử) vắng mặt. Ai tô, ai lấm?",
        (),
    ),
    Report(
        "america",
        "Quan hệ với Mỹ",
        "Hoa Kỳ, còn gọi là Mĩ, coi trọng quan hệ. Lý do: lí lẽ ấy. Ly Lyon. Bác sỹ, bác sĩ. Quý và quí.",
        ("Tạ Cận Thí", "Trần Thử"),
        (("coi trọng quan hệ", "Tạ Cận Thí"),),
    ),
    Report(
        "rejected",
        "Không có gì",
        "Ông nói đường sắt là chuyện khác, đường thủy là chuyện khác nữa.",
        ("Đỗ Đường",),
        (("đường thủy là chuyện khác nữa", "Đỗ Đường"),),
        rejected=("đường sắt là chuyện khác",),
    ),
    Report(
        "markup",
        "<b>Đậm</b> & “ngoặc” 'đơn'",
        "Viết <script>alert('xss')</script> rồi viết a_b, a-b, a.b, a/b và ab; "
        "\u00bd của ｆｕｌｌ. 中文 và русский, ελληνικά.",
        (),
    ),
    Report(
        "invisible",
        "Chữ\u00a0có\u200bzero và mềm",
        "Hợp\u00adtác và hợp\u200b tác; đường\u00a0sắt, đường\u2003sắt, đường\nsắt, đường‐sắt.",
        ("Trần Thử",),
    ),
    Report(
        "paragraphs",
        "Đoạn văn",
        "Đường\n\nsắt. Hà Nội ngày 2 tháng 3.\n\nViệt Nam và Nước A ra tuyên bố chung về biển đảo.",
        ("Lê Hoà Mẫu", "Tạ Cận Thí"),
        (("ra tuyên bố chung về biển đảo", ""),),
    ),
    Report("draft", "Bản nháp về đường sắt", "Bản nháp về đường sắt này chưa đăng.", ("Trần Thử",), status="draft"),
    Report(
        "newest",
        "Họp báo về quan hệ kinh tế",
        "Đường sắt, đường bộ, đường thủy: quan hệ kinh tế ngày càng sâu. Hai bên nhất trí.",
        ("Đỗ Đường", "Anna Muster"),
        (("quan hệ kinh tế ngày càng sâu", "Đỗ Đường"), ("Đường sắt, đường bộ, đường thủy", "Anna Muster")),
    ),
)


def make() -> None:
    """Write the corpus into the database and index it."""
    from events.indexing import reindex  # noqa: PLC0415

    actors = {
        "VN": an_actor(),
        "XA": an_actor("XA", "Nước A", "Country A"),
        "XB": an_actor("XB", "Nước B", "Country B"),
    }
    leaders = {}
    for name, (latin, aliases, state) in LEADERS.items():
        leaders[name] = a_leader(name, actors[state], name_latin=latin)
        for alias in aliases:
            LeaderAlias.objects.create(leader=leaders[name], name=alias)
    kinds = [a_kind(), a_kind("talks", "Hội đàm", "Talks")]
    acts = [an_act(), an_act("propose", "đề nghị", "propose")]
    topics = [a_topic("rail", "Đường sắt", "Railways"), a_topic("peace", "Hòa bình", "Peace")]
    for number, report in enumerate(REPORTS):
        event = an_event(
            report.slug,
            date(2030 + number // 10, 1 + number % 10, 1),
            [leaders[name] for name in report.leaders],
            title=report.title,
            body=report.body,
            kind=kinds[number % 2],
            status=report.status,
        )
        for place, (quote, speaker) in enumerate(report.quotes):
            said = {"leaders": [leaders[speaker]], "actors": [leaders[speaker].actor]} if speaker else {}
            a_commitment(event, quote, acts[place % 2], topics=topics[number % 3 : number % 3 + 1], **said)
        for quote in report.rejected:
            a_commitment(event, quote, acts[0], review="rejected")
    reindex(Event.objects.values_list("pk", flat=True))
