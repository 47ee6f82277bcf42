"""What the words of a deadline mean, by the first form of words that knows them, and why another calendar gives another day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping

import msgspec
from msgspec.structs import replace

from dieuhanh.domain.deadlines.asked import Asked
from dieuhanh.domain.deadlines.counts import read_count
from dieuhanh.domain.deadlines.cycles import written_hour
from dieuhanh.domain.deadlines.events import read_event
from dieuhanh.domain.deadlines.explanation import Explanation, Question, Reading, open_question
from dieuhanh.domain.deadlines.named_days import read_day, read_list, read_lunar, read_weekday
from dieuhanh.domain.deadlines.recurring import read_recurring
from dieuhanh.domain.deadlines.stretches import read_stretch
from dieuhanh.domain.deadlines.vague import read_today, read_vague
from dieuhanh.domain.deadlines.windows import read_opening, read_window, read_years
from dieuhanh.domain.deadlines.words import plain_words
from dieuhanh.domain.working_calendar import WorkingCalendar
from dieuhanh.extract.facts import Bound
from dieuhanh.text.days import short_day, written_day

# From the form that says most to the one that says least; the first that knows the words answers.
_FORMS: tuple[Callable[[Asked], Reading | None], ...] = (
    read_recurring,
    read_years,
    read_window,
    read_count,
    read_opening,
    read_list,
    read_day,
    read_event,
    read_lunar,
    read_weekday,
    read_today,
    read_stretch,
    read_vague,
)
LONGEST_EXPRESSION = 500  # characters; the longest limit of our pages has 60, and no pattern has to face a page
_YEARS = range(1900, 2201)  # others are slips of the pen, and counting from them would leave the calendar
_YEAR = re.compile(r"(?:[/.-] ?|\bnăm )(\d{4})\b")
_MIDNIGHT = re.compile(r"\b24 ?(?:giờ|h)\b")  # the end of a day (Điều 148 khoản 6)
_DAY = dt.timedelta(days=1)


class Change(msgspec.Struct, frozen=True):
    """What another calendar makes of a deadline: its new explanation, and in words why the day differs; `why` is None where it does not."""

    explanation: Explanation
    why: str | None


def explain(
    expression: str,
    bound: Bound,
    *,
    issued_on: dt.date | None,
    calendar: WorkingCalendar,
    received_on: dt.date | None = None,
    events: Mapping[str, dt.date] | None = None,
) -> Explanation:
    """The day, window or recurrence that the words mean, with each step; what cannot be known is said in `unresolved`.

    `issued_on` is the day of the document that says the words, `received_on` the day on which the agency received it, `events` the days
    that a person gave to events ("mùa mưa lũ"). The same inputs give the same explanation.

    >>> from dieuhanh.domain.working_calendar import national_calendar
    >>> issued_on = dt.date(2024, 1, 15)
    >>> print(*explain("trong 05 ngày làm việc kể từ ngày ký", "by", issued_on=issued_on, calendar=national_calendar()).steps, sep="\\n")
    Tính từ ngày ban hành văn bản 15/01/2024; ngày đầu tiên không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015)
    15/01/2024 + 05 ngày làm việc; bỏ 20–21/01 (cuối tuần) → 22/01/2024
    """
    return _answer(Question(expression, bound, issued_on, received_on, tuple(sorted((events or {}).items()))), calendar)


def reresolve(before: Explanation, calendar: WorkingCalendar) -> Change:
    """The same question asked with another calendar, and what that changes: an open deadline moves with it and its record says why."""
    after = _answer(before.question, calendar)
    if (before.due_on, before.from_on) == (after.due_on, after.from_on):
        return Change(after, None)
    old, new = {off.day: off.why for off in before.skipped}, {off.day: off.why for off in after.skipped}
    shared = min(before.due_on or dt.date.max, after.due_on or dt.date.max)
    reasons = [f"{short_day(day)} nay là ngày nghỉ ({new[day]})" for day in sorted(new.keys() - old.keys()) if day <= shared]
    reasons += [f"{short_day(day)} nay là ngày làm việc" for day in sorted(old.keys() - new.keys()) if day <= shared]
    if not reasons and before.event is not None:
        reasons = [f"lịch mới ghi ngày khác cho {before.event}"]
    because = "; ".join(reasons) or "lịch làm việc thay đổi"
    return Change(after, f"{_day_words(before)} → {_day_words(after)}: {because}")


def _day_words(explanation: Explanation) -> str:
    day = explanation.due_on or explanation.from_on
    return written_day(day) if day else "chưa xác định"


def _answer(question: Question, calendar: WorkingCalendar) -> Explanation:
    asked = Asked(plain_words(question.expression) if len(question.expression) <= LONGEST_EXPRESSION else "", question, calendar)
    reading = _read(asked)
    last_day = _last_day(reading, asked)
    return Explanation(
        question=question,
        bound=question.bound,
        due_on=reading.due_on,
        from_on=reading.from_on,
        last_day=last_day,
        hour=reading.hour,
        days=reading.days,
        recurrence=reading.recurrence,
        event=reading.event,
        skipped=reading.skipped,
        steps=(*reading.steps, *_closing(asked, reading, last_day)),
        unresolved=reading.unresolved,
    )


def _read(asked: Asked) -> Reading:
    """What the first form of words finds that knows them; what has a beginning only opens on its day."""
    question = asked.question
    if len(question.expression) > LONGEST_EXPRESSION:
        return open_question("lời văn quá dài để là một thời hạn; cần người cho biết ngày", "Không đọc lời văn quá dài")
    days = [day for day in (question.issued_on, question.received_on, *(day for _, day in question.events)) if day is not None]
    if not all(year in _YEARS for year in (*(day.year for day in days), *map(int, _YEAR.findall(asked.words)))):
        return open_question("có năm bất thường; cần xem lại văn bản", f"{asked.quoted()} hoặc ngày của văn bản có năm bất thường")
    reading = next((found for form in _FORMS if (found := form(asked)) is not None), None)
    if reading is None:
        why = "chưa hiểu cách ghi thời hạn này; cần người cho biết ngày"
        return open_question(why, f"{asked.quoted()} không có ngày nào nhận ra được")
    if asked.bound == "from" and reading.due_on is not None and reading.from_on is None:
        return replace(reading, due_on=None, from_on=reading.due_on)
    return reading


def _last_day(reading: Reading, asked: Asked) -> dt.date | None:
    """The last day on which the work is surely in time: "trước ngày 20" leaves the 19th, "trước 17 giờ ngày 20" the 20th until then."""
    in_time = reading.within or reading.hour is not None or _MIDNIGHT.search(asked.words) is not None
    if reading.due_on is None or asked.bound != "before" or in_time:
        return reading.due_on
    return reading.due_on - _DAY


def _closing(asked: Asked, reading: Reading, last_day: dt.date | None) -> tuple[str, ...]:
    """What the bound or an hour makes of the day named."""
    if reading.unresolved is not None and not reading.steps:
        return (f"{asked.quoted()}: {reading.unresolved}",)
    if reading.due_on is None or last_day is None:
        return ()
    if reading.hour is not None:
        return (f"Hạn giờ: {written_hour(reading.hour)} ngày {written_day(last_day)}",)
    if last_day < reading.due_on:
        return (f"Trước ngày {written_day(reading.due_on)}: ngày cuối cùng chắc chắn còn đúng hạn là {written_day(last_day)}",)
    return ()
