"""The reader's score does not fall, and every fact can be read again from the words that it points to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import dieuhanh
from bench.pages import GOLD, GOLDEN, OTHERS, SAMPLES, SCORER, SEEDS, known_pages, pages_in
from bench.quality import Score, score_pages
from dieuhanh.extract.facts import Assignment, Body, Deadline, Digest, Document, Item, Official, Relation, Target
from dieuhanh.extract.lexicon import lexicon_of
from dieuhanh.extract.provinces import province_of
from dieuhanh.text import fold

MEAN_FLOOR = 0.96
KIND_FLOOR = 0.90

SETS = [
    pytest.param(SEEDS, GOLD, id="real pages"),
    pytest.param(SAMPLES, GOLDEN, id="our samples"),
    pytest.param(OTHERS, OTHERS, id="our other pages"),
]
needs_gold = pytest.mark.skipif(not SCORER.exists(), reason="the scorer and the real pages lie in ../shared, which is not here")


@cache
def scored(pages: Path, gold: Path) -> Score:
    return score_pages(pages, gold)


@needs_gold
@pytest.mark.parametrize(("pages", "gold"), SETS)
def test_mean_of_f1_stays_above_its_floor(pages: Path, gold: Path) -> None:
    mean = scored(pages, gold).mean
    assert mean >= MEAN_FLOOR


@needs_gold
@pytest.mark.parametrize(("pages", "gold"), SETS)
def test_no_kind_of_fact_falls_below_its_floor(pages: Path, gold: Path) -> None:
    rows = scored(pages, gold).rows
    assert {kind: row["f1"] for kind, row in rows.items() if row["f1"] < KIND_FLOOR} == {}


def test_every_sample_has_a_golden_result() -> None:
    assert {p.stem for p in pages_in(SAMPLES)} == {p.stem for p in GOLDEN.glob("*.json")} != set()


def test_every_other_page_has_its_gold() -> None:
    assert {p.stem for p in pages_in(OTHERS)} == {p.stem for p in OTHERS.glob("*.json")} != set()


# Re-reading. Each check yields a sentence for a fact that its words do not give back.

PLAIN_DATE = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
LONG_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
FIGURE = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
NEAR = 120  # code points between a document's number and its date


def folded(text: str) -> str:
    """Single spaces, lower case."""
    return " ".join(text.split()).lower()


def unspaced(text: str) -> str:
    return "".join(text.split()).lower()


def tokens(text: str) -> set[str]:
    """The words of the text, in lower case."""
    return set(re.findall(r"\w+", folded(text)))


def dates_in(text: str) -> set[dt.date]:
    found = set()
    for day, month, year in PLAIN_DATE.findall(text) + LONG_DATE.findall(text):
        try:
            found.add(dt.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return found


def figures_in(text: str) -> set[float]:
    return {float(f.replace(".", "").replace(",", ".")) for f in FIGURE.findall(text)}


def words(digest: Digest, fact: Document | Official | Relation | Assignment | Deadline | Target | Body | Item) -> str:
    return digest.text[fact.span[0] : fact.span[1]]


def spans(digest: Digest, item: Item) -> Iterator[str]:
    """Every span lies within its item, in order, and is not empty."""
    groups = (item.instruments, item.officials, item.citations, item.relations, item.assignments, item.deadlines, item.targets, item.bodies)
    for fact in (fact for group in groups for fact in group):
        start, end = fact.span
        if not item.span[0] <= start < end <= item.span[1]:
            yield f"{fact} stands outside its item {item.span}"
    if not 0 <= item.span[0] < item.span[1] <= len(digest.text):
        yield f"{item.heading} stands outside the text"


def heading(digest: Digest, item: Item) -> Iterator[str]:
    if not folded(words(digest, item)).startswith(folded(item.heading)):
        yield f"{words(digest, item)[:80]!r} does not begin with {item.heading!r}"
    if item.lead_index is not None and not 0 <= item.lead_index < len(digest.lead):
        yield f"{item.heading} is announced by headline {item.lead_index} of {len(digest.lead)}"


def documents(digest: Digest, item: Item) -> Iterator[str]:
    """Number or name in the mention; title and provision in the item; date beside a mention of the number on the page."""
    within = folded(words(digest, item))
    for document in item.instruments + item.citations:
        mention = words(digest, document)
        if document.number and unspaced(document.number) not in unspaced(mention):
            yield f"{document.number} is not in {mention!r}"
        if document.title and folded(document.title) not in folded(digest.text):
            yield f"title {document.title!r} is not on the page"
        if document.provision and not tokens(document.provision) <= tokens(within):
            yield f"provision {document.provision!r} is not in the item"
        if document.date and document.date not in dates_by(digest, document):
            yield f"{document.date} stands beside no mention of {document.number or document.title}"


def dates_by(digest: Digest, document: Document) -> set[dt.date]:
    """The dates beside the document's number wherever the page names it; for one without a number, all dates of the page."""
    if document.number is None:
        return dates_in(digest.text)
    spaced = re.compile(r"\s*".join(map(re.escape, unspaced(document.number))), re.IGNORECASE)
    places = (m.span() for m in spaced.finditer(digest.text))
    return {date for start, end in places for date in dates_in(digest.text[max(0, start - NEAR) : end + NEAR])}


def officials(digest: Digest, item: Item) -> Iterator[str]:
    for official in item.officials:
        said = folded(words(digest, official))
        if official.name and folded(official.name) not in said:
            yield f"{official.name} is not in {said!r}"
        if folded(official.position).split()[0] not in said:
            yield f"{official.position} does not begin in {said!r}"


def effective(digest: Digest, item: Item) -> Iterator[str]:
    if item.effective:
        said = digest.text[slice(*item.effective.span)]
        beside = {i.date for i in item.instruments}  # "có hiệu lực kể từ ngày ký"
        if item.effective.date not in dates_in(said) | beside:
            yield f"{item.effective.date} is not in {said!r}"


def relations(digest: Digest, item: Item) -> Iterator[str]:
    """Both ends are documents of the item, or, for what has no number, named by their title on the page."""
    keys = {d.key for d in item.instruments + item.citations}
    for relation in item.relations:
        for end in (relation.source, relation.target):
            if end not in keys and folded(end) not in folded(digest.text):
                yield f"{end} of {relation.type} is no document of the item"


def assignments(digest: Digest, item: Item) -> Iterator[str]:
    """The action stands in the span, every agency in the item, under its own name or one of its aliases."""
    within = folded(words(digest, item))
    aliases = lexicon_of(province_of(digest.text)).agencies
    keys = {d.key for d in item.instruments + item.citations}
    for assignment in item.assignments:
        if unspaced(assignment.action) not in unspaced(words(digest, assignment)):
            yield f"{assignment.action!r} is not in {words(digest, assignment)!r}"
        if not assignment.lead + assignment.cooperating:
            yield f"nobody is to do {assignment.action!r}"
        for name in assignment.lead + assignment.cooperating:
            if not tokens(name) - UNSAID <= tokens(within) and not any(
                named == name and alias in fold(within) for alias, named in aliases.items()
            ):
                yield f"{name} is not in the item"
        if assignment.source is not None and assignment.source not in keys:
            yield f"{assignment.source} is no document of the item"


UNSAID = {"huyện"}  # "UBND Cao Lộc, Văn Lãng"
QUARTERS = {"i": 3, "ii": 6, "iii": 9, "iv": 12, "1": 3, "2": 6, "3": 9, "4": 12}
RECURS = {"daily": "ngày", "weekly": "tuần", "monthly": "tháng", "quarterly": "quý", "yearly": "năm"}


def deadlines(digest: Digest, item: Item) -> Iterator[str]:
    """The expression stands in the span; day, bound and recurrence follow from the expression."""
    for deadline in item.deadlines:
        said = folded(deadline.expression)
        if said not in folded(words(digest, deadline)):
            yield f"{deadline.expression!r} is not in {words(digest, deadline)!r}"
        issued = item.instruments[0].date if item.instruments and SINCE_ISSUE.search(said) else None
        if deadline.due and not derivable(deadline.due, said, issued):
            yield f"{deadline.due} does not follow from {deadline.expression!r}"
        if deadline.bound == "before" and "trước" not in said:
            yield f"{deadline.expression!r} does not say before"
        if deadline.recurrence and RECURS[deadline.recurrence] not in said:
            yield f"{deadline.expression!r} is not {deadline.recurrence}"
        if deadline.assignment is not None and not 0 <= deadline.assignment < len(item.assignments):
            yield f"{deadline.expression!r} binds assignment {deadline.assignment} of {len(item.assignments)}"


SINCE_ISSUE = re.compile(r"từ ngày (?:ký|ban hành)")
COUNTED = re.compile(r"(\d+) ngày( làm việc)? (?:kể )?từ")
LONGEST_HOLIDAY = 9  # days: a term that ends on a day off ends on the next working day


def counted_from(start: dt.date, days: int, *, working: bool) -> dt.date:
    """The last day of a term whose first day is not counted; working days know weekends, not holidays."""
    if not working:
        return start + dt.timedelta(days=days)
    while days:
        start += dt.timedelta(days=1)
        days -= start.weekday() < 5
    return start


def derivable(due: dt.date, expression: str, issued: dt.date | None) -> bool:
    """The day is said or counted from one, or ends the month, quarter or year that is said; a year that is said is the day's."""
    full = dates_in(expression) | ({issued} if issued else set())
    counted = COUNTED.search(expression)
    if full and counted:
        end = counted_from(max(full), int(counted[1]), working=bool(counted[2]))
        return 0 <= (due - end).days <= LONGEST_HOLIDAY
    if full:
        return due == max(full)
    figures = figures_in(expression)
    years = {figure for figure in figures if 1900 < figure < 2100}
    quarter = re.search(r"quý (\w+)", expression)
    ends = (due + dt.timedelta(days=1)).day == 1 and (
        due.month in figures or bool(quarter and QUARTERS.get(quarter[1]) == due.month) or (due.month == 12 and "năm" in expression)
    )
    ends |= "tuần đầu" in expression and due.day == 7 and due.month in figures
    return ({due.day, due.month} <= figures or ends) and (not years or due.year in years)


def targets(digest: Digest, item: Item) -> Iterator[str]:
    within = folded(words(digest, item))
    for target in item.targets:
        said = words(digest, target)
        for value in (target.value, target.upper):
            if value is not None and value not in figures_in(said):
                yield f"{value} is not in {said!r}"
        if folded(target.unit) not in folded(said):
            yield f"{target.unit!r} is not in {said!r}"
        if folded(target.subject) not in within:
            yield f"{target.subject!r} is not in the item"
        for year in re.findall(r"\d{4}", target.by or ""):
            if year not in within:
                yield f"{target.by} is not in the item"


def bodies(digest: Digest, item: Item) -> Iterator[str]:
    within = folded(words(digest, item))
    for body in item.bodies:
        if folded(body.name) not in within:
            yield f"{body.name!r} is not in the item"
        for member in body.members:
            if folded(member.role) not in within or not tokens(member.post) <= tokens(within):
                yield f"{member} is not in the item"


CHECKS: tuple[Callable[[Digest, Item], Iterator[str]], ...] = (
    spans,
    heading,
    documents,
    officials,
    effective,
    relations,
    assignments,
    deadlines,
    targets,
    bodies,
)


@cache
def reading(page: Path) -> Digest:
    return dieuhanh.read(page)


@pytest.mark.parametrize("check", [pytest.param(check, id=check.__name__) for check in CHECKS])
@pytest.mark.parametrize("page", [pytest.param(page, id=page.stem) for page in known_pages()])
def test_words_under_a_span_give_back_the_fact(page: Path, check: Callable[[Digest, Item], Iterator[str]]) -> None:
    digest = reading(page)
    assert [broken for item in digest.items for broken in check(digest, item)] == []


@pytest.mark.parametrize("page", [pytest.param(page, id=page.stem) for page in known_pages()])
def test_page_facts_stand_in_the_text(page: Path) -> None:
    digest = reading(page)
    text = folded(digest.text)
    assert digest.title is None or folded(digest.title) in text
    assert [headline for headline in digest.lead if folded(headline) not in text] == []
    assert all(a.span[1] <= b.span[0] for a, b in zip(digest.items, digest.items[1:], strict=False))
    assert [w for w in digest.warnings if w.span and not 0 <= w.span[0] < w.span[1] <= len(digest.text)] == []
