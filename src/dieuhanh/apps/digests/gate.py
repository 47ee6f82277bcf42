"""An issue of the register before the gate: its findings, and who answers for which."""

from __future__ import annotations

import hashlib
from collections import OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from threading import Lock

import msgspec

from dieuhanh.apps.digests.models import Entry, Issue, Waiver
from dieuhanh.apps.digests.standing import StandingSource, red_entries, standing_sources
from dieuhanh.domain.composing import Material
from dieuhanh.domain.gate import EntryText, Finding, IssueText, Part, check, evidence_of
from dieuhanh.errors import GateClosedError

MOST_KEPT = 16  # issues whose findings this process keeps; 500 entries take half a second to look up and a page of the desk asks each time
_kept: OrderedDict[bytes, list[Finding]] = OrderedDict()
_lock = Lock()


class Judged(msgspec.Struct, frozen=True):
    """A finding with the entry's key, the line in which it stands, and the waiver of whoever answers for it."""

    finding: Finding
    entry_key: int | None
    context: str
    waiver: Waiver | None


class Judgement(msgspec.Struct, frozen=True):
    """Everything that keeps an issue from the public."""

    judged: list[Judged]
    sources: list[StandingSource]

    @property
    def open_findings(self) -> list[Judged]:
        return [one for one in self.judged if one.waiver is None]

    @property
    def red(self) -> set[int]:
        return red_entries(self.sources)


def judge(issue: Issue) -> Judgement:
    """Look up all that the issue says now; a fixed number of queries. What was looked up before is not looked up again."""
    entries = list(issue.entries.order_by("order"))
    sources = standing_sources(issue)
    materials = defaultdict(list)
    for one in sources:
        if one.found is not None:
            materials[one.entry_key].append(one.found.material)
    waivers = {(w.entry_key, w.kind, w.words, w.context): w for w in issue.waivers.order_by("id")}
    judged = []
    for finding in _findings(issue, entries, materials):
        entry = None if finding.entry is None else entries[finding.entry]
        text = issue.title if entry is None else entry.headline if finding.part is Part.HEADLINE else entry.body
        key, context = (entry.key if entry else None), _line(text, finding.span[0])
        judged.append(Judged(finding, key, context, waivers.get((key, finding.kind.value, finding.words, context))))
    return Judgement(judged, sources)


def require_open(issue: Issue) -> None:
    """Raises GateClosedError where something is left that nobody answers for."""
    judgement = judge(issue)
    if judgement.open_findings or judgement.red:
        raise GateClosedError(len(judgement.open_findings), len(judgement.red))


def _findings(issue: Issue, entries: Sequence[Entry], materials: Mapping[int, list[Material]]) -> list[Finding]:
    """By the hash of all that the gate looks at: the issue's words, and the words and facts of its sources."""
    looked_at = [(e.headline, e.body, [(m.name, m.text[slice(*m.item.span)], m.item) for m in materials[e.key]]) for e in entries]
    key = hashlib.sha256(msgspec.json.encode((issue.title, issue.period, looked_at))).digest()
    with _lock:
        found = _kept.get(key)
    if found is None:
        texts = [EntryText(e.headline, e.body, evidence_of(materials[e.key])) for e in entries]
        found = check(IssueText(issue.title, issue.period, texts))
        with _lock:
            _kept[key] = found
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
    return found


def _line(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : len(text) if end < 0 else end]
