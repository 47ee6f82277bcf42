"""A week written for a test: a page's items as materials, and what is composed of them with its evidence."""

from __future__ import annotations

from pathlib import Path

from dieuhanh.domain.composing import ComposedIssue, Material, compose
from dieuhanh.domain.gate import EntryText, IssueText, evidence_of
from dieuhanh.extract.facts import Digest, Period
from dieuhanh.reading import read

TITLE = "Chỉ đạo, điều hành nổi bật của UBND tỉnh Lạng Sơn trong tuần (từ ngày 06/5 đến ngày 12/5/2024)"


def digest_of(*items: str) -> Digest:
    """Each item is its lines, the first of them its headline."""
    return read("\n\n".join([TITLE, *(line for item in items for line in item.split("\n"))]))


def materials_of(digest: Digest, name: str = "trang") -> list[Material]:
    return [Material(f"{name}#{k}", digest.text, item) for k, item in enumerate(digest.items) if item.instruments]


def composed(page: Digest | Path) -> tuple[ComposedIssue, IssueText]:
    """The issue of a page's own week, and the same with its evidence."""
    digest = read(page) if isinstance(page, Path) else page
    materials = {material.name: material for material in materials_of(digest)}
    assert digest.period is not None
    issue = compose(list(materials.values()), digest.period, [])
    return issue, gated(issue, materials, digest.period)


def gated(issue: ComposedIssue, materials: dict[str, Material], period: Period) -> IssueText:
    entries = [EntryText(e.headline, e.body, evidence_of(materials[name] for name in e.sources)) for e in issue.entries]
    return IssueText(issue.title, period, entries)
