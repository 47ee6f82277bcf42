"""`dieuhanh opendata` as a person runs it."""

from __future__ import annotations

from pathlib import Path

from dieuhanh.apps.opendata.manifest import read_manifest
from tests.apps.throwaway import command, installation

PAGE = "Chỉ đạo, điều hành nổi bật của UBND tỉnh Lạng Sơn trong tuần (từ ngày 06/5 đến ngày 12/5/2024)\n\nGiao Sở Y tế báo cáo trước ngày 31/5/2024.\n"


def test_files_follow_the_register(tmp_path: Path, server: str | None) -> None:
    with installation(tmp_path / "home", server) as environment:
        assert command(environment, "opendata").returncode == 1
        page = tmp_path / "tuan.txt"
        page.write_text(PAGE, encoding="utf-8")
        assert command(environment, "load", str(page)).returncode == 0
        said = command(environment, "opendata")
        assert (said.returncode, said.stderr) == (0, "")
        assert said.stdout.startswith("Dữ liệu mở: 37 tệp, ")
        assert said.stdout.endswith(" 37 tệp có thay đổi.\n")
        again = command(environment, "opendata")
        assert again.stdout.endswith(" 0 tệp có thay đổi.\n")
        manifest = read_manifest(tmp_path / "home" / "open-data")
        assert manifest is not None
        assert (tmp_path / "home" / "open-data" / manifest.generation / "van-ban.csv").exists()
