"""An issue of the register before the gate: its findings, and who answers for which."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock

import msgspec

from dieuhanh.apps.digests.contents import EntryContent, IssueContent, SourceKey, content_of
from dieuhanh.apps.digests.materials import materials_at
from dieuhanh.apps.digests.models import Issue, Waiver
from dieuhanh.apps.digests.standing import StandingSource, key_of, red_entries, standing_sources
from dieuhanh.domain.composing import Material
from dieuhanh.domain.gate import EntryText, Finding, IssueText, Part, check, evidence_of
from dieuhanh.errors import GateClosedError

MOST_KEPT = 16  # issues whose findings this process keeps; 500 entries take half a second to look up and a page of the desk asks each time
TOKEN_LENGTH = 16  # hexadecimal digits that tell the findings of one issue apart in a form
_kept: OrderedDict[bytes, list[Finding]] = OrderedDict()
_lock = Lock()


class Judged(msgspec.Struct, frozen=True):
    """A finding with the entry's key (None: the title, or an entry that is not stored yet), its line, and the waiver of whoever answers."""

    finding: Finding
    entry_key: int | None
    context: str
    waiver: Waiver | None

    @property
    def token(self) -> str:
        """What a form calls it: other words, another line or another place are another finding."""
        one = self.finding
        return hashlib.sha256(msgspec.json.encode((one.entry, one.kind.value, one.words, self.context))).hexdigest()[:TOKEN_LENGTH]


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
    sources = standing_sources(issue)
    found = {key_of(one.source): one.found.material for one in sources if one.found is not None}
    return Judgement(_judged(issue, content_of(issue), found), sources)


def judge_content(issue: Issue, content: IssueContent) -> list[Judged]:
    """What would be found if the issue said this; nothing is stored. The state of the sources is another question."""
    found = materials_at({source for entry in content.entries for source in entry.sources})
    return _judged(issue, content, {key: one.material for key, one in found.items()})


def require_open(issue: Issue) -> None:
    """Raises GateClosedError where something is left that nobody answers for."""
    judgement = judge(issue)
    if judgement.open_findings or judgement.red:
        raise GateClosedError(len(judgement.open_findings), len(judgement.red))


def _judged(issue: Issue, content: IssueContent, sources: Mapping[SourceKey, Material]) -> list[Judged]:
    waivers = {(w.entry_key, w.kind, w.words, w.context): w for w in issue.waivers.order_by("id")}
    judged = []
    for finding in _findings(issue, content, sources):
        entry = None if finding.entry is None else content.entries[finding.entry]
        text = content.title if entry is None else entry.headline if finding.part is Part.HEADLINE else entry.body
        key, context = (entry.key if entry else None), _line(text, finding.span[0])
        known = entry is None or key is not None  # the key of an entry that is not stored yet would be taken for the title's
        judged.append(Judged(finding, key, context, waivers.get((key, finding.kind.value, finding.words, context)) if known else None))
    return judged


def _findings(issue: Issue, content: IssueContent, sources: Mapping[SourceKey, Material]) -> list[Finding]:
    """By the hash of all that the gate looks at: the issue's words, and the words and facts of its sources."""
    resting = [(entry, _materials(entry, sources)) for entry in content.entries]
    looked_at = [(e.headline, e.body, [(m.name, m.text[slice(*m.item.span)], m.item) for m in materials]) for e, materials in resting]
    key = hashlib.sha256(msgspec.json.encode((content.title, issue.period, looked_at))).digest()
    with _lock:
        found = _kept.get(key)
    if found is None:
        texts = [EntryText(e.headline, e.body, evidence_of(materials)) for e, materials in resting]
        found = check(IssueText(content.title, issue.period, texts))
        with _lock:
            _kept[key] = found
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
    return found


def _materials(entry: EntryContent, sources: Mapping[SourceKey, Material]) -> list[Material]:
    return [sources[source] for source in entry.sources if source in sources]


def _line(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : len(text) if end < 0 else end]
