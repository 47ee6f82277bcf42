"""How the ordered work goes, in numbers alone: of a single task nothing leaves the register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.opendata.dataset import Column, Dataset, Row
from dieuhanh.apps.opendata.identifiers import agency_id
from dieuhanh.apps.tasks.weekly import weekly_counts


def _counts(today: dt.date) -> Iterator[Row]:
    names = {pk: agency_id(place, code) for pk, place, code in Agency.objects.values_list("pk", "place", "code")}
    for one in weekly_counts(today):
        counts = (one.done_in_time, one.done_late, one.open_in_time, one.open_overdue, one.without_deadline)
        yield names[one.agency], one.monday, one.sunday, *counts


TASK_COUNTS = Dataset(
    name="task_counts",
    slug="so-nhiem-vu",
    vi="Số nhiệm vụ theo cơ quan và tuần",
    en="Numbers of tasks by agency and week",
    about_vi=(
        "Đến hết mỗi tuần, mỗi cơ quan chủ trì bao nhiêu nhiệm vụ đã hoàn thành, đang thực hiện, quá hạn. Chỉ gồm nhiệm vụ do văn bản "
        "mà bản tin đã đăng giao; tính theo thời hạn hiện nay; không tính nhiệm vụ đã hủy, bị từ chối, đang tạm dừng."
    ),
    about_en=(
        "At the end of each week, how many tasks that each agency leads were done, in hand or overdue. Only tasks ordered by documents "
        "that published digests report, by their deadlines as they stand now; cancelled, refused and suspended ones are left out."
    ),
    key=("agency_id", "week_start"),
    columns=(
        Column("agency_id", "text", "Cơ quan chủ trì", "The agency that leads", required=True, refers="agencies.id"),
        Column("week_start", "date", "Thứ Hai của tuần", "Monday of the week", required=True),
        Column("week_end", "date", "Chủ nhật của tuần, ngày tính đến", "Sunday of the week, the day counted at", required=True),
        Column("done_in_time", "integer", "Đã hoàn thành đúng hạn", "Done in time", required=True),
        Column("done_late", "integer", "Đã hoàn thành quá hạn", "Done late", required=True),
        Column("open_in_time", "integer", "Đang thực hiện, trong hạn", "Open in time", required=True),
        Column("open_overdue", "integer", "Đang thực hiện, quá hạn", "Open and overdue", required=True),
        Column(
            "without_deadline",
            "integer",
            "Trong số đang thực hiện trong hạn: chưa có thời hạn",
            "Of those open in time: without a deadline",
            required=True,
        ),
    ),
    rows=_counts,
)
