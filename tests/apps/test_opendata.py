"""`dieuhanh opendata` as a person runs it."""

from __future__ import annotations

from pathlib import Path

from dieuhanh.apps.opendata.manifest import read_manifest
from tests.apps.pages import LETTER, ORDER, digest_text, item
from tests.apps.throwaway import command, copied, dieuhanh, installation, script

PAGE = digest_text(item("Nạo vét mương máng", LETTER, ORDER))
MORE = PAGE.replace("512/UBND-KT", "7/UBND-KT")


def test_before_there_is_a_register(tmp_path: Path, server: str | None) -> None:
    with installation(tmp_path / "home", server) as environment:
        assert command(environment, "opendata").returncode == 1


def test_files_follow_the_register(tmp_path: Path, template: dict[str, str]) -> None:
    with copied(template, tmp_path / "home") as environment:
        page = tmp_path / "tuan.txt"
        page.write_text(PAGE, encoding="utf-8")
        assert command(environment, "load", str(page)).returncode == 0
        said = command(environment, "opendata")
        assert (said.returncode, said.stderr) == (0, "")
        assert said.stdout.startswith("Dữ liệu mở: 40 tệp, ")
        assert said.stdout.endswith(" 40 tệp có thay đổi.\n")
        again = command(environment, "opendata")
        assert again.stdout.endswith(" 0 tệp có thay đổi.\n")
        manifest = read_manifest(tmp_path / "home" / "open-data")
        assert manifest is not None
        assert (tmp_path / "home" / "open-data" / manifest.generation / "van-ban.csv").exists()


def test_a_page_loaded_meanwhile_is_wholly_in_the_next_set(tmp_path: Path, template: dict[str, str]) -> None:
    """Files of one set belong together, and the writer does not wait for them."""
    with copied(template, tmp_path / "home") as environment:
        pages = [tmp_path / name for name in ("mot.txt", "hai.txt")]
        pages[0].write_text(PAGE, encoding="utf-8")
        pages[1].write_text(MORE, encoding="utf-8")
        assert command(environment, "load", str(pages[0])).returncode == 0
        said = script(environment, "tests/apps/opendata/publish_while_writing.py", dieuhanh(), "load", str(pages[1]))
        documents, assignments, documents_now, assignments_now = map(int, said.split())
        assert (documents, assignments) == (1, 1)
        assert documents_now > documents
        assert assignments_now > assignments
        assert command(environment, "opendata").returncode == 0
        manifest = read_manifest(tmp_path / "home" / "open-data")
        assert manifest is not None
        assert {file.rows for file in manifest.files if file.dataset == "assignments"} == {assignments_now}
