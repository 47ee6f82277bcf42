"""Known words of a text: which count, where they stand, and that their places are those of the text itself."""

from __future__ import annotations

import pytest

from dieuhanh.extract.anchors import find_anchors
from dieuhanh.extract.lexicon import Role, lexicon_of


def found(text: str, roles: int) -> list[tuple[str, str]]:
    """The words with one of these roles as the text writes them, each with its canonical name."""
    anchors = find_anchors(text, lexicon_of("langson"))
    return [
        (text[s:e], anchors.name(k)) for k, (s, e) in enumerate(zip(anchors.starts, anchors.ends, strict=True)) if anchors.roles[k] & roles
    ]


AGENCIES = [
    pytest.param("Giao Sở Tài chính rà soát", [("Sở Tài chính", "Sở Tài chính")], id="a name"),
    pytest.param("Sở TN&MT", [("Sở TN&MT", "Sở Tài nguyên và Môi trường")], id="an alias has the canonical name"),
    pytest.param(
        "Sở Văn hoá, Thể thao và Du lịch", [("Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch")], id="old tone placement"
    ),
    pytest.param("SỞ TÀI CHÍNH", [("SỞ TÀI CHÍNH", "Sở Tài chính")], id="capitals throughout"),
    pytest.param("cơ sở tài chính vi mô", [], id="small letters are no agency"),
    pytest.param("Sở Tài chínhs", [], id="a letter touches its end"),
    pytest.param("xSở Tài chính", [], id="a letter touches its beginning"),
    pytest.param("(Sở Tài chính)", [("Sở Tài chính", "Sở Tài chính")], id="brackets touch it"),
    pytest.param("Văn phòng UBND tỉnh", [("Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh")], id="the longest name wins"),
    pytest.param("Công an tỉnh, Tỉnh đoàn", [("Công an tỉnh", "Công an tỉnh"), ("Tỉnh đoàn", "Tỉnh đoàn")], id="in reading order"),
    pytest.param("İ Sở Tài chính", [("Sở Tài chính", "Sở Tài chính")], id="a letter that grows when it is made small shifts nothing"),
    pytest.param("ß Ǆ ﬁ Sở Tài chính", [("Sở Tài chính", "Sở Tài chính")], id="ligatures shift nothing"),
    pytest.param("", [], id="no text"),
]

KINDS = [
    pytest.param("theo Quyết định số 12", [("Quyết định", "Quyết định")], id="a kind"),
    pytest.param("QUYẾT ĐỊNH SỐ 12", [("QUYẾT ĐỊNH", "Quyết định")], id="capitals throughout"),
    pytest.param("theo quyết định số 12", [("quyết định", "Quyết định")], id="small letters"),
    pytest.param("thực hiệnThông tư số 13", [("Thông tư", "Thông tư")], id="glued to the word before"),
    pytest.param("thực hiệnthông tư số 13", [], id="glued in small letters"),
    pytest.param("Thông tư liên tịch số 85", [("Thông tư liên tịch", "Thông tư liên tịch")], id="the longest kind wins"),
    pytest.param(
        "Chương trình hành động số 91", [("Chương trình hành động", "Chương trình hành động")], id="a kind that begins like another"
    ),
    pytest.param("Chỉ thịs", [], id="a letter touches its end"),
]


@pytest.mark.parametrize(("text", "expected"), AGENCIES)
def test_agencies(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, Role.AGENCY) == expected


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, Role.KIND) == expected


def test_words_do_not_overlap() -> None:
    text = "Giao Sở Tài chính chủ trì, phối hợp với Công an tỉnh, UBND các huyện, thành phố thực hiện Quyết định số 12/QĐ-UBND."
    anchors = find_anchors(text, lexicon_of("langson"))
    assert len(anchors.starts) > 5
    assert all(end <= start for end, start in zip(anchors.ends, anchors.starts[1:], strict=False))


def test_a_word_is_looked_up_by_its_place() -> None:
    text = "Giao Sở Tài chính, giao Công an tỉnh"
    anchors = find_anchors(text, lexicon_of("langson"))
    place = text.index("Công an")
    k = anchors.at(place)
    assert k is not None
    assert anchors.name(k) == "Công an tỉnh"
    assert anchors.index(place) == anchors.index(place - 1) == k
    assert anchors.at(place + 1) is None
    assert anchors.index(len(text)) == len(anchors.starts)
