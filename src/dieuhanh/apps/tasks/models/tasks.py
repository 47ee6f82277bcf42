"""A task: what is to be done, by whom, by when, and how far it is."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import F, Q

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.documents.models import Document
from dieuhanh.apps.tasks import conditions
from dieuhanh.apps.tasks.models.membership import Membership
from dieuhanh.apps.tasks.permissions import SEE_EVERY_TASK
from dieuhanh.domain.task_states import CLOSED, LABELS, UNASSIGNED, State

KEY_LENGTH = 64  # SHA-256 in hexadecimal
STATES = [(state.value, LABELS[state]) for state in State]
NOT_ASSIGNED = sorted(state.value for state in UNASSIGNED)
ALL_DONE = 100  # percent


class Origin(models.TextChoices):
    """Whose order a task follows."""

    PROVINCE = "province", "tỉnh giao"
    CENTRE = "centre", "trung ương giao tỉnh"


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks by where they stand and whom they concern."""

    def drafts(self) -> TaskQuerySet:
        """Not yet assigned; dropped ones are not among them."""
        return self.filter(state=State.DRAFT)

    def assigned(self) -> TaskQuerySet:
        """What has been given to somebody, whatever became of it."""
        return self.exclude(state__in=NOT_ASSIGNED)

    def counted(self) -> TaskQuerySet:
        """What reports count: assigned, not cancelled, and of recurring tasks the occurrences, not the series."""
        return self.exclude(state__in=[*NOT_ASSIGNED, State.CANCELLED]).filter(recurring=False)

    def open(self) -> TaskQuerySet:
        return self.filter(conditions.is_open(), recurring=False)

    def overdue(self, today: dt.date) -> TaskQuerySet:
        return self.filter(conditions.is_overdue(today), recurring=False)

    def in_time(self, today: dt.date) -> TaskQuerySet:
        """Open and not overdue; what has no deadline is in time."""
        return self.filter(conditions.is_in_time(today), recurring=False)

    def near_due(self, today: dt.date, days: int) -> TaskQuerySet:
        """Due today or within so many days."""
        return self.filter(conditions.is_near_due(today, days), recurring=False)

    def done_in_time(self) -> TaskQuerySet:
        return self.filter(conditions.is_done_in_time())

    def done_late(self) -> TaskQuerySet:
        return self.filter(conditions.is_done_late())

    def without_deadline(self) -> TaskQuerySet:
        """Open, and no day is known: none was said, or what was said could not be resolved."""
        return self.open().filter(due_on=None)

    def unresolved_deadline(self) -> TaskQuerySet:
        """Words that say a deadline, and no day that follows from them: a person has to set it."""
        return (
            self.filter(due_on=None, recurring=False).exclude(due_words="").exclude(state__in=[State.DROPPED, State.CANCELLED, State.DONE])
        )

    def waiting_for_confirmation(self) -> TaskQuerySet:
        """Reported as a whole, or by an agency of a collective."""
        return self.filter(Q(state=State.REPORTED) | Q(id__in=_having(parts__state=State.REPORTED)))

    def sent_back(self) -> TaskQuerySet:
        return self.filter(state=State.SENT_BACK)

    def suspended(self) -> TaskQuerySet:
        return self.filter(state=State.SUSPENDED)

    def recurring(self) -> TaskQuerySet:
        """The series themselves; their occurrences are tasks like others."""
        return self.filter(recurring=True)

    def refused(self) -> TaskQuerySet:
        """They wait for the office to edit and assign them again."""
        return self.filter(state=State.REFUSED)

    def pending(self) -> TaskQuerySet:
        """Whatever is not closed: drafts, refused and suspended ones, series too."""
        return self.exclude(state__in=sorted(CLOSED))

    def led_by(self, agency: Agency) -> TaskQuerySet:
        """By it alone, or by it among others of a collective."""
        return self.filter(Q(lead=agency) | Q(id__in=_having(parts__agency=agency, parts__role="lead")))

    def concerning(self, agency: Agency) -> TaskQuerySet:
        """Whatever its part."""
        return self._of_agencies([agency.id])

    def visible_to(self, actor: Actor) -> TaskQuerySet:
        """All for whoever may see every task; else assigned ones of the agencies that the person works for, or of a task above them."""
        if actor.has_perm(SEE_EVERY_TASK):
            return self
        agencies = Membership.objects.of(actor.get_username()).values("agency")
        return self.assigned()._of_agencies(agencies)

    def _of_agencies(self, agencies: object) -> TaskQuerySet:
        above = Q(id__in=_having(parent__lead__in=agencies))
        return self.filter(Q(lead__in=agencies) | above | Q(id__in=_having(parts__agency__in=agencies)))


def _having(**conditions: object) -> models.QuerySet[Task, int]:
    """The ids of tasks with such rows beside them; asked apart, so that no task is found twice."""
    return Task.objects.filter(**conditions).values_list("id", flat=True)


class Task(models.Model):
    """A task (nhiệm vụ). `lead` is None of a collective, whose agencies each have a part, and of a draft whose lead is not known.

    It names no row of what the reader made: `address`, `heading`, `words` and `nth` are the place of the sentence that ordered it,
    and `document_name` says the document even when the register no longer holds it.
    """

    title = models.TextField()  # what is to be done, in the order's words
    state = models.CharField(max_length=10, choices=STATES, default=State.DRAFT.value)
    origin = models.CharField(max_length=10, choices=Origin, default="province")
    lead = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="led_tasks", db_index=False)
    lead_name = models.TextField(blank=True)  # as the order has it
    collective = models.BooleanField(default=False)

    document = models.ForeignKey(Document, on_delete=models.SET_NULL, null=True, related_name="tasks", db_index=False)
    document_name = models.TextField(blank=True)
    issued_on = models.DateField(null=True)
    address = models.TextField(blank=True)
    heading = models.TextField(blank=True)
    words = models.TextField(blank=True)
    nth = models.PositiveIntegerField(default=0)
    place_key = models.CharField(max_length=KEY_LENGTH, null=True, unique=True)  # noqa: DJ001  null: not drafted by the machine
    edited = models.BooleanField(default=False)  # by a person, whose word stays when the page is drafted again

    due_on = models.DateField(null=True)  # of the last row of `deadlines`
    due_words = models.TextField(blank=True)  # what the order says of it
    assigned_on = models.DateField(null=True)
    reported_on = models.DateField(null=True)  # of the last final report
    done_on = models.DateField(null=True)  # the day of the report that was confirmed
    progress = models.PositiveSmallIntegerField(default=0)  # percent; of a task with sub-tasks it follows from theirs

    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="subtasks")
    weight = models.PositiveIntegerField(null=True)
    recurring = models.BooleanField(default=False)  # a series: `due_words` say its rule, its occurrences are tasks of their own
    series = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="occurrences")
    occurs_on = models.DateField(null=True)
    period = models.CharField(max_length=60, blank=True)  # "kỳ tháng 3/2024"
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")

    objects = TaskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=[state.value for state in State]), name="tasks_task_state"),
            models.CheckConstraint(condition=~Q(title=""), name="tasks_task_has_title"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="tasks_task_origin"),
            models.CheckConstraint(
                condition=Q(state__in=NOT_ASSIGNED) | Q(lead__isnull=False) | Q(collective=True), name="tasks_task_somebody_leads"
            ),
            models.CheckConstraint(condition=Q(lead=None) | Q(collective=False), name="tasks_task_one_lead_or_a_collective"),
            models.CheckConstraint(condition=Q(place_key=None) | ~Q(words=""), name="tasks_task_no_draft_without_words"),
            models.CheckConstraint(
                condition=Q(state__in=NOT_ASSIGNED, assigned_on=None) | (~Q(state__in=NOT_ASSIGNED) & Q(assigned_on__isnull=False)),
                name="tasks_task_assigned_on_a_day",
            ),
            models.CheckConstraint(condition=~Q(state="reported") | Q(reported_on__isnull=False), name="tasks_task_reported_on_a_day"),
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False) | (~Q(state="done") & Q(done_on=None)), name="tasks_task_done_on_a_day"
            ),
            models.CheckConstraint(condition=Q(progress__lte=ALL_DONE), name="tasks_task_progress_in_percent"),
            models.CheckConstraint(
                condition=Q(parent=None, weight=None) | Q(parent__isnull=False, weight__gte=1), name="tasks_task_weight_of_a_subtask"
            ),
            models.CheckConstraint(condition=Q(parent=None) | ~Q(parent=F("id")), name="tasks_task_below_another"),
            models.CheckConstraint(condition=Q(recurring=False) | ~Q(due_words=""), name="tasks_task_series_has_a_rule"),
            models.CheckConstraint(
                condition=Q(series=None, occurs_on=None) | Q(series__isnull=False, occurs_on__isnull=False, recurring=False),
                name="tasks_task_occurrence_of_a_series",
            ),
            models.UniqueConstraint(fields=["series", "occurs_on", "period"], name="tasks_task_occurs_once"),
            models.CheckConstraint(condition=Q(merged_into=None) | Q(state="dropped"), name="tasks_task_merged_is_dropped"),
        ]
        indexes = [
            # Each holds all that a count asks, so that the leader's page reads indexes alone: states first, because what is done is most.
            models.Index(fields=["state", "lead", "due_on", "done_on", "reported_on", "recurring"], name="tasks_task_counts_by_lead"),
            models.Index(
                fields=["document", "state", "recurring", "due_on", "done_on", "reported_on"], name="tasks_task_counts_by_document"
            ),
            models.Index(fields=["lead", "state", "due_on", "recurring"], name="tasks_task_lead"),
            models.Index(fields=["state", "due_on", "reported_on", "document", "recurring"], name="tasks_task_due"),
            models.Index(fields=["done_on", "due_on", "recurring"], name="tasks_task_done"),
            models.Index(fields=["due_on", "state", "reported_on", "recurring"], name="tasks_task_fallen_due"),
        ]
        permissions = [
            ("see_every_task", "Xem mọi nhiệm vụ"),
            ("draft_tasks", "Lập dự thảo nhiệm vụ từ văn bản"),
            ("edit_draft", "Sửa dự thảo nhiệm vụ"),
            ("merge_drafts", "Gộp dự thảo nhiệm vụ"),
            ("split_draft", "Tách dự thảo nhiệm vụ"),
            ("drop_draft", "Bỏ dự thảo nhiệm vụ"),
            ("assign_tasks", "Giao nhiệm vụ"),
            ("import_tasks", "Nhập nhiệm vụ từ bảng tính"),
            ("correct_deadline", "Sửa thời hạn của nhiệm vụ"),
            ("reassign", "Giao lại nhiệm vụ cho cơ quan khác"),
            ("change_rule", "Đổi chu kỳ của nhiệm vụ định kỳ"),
            ("set_target", "Thêm chỉ tiêu của nhiệm vụ"),
            ("drop_target", "Bỏ chỉ tiêu của nhiệm vụ"),
            ("accept", "Nhận nhiệm vụ"),
            ("refuse", "Từ chối nhiệm vụ"),
            ("report", "Báo cáo kết quả nhiệm vụ"),
            ("ask_extension", "Xin gia hạn nhiệm vụ"),
            ("add_subtasks", "Chia nhiệm vụ thành việc con"),
            ("record_measure", "Ghi số liệu thực hiện chỉ tiêu"),
            ("confirm_done", "Xác nhận nhiệm vụ hoàn thành"),
            ("send_back", "Trả lại nhiệm vụ"),
            ("grant_extension", "Chấp thuận gia hạn"),
            ("refuse_extension", "Không chấp thuận gia hạn"),
            ("suspend", "Tạm dừng nhiệm vụ"),
            ("resume", "Tiếp tục nhiệm vụ đã tạm dừng"),
            ("cancel", "Hủy nhiệm vụ"),
            ("pass_to_successors", "Chuyển nhiệm vụ cho cơ quan kế thừa"),
            ("make_occurrences", "Lập các kỳ của nhiệm vụ định kỳ"),
        ]

    def __str__(self) -> str:
        return self.title
