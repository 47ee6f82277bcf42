"""A small picture of a document among those that it is tied to: itself in the middle, what acts on it above, what it acts on below.

A column, not a star, so that it can be read on a phone; the same stands as a list beside it. No styles of its own: the policy forbids them.
"""

from __future__ import annotations

import msgspec

from dieuhanh.display import wording
from dieuhanh.portal.relations import Neighbours, Related

EACH_SIDE = 5
BOX_HEIGHT, STEP, LEFT, SPINE, WIDTH = 46, 60, 56, 26, 400  # SVG units, about a CSS pixel
NAME_LENGTH = 40  # characters that a box holds


class Box(msgspec.Struct, frozen=True):
    """One neighbour: where it stands, what it is called, what ties it; `elbow` is the path of its line."""

    y: int
    verb: str
    name: str
    url: str | None
    elbow: str
    outward: bool

    @property
    def verb_y(self) -> int:
        return self.y + 18

    @property
    def name_y(self) -> int:
        return self.y + 37


class Picture(msgspec.Struct, frozen=True):
    """All boxes, and how many neighbours are only in the list."""

    boxes: tuple[Box, ...]
    centre_y: int
    centre_name: str
    height: int
    unshown: int
    width: int = WIDTH

    @property
    def centre_text_y(self) -> int:
        return self.centre_y + 29


def picture_of(name: str, neighbours: Neighbours) -> Picture | None:
    """None where a document stands alone."""
    above, below = neighbours.inward[:EACH_SIDE], neighbours.outward[:EACH_SIDE]
    if not above and not below:
        return None
    centre = len(above) * STEP + 4
    rows = [(related, 4 + place * STEP) for place, related in enumerate(above)]
    rows += [(related, centre + (place + 1) * STEP) for place, related in enumerate(below)]
    boxes = tuple(_box(related, y, centre) for related, y in rows)
    unshown = len(neighbours.everything) - len(boxes) + neighbours.unshown
    height = centre + len(below) * STEP + BOX_HEIGHT + 4
    return Picture(boxes, centre, wording.shortened(name, NAME_LENGTH), height, unshown)


def _box(related: Related, y: int, centre: int) -> Box:
    """The arrow ends at whom the verb is done to: at the centre from above, at the box from below."""
    outward = related.direction == "out"
    middle = y + BOX_HEIGHT // 2
    edge = centre + BOX_HEIGHT if outward else centre - 3
    elbow = f"M{SPINE} {edge}V{middle}H{LEFT - 3}" if outward else f"M{LEFT} {middle}H{SPINE}V{edge}"
    name = related.document.name if related.document else related.key
    return Box(y, related.verb, wording.shortened(name, NAME_LENGTH), related.document.url if related.document else None, elbow, outward)
