"""A series by another rule: what is still to come follows, what is over, reported or set by a person keeps its day, and nothing comes twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from dieuhanh.apps.tasks.actions import (
    NewReport,
    Plan,
    accept,
    change_rule,
    confirm_done,
    correct_deadline,
    make_occurrences,
    report,
    suspend,
)
from dieuhanh.apps.tasks.models import Cause, Note, Task, TaskDeadline
from dieuhanh.apps.tasks.verification import unattested_tasks
from dieuhanh.errors import ForbiddenStepError, NotTaskError
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import TODAY, Cast, again, cast, given, on

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
WHY = "Theo Thông báo số 15/TB-UBND"
TWENTIETH = "trước ngày 20 hằng tháng"


@pytest.fixture
def people() -> Iterator[Cast]:
    """Whatever a test does, each task stands at its end where the chain says."""
    yield cast()
    assert list(unattested_tasks()) == []


def series(people: Cast, words: str = TWENTIETH) -> Task:
    """Since January, so that there are times that are over and times to come."""
    plan = Plan(
        title="Báo cáo giải ngân vốn đầu tư công", lead=people.finance.id, due_words=words, recurring=True, issued_on=dt.date(2026, 1, 5)
    )
    return given(plan, at=on(dt.date(2026, 1, 5)))


def days(one: Task) -> list[str]:
    """The days of its occurrences, each with its period."""
    return [f"{task.period}: {task.due_on:%d/%m}" for task in one.occurrences.order_by("due_on")]


@pytest.mark.parametrize(
    ("words", "after"),
    [
        pytest.param(
            "trước ngày 25 hằng tháng",
            ["kỳ tháng 01/2026: 19/01", "kỳ tháng 02/2026: 19/02", "kỳ tháng 3/2026: 24/03", "kỳ tháng 4/2026: 24/04"],
            id="a later day: from the day of the change on",
        ),
        pytest.param(
            "chậm nhất ngày 20 hằng tháng",
            ["kỳ tháng 01/2026: 19/01", "kỳ tháng 02/2026: 19/02", "kỳ tháng 3/2026: 20/03", "kỳ tháng 4/2026: 20/04"],
            id="the same day, but itself in time",
        ),
        pytest.param(
            "ngày 02 hằng tháng",
            ["kỳ tháng 01/2026: 19/01", "kỳ tháng 02/2026: 19/02", "kỳ tháng 3/2026: 02/03", "kỳ tháng 4/2026: 02/04"],
            id="an earlier day that is today",
        ),
        pytest.param(
            "ngày 01 hằng tháng",
            ["kỳ tháng 01/2026: 19/01", "kỳ tháng 02/2026: 19/02", "kỳ tháng 3/2026: 19/03", "kỳ tháng 4/2026: 01/04"],
            id="an earlier day that has passed makes nobody late",
        ),
        pytest.param(
            "trước ngày 20 của tháng cuối quý",
            ["kỳ tháng 01/2026: 19/01", "kỳ tháng 02/2026: 19/02", "kỳ tháng 3/2026: 19/03", "kỳ quý I/2026: 19/03"],
            id="another rhythm: the periods of the old one stay to be looked at",
        ),
    ],
)  # fmt: skip
def test_what_is_to_come_follows(people: Cast, words: str, after: list[str]) -> None:
    """Twice made and a month later, each period is there once."""
    one = series(people)
    make_occurrences(TODAY, actor=TESTER, at=NOW)
    assert days(one) == ["kỳ tháng 01/2026: 19/01", "kỳ tháng 02/2026: 19/02", "kỳ tháng 3/2026: 19/03"]
    change_rule(one.id, words, WHY, actor=people.officer, at=NOW)
    for day in (TODAY, TODAY + 27 * DAY):
        make_occurrences(day, actor=TESTER, at=NOW)
    assert sorted(days(one)) == sorted(after)


def test_the_old_rule_and_the_old_days_stay_with_the_reason(people: Cast) -> None:
    one = series(people)
    make_occurrences(TODAY, actor=TESTER, at=NOW)
    change_rule(one.id, "trước ngày 25 hằng tháng", WHY, actor=people.officer, at=NOW)
    rows = list(TaskDeadline.objects.filter(task=one).values_list("words", "cause", "reason"))
    assert rows == [(TWENTIETH, Cause.TYPED, ""), ("trước ngày 25 hằng tháng", Cause.CORRECTED, WHY)]
    march = one.occurrences.get(period="kỳ tháng 3/2026")
    moved = list(TaskDeadline.objects.filter(task=march).values_list("due_on", "cause", "reason"))
    assert moved == [
        (dt.date(2026, 3, 19), Cause.SAID, ""),
        (dt.date(2026, 3, 24), Cause.CORRECTED, f"Chu kỳ đổi từ “{TWENTIETH}” thành “trước ngày 25 hằng tháng”: {WHY}"),
    ]
    assert (march.occurs_on, again(one).due_words) == (dt.date(2026, 3, 25), "trước ngày 25 hằng tháng")


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(lambda t, p: report(t.id, NewReport(text="Đã xong"), actor=p.lan, at=NOW), id="reported"),
        pytest.param(
            lambda t, p: (report(t.id, NewReport(text="Đã xong"), actor=p.lan, at=NOW), confirm_done(t.id, actor=p.officer, at=NOW)), id="done"
        ),
        pytest.param(lambda t, p: correct_deadline(t.id, dt.date(2026, 3, 19), "Theo lịch họp", actor=p.officer, at=NOW), id="set by a person"),
    ],
)  # fmt: skip
def test_what_is_over_or_set_by_a_person_keeps_its_day(people: Cast, before: object) -> None:
    one = series(people)
    make_occurrences(TODAY, actor=TESTER, at=NOW)
    before(one.occurrences.get(period="kỳ tháng 3/2026"), people)  # type: ignore[operator]  # a function of the table
    change_rule(one.id, "trước ngày 25 hằng tháng", WHY, actor=people.officer, at=NOW)
    make_occurrences(TODAY + 27 * DAY, actor=TESTER, at=NOW)
    assert days(one)[2:] == ["kỳ tháng 3/2026: 19/03", "kỳ tháng 4/2026: 24/04"]
    assert not Note.objects.exists()


@pytest.mark.parametrize("before", [pytest.param(accept, id="accepted"), pytest.param(suspend, id="at rest")])
def test_what_is_in_hand_or_rests_follows(people: Cast, before: object) -> None:
    one = series(people)
    make_occurrences(TODAY, actor=TESTER, at=NOW)
    march = one.occurrences.get(period="kỳ tháng 3/2026")
    accept(march.id, actor=people.lan, at=NOW) if before is accept else suspend(march.id, "Chờ", actor=people.officer, at=NOW)
    change_rule(one.id, "trước ngày 25 hằng tháng", WHY, actor=people.officer, at=NOW)
    assert again(march).due_on == dt.date(2026, 3, 24)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("trước ngày 20 của tháng cuối quý", "Chu kỳ mới không có ngày riêng cho kỳ này", id="no such period"),
        pytest.param("ngày 01 hằng tháng", "Ngày mới của kỳ này, 01/3/2026, đã qua", id="a day that has passed"),
    ],
)
def test_what_cannot_follow_says_so_once(people: Cast, words: str, said: str) -> None:
    one = series(people)
    make_occurrences(TODAY, actor=TESTER, at=NOW)
    change_rule(one.id, words, WHY, actor=people.officer, at=NOW)
    change_rule(one.id, "ngày 28 của tháng cuối quý", "Nhầm", actor=people.officer, at=NOW)
    notes = Note.objects.filter(task__period="kỳ tháng 3/2026").values_list("text", flat=True)
    assert said in notes[0]
    assert WHY in notes[0]


@pytest.mark.parametrize(
    ("words", "reason", "field"),
    [
        pytest.param("trước ngày 25/3/2026", WHY, "due_words", id="words that do not come back"),
        pytest.param(TWENTIETH, WHY, "due_words", id="the same words"),
        pytest.param("  ", WHY, "due_words", id="no words"),
        pytest.param("trước ngày 25 hằng tháng", " ", "reason", id="no reason"),
    ],
)
def test_what_is_no_other_rule_is_refused(people: Cast, words: str, reason: str, field: str) -> None:
    one = series(people)
    with pytest.raises(NotTaskError) as caught:
        change_rule(one.id, words, reason, actor=people.officer, at=NOW)
    assert (caught.value.field, again(one).due_words, one.deadlines.count()) == (field, TWENTIETH, 1)


def test_a_series_has_a_rule_and_another_task_has_a_day(people: Cast) -> None:
    single, one = given(Plan(title="Rà soát", lead=people.finance.id)), series(people)
    with pytest.raises(NotTaskError):
        change_rule(single.id, "hằng quý", WHY, actor=people.officer, at=NOW)
    with pytest.raises(NotTaskError):
        correct_deadline(one.id, TODAY, WHY, actor=people.officer, at=NOW)
    suspend(one.id, "Chờ", actor=people.officer, at=NOW)
    with pytest.raises(ForbiddenStepError):
        change_rule(one.id, "hằng quý", WHY, actor=people.officer, at=NOW)
