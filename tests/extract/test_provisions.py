"""Provisions before a document: what is said, and where it begins."""

from __future__ import annotations

import pytest

from dieuhanh.extract.provisions import find_provision

CASES = [
    pytest.param("theo Điều 7 ", "Điều 7", id="one article"),
    pytest.param("quy định tại khoản 3, Điều 93 ", "khoản 3 Điều 93", id="a comma between the levels goes"),
    pytest.param("thực hiện khoản 1, 5, Điều 10, ", "khoản 1, khoản 5 Điều 10", id="each sibling says its level"),
    pytest.param("sửa đổi khoản 2, khoản 4 Điều 6 ", "khoản 2, khoản 4 Điều 6", id="siblings that repeat their level stay siblings"),
    pytest.param("bãi bỏ khoản 2 và khoản 4 Điều 6 ", "khoản 2, khoản 4 Điều 6", id="và between siblings becomes a comma"),
    pytest.param("điểm a, b khoản 2 Điều 10 ", "điểm a, điểm b khoản 2 Điều 10", id="points by their letters"),
    pytest.param("điểm đ khoản 2 Điều 10 của ", "điểm đ khoản 2 Điều 10", id="the letter đ and a closing của"),
    pytest.param("Điều 1, 2 và 3 ", "Điều 1, Điều 2, Điều 3", id="articles in a row"),
    pytest.param("các khoản 1, 2, 3 Điều 8 ", "khoản 1, khoản 2, khoản 3 Điều 8", id="các before siblings"),
    pytest.param("khoản 1, Điều 2; khoản 3, Điều 5 ", "khoản 1 Điều 2, khoản 3 Điều 5", id="two places of one document"),
    pytest.param("Điều 4 và khoản 2 Điều 9 ", "Điều 4, khoản 2 Điều 9", id="a smaller part after a larger one begins anew"),
    pytest.param("từ Điều 5 đến Điều 9 ", "Điều 5 đến Điều 9", id="a range of articles"),
    pytest.param("khoản 2 - 4 Điều 11 ", "khoản 2 đến khoản 4 Điều 11", id="a range by a dash"),
    pytest.param("tại mục 2 và các nội dung liên quan tại ", "mục 2", id="contents that go with it are no provision"),
    pytest.param("điểm c khoản 1 Điều 5 Chương II ", "điểm c khoản 1 Điều 5 Chương II", id="up to the chapter"),
    pytest.param("Mục III Phần B ", "mục III Phần B", id="Roman and lettered parts"),
    pytest.param("khoản 1a Điều 3 ", "khoản 1a Điều 3", id="an inserted clause"),
    pytest.param("theo Phụ lục II ban hành kèm theo ", "Phụ lục II", id="an annex issued with the document"),
    pytest.param("khoản 3 Điều 9 Quy chế ban hành kèm theo ", "khoản 3 Điều 9", id="of rules issued with the document"),
    pytest.param(
        "Điều 3 và Điều 4 của Quy định về quản lý chợ được ban hành kèm theo ", "Điều 3, Điều 4", id="of rules with a name, issued with it"
    ),
    pytest.param("khoản 2 Điều 5 Quy định của ", None, id="rules that were not issued with it"),
    pytest.param("thuộc danh mục 2 ", None, id="danh mục is no section"),
    pytest.param("từ tài khoản 12 ", None, id="tài khoản is no clause"),
    pytest.param("đã chấm điểm a) ở trên. Căn cứ ", None, id="what does not touch the document is none"),
    pytest.param("triển khai ", None, id="no provision"),
    pytest.param("", None, id="the document opens the text"),
]


@pytest.mark.parametrize(("before", "provision"), CASES)
def test_provision_is_read_before_the_document(before: str, provision: str | None) -> None:
    assert find_provision(f"{before}Nghị định số 10/2022/NĐ-CP", len(before))[0] == provision


@pytest.mark.parametrize(
    ("before", "words"),
    [
        pytest.param("theo quy định tại khoản 3, Điều 93 ", "khoản 3, Điều 93 ", id="begins at its first level"),
        pytest.param("quy định tại các khoản 1, 2 Điều 8 ", "các khoản 1, 2 Điều 8 ", id="các belongs to it"),
        pytest.param("triển khai ", "", id="nothing: it begins where the document does"),
    ],
)
def test_mention_begins_with_its_provision(before: str, words: str) -> None:
    assert before[find_provision(f"{before}Luật Đất đai", len(before))[1] :] == words
