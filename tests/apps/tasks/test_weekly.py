"""The counts of each week that everybody may have: by agency, of publicly ordered work alone, as the reports of those days."""

from __future__ import annotations

import datetime as dt

import pytest

from dieuhanh.apps.tasks.actions import (
    NewReport,
    Plan,
    SubTask,
    add_subtasks,
    assign_tasks,
    cancel,
    confirm_done,
    draft_tasks_of,
    refuse,
    report,
)
from dieuhanh.apps.tasks.counting import count_by_agency
from dieuhanh.apps.tasks.models import Task
from dieuhanh.apps.tasks.weekly import last_whole_week, ordered_in_public, weekly_counts
from dieuhanh.domain.task_course import CountedAs, Work, course_of
from tests.apps.pages import TESTER, digest_text, item, page, register
from tests.apps.tasks.people_at_work import TODAY, Cast, again, cast, given, on

DAY = dt.timedelta(days=1)
GIVEN, DUE = dt.date(2026, 1, 5), dt.date(2026, 1, 20)
IN_TIME, OVERDUE, DONE, LATE = CountedAs.OPEN_IN_TIME, CountedAs.OPEN_OVERDUE, CountedAs.DONE_IN_TIME, CountedAs.DONE_LATE
ADDRESS = "https://langson.gov.vn/tuan-01"


@pytest.mark.parametrize(
    ("work", "course"),
    [
        pytest.param(Work(GIVEN, None, None, None), [(GIVEN, IN_TIME)], id="without a deadline: in time for ever"),
        pytest.param(Work(GIVEN, None, None, DUE), [(GIVEN, IN_TIME), (DUE, DONE)], id="without a deadline, done: in time"),
        pytest.param(Work(GIVEN, DUE, None, None), [(GIVEN, IN_TIME), (DUE + DAY, OVERDUE)], id="overdue from the day after the last"),
        pytest.param(Work(GIVEN, DUE, None, DUE), [(GIVEN, IN_TIME), (DUE, DONE)], id="done on the last day: in time"),
        pytest.param(
            Work(GIVEN, DUE, None, DUE + 9 * DAY),
            [(GIVEN, IN_TIME), (DUE + DAY, OVERDUE), (DUE + 9 * DAY, LATE)],
            id="overdue, then done late",
        ),
        pytest.param(Work(GIVEN, DUE, DUE, None), [(GIVEN, IN_TIME)], id="reported in time: the office's delay is not the agency's"),
        pytest.param(Work(GIVEN, DUE, DUE + DAY, None), [(GIVEN, IN_TIME), (DUE + DAY, OVERDUE)], id="reported late: overdue"),
        pytest.param(
            Work(DUE + 5 * DAY, DUE, None, None), [(DUE + 5 * DAY, IN_TIME), (DUE + 5 * DAY, OVERDUE)], id="given after its day: at once"
        ),
    ],
)
def test_from_which_day_a_task_counts_as_what(work: Work, course: list[tuple[dt.date, CountedAs]]) -> None:
    assert course_of(work) == course


def ordered(number: int, words: str) -> str:
    """An item of a page that orders something."""
    letter = f"UBND tỉnh ban hành Công văn số {number}/UBND-KT ngày 05/1/2026 về việc nạo vét mương máng xã số {number}."
    return item(f"Chỉ đạo nạo vét mương máng xã số {number}", letter, words)


@pytest.fixture
def people(db: None) -> Cast:  # noqa: ARG001  asks for the database
    return cast()


def published_tasks() -> list[Task]:
    """The tasks of a page's orders, given on Monday the 5th of January 2026."""
    finance, health = "Giao Sở Tài chính", "Giao Sở Y tế"
    orders = (
        f"{finance} rà soát kinh phí, báo cáo UBND tỉnh trước ngày 21/01/2026.",
        f"{finance} cấp kinh phí, báo cáo UBND tỉnh trước ngày 31/3/2026.",
        f"{finance} hướng dẫn thanh toán.",
        f"{health} chuẩn bị thuốc, báo cáo UBND tỉnh trước ngày 21/01/2026.",
        f"{health} kiểm tra trạm y tế, báo cáo UBND tỉnh trước ngày 21/01/2026.",
    )
    items = [ordered(700 + n, words) for n, words in enumerate(orders)]
    register(page(digest_text(*items, week="từ ngày 05/01 đến ngày 11/01/2026"), ADDRESS), at=on(GIVEN))
    draft_tasks_of([ADDRESS], actor=TESTER, at=on(GIVEN))
    drafts = list(Task.objects.drafts().order_by("document__number"))
    assert len(drafts) == len(orders)
    return assign_tasks([task.id for task in drafts], actor=TESTER, at=on(GIVEN))


def done(task: Task, day: dt.date) -> None:
    report(task.id, NewReport(text="Đã xong"), actor=TESTER, at=on(day))
    confirm_done(task.id, actor=TESTER, at=on(day + 3 * DAY))


def counts(today: dt.date, agency: int) -> list[tuple[str, int, int, int, int, int]]:
    return [
        (f"{one.monday:%d/%m}", one.done_in_time, one.done_late, one.open_in_time, one.open_overdue, one.without_deadline)
        for one in weekly_counts(today)
        if one.agency == agency
    ]


def test_the_weeks_of_an_agency_are_as_its_reports_were(people: Cast) -> None:
    review, *_, medicine, visit = published_tasks()
    done(review, dt.date(2026, 1, 28))
    done(medicine, dt.date(2026, 1, 20))
    cancel(visit.id, "Đã có đoàn khác kiểm tra", actor=TESTER, at=on(TODAY))
    today = dt.date(2026, 2, 4)  # a Wednesday
    assert counts(today, people.finance.id) == [
        ("05/01", 0, 0, 3, 0, 1),
        ("12/01", 0, 0, 3, 0, 1),
        ("19/01", 0, 0, 2, 1, 1),
        ("26/01", 0, 1, 2, 0, 1),
    ]
    assert counts(today, people.health.id) == [
        ("05/01", 0, 0, 1, 0, 0),
        ("12/01", 0, 0, 1, 0, 0),
        *[(day, 1, 0, 0, 0, 0) for day in ("19/01", "26/01")],
    ]
    sunday = last_whole_week(today) + 6 * DAY
    for agency, told in count_by_agency(ordered_in_public(), sunday, near=3).items():
        assert counts(today, agency)[-1][1:] == (
            told.done_in_time,
            told.done_late,
            told.open_in_time,
            told.open_overdue,
            told.without_deadline,
        )


def test_each_agency_of_a_collective_counts_for_itself(people: Cast) -> None:
    words = "Giao Sở Tài chính, Sở Y tế rà soát kinh phí, báo cáo UBND tỉnh trước ngày 21/01/2026."
    register(page(digest_text(ordered(700, words), week="từ ngày 05/01 đến ngày 11/01/2026"), ADDRESS), at=on(GIVEN))
    draft_tasks_of([ADDRESS], actor=TESTER, at=on(GIVEN))
    (task,) = assign_tasks([Task.objects.drafts().get().id], actor=TESTER, at=on(GIVEN))
    of = {part.agency_id: part.id for part in task.parts.all()}
    refuse(task.id, "Không thuộc nhiệm vụ của Sở", part=of[people.health.id], actor=TESTER, at=on(DUE))
    report(task.id, NewReport(text="Đã xong"), part=of[people.finance.id], actor=TESTER, at=on(DUE))
    today = dt.date(2026, 1, 26)
    assert counts(today, people.finance.id) == [(day, 0, 0, 1, 0, 0) for day in ("05/01", "12/01", "19/01")]
    assert counts(today, people.health.id) == []


def test_what_no_published_page_orders_counts_nowhere(people: Cast) -> None:
    given(Plan(title="Việc nội bộ", lead=people.finance.id, due_on=DUE), at=on(GIVEN))
    assert list(weekly_counts(TODAY)) == []
    whole, *_ = published_tasks()
    before = list(weekly_counts(TODAY))
    add_subtasks(whole.id, [SubTask(title="Phần đầu"), SubTask(title="Phần sau")], actor=TESTER, at=on(GIVEN))
    assert again(whole).subtasks.count() == 2
    assert list(weekly_counts(TODAY)) == before


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        pytest.param(dt.date(2026, 3, 1), dt.date(2026, 2, 16), id="on Sunday the week is not over"),
        pytest.param(dt.date(2026, 3, 2), dt.date(2026, 2, 23), id="on Monday it is"),
        pytest.param(dt.date(2026, 3, 8), dt.date(2026, 2, 23), id="and so until the next"),
    ],
)
def test_a_week_is_over_on_monday(today: dt.date, monday: dt.date) -> None:
    assert last_whole_week(today) == monday
