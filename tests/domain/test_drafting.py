"""Drafts of tasks from what a page says."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from bench.pages import GOLD, GOLDEN, SAMPLES, SEEDS, known_pages, pages_in
from dieuhanh import read
from dieuhanh.domain.drafting import TaskDraft, draft_tasks, is_collective
from dieuhanh.domain.working_calendar import national_calendar
from dieuhanh.extract.facts import Assignment, Deadline, Digest, Document, Item, Span, Target
from dieuhanh.text import fold
from tests.domain.pages import digest_of

TEXT = "Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra 20 cơ sở, báo cáo trước ngày 30/6."


WHOLE = (0, len(TEXT))


def a_document(key: str, issuer: str, day: dt.date | None) -> Document:
    return Document("Công văn", key, day, issuer, None, None, key, (0, 0))


LETTER = a_document("12/UBND-KGVX", "UBND tỉnh", dt.date(2024, 3, 5))
MINISTRY = a_document("77/BYT-DP", "Bộ Y tế", dt.date(2024, 2, 26))


def a_digest(order: Assignment, *, deadlines: tuple[Deadline, ...] = (), targets: tuple[Target, ...] = (), text: str = TEXT) -> Digest:
    item = Item("Kiểm tra", (0, len(text)), None, (LETTER,), (), None, (MINISTRY,), (), (order,), deadlines, targets, ())
    return msgspec.structs.replace(digest_of(), text=text, items=(item,), publisher="UBND tỉnh Lạng Sơn")


def an_order(
    lead: tuple[str, ...] = ("Sở Y tế",),
    cooperating: tuple[str, ...] = (),
    source: str | None = None,
    span: Span = WHOLE,
    action: str = "kiểm tra",
) -> Assignment:
    return Assignment(lead, cooperating, action, source, span)


def drafts(digest: Digest) -> list[TaskDraft]:
    return draft_tasks(digest, calendar=national_calendar())


def test_a_draft_has_all_that_the_order_says() -> None:
    limit = Deadline(None, "before", None, "trước ngày 30/6", 0, (TEXT.index("trước"), len(TEXT) - 1))
    aim = Target("cơ sở", "=", 20, None, "cơ sở", None, (TEXT.index("20"), TEXT.index(",", 60)))
    (draft,) = drafts(a_digest(an_order(cooperating=("Công an tỉnh",)), deadlines=(limit,), targets=(aim,)))
    assert [one.name for one in draft.lead + draft.cooperating] == ["Sở Y tế", "Công an tỉnh"]
    assert (draft.item, draft.assignment, draft.action, draft.words) == (0, 0, "kiểm tra", TEXT)
    assert (draft.instrument, draft.quoted, draft.for_province) == (LETTER, False, False)
    assert [(one.fact, one.explanation.due_on) for one in draft.deadlines] == [(limit, dt.date(2024, 6, 30))]
    assert draft.targets == (aim,)


def test_a_deadline_of_another_order_stays_there() -> None:
    loose = Deadline(None, "before", None, "trước ngày 30/6", None, (0, 5))
    (draft,) = drafts(a_digest(an_order(), deadlines=(loose, msgspec.structs.replace(loose, assignment=1))))
    assert draft.deadlines == ()


def test_a_deadline_of_a_quoted_order_counts_from_the_quoted_document() -> None:
    limit = Deadline(None, "by", None, "trong 10 ngày kể từ ngày ký", 0, (0, 5))
    (draft,) = drafts(a_digest(an_order(source=MINISTRY.key), deadlines=(limit,)))
    assert draft.deadlines[0].explanation.due_on == dt.date(2024, 3, 7)


@pytest.mark.parametrize(
    "order",
    [
        pytest.param(an_order(span=(3, 3)), id="no words"),
        pytest.param(an_order(span=(500, 600)), id="words that the page does not have"),
        pytest.param(an_order(action=" "), id="nothing to do"),
        pytest.param(an_order(lead=()), id="nobody to do it"),
    ],
)
def test_no_draft_without_words_behind_it(order: Assignment) -> None:
    assert drafts(a_digest(order)) == []


@pytest.mark.parametrize(
    ("lead", "source", "expected"),
    [
        pytest.param("UBND các tỉnh, thành phố trực thuộc Trung ương", MINISTRY.key, True, id="all provinces"),
        pytest.param("Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương", MINISTRY.key, True, id="their chairmen"),
        pytest.param("UBND các tỉnh biên giới phía Bắc", MINISTRY.key, True, id="provinces of the border"),
        pytest.param("UBND cấp tỉnh", MINISTRY.key, True, id="the level of provinces"),
        pytest.param("các địa phương", MINISTRY.key, True, id="the localities"),
        pytest.param("UBND tỉnh", MINISTRY.key, True, id="the province"),
        pytest.param("UBND tỉnh Lạng Sơn", MINISTRY.key, True, id="the province by its name"),
        pytest.param("Chủ tịch UBND tỉnh Lạng Sơn", MINISTRY.key, True, id="its chairman"),
        pytest.param("UBND tỉnh Cao Bằng", MINISTRY.key, False, id="another province"),
        pytest.param("Sở Y tế", MINISTRY.key, False, id="a department"),
        pytest.param("UBND các huyện, thành phố", MINISTRY.key, False, id="the districts"),
        pytest.param("Cục Thú y", MINISTRY.key, False, id="a central agency"),
        pytest.param("UBND các tỉnh", "unknown", True, id="a source that the page does not describe"),
        pytest.param("các địa phương", None, False, id="the province's own order to its localities"),
        pytest.param("các địa phương", LETTER.key, False, id="the province's letter, quoted"),
    ],
)
def test_orders_for_the_province_are_marked(lead: str, source: str | None, expected: bool) -> None:
    (draft,) = drafts(a_digest(an_order(lead=(lead,), source=source)))
    assert (draft.for_province, draft.quoted) == (expected, source is not None)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("các sở, ban, ngành", True),
        ("thủ trưởng các sở, ban, ngành", True),
        ("Giám đốc các sở", True),
        ("UBND các huyện, thành phố", True),
        ("Chủ tịch UBND các xã, phường", True),
        ("Trung tâm Y tế các huyện, thành phố", True),
        ("cơ quan chức năng", True),
        ("UBND cấp xã", True),
        ("Sở Y tế", False),
        ("UBND huyện Văn Quan", False),
        ("Chủ tịch UBND tỉnh", False),
        ("Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh", False),
        ("Ban Quản lý các khu công nghiệp tỉnh", False),
    ],
)
def test_collectives_are_told_apart(name: str, expected: bool) -> None:
    assert is_collective(name) == expected


# Whole pages: each order of the gold becomes a draft with the gold's agencies.

ORDERS_FLOOR = 0.95

Agencies = tuple[frozenset[str], frozenset[str]]


def agencies_drafted(page: Path) -> Counter[Agencies]:
    """Lead and cooperating agencies of each draft of a page."""
    return Counter((_names(one.name for one in d.lead), _names(one.name for one in d.cooperating)) for d in drafts(read(page)))


def agencies_of_gold(gold: Path) -> Counter[Agencies]:
    """The same of each order of the page's gold of which its writer was sure."""
    items = json.loads(gold.read_text(encoding="utf-8"))["items"]
    orders = [order for item in items for order in item["assignments"] if not order.get("uncertain")]
    return Counter((_names(order["lead"]), _names(order["cooperating"])) for order in orders)


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, names))


def pages_with_gold(pages: Path, gold: Path) -> list[tuple[Path, Path]]:
    """Each page of a folder that has a gold result in another."""
    pairs = [(page, gold / f"{page.stem}.json") for page in pages_in(pages)]
    return [(page, result) for page, result in pairs if result.exists()]


@pytest.mark.skipif(not GOLD.exists(), reason="the real pages and their gold lie in ../shared, which is not here")
@pytest.mark.parametrize(("page", "gold"), [pytest.param(*pair, id=pair[0].stem) for pair in pages_with_gold(SEEDS, GOLD)])
def test_orders_of_real_pages_become_drafts(page: Path, gold: Path) -> None:
    assert agencies_of_gold(gold) - agencies_drafted(page) == Counter()


def test_orders_of_our_pages_become_drafts() -> None:
    """Of our own pages the reader itself misses some orders; drafting loses no more."""
    pairs = pages_with_gold(SAMPLES, GOLDEN)
    wanted = sum(agencies_of_gold(gold).total() for _, gold in pairs)
    missed = sum((agencies_of_gold(gold) - agencies_drafted(page)).total() for page, gold in pairs)
    assert wanted - missed >= ORDERS_FLOOR * wanted > 0


@pytest.mark.parametrize("page", [pytest.param(page, id=page.stem) for page in known_pages()])
def test_each_order_of_the_reader_is_drafted_once(page: Path) -> None:
    digest = read(page)
    orders = [(k, n) for k, item in enumerate(digest.items) for n, order in enumerate(item.assignments) if order.lead]
    assert [(draft.item, draft.assignment) for draft in drafts(digest)] == orders


@pytest.mark.parametrize("page", [pytest.param(page, id=page.stem) for page in known_pages()])
def test_every_draft_stands_on_words_of_its_page(page: Path) -> None:
    digest = read(page)
    for draft in drafts(digest):
        assert draft.words
        assert draft.words in digest.text[slice(*draft.span)]
        assert digest.items[draft.item].assignments[draft.assignment].action == draft.action
