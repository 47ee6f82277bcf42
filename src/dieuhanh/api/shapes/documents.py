"""Documents."""

from __future__ import annotations

from dieuhanh.api.shapes.facts import AssignmentRow, DeadlineRow, MentionRow, RelationRow, TargetRow
from dieuhanh.api.shapes.known import DocumentRow
from dieuhanh.api.shapes.listing import Listing


class DocumentWhole(DocumentRow, frozen=True):
    """A document with the first of all that hangs on it; each list goes on at its own `next`.

    `relations_from` are what it does to others, `relations_to` what others do to it.
    """

    assignments: Listing[AssignmentRow]
    deadlines: Listing[DeadlineRow]
    targets: Listing[TargetRow]
    relations_from: Listing[RelationRow]
    relations_to: Listing[RelationRow]
    mentions: Listing[MentionRow]
