"""Tasks that no page orders: typed in with the deadline explained, taken from a sheet after a look, given out as one."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models import Document
from dieuhanh.apps.tasks.actions import Plan, add_task, edit_draft
from dieuhanh.apps.tasks.models import Task
from dieuhanh.apps.tasks.sheets.columns import TAKEN, Column
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import given
from tests.desk.conftest import LATER, TASKS, health, of_health, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register_of_one")]

NEW = f"{TASKS}them/"
IMPORT = f"{TASKS}nhap/"
HIDDEN = re.compile(r'name="(bang|dau)" value="([^"]*)"')
BYTES_OF_A_PROGRAM = b"MZ\x90\x00"


def sheet(*rows: dict[Column, str]) -> bytes:
    """CSV with the columns that are taken."""
    lines = [",".join(TAKEN), *(",".join(f'"{row.get(column, "")}"' for column in TAKEN) for row in rows)]
    return "\n".join(lines).encode()


def send(client: Client, content: bytes, name: str = "viec.csv") -> HttpResponse:
    return client.post(IMPORT, {"tep": SimpleUploadedFile(name, content)})  # type: ignore[return-value]  # a response of the test's client


def agree(client: Client, shown: HttpResponse) -> HttpResponse:
    """Press the button of the page that shows what would change."""
    return client.post(f"{IMPORT}ghi/", dict(HIDDEN.findall(shown.content.decode())))  # type: ignore[return-value]


def test_a_task_by_hand_is_a_draft_with_its_document(officer: Client) -> None:
    known = Document.objects.get(number="512/UBND-KT", date__year=2023)
    said = {
        "noi_dung": "Rà soát mương",
        "chu_tri": "Sở Y tế",
        "phoi_hop": "Sở Tài chính",
        "van_ban": "512/ubnd-kt",
        "loi_van": "trong 05 ngày làm việc kể từ ngày ký",
    }
    answer = officer.post(NEW, said)
    task = Task.objects.get(title="Rà soát mương")
    assert answer["Location"] == f"{TASKS}{task.id}/"
    assert (task.lead, task.document, task.document_name, task.issued_on) == (health(), known, str(known), known.date)
    assert task.due_on == dt.date(2023, 5, 12)  # 07/5/2023 was a Sunday


def test_a_task_by_hand_needs_no_document(officer: Client) -> None:
    assert officer.post(NEW, {"noi_dung": "Họp giao ban", "van_ban": "Kết luận của Chủ tịch", "thoi_han": "2099-01-05"}).status_code == 302
    task = Task.objects.get(title="Họp giao ban")
    assert (task.document, task.document_name, task.due_on) == (None, "Kết luận của Chủ tịch", LATER)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param("trước ngày 20/01/2027", "Thời hạn: 19/01/2027", id="a day before"),
        pytest.param("hằng quý", "Thời hạn lặp lại", id="what comes back"),
        pytest.param("sau khi có ý kiến của Bộ", "Chưa xác định được ngày", id="what nobody can know"),
        pytest.param("", "Chưa có lời văn thời hạn", id="no words"),
    ],
)
def test_a_deadline_is_explained_before_anything_is_kept(officer: Client, words: str, told: str) -> None:
    before = Task.objects.count()
    page = officer.post(NEW, {"noi_dung": "Việc", "loi_van": words, "xem": "1"})
    assert (page.status_code, Task.objects.count()) == (200, before)
    assert told in page.content.decode()


def test_a_deadline_is_explained_while_a_draft_is_edited(officer: Client) -> None:
    task = add_task(Plan(title="Việc cũ"), actor=TESTER, at=NOW)
    page = officer.post(f"{TASKS}{task.id}/sua/", {"noi_dung": "Việc mới", "loi_van": "trước ngày 20/01/2027", "xem": "1"})
    assert "Thời hạn: 19/01/2027" in page.content.decode()
    assert Task.objects.get(id=task.id).title == "Việc cũ"


def test_a_secret_text_is_not_even_shown_again(officer: Client) -> None:
    before = Task.objects.count()
    page = officer.post(NEW, {"noi_dung": "MẬT\n\nHỏa tốc tiêu hủy"}, follow=True).content.decode()
    assert "dấu độ mật" in page
    assert "tiêu hủy" not in page
    assert Task.objects.count() == before


def test_a_sheet_is_shown_then_taken_whole(officer: Client) -> None:
    draft = add_task(Plan(title="Việc cũ", lead=health().id), actor=TESTER, at=NOW)
    before = Task.objects.count()
    rows = (
        {Column.TITLE: "Việc mới", Column.LEAD: "Sở Tài chính"},
        {Column.NUMBER: str(draft.id), Column.TITLE: "Việc sửa", Column.LEAD: "Sở Y tế"},
    )
    shown = send(officer, sheet(*rows))
    page = shown.content.decode()
    assert all(words in page for words in ("<del>Việc cũ</del>", "<ins>Việc sửa</ins>", "Việc mới", "Cơ quan chủ trì: Sở Tài chính"))
    assert Task.objects.count() == before
    assert agree(officer, shown).status_code == 302
    assert Task.objects.get(id=draft.id).title == "Việc sửa"
    assert Task.objects.get(title="Việc mới").lead == Agency.objects.get(name="Sở Tài chính")


def test_one_fault_and_no_row_is_taken(officer: Client) -> None:
    assigned, before = of_health(), Task.objects.count()
    rows = (
        {Column.TITLE: "Việc tốt"},
        {Column.TITLE: "Việc lạ", Column.LEAD: "Sở Vũ trụ"},
        {Column.NUMBER: str(assigned.id), Column.TITLE: "Đổi lén"},
    )
    answer = send(officer, sheet(*rows))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Bảng có 2 chỗ sai" in page
    assert '<td class="number">3</td><td>Cơ quan chủ trì</td>' in page
    assert '<td class="number">4</td><td>Trạng thái</td>' in page
    assert "Ghi tất cả vào sổ" not in page
    assert Task.objects.count() == before


def test_what_has_changed_since_it_was_shown_is_shown_again(officer: Client) -> None:
    draft = add_task(Plan(title="Việc cũ"), actor=TESTER, at=NOW)
    shown = send(officer, sheet({Column.NUMBER: str(draft.id), Column.TITLE: "Việc sửa"}))
    edit_draft(draft.id, Plan(title="Người khác đã sửa"), actor=TESTER, at=NOW)
    again = agree(officer, shown)
    assert again.status_code == 409
    assert "Sổ vừa đổi từ lúc xem trước" in again.content.decode()
    assert Task.objects.get(id=draft.id).title == "Người khác đã sửa"
    assert agree(officer, again).status_code == 302
    assert Task.objects.get(id=draft.id).title == "Việc sửa"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(BYTES_OF_A_PROGRAM, id="a program"),
        pytest.param(b"PK\x03\x04broken", id="a broken book"),
        pytest.param("Số,Nội dung\n1,2".encode(), id="other columns"),
    ],
)
def test_what_is_no_sheet_is_said(officer: Client, content: bytes) -> None:
    assert send(officer, content).status_code == 422


@pytest.mark.parametrize("kept", ["", "AAAA", "không phải"])
def test_a_form_that_somebody_made_up_takes_nothing(officer: Client, kept: str) -> None:
    before = Task.objects.count()
    assert officer.post(f"{IMPORT}ghi/", {"bang": kept, "dau": "x"}).status_code == 302
    assert Task.objects.count() == before


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_list_that_is_given_out_imports_again_unchanged(officer: Client, form: str) -> None:
    of_health()
    add_task(Plan(title="=1+1", due_words="hằng quý", recurring=True), actor=TESTER, at=NOW)
    given(Plan(title="Cùng làm", lead_name="Các sở", collective=(health().id, Agency.objects.get(name="Sở Tài chính").id)))
    content = officer.get(f"{TASKS}bang.{form}").content
    page = send(officer, content, f"a.{form}").content.decode()
    assert "Bảng không đổi gì trong sổ." in page
    assert f"<dt>dòng không đổi</dt><dd>{Task.objects.count()}</dd>" in page


def test_the_sheet_has_what_the_list_has(officer: Client, agency: Client) -> None:
    late, _ = of_health(dt.date(2020, 1, 2)), of_health()
    foreign = given(Plan(title="Việc của sở khác", lead=Agency.objects.get(name="Sở Tài chính").id, due_on=dt.date(2020, 1, 2)))
    numbers = {}
    for name, client in (("officer", officer), ("agency", agency)):
        book = load_workbook(io.BytesIO(client.get(f"{TASKS}bang.xlsx?tinh-trang=qua-han").content))
        numbers[name] = {row[0] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)}
    assert numbers == {"officer": {late.id, foreign.id}, "agency": {late.id}}


def test_a_sheet_in_an_unknown_form_is_none(officer: Client) -> None:
    assert officer.get(f"{TASKS}bang.ods").status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_rows(officer: Client) -> None:
    def queries(rows: int) -> int:
        content = sheet(*({Column.TITLE: f"Việc {row}", Column.LEAD: "Sở Y tế"} for row in range(rows)))
        with CaptureQueriesContext(connection) as asked:
            send(officer, content)
        return len(asked)

    queries(1)
    assert queries(2) == queries(30)


def test_a_sheet_does_not_move_what_was_assigned(officer: Client) -> None:
    task = of_health()
    send(officer, sheet({Column.NUMBER: str(task.id), Column.TITLE: "Đổi lén"}))
    assert (Task.objects.get(id=task.id).title, state(task)) == (task.title, "assigned")
