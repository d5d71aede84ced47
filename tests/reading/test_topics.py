from __future__ import annotations

import pytest

from events.reading.lexicon import load
from events.reading.sentences import sentence
from events.reading.topics import topics


def topics_of(text: str, code: str = "vi") -> tuple[str, ...]:
    words = sentence(text)
    return topics(words, 0, len(words.words), load().languages[code])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đẩy nhanh kết nối đường sắt", ("transport",)),
        ("hợp tác quốc phòng - an ninh", ("defence", "public-security")),
        ("hợp tác công nghiệp quốc phòng", ("defence",)),
        ("hợp tác công nghiệp", ("economy",)),
        ("phát triển quan hệ quốc phòng", ("defence",)),
        ("nâng cấp cơ chế đối thoại an ninh", ("high-level-exchange", "public-security")),
        ("làm cầu nối cho doanh nghiệp", ("investment",)),
        ("đường lối đối ngoại đa phương hóa, đa dạng hóa", ("foreign-policy",)),
        ("Bộ trưởng Quốc phòng hai nước giữ liên hệ", ()),
        ("mở rộng đầu tư, vì hòa bình, ổn định", ("investment",)),
        ("phối hợp tại các diễn đàn đa phương vì hòa bình", ("multilateral", "peace-security")),
        ("đưa quan hệ song phương đi vào chiều sâu", ("relations",)),
        ("hợp tác du lịch vì quan hệ hai nước", ("tourism",)),
        ("các lĩnh vực hợp tác thực chất", ()),
        ("tuyên truyền, giáo dục trong nhân dân", ()),
        ("giáo dục và đào tạo", ("education",)),
        ("cung cấp thủy sản ổn định", ("agriculture", "trade")),
        ("cung cấp giáo viên và thủy sản", ("agriculture", "education")),
        ("cung cấp thông tin cho nhau", ()),
        ("dành 20 triệu USD cho nông nghiệp", ("agriculture", "finance")),
        ("lập tổ công tác về đường sắt", ("transport",)),
        ("lập tổ công tác chung", ("high-level-exchange",)),
        ("mở rộng quan hệ với Trung Đông", ("relations",)),
        ("thúc đẩy hòa bình ở Trung Đông", ("peace-security",)),
        ("quan hệ kinh tế, thương mại và đầu tư", ("economy", "investment", "trade")),
    ],
)
def test_topics_are_what_the_words_name(text: str, expected: tuple[str, ...]) -> None:
    assert topics_of(text) == expected


def test_english_topics() -> None:
    assert topics_of("provide patrol vessels and ease visa procedures", "en") == ("defence", "tourism")
    assert topics_of("supply wheat over ten years", "en") == ("agriculture", "trade")
    assert topics_of("supply the figures in time", "en") == ()
    assert topics_of("invest 20 million dollars in energy", "en") == ("energy", "investment")
    assert topics_of("give 20 million dollars for schools of vocational training", "en") == ("education", "finance")
    assert topics_of("cross-border transmission of electricity", "en") == ("energy",)
    assert topics_of("send medical supplies through the Red Crescent to Gaza", "en") == ("health", "humanitarian")
    assert topics_of("economic and trade cooperation", "en") == ("economy", "trade")
