"""What changed in the words; each half of a difference is its passage again."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.following import differences as module
from events.following.differences import Change, differences

WORDS = [
    "đường",
    "sắt",
    "Đường",
    "duong",
    "hoà",
    "hòa",
    "3",
    "18.1.1950",
    ",",
    " - ",
    "\n\n",
    "Tập",
    "Cận",
    "Bình",
    "tác",
]
passages = st.one_of(
    st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join), st.lists(st.sampled_from(WORDS)).map("".join)
)


def marked(older, newer):
    """The difference on one line: what was removed as [-…-], what was added as {+…+}."""
    signs = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(
        signs[change].format(new if change == "kept" else old or new) for change, old, new in differences(older, newer)
    )


@given(passages, passages)
def test_kept_and_added_are_the_newer_passage_and_kept_and_removed_the_older(older, newer):
    parts = differences(older, newer)
    assert "".join(part.newer for part in parts if part.change != Change.REMOVED) == newer
    assert "".join(part.older for part in parts if part.change != Change.ADDED) == older
    assert [part for part in parts if part.change == Change.ADDED and part.older] == []
    assert [part for part in parts if part.change == Change.REMOVED and part.newer] == []


@given(passages)
def test_a_passage_does_not_differ_from_itself(passage):
    assert [part.change for part in differences(passage, passage)] == ["kept"] * bool(passage)


@given(passages, passages)
def test_no_two_parts_side_by_side_share_a_fate(older, newer):
    changes = [part.change for part in differences(older, newer)]
    assert all(one != other for one, other in pairwise(changes))


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        ("giải quyết tốt bất đồng", "quản lý tốt bất đồng", "[-giải quyết -]{+quản lý +}tốt bất đồng"),
        # accents count
        ("bán tàu lớn nhất", "ban tàu lớn nhất", "[-bán -]{+ban +}tàu lớn nhất"),
        # case and the place of a tone mark do not
        ("Hoà bình thế giới", "hòa bình thế giới", "hòa bình thế giới"),
        # numbers, dates and names are never said to have changed by half
        ("đạt 1.200 tỷ đồng", "đạt 1.250 tỷ đồng", "đạt [-1.200 -]{+1.250 +}tỷ đồng"),
        ("tăng 7,5% mỗi năm", "tăng 8,5% mỗi năm", "tăng [-7,5% -]{+8,5% +}mỗi năm"),
        ("họp ngày 15/1/2025 tại đây", "họp ngày 15/1/2026 tại đây", "họp ngày [-15/1/2025 -]{+15/1/2026 +}tại đây"),
        (
            "từ ngày 15 tháng 1 năm 2025 đến nay",
            "từ ngày 15 tháng 1 năm 2026 đến nay",
            "từ [-ngày 15 tháng 1 năm 2025 -]{+ngày 15 tháng 1 năm 2026 +}đến nay",
        ),
        ("met on 5 May 2031 in town", "met on 6 May 2031 in town", "met on [-5 May 2031 -]{+6 May 2031 +}in town"),
        ("ông Lê Văn Thử nói rõ", "ông Lê Minh Thử nói rõ", "ông [-Lê Văn Thử -]{+Lê Minh Thử +}nói rõ"),
        # a syllable that both have by chance is no anchor, a name is
        ("mở và nâng cấp", "giữ và phát huy", "[-mở và nâng cấp-]{+giữ và phát huy+}"),
        ("thăm Lê Thử rồi về", "mời Lê Thử ở lại", "[-thăm -]{+mời +}Lê Thử [-rồi về-]{+ở lại+}"),
        # words that recur do not draw others from their places
        (
            "hợp tác kinh tế, ưu tiên kết nối đường sắt, hợp tác đầu tư",
            "ưu tiên cho hợp tác đường sắt, tăng cường hợp tác đầu tư",
            "[-hợp tác kinh tế, -]ưu tiên [-kết nối -]{+cho hợp tác +}đường sắt, {+tăng cường +}hợp tác đầu tư",
        ),
        ("", "mới", "{+mới+}"),
        ("cũ", "", "[-cũ-]"),
        ("", "", ""),
    ],
)
def test_what_changed_is_told_word_by_word(older, newer, expected):
    assert marked(older, newer) == expected


def test_passages_too_long_to_compare_are_changed_between_their_common_ends(monkeypatch):
    monkeypatch.setattr(module, "MOST_CELLS", 3)
    assert marked("đầu một hai cuối", "đầu hai ba cuối") == "đầu [-một hai -]{+hai ba +}cuối"
