"""An edition written for a test, with everything in it that a file must be kept clean of."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.digests.editions import editions_of
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.digests.renderings.edition import Edition, EditionEntry, Notice, blocks_of
from dieuhanh.domain.composing import week_of

AT = dt.datetime(2024, 5, 13, 1, 0, tzinfo=dt.UTC)
URL = "https://dieuhanh.example/ban-tin/2024-05-06/"
TABLE = "Cơ quan | Việc\nSở Tài chính | rà soát kinh phí\nSở Y tế | tiêm chủng"


def edition(*, headline: str = "Chỉ đạo nạo vét <mương> & máng", body: str = f"Đoạn đầu.\n{TABLE}\nĐoạn cuối.") -> Edition:
    return Edition(
        title="Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 06/5 đến ngày 12/5/2024)",
        publisher="UBND tỉnh Lạng Sơn",
        period=week_of("2024-W19"),
        url=URL,
        published_at=AT,
        updated_at=AT + dt.timedelta(days=1),
        entries=(
            EditionEntry("muc-1", headline, blocks_of(body)),
            EditionEntry("muc-2", "Kế hoạch trồng rừng", blocks_of("UBND tỉnh ban hành.")),
        ),
        notices=(Notice(dt.date(2024, 5, 14), "Sửa ngày ở mục 1."),),
    )


def edition_of(issue: Issue) -> Edition:
    return editions_of([issue], lambda one: f"https://dieuhanh.example/ban-tin/{one.period_start}/")[0]
