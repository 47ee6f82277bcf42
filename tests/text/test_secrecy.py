"""Marks of secrecy are refused with the mark alone; the word in prose is none."""

from __future__ import annotations

import unicodedata

import pytest

from dieuhanh.errors import SecretTextError
from dieuhanh.text import canonicalise
from tests.text.test_legacy import PAGE, written

BODY = "Kế hoạch số 61/KH-UBND ngày 14/3/2024 về việc kiểm tra công tác diễn tập."
SPACED_STAMP = "T\xa0 U\xa0 Y\xa0 Ệ\xa0 T   M\xa0 Ậ\xa0 T"


@pytest.mark.parametrize(
    ("source", "mark"),
    [
        pytest.param(f"MẬT\n{BODY}", "MẬT", id="a line of its own"),
        pytest.param(f"{BODY}\nTỐI MẬT", "TỐI MẬT", id="at the foot"),
        pytest.param(f"  [ TUYỆT MẬT ]\n{BODY}", "TUYỆT MẬT", id="in brackets"),
        pytest.param(f"* MẬT *\n{BODY}", "MẬT", id="between stars"),
        pytest.param(f"“TỐI  MẬT”\n{BODY}", "TỐI MẬT", id="in quotes, with two spaces"),
        pytest.param(f"M Ậ T\n{BODY}", "MẬT", id="spaced letters"),
        pytest.param(f"{SPACED_STAMP}\n{BODY}", "TUYỆT MẬT", id="letters spaced by no-break spaces"),
        pytest.param(f"M\u200bẬ\u200bT\n{BODY}", "MẬT", id="letters with invisible signs between"),
        pytest.param(unicodedata.normalize("NFD", f"TỐI MẬT\n{BODY}"), "TỐI MẬT", id="decomposed letters"),
        pytest.param(f"Độ mật: MẬT\n{BODY}", "MẬT", id="after its label"),
        pytest.param(f"Độ mật: Tối mật\n{BODY}", "TỐI MẬT", id="after its label, in small letters"),
        pytest.param(f"ĐỘ MẬT - TUYỆT MẬT\n{BODY}", "TUYỆT MẬT", id="after its label in capitals"),
        pytest.param(f"Số: 05/BC-UBND MẬT\n{BODY}", "MẬT", id="beside the number at the head"),
        pytest.param(f"MẬT Số: 05/BC-UBND\n{BODY}", "MẬT", id="before the number at the head"),
        pytest.param(f"UBND TỈNH LẠNG SƠN | TỐI MẬT\n{BODY}", "TỐI MẬT", id="in a cell of a flattened table"),
        pytest.param(f"<p><b>M</b><b>ẬT</b></p><p>{BODY}</p>", "MẬT", id="in HTML, cut by tags"),
        pytest.param(f"<p>T&#7888;I&nbsp;M&#7852;T</p><p>{BODY}</p>", "TỐI MẬT", id="in HTML, by entities"),
        pytest.param(f"<table><tr><td>UBND TỈNH</td><td>MẬT</td></tr></table><p>{BODY}</p>", "MẬT", id="in a cell of HTML"),
        pytest.param(f"<header><p>MẬT</p></header><p>{BODY}</p>", "MẬT", id="in HTML furniture that is dropped"),
        pytest.param(f"<footer>Trang 1<br>TỐI M&#7852;T</footer><p>{BODY}</p>", "TỐI MẬT", id="in a footer"),
        pytest.param(f"MẬT\n{BODY}".encode("utf-16"), "MẬT", id="in UTF-16"),
        pytest.param(written("tcvn3", f"mật\n{PAGE}"), "MẬT", id="in TCVN3, whose capitals are small letters in another font"),
    ],
)
def test_marked_text_is_refused(source: bytes | str, mark: str) -> None:
    with pytest.raises(SecretTextError) as caught:
        canonicalise(source)
    assert caught.value.mark == mark


def test_the_error_echoes_nothing_of_the_text() -> None:
    with pytest.raises(SecretTextError) as caught:
        canonicalise(f"TỐI MẬT\n{BODY}")
    assert caught.value.args == ("TỐI MẬT",)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "Tăng cường bảo vệ bí mật nhà nước trên không gian mạng.",
        "Không để lộ thông tin, bảo mật tài khoản dịch vụ công.",
        "Hỗ trợ các hộ nuôi ong lấy mật ong tại xã Chi Lăng.",
        "Việc soạn thảo tài liệu mật thực hiện trên máy không nối mạng.",
        "QUY ĐỊNH VỀ BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "KẾ HOẠCH PHÁT TRIỂN NGHỀ NUÔI ONG MẬT",
        "CÔNG TÁC CƠ YẾU, MẬT MÃ",
        "Ba độ mật: TUYỆT MẬT, TỐI MẬT và MẬT do người có thẩm quyền xác định.",
        "Mật",
        "Mật độ dân số",
        "Độ mật của văn bản do đơn vị soạn thảo đề xuất",
        "KỶ LUẬT, KỶ CƯƠNG HÀNH CHÍNH; TRẬT TỰ XÃ HỘI",
    ],
)
def test_the_word_in_prose_is_no_mark(line: str) -> None:
    assert canonicalise(f"{line}\n{BODY}").text == f"{line}\n{BODY}"
