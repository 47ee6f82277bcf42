"""A recurring task gets another rule: what is still to come follows, what is over keeps its day, the old rule stays in the history."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.due import answered, asked, current_deadlines, set_deadlines, told
from dieuhanh.apps.tasks.models import Cause, Note, NoteKind, Task
from dieuhanh.apps.tasks.permissions import CHANGE_RULE
from dieuhanh.apps.tasks.series import Time, rule_of, times
from dieuhanh.apps.tasks.stepping import PARTS, day_of, found_one, keep, take, tell, tell_all
from dieuhanh.domain.task_states import AT_WORK, State, Step
from dieuhanh.errors import NotTaskError
from dieuhanh.text.days import written_day

FOLLOWING = AT_WORK | {State.REFUSED, State.SUSPENDED}  # what was reported is measured by the day that it was reported against
Key = tuple[dt.date, str]  # the day and the period of an occurrence
YEAR = dt.timedelta(days=366)  # a period's new day lies no further from its old one


class Following(msgspec.Struct):
    """What a new rule does to the occurrences that are still to come: the time that each takes, or why it stays."""

    moved: list[tuple[Task, Time]]
    staying: list[tuple[Task, str]]


def change_rule(series: int, due_words: str, reason: str, *, actor: Actor, at: dt.datetime) -> Task:
    """The series comes back by these words from now on.

    Its open occurrences due today or later take the day that the new rule gives their period. Those that are over, reported, or whose
    day a person set keep theirs; where the new rule has no day for the period, or one that has passed, a note says so.
    Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, SecretTextError, and NotTaskError where the task is no series or
    the words do not come back or are those that it has.
    """
    with action(actor, CHANGE_RULE, at) as ledger:
        row = found_one(series, actor)
        if not row.recurring:
            raise NotTaskError("series")
        take(row, Step.CHANGE_RULE)
        words, reason = typed.text("due_words", due_words), typed.text("reason", reason)
        calendar, old_words = working_calendar(), row.due_words
        old, new = rule_of(row, current_deadlines([row]).get(row.id), calendar), asked(words, row.issued_on, calendar)
        if new.recurrence is None or words == old_words:
            raise NotTaskError("due_words")
        why = f"Chu kỳ đổi từ “{old_words}” thành “{words}”: {reason}"
        today = day_of(at)
        open_ones = _to_come(row, today)
        first, last = _around(open_ones, today)
        pairs = _paired(times(old, first, last, calendar), times(new, first, last, calendar, Cause.CORRECTED, why))
        found = _following(open_ones, pairs, _made(row), today)
        due = answered(Cause.CORRECTED, new, reason)
        row.due_words = words
        set_deadlines([(row, due), *((task, time.due) for task, time in found.moved)], actor, at)
        keep([row])
        Task.objects.bulk_update([task for task, _ in found.moved], ["due_on", "occurs_on"])
        name = actor.get_username()
        Note.objects.bulk_create(
            Note(task=task, kind=NoteKind.RULE, text=f"{why}. {text}", actor=name, at=at) for task, text in found.staying
        )
        tell(ledger, row, old=old_words, deadline=told(due), reason=reason)
        tell_all(ledger, [(task, {"series": row.id, "deadline": told(time.due), "reason": why}) for task, time in found.moved])
        tell_all(ledger, [(task, {"series": row.id, "notes": [text], "reason": why}) for task, text in found.staying])
    return row


def _to_come(series: Task, today: dt.date) -> list[Task]:
    """Open occurrences whose day follows from the rule, not from a person; two queries and those of their parts."""
    rows = Task.objects.filter(series=series, state__in=sorted(FOLLOWING), due_on__gte=today)
    tasks = list(rows.select_related("lead").prefetch_related(PARTS).order_by("occurs_on", "id"))
    deadlines = current_deadlines(tasks)
    return [task for task in tasks if task.id in deadlines and deadlines[task.id].named_on is not None]


def _made(series: Task) -> set[Key]:
    return {(day, period) for day, period in Task.objects.filter(series=series).values_list("occurs_on", "period") if day is not None}


def _around(tasks: Sequence[Task], today: dt.date) -> tuple[dt.date, dt.date]:
    days = [day for task in tasks if (day := task.occurs_on) is not None] or [today]
    return min(days) - YEAR, max(days) + YEAR


def _paired(old: Sequence[Time], new: Sequence[Time]) -> dict[Key, Time | None]:
    """For each time of the old rule, by its day and period, that of the new one; None where a period has not as many as before."""
    later: dict[str, list[Time]] = defaultdict(list)
    for time in new:
        later[time.each.label].append(time)
    earlier: dict[str, list[Time]] = defaultdict(list)
    for time in old:
        earlier[time.each.label].append(time)
    return {
        (time.each.due_on, label): later[label][number] if len(later[label]) == len(group) else None
        for label, group in earlier.items()
        for number, time in enumerate(group)
    }


def _following(tasks: Sequence[Task], pairs: dict[Key, Time | None], made: set[Key], today: dt.date) -> Following:
    """Change the days of the tasks in memory. What an even older rule made has no pair, and its note already."""
    found = Following([], [])
    for task in tasks:
        key = (task.occurs_on or today, task.period)
        if key not in pairs:
            continue
        time = pairs[key]
        taken = made - {key}
        if time is None or (time.each.due_on, time.each.label) in taken:
            found.staying.append(
                (task, "Chu kỳ mới không có ngày riêng cho kỳ này nên thời hạn giữ nguyên; cần hủy nếu không còn phải làm.")
            )
        elif time.due.due_on is not None and time.due.due_on < today:
            found.staying.append((task, f"Ngày mới của kỳ này, {written_day(time.due.due_on)}, đã qua nên thời hạn giữ nguyên."))
        elif time.due.due_on != task.due_on:
            task.occurs_on = time.each.due_on
            found.moved.append((task, time))
    return found
