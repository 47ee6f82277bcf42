"""The library's verbs."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import msgspec
import pytest

import dieuhanh
from dieuhanh.extract import facts

ROOT = Path(__file__).resolve().parents[1]

PAGE = """Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 06/5 đến ngày 12/5/2024)

Nạo vét mương máng trước vụ mùa

UBND tỉnh chỉ đạo (Công văn số 512/UBND-KT, ngày 07/5/2024) việc nạo vét mương máng trước vụ mùa trên toàn tỉnh.

Sở Tài chính chủ trì, phối hợp với Sở Y tế rà soát kinh phí, báo cáo UBND tỉnh trước ngày 31/5/2024.
"""


def test_a_path_bytes_and_text_are_the_same_page(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    digest = dieuhanh.read(file)
    assert [item.heading for item in digest.items] == ["Nạo vét mương máng trước vụ mùa"]
    assert digest == dieuhanh.read(PAGE.encode()) == dieuhanh.read(PAGE)


def test_text_is_never_taken_for_the_name_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert dieuhanh.read("page.txt").text == "page.txt"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(b"", dieuhanh.EmptyPageError, id="nothing"),
        pytest.param(b"\n \n", dieuhanh.EmptyPageError, id="only white space"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, dieuhanh.NotTextError, id="an image"),
        pytest.param(f"MẬT\n\n{PAGE}".encode(), dieuhanh.SecretTextError, id="a mark of secrecy"),
    ],
)
def test_what_is_no_page_is_refused(content: bytes, error: type[dieuhanh.DieuhanhError], tmp_path: Path) -> None:
    file = tmp_path / "page"
    file.write_bytes(content)
    with pytest.raises(error):
        dieuhanh.read(content)
    with pytest.raises(error):
        dieuhanh.read(file)


def test_a_missing_file_is_the_systems_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        dieuhanh.read(tmp_path / "page.txt")


@pytest.mark.parametrize("size", [pytest.param(len(PAGE.encode()) - 1, id="one byte too many"), pytest.param(1, id="far too many")])
def test_the_limit_holds_for_every_source(size: int, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    for source in (file, PAGE.encode(), PAGE):
        with pytest.raises(dieuhanh.TooLargeError) as caught:
            dieuhanh.read(source, limit=size)
        assert caught.value.limit == size < caught.value.size


def test_a_page_as_large_as_the_limit_is_read() -> None:
    assert dieuhanh.read(PAGE, limit=len(PAGE.encode())).items


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as sparse:
        sparse.truncate(1 << 40)  # a terabyte that takes no disk: reading it would fail
    with pytest.raises(dieuhanh.TooLargeError):
        dieuhanh.read(file)


def test_places_that_cannot_be_decoded_give_one_warning() -> None:
    broken = PAGE.encode().replace("kinh phí".encode(), b"kinh\xff ph\xff")
    digest = dieuhanh.read(broken)
    (warning,) = [warning for warning in digest.warnings if warning.code == "undecodable"]
    assert warning.span is not None
    assert digest.text[slice(*warning.span)] == "\N{REPLACEMENT CHARACTER}"
    assert "2 chỗ" in warning.message
    assert [item.heading for item in digest.items] == ["Nạo vét mương máng trước vụ mùa"]


def test_a_whole_page_has_no_such_warning() -> None:
    assert "undecodable" not in [warning.code for warning in dieuhanh.read(PAGE).warnings]


@pytest.mark.parametrize("indent", [pytest.param(0, id="one line"), pytest.param(2, id="indented")])
def test_json_gives_the_digest_back(indent: int) -> None:
    digest = dieuhanh.read(PAGE)
    line = dieuhanh.to_json(digest, indent=indent)
    assert msgspec.json.decode(line, type=dieuhanh.Digest) == digest
    assert (b"\n" in line) is bool(indent)


def test_the_schema_requires_every_field_of_every_fact() -> None:
    schema = dieuhanh.schema()
    assert schema["$ref"] == "#/$defs/Digest"
    structs = {name: struct for name, struct in vars(facts).items() if isinstance(struct, type) and issubclass(struct, msgspec.Struct)}
    assert {name: definition["required"] for name, definition in schema["$defs"].items()} == {
        name: list(struct.__struct_fields__) for name, struct in structs.items()
    }


def test_the_version_is_the_projects() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert dieuhanh.__version__ == project["version"]


def loaded_by(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_import_loads_no_reader() -> None:
    assert {name for name in loaded_by("import dieuhanh") if name.startswith("dieuhanh.")} == {"dieuhanh.errors"}


def test_what_keeps_facts_loads_no_reader() -> None:
    loaded = loaded_by("import dieuhanh.domain.rulings")
    assert "dieuhanh.extract.facts" in loaded
    assert {"dieuhanh.reading", "dieuhanh.extract.digest"}.isdisjoint(loaded)


def test_the_reader_loads_nothing_of_the_command() -> None:
    loaded = loaded_by("import dieuhanh; dieuhanh.read")
    assert "dieuhanh.reading" in loaded
    assert {"typer", "rich", "pydantic", "dieuhanh.cli"}.isdisjoint(loaded)


@pytest.mark.parametrize("name", dieuhanh.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(dieuhanh, name) is not None
    assert name in dir(dieuhanh)


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        dieuhanh.nothing_of_ours  # noqa: B018
