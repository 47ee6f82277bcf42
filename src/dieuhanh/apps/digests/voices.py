"""What visitors said, in sums: "4,5 trong 12 đánh giá"."""

from __future__ import annotations

import msgspec
from django.db.models import Avg, Count, Sum

from dieuhanh.apps.digests.models import Issue, Question


class Voice(msgspec.Struct, frozen=True):
    """Answers about an issue or an entry; `average` is None where nobody gave stars."""

    average: float | None
    stars: int
    useful: int
    useful_of: int


NOBODY = Voice(None, 0, 0, 0)


def voices(issue: Issue) -> dict[int | None, Voice]:
    """By the entry's key, the issue itself under None; one query. Who is not in it was not rated."""
    rows = issue.ratings.values("entry__key", "question").annotate(average=Avg("value"), count=Count("id"), yes=Sum("value")).order_by()
    found: dict[int | None, Voice] = {}
    for row in rows:
        voice = found.get(row["entry__key"], NOBODY)
        if row["question"] == Question.STARS:
            voice = msgspec.structs.replace(voice, average=float(row["average"]), stars=row["count"])
        else:
            voice = msgspec.structs.replace(voice, useful=row["yes"], useful_of=row["count"])
        found[row["entry__key"]] = voice
    return found
