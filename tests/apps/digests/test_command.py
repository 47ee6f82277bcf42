"""`dieuhanh digest` as a person runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.pages import SAMPLES
from tests.apps.throwaway import command, copied, installation

WEEK = ("--week", "2024-W10")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, template: dict[str, str]) -> Iterator[dict[str, str]]:
    """A register of the samples with one week compiled."""
    with copied(template, tmp_path_factory.mktemp("home")) as variables:
        assert command(variables, "load", str(SAMPLES)).returncode == 0
        done = command(variables, "digest", "compile", *WEEK)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == (
            "Đã tổng hợp bản thảo: Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 04/3 đến ngày 10/3/2024): 8 mục; "
            "xem bằng dieuhanh digest show, kiểm tra bằng dieuhanh digest check.\n"
        )
        yield variables


def test_show(loaded: dict[str, str]) -> None:
    done = command(loaded, "digest", "show", "--from", "04/3/2024", "--to", "2024-03-10")
    assert (done.returncode, done.stderr) == (0, "đang soạn, phiên bản 1\n")
    assert done.stdout.startswith("Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 04/3 đến ngày 10/3/2024)\n")
    assert "(Công văn số 274/UBND-KT, ngày 04/3/2024)" in done.stdout


def test_check(loaded: dict[str, str]) -> None:
    done = command(loaded, "digest", "check", *WEEK)
    assert (done.returncode, done.stdout) == (0, "Mọi con số, ngày, số văn bản, cơ quan, tên người đều khớp với nguồn.\n")


@pytest.mark.parametrize(
    ("words", "status", "line"),
    [
        pytest.param(
            ["compile", *WEEK],
            1,
            "bản tin từ ngày 04/3/2024 đến ngày 10/3/2024: đã có bản tin của những ngày này",
            id="a week compiled before",
        ),
        pytest.param(["compile", "--week", "2999-W01"], 1, "tuần này chưa đến", id="a week in the future"),
        pytest.param(
            ["compile", "--week", "2017-W05"], 1, "sổ không có văn bản nào của tỉnh trong những ngày này", id="a week without documents"
        ),
        pytest.param(["compile", "--week", "2024-W60"], 2, "không có tuần 2024-W60", id="no week of the calendar"),
        pytest.param(["compile", "--week", "tuần này\x1b[31m"], 2, "không có tuần tuần này", id="words that steer the terminal"),
        pytest.param(["compile"], 2, "cần nêu --week, hoặc cả --from và --to", id="no days"),
        pytest.param(["compile", *WEEK, "--from", "04/3/2024", "--to", "10/3/2024"], 2, "cần nêu --week", id="days said twice"),
        pytest.param(["compile", "--from", "04/3/2024"], 2, "cần nêu --week", id="half of the days"),
        pytest.param(["compile", "--from", "01/3/2024", "--to", "30/4/2024"], 2, "không quá 31 ngày", id="too many days"),
        pytest.param(["show", "--week", "2017-W05"], 1, "chưa có bản tin của những ngày này", id="an issue that is not there"),
        pytest.param(["publish", *WEEK], 1, "bản tin đang soạn, không làm được việc này", id="a draft is not published"),
    ],
)
def test_what_goes_wrong_is_one_line(words: list[str], status: int, line: str, loaded: dict[str, str]) -> None:
    done = command(loaded, "digest", *words)
    assert (done.returncode, done.stdout) == (status, "")
    assert line in done.stderr
    assert "\x1b" not in done.stderr


def test_before_there_is_a_register(tmp_path: Path, server: str | None) -> None:
    with installation(tmp_path / "home", server) as variables:
        done = command(variables, "digest", "compile", *WEEK)
    assert (done.returncode, done.stdout) == (1, "")
    assert "dieuhanh load" in done.stderr
