"""How far a task with sub-tasks is: as far as they are, by their weights."""

from __future__ import annotations

from collections.abc import Sequence


def progress_of(parts: Sequence[tuple[int, int]]) -> int:
    """Percent, from (weight, percent) of each part, rounded down, so that 100 means that all is done. 0 where there is no part.

    >>> progress_of([(3, 100), (1, 50)])
    87
    """
    weights = sum(weight for weight, _ in parts)
    return sum(weight * percent for weight, percent in parts) // weights if weights else 0
