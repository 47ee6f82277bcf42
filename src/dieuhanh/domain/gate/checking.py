"""An issue before it is published: every figure, day, number, agency and person of it against its sources.

Reads: IssueText with its evidence.  Writes: Findings in reading order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from dieuhanh.domain.composing.weeks import title_of
from dieuhanh.domain.gate.figures import Around, SourcePlaces
from dieuhanh.domain.gate.findings import Finding, FindingKind, Part
from dieuhanh.domain.gate.names import SourceNames, Unknown
from dieuhanh.domain.gate.privacy import find_private
from dieuhanh.extract.facts import Period
from dieuhanh.extract.lexicon import Lexicon, lexicon_of
from dieuhanh.extract.provinces import province_of

PRIVATE = "là thông tin cá nhân của công dân, không được đăng"
NOT_FOUND = "không có trong văn bản nguồn"
_KINDS = {"agency": FindingKind.AGENCY, "person": FindingKind.PERSON, "name": FindingKind.NAME}


class EntryText(msgspec.Struct, frozen=True):
    """What an entry says, and the texts that it may rest on."""

    headline: str
    body: str
    evidence: Sequence[str]


class IssueText(msgspec.Struct, frozen=True):
    """What an issue says of which days."""

    title: str
    period: Period
    entries: Sequence[EntryText]


def check(issue: IssueText) -> list[Finding]:
    """Everything that keeps the issue from being published, in reading order."""
    lexicon = lexicon_of(province_of("\n".join(text for entry in issue.entries for text in entry.evidence)))
    title = EntryText(issue.title, "", (title_of(issue.period),))
    found = [msgspec.structs.replace(one, part=Part.TITLE) for one in _check_entry(title, None, lexicon)]
    for number, entry in enumerate(issue.entries):
        found += _check_entry(entry, number, lexicon)
    return found


def _check_entry(entry: EntryText, number: int | None, lexicon: Lexicon) -> list[Finding]:
    places, names = SourcePlaces(entry.evidence), SourceNames(entry.evidence, lexicon)
    seen: Counter[tuple[str, Around]] = Counter()
    found: list[Finding] = []
    for part, text in ((Part.HEADLINE, entry.headline), (Part.BODY, entry.body)):
        here = [*_private(text), *_figures(text, places, seen), *_names(text, names)]
        found += [
            Finding(kind, text[slice(*span)], span, part, number, why) for kind, span, why in sorted(here, key=lambda one: (one[1], one[0]))
        ]
    return found


_Found = tuple[FindingKind, tuple[int, int], str]


def _private(text: str) -> Iterator[_Found]:
    return ((private.kind, private.span, PRIVATE) for private in find_private(text))


def _figures(text: str, places: SourcePlaces, seen: Counter[tuple[str, Around]]) -> Iterator[_Found]:
    for unsupported in places.unsupported(text, seen):
        words = text[slice(*unsupported.span)]
        kind = FindingKind.DOCUMENT if any(c.isalpha() for c in words) and "/" in words else FindingKind.NUMBER
        yield kind, unsupported.span, f"văn bản nguồn ghi “{unsupported.instead}” ở chỗ này" if unsupported.instead else NOT_FOUND


def _names(text: str, names: SourceNames) -> Iterator[_Found]:
    for unknown in names.unknown(text):
        yield _KINDS[unknown.kind], unknown.span, _why(unknown)


def _why(unknown: Unknown) -> str:
    return f"văn bản nguồn ghi chức vụ là “{unknown.known}”" if unknown.known else NOT_FOUND
