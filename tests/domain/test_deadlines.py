"""Days that the words of an item's deadlines leave open."""

from __future__ import annotations

import datetime as dt

from dieuhanh.domain.deadlines import resolve_deadlines
from dieuhanh.extract.facts import Deadline, Document, Item, Recurrence

ISSUED = dt.date(2024, 3, 5)  # a Tuesday


def an_item(*deadlines: Deadline, issued_on: dt.date | None = ISSUED) -> Item:
    letter = Document("Công văn", "12/UBND-KT", issued_on, None, None, None, "12/UBND-KT", (0, 1))
    return Item("Rà soát", (0, 9), None, (letter,), (), None, (), (), (), deadlines, (), ())


def a_deadline(expression: str, due: dt.date | None = None, recurrence: Recurrence | None = None) -> Deadline:
    return Deadline(due, "before", recurrence, expression, None, (0, len(expression)))


def test_only_open_deadlines_of_an_item_are_resolved() -> None:
    said = dt.date(2024, 5, 1)
    item = an_item(
        a_deadline("trước ngày 30/6"),
        a_deadline("trước ngày 01/5/2024", said),
        a_deadline("trước ngày 15/12 hằng năm", recurrence="yearly"),
    )
    assert [d.due for d in resolve_deadlines(item).deadlines] == [dt.date(2024, 6, 30), said, None]


def test_an_item_without_open_deadlines_is_the_same() -> None:
    item = an_item(a_deadline("trước ngày 01/5/2024", dt.date(2024, 5, 1)))
    assert resolve_deadlines(item) is item


def test_the_first_instrument_with_a_day_decides() -> None:
    item = an_item(a_deadline("trước ngày 30/6"), issued_on=None)
    assert [d.due for d in resolve_deadlines(item).deadlines] == [None]
