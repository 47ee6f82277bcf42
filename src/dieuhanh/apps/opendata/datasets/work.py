"""What is ordered: from whom, by when, how much."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dieuhanh.apps.documents.models import AssignedAgency, Assignment, Deadline, Target
from dieuhanh.apps.opendata.dataset import Column, Dataset, Row
from dieuhanh.apps.opendata.datasets.documents import ITEM, identity_of
from dieuhanh.apps.opendata.identifiers import agency_id, digest_id, document_id, part_id
from dieuhanh.apps.opendata.reading import streamed

POSITION = Column("position", "integer", "Thứ tự trong mục tin, từ 1", "Place in the item, from 1", required=True)
ITEM_ID = Column("item_id", "text", "Mục tin", "The item", required=True, refers="items.id")


def _assignments(_: dt.date) -> Iterator[Row]:
    columns = ("order", "action", *identity_of("source"), "source_key")
    for address, item, order, action, number_key, issuer_key, day, quoted in streamed(Assignment.objects.all(), *ITEM, *columns):
        whole = part_id(digest_id(address), item)
        yield part_id(whole, order), whole, order + 1, action, document_id(number_key, issuer_key, day), quoted


def _assigned_agencies(_: dt.date) -> Iterator[Row]:
    columns = (*(f"assignment__{column}" for column in (*ITEM, "order")), "part", "order", "name", "agency__place", "agency__code")
    for address, item, assignment, part, order, name, place, code in streamed(AssignedAgency.objects.all(), *columns):
        yield part_id(part_id(digest_id(address), item), assignment), part, order + 1, name, agency_id(place, code)


def _deadlines(_: dt.date) -> Iterator[Row]:
    columns = ("order", "assignment__order", "due", "bound", "recurrence", "expression")
    for address, item, order, assignment, *said in streamed(Deadline.objects.all(), *ITEM, *columns):
        whole = part_id(digest_id(address), item)
        yield whole, order + 1, None if assignment is None else part_id(whole, assignment), *said


def _targets(_: dt.date) -> Iterator[Row]:
    columns = ("order", "subject", "comparator", "value", "upper", "unit", "by")
    for address, item, order, *said in streamed(Target.objects.all(), *ITEM, *columns):
        yield part_id(digest_id(address), item), order + 1, *said


ASSIGNMENTS = Dataset(
    name="assignments",
    slug="nhiem-vu",
    vi="Nhiệm vụ giao",
    en="Assignments",
    about_vi="Các câu giao nhiệm vụ trong bản tin đã đăng.",
    about_en="The sentences of published digests that order something.",
    key=("id",),
    columns=(
        Column("id", "text", "Mã nhiệm vụ", "Identifier of the assignment", required=True),
        ITEM_ID,
        POSITION,
        Column("action", "text", "Nội dung công việc, theo lời văn", "What is ordered, in its own words", required=True),
        Column(
            "quoted_id",
            "text",
            "Văn bản mà câu giao dẫn lại; trống nếu là của tỉnh hoặc chưa rõ",
            "The document that the order quotes; empty where it is the province's own or unsure",
            refers="documents.id",
        ),
        Column("quoted", "text", "Văn bản được dẫn lại, như đã dẫn", "The quoted document, as named"),
    ),
    rows=_assignments,
)
ASSIGNED_AGENCIES = Dataset(
    name="assigned_agencies",
    slug="co-quan-duoc-giao",
    vi="Cơ quan được giao",
    en="Assigned agencies",
    about_vi="Cơ quan chủ trì, phối hợp của từng nhiệm vụ.",
    about_en="Who leads and who helps in each assignment.",
    key=("assignment_id", "part", "position"),
    columns=(
        Column("assignment_id", "text", "Nhiệm vụ", "The assignment", required=True, refers="assignments.id"),
        Column("part", "text", "lead: chủ trì; cooperating: phối hợp", "lead or cooperating", required=True),
        Column("position", "integer", "Thứ tự trong vai trò, từ 1", "Place within that part, from 1", required=True),
        Column("name", "text", "Tên cơ quan, như đã dẫn", "Name as the text says", required=True),
        Column(
            "agency_id",
            "text",
            "Cơ quan trong danh mục; trống nếu là tên chung",
            "In the directory; empty if collective",
            refers="agencies.id",
        ),
    ),
    rows=_assigned_agencies,
)
DEADLINES = Dataset(
    name="deadlines",
    slug="thoi-han",
    vi="Thời hạn",
    en="Deadlines",
    about_vi="Thời hạn trong bản tin, theo lời văn và theo ngày.",
    about_en="Deadlines in digests, in their words and as a day.",
    key=("item_id", "position"),
    columns=(
        ITEM_ID,
        POSITION,
        Column("assignment_id", "text", "Nhiệm vụ có thời hạn này, nếu rõ", "The assignment, where clear", refers="assignments.id"),
        Column("due", "date", "Ngày đến hạn, nếu xác định được", "The day, where it follows from the words"),
        Column("bound", "text", "before: trước; by: chậm nhất; on: vào; from: từ ngày", "before, by, on or from that day", required=True),
        Column("recurrence", "text", "Định kỳ, nếu có", "How often it returns, if it does"),
        Column("expression", "text", "Lời văn của thời hạn", "The deadline's own words", required=True),
    ),
    rows=_deadlines,
)
TARGETS = Dataset(
    name="targets",
    slug="chi-tieu",
    vi="Chỉ tiêu",
    en="Targets",
    about_vi="Con số phải đạt được.",
    about_en="Figures to be reached.",
    key=("item_id", "position"),
    columns=(
        ITEM_ID,
        POSITION,
        Column("subject", "text", "Nội dung chỉ tiêu", "What is measured", required=True),
        Column("comparator", "text", "So sánh: = > >= < <= ~", "Comparison: = > >= < <= ~", required=True),
        Column("value", "number", "Giá trị", "Value", required=True),
        Column("upper", "number", "Giá trị trên, nếu là khoảng", "Upper value of a range"),
        Column("unit", "text", "Đơn vị", "Unit", required=True),
        Column("by", "text", "Mốc thực hiện", "Until when"),
    ),
    rows=_targets,
)
