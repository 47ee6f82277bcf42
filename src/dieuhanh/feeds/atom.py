"""An agency's tasks as a feed (RFC 4287): each task is one entry, updated when the task changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils.feedgenerator import Atom1Feed

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.display.wording import day
from dieuhanh.feeds.told import ToldTask, plain

ENTRIES = 100
NEVER = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # what a feed without entries was last changed on


class Feed(Atom1Feed):
    """Changed when its newest entry was, so that it says the same until something happens."""

    def latest_post_date(self) -> dt.datetime:
        return max((item["updateddate"] for item in self.items), default=NEVER)


def feed_of(agency: Agency, tasks: Sequence[ToldTask], home: str) -> str:
    """The last changed tasks; `home` is where people open our pages."""
    name = plain(agency.name)
    feed = Feed(
        title=f"Nhiệm vụ – {name}",
        link=home,
        description=f"Nhiệm vụ mà {name} chủ trì hoặc phối hợp",
        language="vi",
        feed_guid=f"tag:dieuhanh,2026:co-quan/{agency.place}/{agency.code}",
    )
    for task in tasks[:ENTRIES]:
        feed.add_item(
            title=f"[{task.label}] {task.title}",
            link=home,
            description=_summary(task),
            unique_id=f"tag:dieuhanh,2026:nhiem-vu/{task.id}",
            updateddate=task.changed_at,
        )
    return feed.writeString("utf-8")


def _summary(task: ToldTask) -> str:
    due = f"Thời hạn: {day(task.due_on)}" if task.due_on else "Không có thời hạn"
    parts = [due, f"Tình trạng: {task.label}", f"Vai trò: {task.role}", f"Chủ trì: {task.lead}"]
    return ". ".join([*parts, f"Theo: {task.document}"] if task.document else parts) + "."
