"""What the person named, as addresses."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dieuhanh.cli.addresses import ADDRESS_BYTES, address_of, is_url, pages_of


@pytest.mark.parametrize(
    ("page", "url"),
    [
        pytest.param("https://langson.gov.vn/tuan-19", True, id="a page of the web"),
        pytest.param("ftp://langson.gov.vn/tuan-19", True, id="another scheme is no file either"),
        pytest.param("C:/tuan-19.html", False, id="a drive is no scheme"),
        pytest.param("tuan-19.html", False, id="a file"),
        pytest.param("-", False, id="standard input"),
    ],
)
def test_urls_are_told_from_files(page: str, url: bool) -> None:
    assert is_url(page) is url


@pytest.mark.parametrize(
    ("page", "address"),
    [
        pytest.param("/srv/bản tin/../tuần 19.html", "file:///srv/tuần 19.html", id="a file by its whole path"),
        pytest.param("/srv/100%.txt", "file:///srv/100%25.txt", id="a sign that stands for escapes"),
        pytest.param(os.fsdecode(b"/srv/tu\xe1n\n.txt"), "file:///srv/tu%E1n%0A.txt", id="bytes that are no letters"),
        pytest.param("https://langson.gov.vn/?q=tuần", "https://langson.gov.vn/?q=tuần", id="an address of the web stays"),
    ],
)
def test_one_address_for_one_place(page: str, address: str) -> None:
    assert address_of(page, b"") == address


def test_standard_input_is_named_by_what_came() -> None:
    assert address_of("-", b"a") == address_of("-", b"a") != address_of("-", b"b")


def test_an_address_too_long_for_an_index_is_refused() -> None:
    with pytest.raises(OSError, match="too long"):
        address_of("https://langson.gov.vn/" + "x" * ADDRESS_BYTES, b"")


def test_a_folder_is_its_pages_and_what_could_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.HTML", "c.png", "sub/d.htm"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert list(pages_of(str(tmp_path))) == [str(tmp_path / name) for name in ("a.HTML", "b.txt", "sub/d.htm")]
    listed = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("sub"):
            raise PermissionError(13, "no", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert list(pages_of(str(tmp_path))) == [str(tmp_path / name) for name in ("a.HTML", "b.txt", "sub")]
