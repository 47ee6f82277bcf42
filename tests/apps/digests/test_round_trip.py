"""Weeks loaded, compiled, published and read back by our own reader: the page says what the register says.

Our samples come with the product. The real weeks and their gold lie beside the repository, in ../shared/seeds and ../shared/gold; where
they are missing, their rows of the tables are skipped and say so.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import dieuhanh
from dieuhanh.apps.digests.actions import compile_issue
from dieuhanh.apps.digests.actions.publish_issue import publish_issue
from dieuhanh.apps.digests.actions.review_issue import approve_issue, submit_issue
from dieuhanh.apps.digests.gate import judge
from dieuhanh.apps.digests.renderings.edition import Edition
from dieuhanh.apps.digests.renderings.html import to_html
from dieuhanh.apps.digests.renderings.plain_text import to_text
from dieuhanh.apps.documents.actions import register_page
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.documents.reading import read_page
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.extract.facts import Digest
from dieuhanh.reading import read
from tests.apps.digests.renderings.editions import edition_of
from tests.apps.digests.weeks import TODAY
from tests.apps.pages import NOW, TESTER

pytestmark = pytest.mark.django_db

SHARED = Path(__file__).resolve().parents[4] / "shared"
SAMPLES = sorted((Path(str(dieuhanh.__file__)).parent / "samples").glob("s[1-8]_tuan_*"))  # those of Lạng Sơn, a week each
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
MISSING = pytest.mark.skipif(not SEEDS, reason="needs the real weeks in ../shared/seeds and their gold in ../shared/gold")
WEEKS = [pytest.param(path, id=path.stem) for path in SAMPLES] + (
    [pytest.param(path, id=path.stem) for path in SEEDS] or [pytest.param(SHARED / "seeds", id="the real weeks", marks=MISSING)]
)
KINDS = ("instruments", "citations", "deadlines", "targets", "assignments")
ENOUGH = 0.97


def week(path: Path) -> tuple[Digest, Edition]:
    """What the register holds of the page, and the edition that is made of its week."""
    register_page(read_page(f"https://langson.gov.vn/{path.stem}", path.read_bytes()), actor=TESTER, at=NOW)
    stored = stored_digests([Page.objects.get()])[Page.objects.get().id]
    assert stored.period is not None
    issue = compile_issue(stored.period, today=TODAY, actor=TESTER, at=NOW)
    assert [one.finding for one in judge(issue).judged] == []
    submit_issue(issue.pk, actor=TESTER, at=NOW)
    approve_issue(issue.pk, issue.version, actor=TESTER, at=NOW)
    return stored, edition_of(publish_issue(issue.pk, actor=TESTER, at=NOW))


def facts(digest: Digest) -> dict[str, list[object]]:
    """The facts of a digest by kind, each with the main document of its item, so that an order is found where it belongs."""
    found: dict[str, list[object]] = {kind: [] for kind in KINDS}
    for item in digest.items:
        if not item.instruments:
            continue
        main = item.instruments[0].key
        officials = frozenset((official.name, official.position) for official in item.officials)
        found["instruments"] += [(d.key, d.type, d.issuer, officials) for d in item.instruments]
        found["citations"] += [(main, d.key, d.issuer, d.provision) for d in item.citations]
        found["deadlines"] += [(main, d.due, d.bound, d.recurrence, d.expression) for d in item.deadlines]
        found["targets"] += [(main, t.comparator, t.value, t.upper, t.unit, t.by) for t in item.targets]
        found["assignments"] += [(main, a.lead, a.cooperating, a.source, " ".join(a.action.split())) for a in item.assignments]
    return found


def f1(wanted: list[object], given: list[object]) -> float:
    hits = (Counter(wanted) & Counter(given)).total()
    return 2 * hits / (len(wanted) + len(given)) if wanted or given else 1.0


@pytest.mark.parametrize("form", [pytest.param(lambda one: to_html(one).encode(), id="HTML"), pytest.param(to_text, id="plain text")])
@pytest.mark.parametrize("path", WEEKS)
def test_the_published_page_read_back_gives_what_the_register_holds(path: Path, form: Callable[[Edition], bytes | str]) -> None:
    stored, edition = week(path)
    again = read(form(edition))
    wanted, given = facts(stored), facts(again)
    scores = {kind: f1(wanted[kind], given[kind]) for kind in KINDS}
    mean = sum(scores[kind] for kind in KINDS[:4]) / 4
    assert (mean >= ENOUGH, scores["assignments"] >= 0.9) == (True, True), scores
    assert (again.title, again.period, again.publisher) == (edition.title, stored.period, stored.publisher)
    assert [warning.code for warning in again.warnings if warning.code == "lead-without-item"] == []


def gold_documents(gold: dict[str, Any]) -> Iterator[tuple[str, str | None, str | None, frozenset[str | None]]]:
    """Number, day, issuer and officials of every document that the gold says was issued or held."""
    for item in gold["items"]:
        officials = frozenset(official["name"] or official["position"] for official in item["officials"] if not official.get("uncertain"))
        for document in item["instruments"]:
            yield document["key"], document["date"], document["issuer"], officials


@MISSING
@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SEEDS])
def test_every_document_of_the_gold_is_in_the_issue(path: Path) -> None:
    gold = json.loads((SHARED / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
    _, edition = week(path)
    found: dict[str, tuple[str | None, str | None, set[str]]] = {}
    for item in read(to_html(edition).encode()).items:
        officials = {official.name or official.position for official in item.officials}
        found |= {d.key: (str(d.date) if d.date else None, d.issuer, officials) for d in item.instruments}
    missing = [
        (key, day, issuer)
        for key, day, issuer, officials in gold_documents(gold)
        if key not in found or found[key][:2] != (day, issuer) or not officials <= found[key][2]
    ]
    assert missing == []
