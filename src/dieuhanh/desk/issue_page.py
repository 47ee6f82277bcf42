"""An issue as its editors see it: entries with what the gate found in them and what they rest on, a page of them at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
from django.core.paginator import Page as PageOfRows
from django.core.paginator import Paginator

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.digests.addresses import issue_address
from dieuhanh.apps.digests.gate import Judged, Judgement, judge
from dieuhanh.apps.digests.models import Correction, Entry, Issue, State
from dieuhanh.apps.digests.permissions import CORRECT_ISSUE, SAVE_ISSUE
from dieuhanh.desk.issue_editing import TITLE
from dieuhanh.desk.issue_marks import MarkedText, marked
from dieuhanh.desk.issue_sources import SourcePart, source_parts
from dieuhanh.display.wording import one_line

ENTRIES_A_PAGE = 25
EDITABLE = frozenset({State.DRAFT, State.IN_REVIEW})


class Reason(msgspec.Struct, frozen=True):
    """Why the rules put the entry where it was put."""

    label: str
    points: int
    words: str


class EntryCard(msgspec.Struct, frozen=True):
    """One entry; `place` counts from 1."""

    key: int
    place: int
    text: MarkedText
    sources: list[SourcePart]
    red: bool
    reasons: list[Reason]


class SummaryLine(msgspec.Struct, frozen=True):
    """An entry in the list of all; `page` is that of the composer on which it stands."""

    key: int
    place: int
    page: int
    headline: str
    findings: int
    red: bool


class GateSum(msgspec.Struct, frozen=True):
    """What keeps the issue from the public, in numbers."""

    findings: int
    red: int
    waived: int

    @property
    def passes(self) -> bool:
        return not self.findings and not self.red


class IssuePage(msgspec.Struct, frozen=True):
    """All that the composer shows."""

    issue: Issue
    title: MarkedText
    gate: GateSum
    summary: list[SummaryLine]
    page: PageOfRows[Entry]
    cards: list[EntryCard]
    corrections: list[Correction]
    public_url: str
    may_edit: bool
    may_correct: bool


class EntryPage(msgspec.Struct, frozen=True):
    """One entry, or the title (`card.key` is TITLE), with the entries before and behind it."""

    issue: Issue
    card: EntryCard
    total: int
    before: int | None
    behind: int | None
    may_edit: bool
    may_correct: bool

    @property
    def name(self) -> str:
        return f"Mục {self.card.place}" if self.card.place else "Tiêu đề"

    @property
    def page(self) -> int:
        """Of the composer, on which the entry stands."""
        return page_with(max(self.card.place, 1))


def issue_page(issue: Issue, number: str, actor: User) -> IssuePage:
    """With a fixed number of queries, whatever the number of entries."""
    judgement, entries = judge(issue), list(issue.entries.order_by("order"))
    page = Paginator(entries, ENTRIES_A_PAGE).get_page(number)
    findings = _by_place(judgement)
    return IssuePage(
        issue=issue,
        title=marked(one_line(issue.title), "", TITLE, findings[TITLE]),
        gate=GateSum(len(judgement.open_findings), len(judgement.red), len(judgement.judged) - len(judgement.open_findings)),
        summary=_summary(entries, judgement),
        page=page,
        cards=_cards(list(page), page.start_index() if entries else 1, judgement, findings),
        corrections=list(issue.corrections.select_related("version").order_by("-id")),
        public_url=issue_address(issue) if issue.state == State.PUBLISHED else "",
        may_edit=_may_edit(issue, actor),
        may_correct=_may_correct(issue, actor),
    )


def entry_page(issue: Issue, key: int, actor: User) -> EntryPage | None:
    """None where the issue has no such entry."""
    judgement, entries = judge(issue), list(issue.entries.order_by("order"))
    findings = _by_place(judgement)
    keys = [entry.key for entry in entries]
    if key != TITLE and key not in keys:
        return None
    at = keys.index(key) if key != TITLE else -1
    if key == TITLE:
        card = EntryCard(TITLE, 0, marked(issue.title, "", TITLE, findings[TITLE]), [], red=False, reasons=[])
    else:
        (card,) = _cards([entries[at]], at + 1, judgement, findings)
    return EntryPage(
        issue=issue,
        card=card,
        total=len(keys),
        before=keys[at - 1] if at > 0 else None,
        behind=keys[at + 1] if at + 1 < len(keys) else None,
        may_edit=_may_edit(issue, actor),
        may_correct=_may_correct(issue, actor),
    )


def page_with(place: int) -> int:
    """The page of the composer on which the entry at this place stands."""
    return (place - 1) // ENTRIES_A_PAGE + 1


def _may_edit(issue: Issue, actor: User) -> bool:
    return issue.state in EDITABLE and actor.has_perm(SAVE_ISSUE)


def _may_correct(issue: Issue, actor: User) -> bool:
    return issue.state == State.PUBLISHED and actor.has_perm(CORRECT_ISSUE)


def _by_place(judgement: Judgement) -> dict[int, list[Judged]]:
    found: dict[int, list[Judged]] = defaultdict(list)
    for one in judgement.judged:
        found[TITLE if one.entry_key is None else one.entry_key].append(one)
    return found


def _summary(entries: Sequence[Entry], judgement: Judgement) -> list[SummaryLine]:
    counts, red = Counter(one.entry_key for one in judgement.open_findings), judgement.red
    return [
        SummaryLine(entry.key, place, page_with(place), one_line(entry.headline), counts[entry.key], entry.key in red)
        for place, entry in enumerate(entries, 1)
    ]


def _cards(entries: Sequence[Entry], first: int, judgement: Judgement, findings: dict[int, list[Judged]]) -> list[EntryCard]:
    bodies = {entry.key: entry.body for entry in entries}
    parts = source_parts([one for one in judgement.sources if one.entry_key in bodies], bodies)
    red = judgement.red
    return [
        EntryCard(
            key=entry.key,
            place=place,
            text=marked(entry.headline, entry.body, place, findings[entry.key]),
            sources=parts.get(entry.key, []),
            red=entry.key in red,
            reasons=[_reason(one) for one in entry.reasons],
        )
        for place, entry in enumerate(entries, first)
    ]


def _reason(said: Any) -> Reason:
    return Reason(one_line(said["label"]), int(said["points"]), one_line(said["words"]))
