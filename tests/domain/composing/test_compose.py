"""From documents of a week to an issue: what is kept, in what words, in what order."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import dieuhanh
from dieuhanh.domain.composing import Material, Rule, compose, title_of
from dieuhanh.domain.gate import check
from dieuhanh.extract.facts import Digest, Period
from dieuhanh.reading import read
from tests.domain.weeks import composed, digest_of, gated, materials_of

SAMPLES = sorted((Path(str(dieuhanh.__file__)).parent / "samples").glob("s*_tuan_*"))
DREDGING = """Chỉ đạo nạo vét mương máng trước vụ mùa
Đồng chí Đoàn Thanh Sơn, Phó Chủ tịch UBND tỉnh chỉ đạo (Công văn số 512/UBND-KT, ngày 07/5/2024) về việc nạo vét mương máng trước vụ mùa.
Mưa đầu mùa năm nay đến sớm.
Sở Tài chính chủ trì, phối hợp với Sở Y tế rà soát kinh phí, báo cáo UBND tỉnh trước ngày 31/5/2024. Việc nạo vét có từ lâu đời."""
REPORTS = "UBND tỉnh chỉ đạo (Công văn số {}/UBND-KT, ngày 07/5/2024; Công văn số {}/UBND-KT, ngày 07/5/2024) về việc nạo vét mương máng."
PLAN = """Kế hoạch trồng rừng năm 2024
UBND tỉnh ban hành Kế hoạch trồng rừng năm 2024 (Kế hoạch số 91/KH-UBND, ngày 08/5/2024).
Phấn đấu năm 2024 trồng ít nhất 9.500 ha rừng."""


def weeks_digest() -> Digest:
    return digest_of(DREDGING, PLAN)


def issue_days(digest: Digest) -> Period:
    assert digest.period is not None
    return digest.period


def test_an_entry_keeps_what_bears_facts_and_drops_the_rest() -> None:
    issue, _ = composed(weeks_digest())
    assert issue.entries[0].body.split("\n") == [DREDGING.split("\n")[1], DREDGING.split("\n")[3].partition(" Việc")[0]]


def test_headline_and_title() -> None:
    issue, _ = composed(weeks_digest())
    assert issue.title == title_of(issue_days(weeks_digest()))
    assert [entry.headline for entry in issue.entries] == [DREDGING.split("\n")[0], PLAN.split("\n")[0]]


def test_a_day_that_the_opening_does_not_say_is_said_before_it() -> None:
    """It stood elsewhere on the page, or a person corrected it."""
    material = materials_of(weeks_digest())[0]
    document = msgspec.structs.replace(material.item.instruments[0], date=issue_days(weeks_digest()).end)
    changed = msgspec.structs.replace(material, item=msgspec.structs.replace(material.item, instruments=(document,)))
    body = compose([changed], issue_days(weeks_digest()), []).entries[0].body
    assert body.startswith(
        "Đồng chí Đoàn Thanh Sơn, Phó Chủ tịch UBND tỉnh chỉ đạo (Công văn số 512/UBND-KT, ngày 12/5/2024) về nạo vét mương máng trước vụ mùa.\n"
    )


def test_a_document_that_two_pages_report_is_one_entry_from_the_fuller() -> None:
    short = digest_of("\n".join(DREDGING.split("\n")[:2]))
    materials = [*materials_of(short, "a"), *materials_of(weeks_digest(), "b")]
    entry, other = compose(materials, issue_days(short), []).entries
    assert (entry.sources, other.sources) == (("b#0", "a#0"), ("b#1",))
    assert "31/5/2024" in entry.body


def test_rows_of_a_table_keep_the_headings_of_its_columns() -> None:
    table = "<tr><td>Cơ quan</td><td>Việc</td></tr><tr><td>Sở Tài chính</td><td>chủ trì rà soát kinh phí trước ngày 31/5/2024</td></tr>"
    lines = "".join(
        f"<p>{line}</p>" for line in ["Chỉ đạo, điều hành nổi bật (từ ngày 06/5 đến ngày 12/5/2024)", *DREDGING.split("\n")[:2]]
    )
    digest = read(f"<html><body>{lines}<table>{table}</table></body></html>")
    material = materials_of(digest)[0]
    row = digest.text.index("trước ngày 31/5")
    limit = msgspec.structs.replace(materials_of(weeks_digest())[0].item.deadlines[0], span=(row, row + 20))
    one = msgspec.structs.replace(material, item=msgspec.structs.replace(material.item, deadlines=(limit,)))
    assert "Cơ quan | Việc\nSở Tài chính | chủ trì" in compose([one], issue_days(digest), []).entries[0].body


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SAMPLES])
def test_every_document_of_a_sample_is_there_with_what_identifies_it(path: Path) -> None:
    digest = read(path)
    issue, _ = composed(digest)
    again = read("\n\n".join(["Tỉnh Lạng Sơn", issue.title, *(line for e in issue.entries for line in (e.headline, *e.body.split("\n")))]))
    assert documents_of(again) == documents_of(digest)


def documents_of(digest: Digest) -> set[tuple[str, str | None, frozenset[str | None]]]:
    return {(d.key, d.issuer, frozenset(o.name for o in item.officials)) for item in digest.items for d in item.instruments}


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SAMPLES])
def test_no_sentence_is_of_our_own(path: Path) -> None:
    digest = read(path)
    issue, _ = composed(digest)
    text = " ".join(digest.text.split())
    lines = [line for entry in issue.entries for line in (entry.headline, *entry.body.split("\n"))]
    assert [line for line in lines if " ".join(line.split()) not in text] == []


def test_the_order_of_the_materials_changes_nothing() -> None:
    digest = read(SAMPLES[0])
    materials = materials_of(digest)
    assert compose(materials[::-1], issue_days(digest), RULES) == compose(materials, issue_days(digest), RULES)


def test_a_chain_of_reports_is_one_entry() -> None:
    """Each pair of pages shares a document, the first and the last do not."""
    pages = [digest_of(f"Chỉ đạo nạo vét mương máng {k}\n{REPORTS.format(k, k + 1)}") for k in range(1, 5)]
    materials = [material for k, one in enumerate(pages) for material in materials_of(one, str(k))]
    (entry,) = compose(materials[::2] + materials[1::2], issue_days(pages[0]), []).entries
    assert entry.sources == ("0#0", "1#0", "2#0", "3#0")


def test_five_hundred_documents_are_five_hundred_entries() -> None:
    pages = [digest_of(f"Chỉ đạo nạo vét mương máng {k}\n{REPORTS.format(2 * k, 2 * k + 1)}") for k in range(500)]
    materials = [material for k, one in enumerate(pages) for material in materials_of(one, f"{k:03}")]
    issue = compose(materials, issue_days(pages[0]), RULES)
    assert len(issue.entries) == 500
    assert check(gated(issue, {material.name: material for material in materials}, issue_days(pages[0]))) == []


def test_nothing_gives_an_issue_without_entries() -> None:
    assert compose([], issue_days(weeks_digest()), []).entries == ()


RULES = [
    Rule("kế hoạch", "type", "Kế hoạch", 5, "là kế hoạch"),
    Rule("sắp đến hạn", "deadline", "30", 9, "có việc phải xong trong 30 ngày"),
    Rule("nhiều cơ quan", "agencies", "3", 4, "giao việc cho từ 3 cơ quan"),
    Rule("chỉ tiêu", "targets", "1", 2, "có chỉ tiêu"),
]


def test_the_weightiest_stands_first_and_says_why() -> None:
    issue = compose(materials_of(weeks_digest()), issue_days(weeks_digest()), RULES)
    assert [[(r.code, r.points, r.words) for r in entry.reasons] for entry in issue.entries] == [
        [("sắp đến hạn", 9, "trước ngày 31/5/2024")],
        [("kế hoạch", 5, "Kế hoạch"), ("chỉ tiêu", 2, "1 chỉ tiêu")],
    ]


@pytest.mark.parametrize(
    ("rule", "headline"),
    [
        pytest.param(Rule("r", "type", "Kế hoạch", 1, ""), 1, id="a kind of document"),
        pytest.param(Rule("r", "agencies", "2", 1, ""), 0, id="how many agencies are ordered"),
        pytest.param(Rule("r", "targets", "1", 1, ""), 1, id="targets"),
        pytest.param(Rule("r", "position", "Phó Chủ tịch UBND tỉnh", 1, ""), 0, id="who directs"),
        pytest.param(Rule("r", "topic", "nong-nghiep", 1, ""), 1, id="a topic"),
        pytest.param(Rule("r", "legal", "", 1, ""), None, id="none here is a legal normative document"),
        pytest.param(Rule("r", "relation", "repeals", 1, ""), None, id="none here repeals"),
        pytest.param(Rule("r", "body", "", 1, ""), None, id="none here sets up a body"),
        pytest.param(Rule("r", "effective", "", 1, ""), None, id="none here takes effect on a day that is said"),
    ],
)
def test_what_rules_measure(rule: Rule, headline: int | None) -> None:
    materials = materials_of(weeks_digest())
    issue = compose(materials, issue_days(weeks_digest()), [rule], {materials[1].name: ["nong-nghiep"]})
    met = [entry.headline for entry in issue.entries if entry.reasons]
    assert met == ([] if headline is None else [[DREDGING, PLAN][headline].split("\n")[0]])


def test_a_legal_document_with_its_day_of_effect_that_repeals() -> None:
    digest = digest_of(
        "Quy định hệ số điều chỉnh giá đất\nUBND tỉnh ban hành Quyết định số 06/2024/QĐ-UBND, ngày 07/5/2024 quy định hệ số điều chỉnh giá đất. "
        "Quyết định này có hiệu lực thi hành từ ngày 20/5/2024 và bãi bỏ Quyết định số 09/2023/QĐ-UBND ngày 10/4/2023 của UBND tỉnh."
    )
    rules = [Rule("a", "legal", "", 3, ""), Rule("b", "relation", "repeals", 2, ""), Rule("c", "effective", "", 1, "")]
    reasons = compose(materials_of(digest), issue_days(digest), rules).entries[0].reasons
    assert [(reason.code, reason.words) for reason in reasons] == [
        ("a", "06/2024/QĐ-UBND"),
        ("b", "09/2023/QĐ-UBND@2023-04-10"),
        ("c", "Quyết định này có hiệu lực thi hành từ ngày 20/5/2024"),
    ]


def test_a_source_without_a_headline_is_headed_by_its_document() -> None:
    one = materials_of(weeks_digest())[0]
    bare = Material(one.name, one.text, msgspec.structs.replace(one.item, heading=""))
    assert compose([bare], issue_days(weeks_digest()), []).entries[0].headline == "Công văn số 512/UBND-KT, ngày 07/5/2024"
