from __future__ import annotations

import pytest

from events.reading.kinds import kind_of, place_of
from events.reading.lexicon import load
from events.reading.sentences import sentence


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thủ tướng điện đàm với Thủ tướng Lào", "phone-call"),
        ("Thủ tướng hội đàm trong khuôn khổ chuyến thăm cấp Nhà nước", "talks"),
        ("Trong khuôn khổ chuyến thăm chính thức, Thủ tướng hội kiến", "courtesy-call"),
        ("Chủ tịch Quốc hội tiếp Đại sứ đang thăm và làm việc", "reception"),
        ("Bên lề hội nghị cấp cao, Thủ tướng gặp Tổng thống", "meeting"),
        ("Tổng Bí thư bắt đầu thăm cấp Nhà nước Hàn Quốc", "state-visit"),
        ("Thủ tướng kết thúc tốt đẹp chuyến thăm chính thức Lào", "official-visit"),
        ("Thủ tướng Lào sẽ thăm chính thức Việt Nam", "visit-announcement"),
        ("Thủ tướng dự Hội nghị cấp cao ASEAN", "summit"),
        ("Lãnh đạo Việt Nam gửi điện mừng Quốc khánh Lào", "congratulation"),
        ("Thủ tướng gửi điện chia buồn", "condolence"),
        ("Thủ tướng Ấn Độ mời Thủ tướng Lê Văn Tám dự hội nghị thượng đỉnh", "invitation"),
        ("Đặc phái viên của Tổng thống chuyển thông điệp", "envoy"),
        ("Tuyên bố chung Việt Nam - Pháp", "joint-statement"),
        ("Người phát ngôn trả lời tại họp báo", "press-conference"),
        ("Người phát ngôn nói về chuyến thăm chính thức", "official-visit"),
        ("Người phát ngôn nói về tình hình khu vực", "press-conference"),
        ("Hai nước tiếp tục phát triển", "other"),
    ],
)
def test_the_first_verb_that_joins_the_parties_tells_the_kind(text: str, kind: str) -> None:
    assert kind_of([sentence(text)], load().languages["vi"]) == kind


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Chiều 5/3, tại Nhà Trắng, Thủ tướng hội đàm", "talks", None),
        ("tại thủ đô Bắc Kinh, hai bên", "talks", "Bắc Kinh"),
        ("tại Nhà Quốc hội, hai bên", "talks", None),
        ("tại Hà Nội, hai bên", "phone-call", None),
    ],
)
def test_the_place_is_a_city_and_calls_have_none(text: str, kind: str, place: str | None) -> None:
    assert place_of([sentence(text)], "", kind, load().languages["vi"]) == place


def test_here_is_the_city_of_the_dateline() -> None:
    text = "held talks here on Monday"
    assert place_of([sentence(text)], "Hanoi", "talks", load().languages["en"]) == "Hanoi"


def test_a_signing_is_no_visit() -> None:
    text = "Việt Nam - Lào ký Biên bản ghi nhớ trong chuyến công tác"
    assert kind_of([sentence(text)], load().languages["vi"]) == "signing"
