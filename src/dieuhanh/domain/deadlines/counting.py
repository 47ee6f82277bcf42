"""Counting days from a day, with its steps (cách tính thời hạn), after Bộ luật Dân sự 2015:

- Điều 147 khoản 2: the first day is not counted;
- Điều 148 khoản 3: months end on the same day of the month, or on the last day of a month that lacks it;
- Điều 148 khoản 5: a count that would end on a day off ends on the next working day;
- Điều 147 khoản 1: hours run from the moment that is said, without a stop.

"Ngày làm việc" are the days that the calendar calls worked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from dieuhanh.domain.deadlines.cycles import Unit, moved
from dieuhanh.domain.deadlines.explanation import DayOff, Reading
from dieuhanh.domain.working_calendar import WEEKDAYS, WEEKEND, WorkingCalendar
from dieuhanh.text.days import short_day, written_day

UNITS: dict[str, Unit] = {"ngày": "day", "tuần": "week", "tháng": "month", "năm": "year"}
FIRST_NOT_COUNTED = "ngày đầu tiên không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015)"
LAST_OF_MONTH = "ngày cuối cùng của tháng, khoản 3 Điều 148 Bộ luật Dân sự 2015"
NEXT_WORKING = "lùi đến ngày làm việc tiếp theo (khoản 5 Điều 148 Bộ luật Dân sự 2015)"
MOST_WEEKENDS = 4  # runs of weekend days that a step names one by one; of more it says how many days they were
LONGEST_COUNT = 12000  # days, a generation; more is a slip of the pen and would leave the calendar


def count_days(start: dt.date, count: int, unit: str, calendar: WorkingCalendar, *, working: bool) -> Reading:
    """The last day of so many "ngày", "tuần", "tháng" or "năm" after a day; with `working` only days that are worked count."""
    if working:
        return _working_days(start, count, calendar)
    due = moved(start, count, UNITS[unit])
    steps = [f"{written_day(start)} + {count:02} {unit}{_lacking(start, due, unit)} → {written_day(due)}"]
    kept = calendar.next_working(due)
    passed = tuple(DayOff(day, why) for day, why in calendar.days_off(due, kept))
    if passed:
        steps.append(f"{short_day(due)} là {_off(due, passed[0].why)}: {NEXT_WORKING} → {written_day(kept)}")
    steps += _unknown_years(due, kept, calendar)
    return Reading(tuple(steps), due_on=kept, skipped=passed, within=True)


def _working_days(start: dt.date, count: int, calendar: WorkingCalendar) -> Reading:
    due = calendar.add_working_days(start, count)
    first, last = (start + dt.timedelta(days=1), due) if count > 0 else (due, start - dt.timedelta(days=1))
    passed = tuple(DayOff(day, why) for day, why in calendar.days_off(first, last))
    said = f"{written_day(start)} {'+' if count > 0 else '–'} {abs(count):02} ngày làm việc"
    parts = [said, *_passed_over(passed), *_made_up(first, last, calendar)]
    return Reading((f"{'; '.join(parts)} → {written_day(due)}", *_unknown_years(first, last, calendar)), due, skipped=passed, within=True)


def count_back(day: dt.date, count: int, unit: str, calendar: WorkingCalendar, *, working: bool) -> Reading:
    """The day so many days before another, which is in time itself; a day off stays, for moving it on would come too late."""
    if working:
        return _working_days(day, -count, calendar)
    due = moved(day, -count, UNITS[unit])
    steps = [f"{written_day(day)} – {count:02} {unit}{_lacking(day, due, unit)} → {written_day(due)}"]
    if (why := calendar.why_off(due)) is not None:
        steps.append(f"{short_day(due)} là {_off(due, why)}; lùi về sau sẽ quá hạn nên giữ nguyên")
    return Reading(tuple(steps), due_on=due, within=True)


def _lacking(start: dt.date, due: dt.date, unit: str) -> str:
    """What to say of a month that lacks the day of the start; "" otherwise."""
    lacks = unit in ("tháng", "năm") and due.day != start.day
    return f" (tháng đó không có ngày {start.day}: {LAST_OF_MONTH})" if lacks else ""


def _off(day: dt.date, why: str) -> str:
    return WEEKDAYS[day.weekday()] if why == WEEKEND else f"ngày nghỉ ({why})"


def _passed_over(passed: tuple[DayOff, ...]) -> list[str]:
    """["bỏ 20–21/01 (cuối tuần), 08–14/02 (Tết Nguyên đán)"], or [] where nothing was passed over."""
    weekends = [off for off in passed if off.why == WEEKEND]
    runs = list(_runs(passed))
    if sum(why == WEEKEND for _, _, why in runs) > MOST_WEEKENDS:
        runs = list(_runs(off for off in passed if off.why != WEEKEND))
        named = [f"{len(weekends):02} ngày cuối tuần", *map(_run_words, runs)]
    else:
        named = list(map(_run_words, runs))
    return [f"bỏ {', '.join(named)}"] if named else []


def _runs(passed: Iterable[DayOff]) -> Iterable[tuple[dt.date, dt.date, str]]:
    """First and last day and reason of each run of days off with one reason."""
    ordered = enumerate(sorted(passed, key=lambda off: off.day))
    for (_, why), group in groupby(ordered, key=lambda pair: (pair[1].day.toordinal() - pair[0], pair[1].why)):
        days = [off.day for _, off in group]
        yield days[0], days[-1], why


def _run_words(run: tuple[dt.date, dt.date, str]) -> str:
    first, last, why = run
    if first == last:
        return f"{short_day(first)} ({why})"
    left = f"{first.day:02}" if first.month == last.month else short_day(first)
    return f"{left}–{short_day(last)} ({why})"


def _made_up(first: dt.date, last: dt.date, calendar: WorkingCalendar) -> list[str]:
    worked = [row.day for row in calendar.days if row.kind == "worked" and first <= row.day <= last]
    return [f"tính cả {', '.join(map(short_day, worked))} (làm bù)"] if worked else []


def _unknown_years(first: dt.date, last: dt.date, calendar: WorkingCalendar) -> list[str]:
    unknown = [year for year in range(first.year, last.year + 1) if year not in calendar.years]
    if not unknown:
        return []
    years = ", ".join(map(str, unknown))
    return [f"Lịch nghỉ lễ năm {years} chưa có: mới chỉ bỏ cuối tuần"]
