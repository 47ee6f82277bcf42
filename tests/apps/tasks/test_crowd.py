"""Several agencies report at the same moment as the office assigns, over HTTP against a real server: a small run of `bench/reports.py`."""

from __future__ import annotations

from pathlib import Path

from bench.reports import run
from tests.apps.throwaway import copied

PEOPLE, REPORTS, DRAFTS = 8, 2, 6


def test_no_report_is_lost(tmp_path: Path, template: dict[str, str]) -> None:
    with copied(template, tmp_path / "home") as environment:
        done = run(environment, PEOPLE, REPORTS, DRAFTS)
    assert (done.answers.failures, done.answers.lost, set(done.answers.statuses)) == (0, 0, {200})
    assert sorted(done.kept["reports"]) == sorted(done.answers.reports)
    assert len(done.answers.reports) == PEOPLE * REPORTS * 2
    assert (done.kept["reported"], sorted(done.kept["assigned"])) == (PEOPLE * REPORTS, sorted(done.answers.assigned))
    assert (len(done.answers.assigned), done.whole) == (DRAFTS, True)
