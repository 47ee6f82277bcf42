"""The words of an issue with what the gate found in them, as HTML: each finding in a frame, with its number and what it is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from django.utils.safestring import SafeString, mark_safe

from dieuhanh.apps.digests.gate import Judged
from dieuhanh.apps.digests.models import Waiver
from dieuhanh.apps.digests.wording import FINDINGS
from dieuhanh.display.marks import Kind, Mark, mark_up
from dieuhanh.display.wording import one_line
from dieuhanh.domain.gate import Part
from dieuhanh.domain.gate.findings import PERSONAL

OPEN = Kind("finding", "chua-khop", "chưa khớp", "Chỗ chưa khớp")
WAIVED = Kind("waived", "da-nhan", "đã nhận", "Đã nhận trách nhiệm")


class FindingLine(msgspec.Struct, frozen=True):
    """One finding below the words in which its mark stands."""

    mark: Mark
    kind: str  # the value of its FindingKind, for the form
    label: str
    words: str
    raw: str  # as the gate found them, for the form
    why: str
    personal: bool
    waiver: Waiver | None


class MarkedText(msgspec.Struct, frozen=True):
    """Headline and paragraphs with their marks, and the findings in reading order."""

    headline: SafeString
    paragraphs: list[SafeString]
    findings: list[FindingLine]

    @property
    def open(self) -> list[FindingLine]:
        return [one for one in self.findings if one.waiver is None]

    @property
    def waived(self) -> list[FindingLine]:
        return [one for one in self.findings if one.waiver is not None]


def marked(headline: str, body: str, place: int, judged: Sequence[Judged]) -> MarkedText:
    """`place` names the entry in the anchors of its marks."""
    lines, marks = [], {Part.HEADLINE: list[Mark](), Part.BODY: list[Mark]()}
    for number, one in enumerate(judged, 1):
        part = Part.BODY if one.finding.part is Part.BODY else Part.HEADLINE
        mark = Mark(OPEN if one.waiver is None else WAIVED, place, number, one.finding.span)
        marks[part].append(mark)
        lines.append(_line(one, mark))
    (above,) = mark_up(headline, marks[Part.HEADLINE], [(0, len(headline))])
    below = mark_up(body, marks[Part.BODY], _paragraphs(body))
    return MarkedText(_safe(above), [_safe(paragraph) for paragraph in below], lines)


def _line(one: Judged, mark: Mark) -> FindingLine:
    kind = one.finding.kind
    return FindingLine(
        mark, kind.value, FINDINGS[kind], one_line(one.finding.words), one.finding.words, one.finding.why, kind in PERSONAL, one.waiver
    )


def _paragraphs(body: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in body.split("\n"):
        if line:
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _safe(marked_up: str) -> SafeString:
    return mark_safe(marked_up)  # noqa: S308  `mark_up` escapes all that it is given
