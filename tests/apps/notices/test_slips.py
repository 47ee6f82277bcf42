"""Slips that urge an agency: numbered by agency and year, what stands on them, and the file."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from docx import Document

from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.notices.actions import urge
from dieuhanh.apps.notices.models import UrgingSlip
from dieuhanh.apps.notices.slips import slip_docx
from dieuhanh.apps.tasks.actions import NewReport, Plan, report
from dieuhanh.errors import NotFoundError, NothingOverdueError
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import DUE, Cast, cast, given, on

pytestmark = pytest.mark.django_db

LATE = DUE + dt.timedelta(days=5)


@pytest.fixture
def people() -> Cast:
    """Finance has two tasks that are late and one that is not."""
    made = cast()
    for title, due_on in (("Rà soát kinh phí", DUE), ("Lập dự toán", DUE - dt.timedelta(days=7)), ("Còn hạn", LATE)):
        given(Plan(title=title, lead=made.finance.pk, due_on=due_on, document_name="Công văn số 512/UBND-KT"))
    return made


def urged(people: Cast, day: dt.date = LATE) -> UrgingSlip:
    return urge(people.finance.pk, day, actor=people.officer, at=on(day))


def words(slip: UrgingSlip) -> str:
    file = Document(io.BytesIO(slip_docx(slip)))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(paragraph.text for paragraph in file.paragraphs), *cells]).split())


def test_numbers_run_by_agency_and_year(people: Cast) -> None:
    given(Plan(title="Việc của Y tế", lead=people.health.pk, due_on=DUE))
    numbers = [urged(people).number, urged(people).number, urge(people.health.pk, LATE, actor=TESTER, at=on(LATE)).number]
    assert [*numbers, urged(people, LATE.replace(year=2027)).number] == [1, 2, 1, 1]


def test_a_slip_lists_what_is_late_the_oldest_first_with_the_days(people: Cast) -> None:
    slip = urged(people)
    assert [(line["title"], line["late"]) for line in slip.lines] == [("Lập dự toán", 8), ("Rà soát kinh phí", 3)]


def test_a_slip_keeps_saying_what_it_said(people: Cast) -> None:
    slip = urged(people)
    before = slip_docx(slip)
    report(slip.lines[0]["task"], NewReport(text="Đã xong"), actor=people.lan, at=on(LATE))
    assert slip_docx(UrgingSlip.objects.get(pk=slip.pk)) == before
    assert [line["title"] for line in urged(people).lines] == ["Rà soát kinh phí"]


def test_the_file_has_the_form_and_the_words(people: Cast) -> None:
    said = words(urged(people))
    for word in (
        "PHIẾU ĐÔN ĐỐC",
        "Thực hiện nhiệm vụ quá hạn (lần 1 năm 2026)",
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
        "Kính gửi: Sở Tài chính",
        "tính đến ngày 25/3/2026, Sở Tài chính còn 02 nhiệm vụ quá hạn",
        "Rà soát kinh phí",
        "Công văn số 512/UBND-KT",
        "20/3/2026",
        "CHÁNH VĂN PHÒNG",
        "Lưu: VT, TH.",
    ):
        assert word in said


def test_it_is_in_the_chain(people: Cast) -> None:
    urged(people)
    entry = Entry.objects.get(object_type="notices.UrgingSlip")
    assert (entry.object_key, len(entry.payload["lines"])) == ("Sở Tài chính/2026/1", 2)


def test_who_has_nothing_late_is_not_urged(people: Cast) -> None:
    with pytest.raises(NothingOverdueError):
        urge(people.health.pk, LATE, actor=TESTER, at=NOW)
    with pytest.raises(NotFoundError):
        urge(0, LATE, actor=TESTER, at=NOW)
    assert not UrgingSlip.objects.exists()
