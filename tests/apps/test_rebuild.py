"""`dieuhanh rebuild` as a person runs it."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.apps.test_load import FINGERPRINT, execute, load_pages
from tests.apps.throwaway import command, copied, dieuhanh, script

KILLS, SOAK_KILLS = 3, 30
CALM = "thêm 0 dữ kiện; bớt 0 dữ kiện; 0 ý kiến cần xem lại."


@pytest.fixture
def environment(tmp_path: Path, template: dict[str, str]) -> Iterator[dict[str, str]]:
    with copied(template, tmp_path / "home") as variables:
        yield variables


def facts(environment: dict[str, str]) -> list[str]:
    """The register without its audit chain, which tells of every attempt."""
    lines = script(environment, FINGERPRINT).splitlines()
    return [line for line in lines if not line.startswith(('["Entry"', '["Head"'))]


def damage(environment: dict[str, str]) -> None:
    """As an older and poorer reader would have left the register."""
    for statement in (
        "DELETE FROM documents_deadline WHERE id % 3 = 0",
        "UPDATE documents_target SET value = value + 1",
        "UPDATE documents_document SET title = 'x', known_by = 'mention' WHERE id % 4 = 0",
    ):
        execute(environment, statement)


def survive_kills(kills: int, tmp_path: Path, environment: dict[str, str]) -> None:
    """Kill a rebuild at a random moment, rebuild again, compare with the register as it was loaded."""
    assert command(environment, "load", str(load_pages(tmp_path / "trang"))).returncode == 0
    calm = facts(environment)
    chance = random.Random(kills)  # noqa: S311  it draws moments, nothing secret hangs on them
    began = time.monotonic()
    done = command(environment, "rebuild")
    duration = time.monotonic() - began
    assert (done.returncode, done.stdout) == (0, f"Đã đọc lại 26 trang; 0 trang đổi; {CALM}\n")
    assert facts(environment) == calm
    for _ in range(kills):
        damage(environment)
        disturbed = subprocess.Popen([dieuhanh(), "rebuild"], env=environment, stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, duration))
        disturbed.send_signal(signal.SIGKILL)
        disturbed.wait()
        assert command(environment, "rebuild").returncode == 0
        assert facts(environment) == calm
        assert command(environment, "check").returncode == 0


def test_a_killed_rebuild_can_be_repeated(tmp_path: Path, environment: dict[str, str]) -> None:
    survive_kills(KILLS, tmp_path, environment)


@pytest.mark.soak
def test_a_rebuild_killed_many_times_can_be_repeated(tmp_path: Path, environment: dict[str, str]) -> None:
    survive_kills(SOAK_KILLS, tmp_path, environment)


def test_a_dry_run_tells_and_writes_nothing(environment: dict[str, str], tmp_path: Path) -> None:
    command(environment, "load", str(load_pages(tmp_path / "trang")))
    damage(environment)
    damaged = script(environment, FINGERPRINT)
    told = command(environment, "rebuild", "--dry-run")
    assert (told.returncode, told.stdout.splitlines()[-1].startswith("Sẽ đọc lại 26 trang; ")) == (0, True)
    assert "thời hạn" in told.stdout
    assert script(environment, FINGERPRINT) == damaged
    done = command(environment, "rebuild")
    assert done.stdout.replace("Đã đọc lại", "Sẽ đọc lại") == told.stdout
