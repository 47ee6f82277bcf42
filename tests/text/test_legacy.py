"""Text in legacy fonts: converted where it becomes Vietnamese, left alone where it does not."""

from __future__ import annotations

import pytest

from dieuhanh.text import canonicalise
from dieuhanh.text.legacy import encodings, rewrite

LETTERS = "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵăâđêôơư"

# Capitals with a tone are left out: TCVN3 has them in a font of their own, with the codes of the small letters.
ORDERS = (
    "Chủ tịch Uỷ ban nhân dân tỉnh giao Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Y tế kiểm tra bếp ăn của các trường.",
    "Các huyện rà soát những hộ nghèo chưa có nhà ở vững chắc, lập danh sách gửi về Sở Xây dựng trước ngày 20/8/2009.",
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký ban hành; Thủ trưởng các đơn vị chịu trách nhiệm thi hành.",
    "Quyết định số 318/QĐ-UB; 45/NĐ-CP",
    "BM",
)
PAGE = "\n".join(ORDERS)


def written(name: str, text: str) -> str:
    """`text` as the fonts of the legacy encoding `name` need it, seen as Latin-1."""
    table = next(legacy.table for legacy in encodings() if legacy.name == name)
    back = {letter: signs for signs, letter in table.items()}
    return "".join(back.get(letter, letter) for letter in text)


@pytest.mark.parametrize("name", ["tcvn3", "vni"])
@pytest.mark.parametrize("seen", [pytest.param(False, id="as bytes"), pytest.param(True, id="as text copied out of an old document")])
def test_legacy_page_is_read(name: str, seen: bool) -> None:
    source: bytes | str = written(name, PAGE) if seen else written(name, PAGE).encode("latin-1")
    page = canonicalise(source)
    assert (page.text, page.encoding) == (PAGE, name)


@pytest.mark.parametrize("name", ["tcvn3", "vni"])
@pytest.mark.parametrize("as_bytes", [pytest.param(True, id="bytes"), pytest.param(False, id="text")])
def test_legacy_html_is_read(name: str, as_bytes: bool) -> None:
    html = "<html><body>" + "".join(f"<p align='left'>{order}</p>" for order in ORDERS) + "</body></html>"
    source = written(name, html)
    assert canonicalise(source.encode("latin-1") if as_bytes else source).text == PAGE


@pytest.mark.parametrize("name", ["tcvn3", "vni"])
def test_every_small_letter_has_its_sign(name: str) -> None:
    table = next(legacy.table for legacy in encodings() if legacy.name == name)
    assert set(LETTERS) <= set(table.values())


def test_vni_reads_capitals_with_either_mark() -> None:
    vni = encodings()[1]
    assert [vni.replace("QUYEÁT ÑÒNH CUÛA UÛY BAN"), vni.replace("Uûy ban, Aáp, AÁP")] == ["QUYẾT ĐỊNH CỦA ỦY BAN", "Ủy ban, Ấp, ẤP"]


def test_only_legacy_lines_of_a_mixed_page_are_converted() -> None:
    mixed = "\n".join([ORDERS[0], written("tcvn3", ORDERS[1]), "Résumé for señor Müller", ORDERS[2]])
    assert canonicalise(mixed).text.split("\n") == [ORDERS[0], ORDERS[1], "Résumé for señor Müller", ORDERS[2]]


def test_each_line_is_read_in_its_own_encoding() -> None:
    page = canonicalise("\n".join([written("tcvn3", ORDERS[0]), written("vni", ORDERS[1]), ORDERS[2], written("tcvn3", ORDERS[3])]))
    assert (page.text, page.encoding) == ("\n".join(ORDERS[:4]), "tcvn3")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Chủ tịch UBND tỉnh yêu cầu Sở Y tế báo cáo ngày 5/6 ® §", id="Unicode Vietnamese with signs in it"),
        pytest.param("Công tác thông tin, cá nhân, hà bá, tôm cá", id="Vietnamese whose letters are all in Latin-1"),
        pytest.param("Le préfet a signé l'arrêté; señor Muñoz, São Tomé, Ærøskøbing, Malmö ©", id="other languages"),
        pytest.param("© 2024 ® · µ", id="signs alone"),
        pytest.param("Office of the People's Committee", id="ASCII"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_legacy_text_stays(text: str) -> None:
    assert rewrite(text) is None


def test_secret_mark_in_a_legacy_page_keeps_its_case() -> None:
    assert "mật ong" in canonicalise(written("tcvn3", PAGE + "\nHướng dẫn nghề nuôi ong lấy mật ong ở vùng đệm.")).text
