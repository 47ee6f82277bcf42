"""What belongs to citizens and what is ordinary."""

from __future__ import annotations

import pytest

from dieuhanh.domain.gate.privacy import find_private


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("số CCCD 020190001234 cấp ngày 01/02/2022", [("identity_number", "020190001234")], id="an identity card"),
        pytest.param("công dân mang số 020190001234", [("identity_number", "020190001234")], id="twelve digits without a word for them"),
        pytest.param("CMND: 082 123 456", [("identity_number", "082 123 456")], id="an old card in groups"),
        pytest.param("hộ chiếu số B1234567", [("identity_number", "B1234567")], id="a passport"),
        pytest.param("liên hệ ông Nông Văn Tài, 0912 345 678", [("phone", "0912 345 678")], id="a mobile phone"),
        pytest.param("liên hệ +84 912.345.678", [("phone", "+84 912.345.678")], id="with the country's code"),
        pytest.param("bà Lý Thị Mai có điện thoại nhà 0205 3812 345", [("phone", "0205 3812 345")], id="the fixed line of a citizen"),
        pytest.param("số tài khoản 8408 2050 12345 tại Agribank", [("account", "8408 2050 12345")], id="a bank account"),
        pytest.param("gửi về mai.ly@gmail.com", [("email", "mai.ly@gmail.com")], id="a private letter-box"),
        pytest.param(
            "hỗ trợ ông Hoàng Văn Páo, trú tại thôn Nà Han, xã Tân Mỹ",
            [("address", "trú tại thôn Nà Han, xã Tân Mỹ")],
            id="where a named citizen lives",
        ),
        pytest.param("gia đình chị Vi Thị Sen, số nhà 12, ngõ 3", [("address", "số nhà 12, ngõ 3")], id="the number of a house"),
        pytest.param("ông Hoàng Văn Páo sinh năm 1961", [("birth", "sinh năm 1961")], id="when a named citizen was born"),
    ],
)
def test_private(text: str, found: list[tuple[str, str]]) -> None:
    assert [(private.kind.value, text[slice(*private.span)].strip()) for private in find_private(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Đồng chí Đoàn Thanh Sơn, Phó Chủ tịch UBND tỉnh chỉ đạo", id="an official in office"),
        pytest.param("ông Hồ Quang Minh, Giám đốc Sở Tài chính, làm việc tại thôn Nà Han", id="an official in a village"),
        pytest.param("Văn phòng UBND tỉnh, điện thoại 0205 3812 345", id="the line of an agency"),
        pytest.param("đường dây nóng 0912 345 678", id="a hotline"),
        pytest.param("gửi về vanphong@langson.gov.vn", id="the letter-box of an agency"),
        pytest.param("Hợp tác xã Hoa Đào, địa chỉ tại thôn Nà Han, xã Tân Mỹ", id="where a cooperative has its seat"),
        pytest.param("Công văn số 1234567/UBND-KT ngày 07/5/2024; 5.560 triệu USD", id="numbers of documents and figures"),
        pytest.param("tỷ lệ đối tượng có tài khoản đạt tối thiểu 30%", id="accounts that are counted"),
        pytest.param("dân tộc Tày, Nùng ở thôn, bản vùng cao", id="villages without a person"),
        pytest.param("kỷ niệm 110 năm ngày sinh đồng chí Hoàng Văn Thụ", id="an anniversary"),
    ],
)
def test_ordinary(text: str) -> None:
    assert find_private(text) == []
