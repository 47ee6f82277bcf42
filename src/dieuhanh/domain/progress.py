"""How far a task is, from its parts (tiến độ): a parent's progress is the weighted mean of its children's, never a figure of its own."""

from __future__ import annotations

from collections.abc import Iterable

WHOLE = 100


def progress_of(children: Iterable[tuple[int, int]]) -> int | None:
    """Percent done of a parent whose children are (weight, percent); None without a child that weighs anything.

    Rounds down, so that only a task whose every part is done is done. Raises ValueError for a percent
    outside 0 to 100 or a negative weight.

    >>> progress_of([(1, 100), (3, 50)]), progress_of([(1, 100), (999, 99)]), progress_of([])
    (62, 99, None)
    """
    done = whole = 0
    for weight, percent in children:
        if weight < 0 or not 0 <= percent <= WHOLE:
            raise ValueError(f"weight {weight}, percent {percent}")
        done += weight * percent
        whole += weight
    return done // whole if whole else None
