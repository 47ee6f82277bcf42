"""What stands in the files: only what is public, and the same in each of them."""

from __future__ import annotations

import csv
import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from arro3.io import read_parquet

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.corrections.models import Decision
from dieuhanh.apps.documents.models import Document
from dieuhanh.apps.documents.reading import read_page
from dieuhanh.apps.opendata.datasets import DATASETS
from dieuhanh.apps.opendata.files import DICTIONARY, REGISTER
from dieuhanh.apps.opendata.identifiers import document_id
from dieuhanh.apps.opendata.publishing import publish_open_data
from dieuhanh.apps.opendata.text_files import write_csv, write_json_lines
from dieuhanh.domain.rulings import Kind, Verdict
from tests.apps.pages import LETTER, NOW, ORDER, digest_text, item, page, register
from tests.apps.people import person

# All that is public. A column that is not here may not be in any file; whoever adds one says here that everybody may know it.
ALLOWED = {
    "agencies": "id name kind valid_from valid_to",
    "agency_successions": "predecessor_id successor_id on",
    "digests": "id title publisher publisher_id period_start period_end address",
    "items": "id digest_id position heading",
    "documents": "id type number date issuer issuer_id title known_by",
    "mentions": "item_id role position document_id type number date issuer title provision",
    "relations": "item_id position type source_id target_id source target",
    "assignments": "id item_id position action quoted_id quoted",
    "assigned_agencies": "assignment_id part position name agency_id",
    "deadlines": "item_id position assignment_id due bound recurrence expression",
    "targets": "item_id position subject comparator value upper unit by",
    "task_counts": "agency_id week_start week_end done_in_time done_late open_in_time open_overdue without_deadline",
}
DICTIONARY_COLUMNS = "dataset file column type required refers_to vi en"
COLUMNS = {name: columns.split() for name, columns in ALLOWED.items()}


def published(folder: Path) -> Path:
    return folder / publish_open_data(NOW, folder).generation


def tables(register_file: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(register_file)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type NOT IN ('index') ORDER BY rowid")]
        return {name: [row[1] for row in database.execute(f"PRAGMA table_info({name})")] for name in names}


def lines(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def csv_rows(folder: Path, slug: str) -> Iterator[dict[str, str]]:
    names, *rows = lines(folder / f"{slug}.csv")
    return (dict(zip(names, row, strict=True)) for row in rows)


def json_rows(folder: Path, slug: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{slug}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.usefixtures("samples")
def test_every_column_of_every_file_is_allowed(tmp_path: Path) -> None:
    folder = published(tmp_path)
    assert tables(folder / REGISTER) == {**COLUMNS, "data_dictionary": DICTIONARY_COLUMNS.split()}
    for dataset in DATASETS:
        assert lines(folder / f"{dataset.slug}.csv")[0] == COLUMNS[dataset.name]
        assert {tuple(row) for row in json_rows(folder, dataset.slug)} == {tuple(COLUMNS[dataset.name])}
        assert read_parquet(folder / f"{dataset.slug}.parquet").schema.names == COLUMNS[dataset.name]
    written = {path.name for path in folder.iterdir()}
    endings = ("csv", "jsonl", "parquet")
    about = {REGISTER, DICTIONARY, "giay-phep.txt", "SHA256SUMS"}
    assert written == {f"{dataset.slug}.{ending}" for dataset in DATASETS for ending in endings} | about


@pytest.mark.django_db
def test_private_values_are_in_no_file(tmp_path: Path) -> None:
    """Planted wherever the register keeps what is nobody's business, and looked for byte by byte."""
    planted = "bimat0197"
    officer = person(Role.OFFICER, f"{planted}.user")
    User.objects.filter(pk=officer.pk).update(full_name=f"Nguyễn {planted}", email=f"{planted}@langson.gov.vn")
    text = digest_text(item("Nạo vét mương máng", LETTER, ORDER))
    register(read_page(f"file:///home/{planted}/tuan.txt", text.encode()))
    Decision.objects.create(
        subject="0" * 64,
        address=f"file:///home/{planted}/tuan.txt",
        sha256="0" * 64,
        kind=Kind.ASSIGNMENT,
        heading=planted,
        words=planted,
        nth=0,
        machine_json="{}",
        sole=True,
        verdict=Verdict.CONFIRMED,
        value_json=f'{{"action": "{planted}"}}',
        note=f"{planted} bảo thế",
        actor=officer.get_username(),
        at=NOW,
    )
    folder = published(tmp_path)
    assert [row["address"] for row in json_rows(folder, "ban-tin")] == [None]
    for file in folder.iterdir():
        assert planted not in file.read_bytes().decode("utf-8", "replace").lower(), file.name
    assert planted.encode() not in (tmp_path / "manifest.json").read_bytes()


@pytest.mark.usefixtures("samples")
def test_every_format_says_the_same(tmp_path: Path) -> None:
    register(page(digest_text(item("=SUM(1;2) và 'nháy'", LETTER, ORDER))))
    folder = published(tmp_path)
    for dataset in DATASETS:
        with closing(sqlite3.connect(folder / REGISTER)) as database:
            database.row_factory = sqlite3.Row
            stored = [dict(row) for row in database.execute(f"SELECT * FROM {dataset.name} ORDER BY rowid")]  # noqa: S608  a name of our own
        assert stored
        assert json_rows(folder, dataset.slug) == stored
        assert [as_csv(row) for row in stored] == [
            {name: text.removeprefix("'") for name, text in row.items()} for row in csv_rows(folder, dataset.slug)
        ]
        table = read_parquet(folder / f"{dataset.slug}.parquet").read_all()
        columns = {name: [as_json(table.column(name)[index].as_py()) for index in range(table.num_rows)] for name in dataset.names}
        assert columns == {name: [row[name] for row in stored] for name in dataset.names}


def as_csv(row: dict[str, Any]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in row.items()}


def as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


@pytest.mark.usefixtures("samples")
def test_references_lead_somewhere_and_keys_are_keys(tmp_path: Path) -> None:
    with closing(sqlite3.connect(published(tmp_path) / REGISTER)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        work = "SELECT count(*) FROM assignments JOIN items ON items.id = item_id JOIN digests ON digests.id = digest_id"
        assert database.execute(work).fetchone()[0] > 10


@pytest.mark.usefixtures("samples")
def test_dictionary_describes_every_column_in_two_languages(tmp_path: Path) -> None:
    names, *rows = lines(published(tmp_path) / DICTIONARY)
    assert names == DICTIONARY_COLUMNS.split()
    assert [(row[0], row[2]) for row in rows] == [(name, column) for name, columns in COLUMNS.items() for column in columns]
    assert all(row[6] and row[7] for row in rows)


@pytest.mark.usefixtures("samples")
def test_identifiers_outlive_the_rows(tmp_path: Path) -> None:
    """A document is known by number, issuer and day; the numbers of rows are nowhere."""
    row = Document.objects.filter(number="238/VP-KGVX").first() or Document.objects.order_by("pk")[0]
    ids = {one["id"] for one in json_rows(published(tmp_path), "van-ban")}
    assert document_id(row.number_key, row.issuer_key, row.date) in ids
    assert len(ids) == Document.objects.count()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param("=HYPERLINK(1)", "'=HYPERLINK(1)", id="a formula is text"),
        pytest.param("- Sở Y tế", "'- Sở Y tế", id="so is a dash"),
        pytest.param("'nháy", "''nháy", id="an apostrophe of its own is doubled, so that the way back is one"),
        pytest.param("giao Sở Y tế = 1", "giao Sở Y tế = 1", id="other text is as it is"),
    ],
)
def test_spreadsheets_run_nothing(text: str, cell: str, tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", ["a"], [[(text,)]])
    assert lines(tmp_path / "a.csv") == [["a"], [cell]]


def test_text_files_are_what_programs_expect(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", ["a", "b", "c"], [[('ngày "1"', None, dt.date(2024, 2, 5))], [("hai\ndòng", 1.5, None)]])
    write_json_lines(tmp_path / "a.jsonl", ["a", "b", "c"], [[("đ", None, dt.date(2024, 2, 5))], [("hai\ndòng", 1.5, None)]])
    assert (tmp_path / "a.csv").read_bytes() == '\ufeffa,b,c\r\n"ngày ""1""",,2024-02-05\r\n"hai\ndòng",1.5,\r\n'.encode()
    assert (tmp_path / "a.jsonl").read_text(
        encoding="utf-8"
    ) == '{"a":"đ","b":null,"c":"2024-02-05"}\n{"a":"hai\\ndòng","b":1.5,"c":null}\n'
