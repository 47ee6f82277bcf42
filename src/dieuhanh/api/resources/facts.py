"""Facts over all digests: assignments, deadlines, targets, relations, mentions."""

from __future__ import annotations

from typing import Annotated, Literal

from ninja import Query
from pydantic import Field

from dieuhanh.api.parameters import Day, Id, Paging, Words
from dieuhanh.api.resource import Resource
from dieuhanh.api.shapes.facts import AssignmentRow, DeadlineRow, MentionRow, RelationRow, TargetRow
from dieuhanh.api.shapes.listing import Listing, listed
from dieuhanh.api.shapes.written import assignment_rows, deadline_rows, mention_rows, readable, relation_rows, target_rows
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models import Assignment, Deadline, Mention, Part, Relation, Target
from dieuhanh.extract.facts import RelationType

TAG = "Dữ kiện"
DueFrom = Annotated[Day | None, Field(description="Có thời hạn từ ngày này.")]
DueTo = Annotated[Day | None, Field(description="Có thời hạn đến hết ngày này.")]


class AssignmentFilter(Paging):
    """Which assignments."""

    agency: Annotated[Words | None, Field(description="Giao cho cơ quan này: tên, tên viết tắt hoặc tên trong địa chỉ.")] = None
    part: Annotated[Literal["lead", "cooperating"] | None, Field(description="Vai của cơ quan ấy: chủ trì hay phối hợp.")] = None
    due_from: DueFrom = None
    due_to: DueTo = None
    document: Annotated[Id | None, Field(description="Do văn bản có mã này giao.")] = None


class DeadlineFilter(Paging):
    """Which deadlines."""

    due_from: DueFrom = None
    due_to: DueTo = None
    document: Annotated[Id | None, Field(description="Do văn bản có mã này đặt ra.")] = None


class TargetFilter(Paging):
    """Which targets."""

    document: Annotated[Id | None, Field(description="Do văn bản có mã này đặt ra.")] = None


class RelationFilter(Paging):
    """Which relations."""

    type: Annotated[RelationType | None, Field(description="Loại quan hệ.")] = None
    document: Annotated[Id | None, Field(description="Văn bản có mã này ở đầu nào cũng được.")] = None
    source: Annotated[Id | None, Field(description="Văn bản có mã này làm việc ấy với văn bản khác.")] = None
    target: Annotated[Id | None, Field(description="Văn bản có mã này bị hoặc được văn bản khác làm việc ấy.")] = None


class MentionFilter(Paging):
    """Which mentions."""

    document: Annotated[Id | None, Field(description="Nêu văn bản có mã này.")] = None
    role: Annotated[Literal["instrument", "citation"] | None, Field(description="Được đưa tin hay chỉ được viện dẫn.")] = None


def assignments(asked: AssignmentFilter) -> Listing[AssignmentRow]:
    rows = Assignment.objects.all()
    if asked.agency is not None:
        rows = rows.of_any(Agency.objects.meant_by(asked.agency), Part(asked.part) if asked.part else None)
    elif asked.part is not None:
        rows = rows.filter(agencies__part=asked.part).distinct()
    if asked.due_from or asked.due_to:
        rows = rows.filter(id__in=Deadline.objects.due_between(asked.due_from, asked.due_to).exclude(assignment=None).values("assignment"))
    if asked.document is not None:
        rows = rows.ordered_by(asked.document)
    return listed(readable(rows, "source").prefetch_related("agencies__agency", "deadlines"), asked, assignment_rows, path="/assignments")


def deadlines(asked: DeadlineFilter) -> Listing[DeadlineRow]:
    rows = Deadline.objects.due_between(asked.due_from, asked.due_to)
    if asked.document is not None:
        rows = rows.set_by(asked.document)
    return listed(readable(rows), asked, deadline_rows, path="/deadlines")


def targets(asked: TargetFilter) -> Listing[TargetRow]:
    rows = Target.objects.all() if asked.document is None else Target.objects.set_by(asked.document)
    return listed(readable(rows), asked, target_rows, path="/targets")


def relations(asked: RelationFilter) -> Listing[RelationRow]:
    rows = Relation.objects.all() if asked.document is None else Relation.objects.between(asked.document)
    said = {"type": asked.type, "source__document": asked.source, "target__document": asked.target}
    rows = rows.filter(**{column: value for column, value in said.items() if value is not None})
    return listed(readable(rows, "source", "target"), asked, relation_rows, path="/relations")


def mentions(asked: MentionFilter) -> Listing[MentionRow]:
    said = {"designation__document": asked.document, "role": asked.role}
    rows = Mention.objects.filter(**{column: value for column, value in said.items() if value is not None})
    return listed(readable(rows, "designation"), asked, mention_rows, path="/mentions")


def list_assignments(asked: Query[AssignmentFilter]) -> Listing[AssignmentRow]:
    return assignments(asked)


def list_deadlines(asked: Query[DeadlineFilter]) -> Listing[DeadlineRow]:
    return deadlines(asked)


def list_targets(asked: Query[TargetFilter]) -> Listing[TargetRow]:
    return targets(asked)


def list_relations(asked: Query[RelationFilter]) -> Listing[RelationRow]:
    return relations(asked)


def list_mentions(asked: Query[MentionFilter]) -> Listing[MentionRow]:
    return mentions(asked)


RESOURCES = (
    Resource("list_assignments", "/assignments", list_assignments, Listing[AssignmentRow], TAG, "Nhiệm vụ được giao"),
    Resource("list_deadlines", "/deadlines", list_deadlines, Listing[DeadlineRow], TAG, "Thời hạn"),
    Resource("list_targets", "/targets", list_targets, Listing[TargetRow], TAG, "Chỉ tiêu"),
    Resource("list_relations", "/relations", list_relations, Listing[RelationRow], TAG, "Quan hệ giữa các văn bản"),
    Resource("list_mentions", "/mentions", list_mentions, Listing[MentionRow], TAG, "Những chỗ bản tin nêu văn bản"),
)
