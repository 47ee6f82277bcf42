"""What the gate finds in the new words of a correction: beside each, why, and the field in which whoever corrects answers for it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dieuhanh.apps.digests.contents import IssueContent, checked
from dieuhanh.apps.digests.gate import Judged, judge_content
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.digests.waivers import LONGEST_REASON
from dieuhanh.apps.digests.wording import FINDINGS
from dieuhanh.display.wording import one_line, printable
from dieuhanh.domain.gate.findings import PERSONAL

FIELD = "nhan-"  # what the field of a finding is called, before its token
AROUND = 90  # characters of the line shown before and behind the words


class HeldWords(msgspec.Struct, frozen=True):
    """A finding that nobody answers for; `before` and `behind` are what stands around the words, `reason` what was typed."""

    field: str
    where: str
    label: str
    before: str
    words: str
    behind: str
    why: str
    personal: bool
    reason: str
    longest: int = LONGEST_REASON


def reasons_in(said: Mapping[str, str]) -> dict[str, str]:
    """What a form says for which finding, by its token."""
    return {name.removeprefix(FIELD): words for name, words in said.items() if name.startswith(FIELD)}


def held_words(issue: Issue, content: IssueContent, reasons: Mapping[str, str]) -> list[HeldWords]:
    """All that keeps this content from the public, were it the issue's, in reading order; nothing is stored. Raises NotIssueError."""
    kept = checked(content, set(issue.entries.values_list("key", flat=True)))
    return [_held(one, reasons.get(one.token, "")) for one in judge_content(issue, kept) if one.waiver is None]


def _held(one: Judged, reason: str) -> HeldWords:
    before, _, behind = one.context.partition(one.finding.words)
    place = one.finding.entry
    return HeldWords(
        field=FIELD + one.token,
        where="Tiêu đề" if place is None else f"Mục {place + 1}",
        label=FINDINGS[one.finding.kind],
        before=printable(("… " if len(before) > AROUND else "") + before[-AROUND:]),
        words=one_line(one.finding.words),
        behind=printable(behind[:AROUND] + (" …" if len(behind) > AROUND else "")),
        why=one.finding.why,
        personal=one.finding.kind in PERSONAL,
        reason=reason,
    )
