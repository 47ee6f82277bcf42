"""A digest as the reader hands it over, with only what the decisions look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from dieuhanh.extract.facts import SCHEMA, Digest, Document, Item, Period

TITLE = "Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần"


def digest_of(
    *,
    title: str | None = TITLE,
    period: Period | None = None,
    days: Iterable[str] = (),
    lead: Sequence[str] = (),
    announced: Sequence[int | None] = (),
) -> Digest:
    """A page with one item for each instrument's day ("" for one without a day); `announced` are the items' places in `lead`."""
    days = list(days)
    places = [*announced, *[None] * (len(days) - len(announced))]
    lines = [title or "Trang tin", *lead]
    text = "\n".join(lines)
    items = []
    for k, day in enumerate(days):
        line = f"Công văn số {k + 1}/UBND-KT"
        start = len(text) + 1
        text = f"{text}\n{line}"
        items.append(_item(line, (start, start + len(line)), dt.date.fromisoformat(day) if day else None, places[k]))
    return Digest(SCHEMA, text, title, None, period, tuple(lead), tuple(items), ())


def _item(line: str, span: tuple[int, int], day: dt.date | None, lead_index: int | None) -> Item:
    number = line.removeprefix("Công văn số ")
    key = number if day is None else f"{number}@{day}"
    document = Document("Công văn", number, day, "UBND tỉnh", None, None, key, span)
    return Item(line, span, lead_index, (document,), (), None, (), (), (), (), (), ())
