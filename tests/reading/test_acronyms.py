"""Bodies that a text abbreviates. Everybody in these texts is invented."""

from __future__ import annotations

from tests.reading.conftest import reading_of

DELEGATION = (
    "Ngày 5/3/2024, tại Hà Nội, Chủ tịch Quốc hội Lê Văn Tám tiếp Đoàn đại biểu Đảng Cộng sản Nam Phi (SACP) "
    "do đồng chí Sibusiso Mẫu, Phó Tổng Bí thư thứ nhất SACP, làm Trưởng đoàn.\n\n"
)


def test_an_acronym_in_brackets_speaks_for_the_state_of_the_body():
    quotes = reading_of(DELEGATION + "SACP sẵn sàng mở thêm khóa đào tạo cán bộ cho Việt Nam.").commitments
    assert [(quote.sides, quote.leaders) for quote in quotes] == [(("ZA",), ())]


def test_an_acronym_is_nobodys_name_and_its_delegations_head_is_of_that_state():
    people = reading_of(DELEGATION + "Đồng chí Sibusiso Mẫu đề nghị hai bên mở thêm khóa đào tạo cán bộ.").people
    assert [(one.name, one.country) for one in people] == [("Lê Văn Tám", "VN"), ("Sibusiso Mẫu", "ZA")]


def test_an_agreements_acronym_speaks_for_nobody():
    text = (
        DELEGATION + "Hiệp định Thương mại Tự do Việt Nam - Nam Phi (VSFTA) được nhắc tới. VSFTA sẽ mở cửa thị trường."
    )
    assert reading_of(text).commitments == ()
