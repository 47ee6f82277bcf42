"""The words as data: every row of every list is whole, dated, exemplified, sourced and says one thing only."""

from __future__ import annotations

import csv
import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

import dieuhanh.extract
from dieuhanh.extract.anchors import find_anchors
from dieuhanh.extract.lexicon import Role, lexicon_of
from dieuhanh.text import fold

Row = dict[str, str]

DATA = Path(dieuhanh.extract.__file__).parent / "data"
FILES = sorted(DATA.rglob("*.csv"))
PRECEDENCE: frozenset[str] = frozenset()  # lists whose order decides and is therefore not by the first column

LITERAL = ("symbol", "word", "name")  # the column that holds what is read, by file
KINDS_OF_AGENCIES = {
    *("central", "central-party", "central-front", "central-company", "post-series"),
    *("province", "province-party", "province-front", "province-branch", "province-unit", "province-company"),
    *("district", "commune"),
}
FAMILIES = {"law", "administrative", "party", "meeting"}
LAW_NAME = re.compile(r"(?:Luật|Bộ luật|Pháp lệnh) \S")
LAW_NUMBER = re.compile(r"\d{2,3}/\d{4}/(?:QH1\d|UBTVQH1\d|PL-UBTVQH1\d)|\d{2}-LCT/HĐNN8|\d{2}-L/CTN")
SYMBOL_PARTS = re.compile(r"[/\-]")


def rows_of(path: Path) -> list[Row]:
    """The rows of one list, as its header names their cells."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def literals(row: Row) -> list[str]:
    """What the row lets the reader recognise: its name or word, and its aliases."""
    column = next(c for c in LITERAL if c in row)
    return [row[column], *(a for a in row.get("aliases", "").split("|") if a)]


def stands_in(words: str, text: str) -> bool:
    """Whether `words` stand in `text` as words of their own, whatever their case and tone placement."""
    return re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", fold(text)) is not None


def at_one_time(one: Row, other: Row) -> bool:
    """Whether two rows are valid on some day in common; an empty date is open."""
    start = max(one.get("valid_from") or "0", other.get("valid_from") or "0")
    end = min(one.get("valid_to") or "9", other.get("valid_to") or "9")
    return start <= end


def shared_literals(rows: list[Row]) -> Iterator[tuple[str, Row, Row]]:
    """Each literal that two rows claim, with both."""
    claims: dict[str, list[Row]] = {}
    for row in rows:
        for words in {fold(w) for w in literals(row)}:
            claims.setdefault(words, []).append(row)
    for words, claimants in claims.items():
        for one, other in combinations(claimants, 2):
            yield words, one, other


def named(*names: str) -> list[Path]:
    """The lists of these names, the national one and each province's."""
    return [path for path in FILES if path.name in names]


def by_file(paths: list[Path]) -> pytest.MarkDecorator:
    """One case a list, called by its place under data/."""
    return pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(DATA))) for path in paths])


def test_lists_are_found() -> None:
    assert {"agencies.csv", "kinds.csv", "laws.csv", "provinces.csv", "symbols.csv"} <= {path.name for path in FILES}


@by_file(FILES)
def test_file_is_clean_text(path: Path) -> None:
    content = path.read_bytes()
    text = content.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert text.endswith("\n")
    assert "\n\n" not in text
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(r"[\u00a0\u200b-\u200f\u00ad\t\u00d0]", text), "a blank or a letter that only looks right"


@by_file(FILES)
def test_rows_fit_the_header(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    assert len(set(header)) == len(header)
    assert set(LITERAL) & set(header)
    assert {"example", "source"} <= set(header)
    assert rows
    assert [row for row in rows if len(row) != len(header)] == []
    assert [cell for row in rows for cell in row if cell != " ".join(cell.split())] == [], "spaces at an end or doubled"


@by_file(FILES)
def test_rows_are_sorted_by_first_column(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as lines:
        keys = [row[0] for row in list(csv.reader(lines))[1:]]
    assert str(path.relative_to(DATA)) in PRECEDENCE or keys == sorted(keys)


@by_file(FILES)
def test_every_row_names_an_example_and_a_source(path: Path) -> None:
    assert [row for row in rows_of(path) if not (row["example"] and row["source"] and literals(row)[0])] == []


@by_file([path for path in FILES if path.name != "symbols.csv"])
def test_example_holds_the_words_of_its_row(path: Path) -> None:
    assert [row["example"] for row in rows_of(path) if not any(stands_in(words, row["example"]) for words in literals(row))] == []


@by_file(FILES)
def test_dates_are_days_in_order(path: Path) -> None:
    for row in rows_of(path):
        days = [dt.date.fromisoformat(row[column]) for column in ("valid_from", "valid_to") if row.get(column)]
        assert days == sorted(days), row


@by_file([path for path in FILES if path.name != "symbols.csv"])
def test_aliases_of_a_row_differ(path: Path) -> None:
    for row in rows_of(path):
        repeated = [words for words, times in Counter(map(fold, literals(row))).items() if times > 1]
        assert repeated == [], row


@by_file(named("agencies.csv", "kinds.csv", "laws.csv", "provinces.csv"))
def test_one_literal_has_one_meaning_at_a_time(path: Path) -> None:
    clashes = [(words, a["name"], b["name"]) for words, a, b in shared_literals(rows_of(path)) if at_one_time(a, b)]
    assert clashes == []


@by_file(named("agencies.csv"))
def test_agency_is_of_a_known_kind(path: Path) -> None:
    rows = rows_of(path)
    assert {row["kind"] for row in rows} <= KINDS_OF_AGENCIES
    assert [code for code, times in Counter(row["code"] for row in rows).items() if times > 1] == []


@by_file(named("agencies.csv"))
def test_successor_is_an_agency_that_lives_on(path: Path) -> None:
    rows = rows_of(path)
    nation = rows_of(DATA / "vn" / "agencies.csv")
    names = {row["name"] for row in (*rows, *nation)}
    vague = {"Chi cục Hải quan khu vực", "Ngân hàng Nhà nước chi nhánh Khu vực"}  # regional branches: each province has its own number
    assert {row["successor"] for row in rows if row["successor"]} - names - vague == set()


@pytest.mark.parametrize("folder", [None, *(path.parent.name for path in named("province.csv"))])
def test_agency_is_read_in_its_example(folder: str | None) -> None:
    lexicon = lexicon_of(folder)
    rows = rows_of(DATA / "vn" / (folder or ".") / "agencies.csv")
    dated = {row["code"] for _, one, other in shared_literals(rows) for row in (one, other)}  # the day decides, not the words
    for row in rows:
        if row["code"] not in dated:
            anchors = find_anchors(row["example"], lexicon)
            found = [anchors.name(k) for k, roles in enumerate(anchors.roles) if roles & Role.AGENCY]
            assert row["name"] in found, row


@by_file(named("symbols.csv"))
def test_symbol_names_an_agency_and_stands_in_its_example(path: Path) -> None:
    rows = rows_of(path)
    agencies = {row["name"] for folder in (path.parent, DATA / "vn") for row in rows_of(folder / "agencies.csv")}
    assert {row["issuer"] for row in rows} - agencies == set()
    assert [symbol for symbol, times in Counter(row["symbol"] for row in rows).items() if times > 1] == []
    for row in rows:
        parts = SYMBOL_PARTS.split(row["example"])
        if row["match"] == "prefix":  # the term of the assembly follows: QH15
            parts = [part.rstrip("0123456789") for part in parts if part[-1].isdigit()]
        assert row["match"] in {"exact", "prefix"}
        assert row["symbol"] in parts, row


@by_file(named("kinds.csv"))
def test_code_of_a_kind_is_its_own_among_its_family(path: Path) -> None:
    rows = rows_of(path)
    assert {row["family"] for row in rows} <= FAMILIES
    codes = Counter((code, row["family"] == "party") for row in rows for code in row["code"].split("|") if code)
    assert [code for code, times in codes.items() if times > 1] == []


@by_file(named("kinds.csv"))
def test_code_that_two_kinds_share_is_first_that_of_the_law(path: Path) -> None:
    rows = rows_of(path)
    first = {code: row["name"] for row in reversed(rows) for code in row["code"].split("|")}
    assert (first["TT"], first["QĐ"], first["KL"]) == ("Thông tư", "Quyết định", "Kết luận")


@by_file(named("laws.csv"))
def test_law_is_called_without_year_and_numbered_as_printed(path: Path) -> None:
    for row in rows_of(path):
        assert LAW_NAME.match(row["name"]), row
        assert not re.search(r"\b(?:năm )?(?:19|20)\d\d\b", row["name"]), row
        assert [n for n in row["year_numbers"].split("|") if n and not LAW_NUMBER.fullmatch(n)] == [], row


@pytest.mark.parametrize(
    ("day", "provinces", "cities"),
    [
        pytest.param("2024-12-31", 63, 5, id="sixty-three before Huế became a city"),
        pytest.param("2025-06-30", 63, 6, id="sixty-three on the last day before the mergers"),
        pytest.param("2025-07-01", 34, 6, id="thirty-four from the first of July 2025"),
        pytest.param("2026-04-30", 34, 7, id="Đồng Nai a city from the thirtieth of April 2026"),
    ],
)
def test_provinces_of_a_day(day: str, provinces: int, cities: int) -> None:
    alive = [row for row in rows_of(DATA / "vn" / "provinces.csv") if at_one_time(row, {"valid_from": day, "valid_to": day})]
    assert len(alive) == len({row["name"] for row in alive}) == len({row["code"] for row in alive}) == provinces
    assert sum(row["kind"] == "thành phố" for row in alive) == cities


@by_file(named("officials.csv"))
def test_post_has_one_holder_at_a_time(path: Path) -> None:
    single = [row for row in rows_of(path) if not row["post"].startswith("Phó ")]
    assert [(a["name"], b["name"]) for a, b in combinations(single, 2) if a["post"] == b["post"] and at_one_time(a, b)] == []


@by_file(named("province.csv"))
def test_province_folder_is_of_one_province(path: Path) -> None:
    (row,) = rows_of(path)
    assert row["name"] in {known["name"] for known in rows_of(DATA / "vn" / "provinces.csv")}
    assert row["publisher"].endswith(row["name"])
    assert all(words.endswith(row["name"]) for words in row["own_words"].split("|"))
