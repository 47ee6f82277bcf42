"""A province is a folder of data: its words win over the nation's, and another is added without code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dieuhanh
from dieuhanh.extract.lexicon import lexicon_of
from dieuhanh.extract.provinces import province_of, provinces

PACKAGE = Path(dieuhanh.__file__).parent
NATION = Path("extract/data/vn")
NATIONAL_LISTS = sorted(path.name for path in (PACKAGE / NATION).glob("*.csv"))

NEW_PROVINCE = {
    "province.csv": """\
name,publisher,own_words,valid_from,valid_to,example,source
Cao Bằng,UBND tỉnh Cao Bằng,tỉnh Cao Bằng|Cao Bằng,,,Sở Tài chính tỉnh Cao Bằng,a test
""",
    "agencies.csv": """\
code,name,aliases,kind,valid_from,valid_to,successor,example,source
BQLKKT,Ban Quản lý Khu kinh tế Cao Bằng,Ban Quản lý Khu kinh tế tỉnh|BQL Khu kinh tế,province,,,,Ban Quản lý Khu kinh tế Cao Bằng rà soát,a test
NON-NUOC,Ban Quản lý Công viên địa chất Non nước Cao Bằng,BQL Công viên địa chất,province-unit,,,,BQL Công viên địa chất rà soát,a test
""",
    "symbols.csv": """\
symbol,match,issuer,example,source
BQLKKT,exact,Ban Quản lý Khu kinh tế Cao Bằng,12/BQLKKT-KH,a test
SNN,exact,Sở Nông nghiệp và Môi trường,12/SNN-TL,a test
""",
}

PAGE = """Chỉ đạo, điều hành nổi bật của UBND tỉnh Cao Bằng trong tuần (từ ngày 13/5 đến ngày 19/5/2024)

Phát triển du lịch tại Công viên địa chất

Chủ tịch UBND tỉnh Cao Bằng chỉ đạo (Công văn số 640/UBND-KT, ngày 14/5/2024) về phát triển du lịch. Mục tiêu năm 2024: đón trên 50 nghìn lượt khách.

UBND tỉnh thành lập Tổ công tác du lịch gồm: Tổ trưởng là Phó Chủ tịch UBND tỉnh; Tổ viên là Giám đốc Sở Tài chính.

BQL Công viên địa chất chủ trì, phối hợp với Sở Tài chính tỉnh Cao Bằng, BQL Khu kinh tế rà soát các điểm đến.

Trước đó đã có Công văn số 88/SNN-TL ngày 05/02/2024 và Công văn số 12/BQLKKT-KH ngày 06/02/2024.
"""

READ = """
import json, sys
import dieuhanh
from dieuhanh.extract.lexicon import lexicon_of
from dieuhanh.extract.provinces import provinces
digest = dieuhanh.read(sys.stdin.read())
item = digest.items[0]
print(json.dumps({
    "provinces": provinces(),
    "publisher": digest.publisher,
    "orders": [[a.lead, a.cooperating] for a in item.assignments],
    "issuers": {d.number: d.issuer for d in item.citations},
    "elsewhere": {symbol: lexicon_of("langson").symbols[symbol] for symbol in ("SNN", "BQLKKT")},
}))
"""


def copy_of_the_package(where: Path) -> Path:
    """The package in another place, for a test to change its data; the folder of the nation's data."""
    shutil.copytree(PACKAGE, where / "dieuhanh", ignore=shutil.ignore_patterns("__pycache__", "samples"))
    return where / "dieuhanh" / NATION


def run(where: Path, code: str, page: str) -> subprocess.CompletedProcess[str]:
    """Run code against the package that lies there."""
    environment = {**os.environ, "PYTHONPATH": str(where), "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-c", code], input=page, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def read_with(where: Path, files: dict[str, str]) -> dict[str, object]:
    """What a copy of the package that holds another province's folder says of its page."""
    folder = copy_of_the_package(where) / "caobang"
    folder.mkdir()
    for name, rows in files.items():
        (folder / name).write_text(rows, encoding="utf-8")
    done = run(where, READ, PAGE)
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def test_a_province_is_added_by_its_folder_alone(tmp_path: Path) -> None:
    assert read_with(tmp_path, NEW_PROVINCE) == {
        "provinces": {"Cao Bằng": "caobang", **provinces()},
        "publisher": "UBND tỉnh Cao Bằng",
        "orders": [[["Ban Quản lý Công viên địa chất Non nước Cao Bằng"], ["Sở Tài chính", "Ban Quản lý Khu kinh tế Cao Bằng"]]],
        "issuers": {"88/SNN-TL": "Sở Nông nghiệp và Môi trường", "12/BQLKKT-KH": "Ban Quản lý Khu kinh tế Cao Bằng"},
        "elsewhere": {symbol: lexicon_of("langson").symbols[symbol] for symbol in ("SNN", "BQLKKT")},
    }


def test_a_province_may_bring_nothing_but_its_name(tmp_path: Path) -> None:
    answer = read_with(tmp_path, {"province.csv": NEW_PROVINCE["province.csv"]})
    assert answer["publisher"] == "UBND tỉnh Cao Bằng"
    assert answer["issuers"] == {"88/SNN-TL": lexicon_of(None).symbols["SNN"], "12/BQLKKT-KH": lexicon_of(None).symbols.get("BQLKKT")}


def test_a_folder_without_a_province_is_none(tmp_path: Path) -> None:
    answer = read_with(tmp_path, {"symbols.csv": NEW_PROVINCE["symbols.csv"]})
    assert answer["provinces"] == provinces()


@pytest.mark.parametrize("name", NATIONAL_LISTS)
def test_a_missing_national_list_is_an_error(name: str, tmp_path: Path) -> None:
    (copy_of_the_package(tmp_path) / name).unlink()
    done = run(tmp_path, READ, PAGE)
    assert done.returncode != 0
    assert name in done.stderr


MOST = [
    pytest.param("UBND tỉnh Bà Rịa-Vũng Tàu Nguyễn Văn An; UBND tỉnh Bà Rịa - Vũng Tàu; tỉnh Lạng Sơn.", None, id="a name in two parts"),
    pytest.param("UBND tỉnh Lạng Sơn chỉ đạo các sở, ngành.", "langson", id="the province with data"),
    pytest.param("Chính phủ họp phiên thường kỳ.", None, id="no province"),
    pytest.param("UBND tỉnh Yên Bái chỉ đạo. UBND tỉnh Yên Bái giao Sở Y tế.", None, id="a province without data"),
    pytest.param(
        "UBND tỉnh Cao Bằng chỉ đạo; trên địa bàn tỉnh Cao Bằng, giáp ranh tỉnh Lạng Sơn; UBND tỉnh Cao Bằng giao Sở Y tế.",
        None,
        id="a neighbour with data is not the province",
    ),
    pytest.param(
        "Chủ tịch UBND tỉnh Trần Văn Bình ký Chỉ thị; Chủ tịch UBND tỉnh Trần Văn Bình yêu cầu các huyện của tỉnh Lạng Sơn rà soát.",
        "langson",
        id="a person is no province",
    ),
    pytest.param("UBND tỉnh Lạng Sơn phối hợp với tỉnh Cao Bằng; tỉnh Lạng Sơn chủ động.", "langson", id="a neighbour without data"),
]


@pytest.mark.parametrize(("text", "folder"), MOST)
def test_province_that_a_text_speaks_of_most(text: str, folder: str | None) -> None:
    assert province_of(text) == folder


def test_the_provinces_words_come_on_top_of_the_nations() -> None:
    nation, province = lexicon_of(None), lexicon_of("langson")
    assert nation.province is None
    assert province.province == "Lạng Sơn"
    assert province.publisher == "UBND tỉnh Lạng Sơn"
    assert set(nation.agencies) < set(province.agencies)
    assert set(nation.symbols) <= set(province.symbols)
