"""The publication gate: what an issue says is looked up in its sources, and what belongs to citizens is kept out.

Reads: the text of an issue, the texts of the sources of each entry.  Writes: Findings; an issue without any may be published.
"""

from dieuhanh.domain.gate.checking import EntryText, IssueText, check
from dieuhanh.domain.gate.evidence import evidence_of
from dieuhanh.domain.gate.findings import Finding, FindingKind, Part

__all__ = ["EntryText", "Finding", "FindingKind", "IssueText", "Part", "check", "evidence_of"]
