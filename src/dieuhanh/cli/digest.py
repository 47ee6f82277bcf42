"""`dieuhanh digest`: the week, compiled, shown, checked, published; twins of the actions of `digests`."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import Annotated, NoReturn

import typer
from django.db import DatabaseError
from django.utils.timezone import localdate

from dieuhanh.apps.digests.actions import compile_issue, publish_issue
from dieuhanh.apps.digests.contents import content_of, plain_text
from dieuhanh.apps.digests.gate import Judged, judge
from dieuhanh.apps.digests.models import Issue, State
from dieuhanh.apps.digests.standing import SourceState, StandingSource
from dieuhanh.apps.digests.wording import FINDINGS, SOURCES
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.operator import operator
from dieuhanh.cli.output import write_out
from dieuhanh.cli.register import require_register
from dieuhanh.cli.search import day_of
from dieuhanh.cli.usage import OPTIONS, UsageProblem
from dieuhanh.display.wording import one_line, period
from dieuhanh.domain.composing import week_of
from dieuhanh.domain.composing.weeks import days_between
from dieuhanh.errors import DatabaseUnreachableError, DieuhanhError, NotWeekError, UnknownIssueError
from dieuhanh.extract.facts import Period

HELP = """Tổng hợp, xem, kiểm tra và đăng bản tin tuần từ sổ đăng ký.

Ví dụ: [bold]dieuhanh digest compile --week 2024-W03[/bold]"""

COMPILE_HELP = """Tổng hợp các văn bản trong tuần của sổ đăng ký thành bản thảo bản tin; mỗi câu lấy nguyên lời văn bản nguồn.

Ví dụ:

[bold]dieuhanh digest compile --week 2024-W03[/bold] (tuần thứ 3 của năm 2024, từ thứ Hai đến Chủ nhật)

[bold]dieuhanh digest compile --from 15/01/2024 --to 21/01/2024[/bold]"""

SHOW_HELP = "In bản tin của tuần, phiên bản hiện có, dạng văn bản."

CHECK_HELP = """Tra mọi con số, ngày, số văn bản, cơ quan, tên người trong bản tin với văn bản nguồn.

Lệnh còn tìm thông tin cá nhân của công dân, và xem nguồn của mục nào đã đổi.

Mã kết thúc: 0: được đăng. 1: còn chỗ chưa khớp."""

PUBLISH_HELP = "Đăng bản tin đã duyệt của tuần ngay bây giờ."


def _option(name: str, metavar: str, help: str) -> typer.models.OptionInfo:  # noqa: A002  Typer's own word
    return typer.Option(name, metavar=metavar, help=help, show_default=False, rich_help_panel=OPTIONS)  # type: ignore[no-any-return]


Week = Annotated[str | None, _option("--week", "TUẦN", "Tuần theo ISO 8601: 2024-W03.")]
First = Annotated[str | None, _option("--from", "NGÀY", "Ngày đầu, thay cho --week: 15/01/2024.")]
Last = Annotated[str | None, _option("--to", "NGÀY", "Ngày cuối.")]


def compile_week(week: Week = None, first: First = None, last: Last = None) -> None:
    """A draft of the week's issue, and what it holds in one line."""
    days = _days(week, first, last)

    def run() -> Status:
        issue = compile_issue(days, today=localdate(), actor=operator(), at=dt.datetime.now(dt.UTC))
        count = issue.entries.count()
        _tell(f"Đã tổng hợp bản thảo: {issue.title}: {count} mục; xem bằng dieuhanh digest show, kiểm tra bằng dieuhanh digest check.")
        return Status.READ

    _in_register(days, run)


def show(week: Week = None, first: First = None, last: Last = None) -> None:
    """The text of the issue as it stands."""
    days = _days(week, first, last)

    def run() -> Status:
        issue = _issue(days)
        say(f"{State(issue.state).label}, phiên bản {issue.version}")
        _tell("\n".join(one_line(line) for line in plain_text(content_of(issue)).split("\n")))
        return Status.READ

    _in_register(days, run)


def check(week: Week = None, first: First = None, last: Last = None) -> None:
    """A line for each finding and each source that does not hold; then the sum."""
    days = _days(week, first, last)

    def run() -> Status:
        judgement = judge(_issue(days))
        for one in judgement.judged:
            _tell(_finding_line(one))
        broken = [one for one in judgement.sources if one.state is not SourceState.HOLDS]
        for source in broken:
            _tell(_source_line(source))
        counts = Counter(one.finding.kind for one in judgement.open_findings)
        told = ", ".join(f"{counts[kind]} {label}" for kind, label in FINDINGS.items() if counts[kind])
        _tell(f"Chưa khớp: {told}." if told else "Mọi con số, ngày, số văn bản, cơ quan, tên người đều khớp với nguồn.")
        return Status.NOT_READ if counts or broken else Status.READ

    _in_register(days, run)


def publish(week: Week = None, first: First = None, last: Last = None) -> None:
    """The approved issue goes to the public."""
    days = _days(week, first, last)

    def run() -> Status:
        issue = publish_issue(_issue(days).pk, actor=operator(), at=dt.datetime.now(dt.UTC))
        _tell(f"Đã đăng: {issue.title}.")
        return Status.READ

    _in_register(days, run)


SUBCOMMANDS = {
    "compile": (compile_week, COMPILE_HELP, "Tổng hợp bản thảo bản tin của tuần."),
    "show": (show, SHOW_HELP, "In bản tin của tuần."),
    "check": (check, CHECK_HELP, "Đối chiếu bản tin với nguồn."),
    "publish": (publish, PUBLISH_HELP, "Đăng bản tin đã duyệt."),
}


def _days(week: str | None, first: str | None, last: str | None) -> Period:
    """The days that were named in one of the two ways. Raises UsageProblem."""
    start, end = day_of("--from", first), day_of("--to", last)
    if (week is None) == (start is None) or (start is None) != (end is None):
        raise UsageProblem("cần nêu --week, hoặc cả --from và --to")
    try:
        return week_of(week) if week is not None else days_between(start or dt.date.min, end or dt.date.max)
    except NotWeekError as error:
        raise UsageProblem(
            f"không có tuần {one_line(error.words)}; hãy viết như 2024-W03, hoặc --from, --to cách nhau không quá 31 ngày"
        ) from error


def _issue(days: Period) -> Issue:
    issue = Issue.objects.of(days).first()
    if issue is None:
        raise UnknownIssueError
    return issue


def _in_register(days: Period, run: Callable[[], Status]) -> NoReturn:
    """Run, and end with its status; what goes wrong is one line about these days."""
    try:
        require_register()
        status = run()
    except DatabaseError as error:
        say(complaint("dieuhanh", DatabaseUnreachableError()))
        raise typer.Exit(int(Status.NOT_READ)) from error
    except DieuhanhError as error:
        say(complaint(f"bản tin {period(days)}", error))
        raise typer.Exit(int(Status.NOT_READ)) from error
    raise typer.Exit(int(status))


def _finding_line(one: Judged) -> str:
    place = "tiêu đề" if one.finding.entry is None else f"mục {one.finding.entry + 1}"
    waived = f"; {one_line(one.waiver.actor)} nhận trách nhiệm: {one_line(one.waiver.reason)}" if one.waiver else ""
    return f"{place}: {FINDINGS[one.finding.kind]} “{one_line(one.finding.words)}” {one_line(one.finding.why)}{waived}"


def _source_line(one: StandingSource) -> str:
    return f"mục {one.source.entry.order + 1}: {SOURCES[one.state]}: {one_line(one.source.document_key)} ({one_line(one.source.address)})"


def _tell(line: str) -> None:
    write_out(f"{line}\n".encode("utf-8", "replace"))
