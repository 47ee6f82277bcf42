"""What the gate lets pass and what it does not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest

import dieuhanh
from dieuhanh.domain.composing import Material
from dieuhanh.domain.gate import EntryText, IssueText, check, evidence_of
from dieuhanh.domain.gate.findings import FindingKind
from dieuhanh.reading import read
from tests.domain.weeks import composed, digest_of, materials_of

SAMPLES = sorted((Path(str(dieuhanh.__file__)).parent / "samples").glob("s*_tuan_*"))
STRIDE = 13  # every thirteenth digit, so that the table stays quick

SOURCE = """Chỉ đạo nạo vét mương máng trước vụ mùa
Đồng chí Đoàn Thanh Sơn, Phó Chủ tịch UBND tỉnh chỉ đạo (Công văn số 512/UBND-KT, ngày 07/5/2024) về việc nạo vét mương máng trước vụ mùa.
Sở Tài chính chủ trì, phối hợp với Sở TN&MT rà soát kinh phí, báo cáo UBND tỉnh trước ngày 31/5/2024.
Công an tỉnh kiểm tra, báo cáo UBND tỉnh trước ngày 30/6/2024. Phấn đấu nạo vét 5.560 km trong 30 ngày, đạt 95%; kinh phí 2 tỷ đồng."""


def findings(body: str) -> list[tuple[str, str]]:
    """What is found in an entry of these words that rests on the source above."""
    digest = digest_of(SOURCE)
    _, text = composed(digest)
    entry = EntryText("Chỉ đạo nạo vét mương máng", body, text.entries[0].evidence)
    return [(finding.kind.value, finding.words) for finding in check(IssueText(text.title, text.period, [entry]))]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Báo cáo UBND tỉnh trước ngày 31 tháng 5 năm 2024.", id="a day in the long form"),
        pytest.param("Báo cáo UBND tỉnh trước ngày 31/05/2024.", id="a month with another zero"),
        pytest.param("Phấn đấu nạo vét 5560 km trong 30 ngày.", id="a number without its point"),
        pytest.param("Phấn đấu nạo vét 5.560 km trong ba mươi ngày.", id="a number in words"),
        pytest.param("Kinh phí 2.000 triệu đồng.", id="a number with another magnitude"),
        pytest.param("Sở Tài chính phối hợp với Sở Tài nguyên và Môi trường rà soát kinh phí.", id="an agency by its full name"),
        pytest.param("UBND tỉnh chỉ đạo (công văn số 512 /UBND–KT ngày 7/5/2024).", id="a number with other spaces and dashes"),
        pytest.param("Uỷ ban nhân dân tỉnh yêu cầu nạo vét mương máng.", id="the placement of a tone mark"),
        pytest.param("Công an tỉnh phải báo cáo UBND tỉnh trước ngày 30/6/2024 và kiểm tra.", id="a sentence that was put another way"),
    ],
)
def test_what_the_sources_say_passes(body: str) -> None:
    assert findings(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Báo cáo UBND tỉnh trước ngày 13/5/2024.", [("number", "13/5/2024")], id="digits swapped"),
        pytest.param("Báo cáo UBND tỉnh trước ngày 31/5/2025.", [("number", "31/5/2025")], id="the year changed"),
        pytest.param(
            "Sở Tài chính chủ trì, phối hợp với Sở TN&MT rà soát kinh phí, báo cáo UBND tỉnh trước ngày 30/6/2024.",
            [("number", "30/6/2024")],
            id="a day that belongs to another order",
        ),
        pytest.param("Công văn số 521/UBND-KT, ngày 07/5/2024.", [("document", "521/UBND-KT")], id="a number with its digits swapped"),
        pytest.param("Công văn số 512/UBND-VX, ngày 07/5/2024.", [("document", "512/UBND-VX")], id="another symbol"),
        pytest.param("Phấn đấu nạo vét 5,560 km trong 30 ngày.", [("number", "5,560")], id="a comma for a point"),
        pytest.param("Phấn đấu nạo vét 5.560 km trong bốn mươi ngày.", [("number", "bốn mươi")], id="another number in words"),
        pytest.param("Kinh phí 2 triệu đồng.", [("number", "2")], id="another magnitude"),
        pytest.param("Đạt 95 km.", [("number", "95")], id="a share is no number"),
        pytest.param("Trong quý III nạo vét mương máng.", [("number", "III")], id="a Roman number"),
        pytest.param("Sở Xây dựng rà soát kinh phí.", [("agency", "Sở Xây dựng")], id="an agency that no source names"),
        pytest.param(
            "Đồng chí Đoàn Thanh Sơn, Chủ tịch UBND tỉnh chỉ đạo nạo vét mương máng.",
            [("person", "Đồng chí Đoàn Thanh Sơn, Chủ tịch UBND tỉnh")],
            id="a person with another post",
        ),
        pytest.param("Công ty Hoàng Liên nạo vét mương máng.", [("name", "Hoàng Liên")], id="a name that no source holds"),
    ],
)
def test_traps_are_found(body: str, found: list[tuple[str, str]]) -> None:
    assert findings(body) == found


def test_a_day_that_a_rule_completed_may_be_said_in_full() -> None:
    digest = digest_of(SOURCE.replace("31/5/2024", "31/5"))
    _, text = composed(digest)
    full = msgspec.structs.replace(text.entries[0], body=text.entries[0].body.replace("31/5", "31/5/2024"))
    other = msgspec.structs.replace(text.entries[0], body=text.entries[0].body.replace("31/5", "31/5/2025"))
    assert check(IssueText(text.title, text.period, [full])) == []
    assert [finding.words for finding in check(IssueText(text.title, text.period, [other]))] == ["31/5/2025"]


def test_a_value_that_a_person_corrected_may_be_said() -> None:
    digest = digest_of(SOURCE)
    (material,) = materials_of(digest)
    limits = (msgspec.structs.replace(material.item.deadlines[0], due=dt.date(2024, 6, 1)), *material.item.deadlines[1:])
    officials = (msgspec.structs.replace(material.item.officials[0], position="Phó Chủ tịch Thường trực UBND tỉnh"),)
    corrected = Material(material.name, material.text, msgspec.structs.replace(material.item, deadlines=limits, officials=officials))
    _, text = composed(digest)
    body = text.entries[0].body.replace("31/5/2024", "01/6/2024").replace("Phó Chủ tịch UBND", "Phó Chủ tịch Thường trực UBND")
    entry = EntryText(text.entries[0].headline, body, evidence_of([corrected]))
    assert check(IssueText(text.title, text.period, [entry])) == []


def test_a_finding_says_what_the_source_says_there() -> None:
    digest = digest_of(SOURCE)
    _, text = composed(digest)
    wrong = msgspec.structs.replace(text.entries[0], body=text.entries[0].body.replace("31/5/2024", "31/6/2024"))
    (finding,) = check(IssueText(text.title, text.period, [wrong]))
    assert (finding.entry, wrong.body[slice(*finding.span)], finding.why) == (0, "31/6/2024", "văn bản nguồn ghi “31/5/2024” ở chỗ này")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("06/5", "07/5", id="the first day"),
        pytest.param("12/5/2024", "12/5/2023", id="the year"),
    ],
)
def test_the_title_names_the_days_of_the_issue(right: str, wrong: str) -> None:
    _, text = composed(digest_of(SOURCE))
    assert check(text) == []
    (finding,) = check(msgspec.structs.replace(text, title=text.title.replace(right, wrong)))
    assert (finding.kind, finding.entry) == (FindingKind.NUMBER, None)


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SAMPLES])
def test_what_was_composed_passes(path: Path) -> None:
    _, text = composed(path)
    assert check(text) == []


def changed(text: str, at: int) -> str:
    return f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}"


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SAMPLES])
def test_any_digit_changed_in_an_issue_is_found(path: Path) -> None:
    _, text = composed(path)
    parts = [(entry, part, getattr(entry, part)) for entry in text.entries for part in ("headline", "body")]
    places = [(*one, at) for one in parts for at, letter in enumerate(one[2]) if letter.isdigit()]
    missed = []
    for entry, part, words, at in places[::STRIDE]:
        wrong = msgspec.structs.replace(entry, **{part: changed(words, at)})
        if not check(IssueText(text.title, text.period, [wrong])):
            missed.append(words[max(0, at - 40) : at + 20])
    assert (len(places) > STRIDE, missed) == (True, [])


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SAMPLES])
def test_any_digit_changed_in_a_source_is_found_where_the_issue_says_it(path: Path) -> None:
    _, text = composed(path)
    missed = []
    for entry in text.entries:
        source = entry.evidence[0]
        lines = [line for line in entry.body.split("\n") if source.count(line) == 1]
        digits = [source.index(line) + at for line in lines for at, letter in enumerate(line) if letter.isdigit()]
        for at in digits[::STRIDE]:
            if not check(IssueText(text.title, text.period, [msgspec.structs.replace(entry, evidence=[changed(source, at)])])):
                missed.append(source[max(0, at - 40) : at + 20])
    assert missed == []


def test_an_issue_without_entries_has_no_findings() -> None:
    digest = read("Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 06/5 đến ngày 12/5/2024)\n\nKhông có tin.")
    assert digest.period is not None
    assert (
        check(IssueText("Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 06/5 đến ngày 12/5/2024)", digest.period, [])) == []
    )
