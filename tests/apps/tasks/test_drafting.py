"""From the orders of a page to drafts, again and again, and what people do with them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.pages import GOLD, SCORER, SEEDS, pages_in
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.documents.actions import correct_fact, reject_fact
from dieuhanh.apps.documents.actions.decide import Before
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.documents.reading import read_page
from dieuhanh.apps.documents.shown import shown_facts
from dieuhanh.apps.tasks.actions import Plan, add_task, assign_tasks, draft_tasks_of, drop_draft, edit_draft, merge_drafts, split_draft
from dieuhanh.apps.tasks.models import Origin, Part, PartRole, Task, TaskDeadline
from dieuhanh.domain.rulings import Kind
from dieuhanh.domain.task_states import State
from dieuhanh.errors import NotTaskError, PageChangedError
from tests.apps.agencies.known import know_agencies
from tests.apps.pages import LETTER, NOW, ORDER, TESTER, digest_text, item, page, register

pytestmark = pytest.mark.django_db

ADDRESS = "https://langson.gov.vn/tuan-19"
HEADLINE = "Nạo vét mương máng trước vụ mùa"
COLLECTIVE = "Yêu cầu các sở, ban, ngành rà soát danh mục công trình, báo cáo định kỳ hằng quý."
CENTRE = (
    "Triển khai Công văn số 1234/BTC-NSNN ngày 02/5/2024 của Bộ Tài chính, trong đó Bộ Tài chính yêu cầu UBND các tỉnh "
    "báo cáo kết quả trước ngày 20/6/2024."
)


@pytest.fixture(autouse=True)
def agencies() -> None:
    know_agencies()


def drafted(*paragraphs: str) -> list[Task]:
    register(page(digest_text(item(HEADLINE, LETTER, *paragraphs))))
    draft_tasks_of([ADDRESS], actor=TESTER, at=NOW)
    return list(Task.objects.order_by("id"))


def test_an_order_becomes_a_draft_with_its_words() -> None:
    (task,) = drafted(ORDER)
    assert (task.state, task.lead, task.lead_name) == (State.DRAFT, Agency.objects.get(name="Sở Tài chính"), "Sở Tài chính")
    assert [(part.role, part.name, part.state) for part in task.parts.all()] == [("cooperating", "Sở Y tế", "draft")]
    assert task.words in Page.objects.get().text
    assert (str(task.document), task.document_name) == ("Công văn 512/UBND-KT ngày 07/5/2024",) * 2
    deadline = TaskDeadline.objects.get()
    assert (task.due_on, deadline.named_on, deadline.words) == (dt.date(2024, 5, 30), dt.date(2024, 5, 31), "trước ngày 31/5/2024")
    assert deadline.steps


def test_drafting_again_makes_nothing_twice_and_says_nothing() -> None:
    drafted(ORDER)
    entries = Entry.objects.count()
    again = draft_tasks_of([ADDRESS], actor=TESTER, at=NOW)
    assert (again.made, again.refreshed, again.dropped, again.kept) == ((), (), (), 1)
    assert (Task.objects.count(), Entry.objects.count(), TaskDeadline.objects.count()) == (1, entries, 1)


def test_a_draft_follows_its_page_until_a_person_edits_it() -> None:
    (task,) = drafted(ORDER)
    correct(Kind.ASSIGNMENT, lead=["Sở Y tế"], cooperating=[])
    assert draft_tasks_of([ADDRESS], actor=TESTER, at=NOW).refreshed == (task.id,)
    task.refresh_from_db()
    assert (task.lead_name, task.parts.count()) == ("Sở Y tế", 0)
    edit_draft(task.id, Plan(title="Rà soát kinh phí nạo vét", lead=task.lead_id), actor=TESTER, at=NOW)
    correct(Kind.ASSIGNMENT, lead=["Sở Công Thương"])
    assert draft_tasks_of([ADDRESS], actor=TESTER, at=NOW).kept == 1
    task.refresh_from_db()
    assert (task.title, task.lead_name) == ("Rà soát kinh phí nạo vét", "Sở Y tế")


def correct(kind: Kind, **changes: object) -> None:
    current = Page.objects.current().select_related("source").get()
    fact = next(one for one in shown_facts(current) if one.kind is kind)
    correct_fact(Before(ADDRESS, current.original_id), fact.id, fact.value | changes, actor=TESTER, at=NOW)


def test_a_draft_goes_when_its_page_no_longer_orders_it_and_an_assigned_task_stays() -> None:
    first, second = drafted(ORDER, "Giao Sở Xây dựng kiểm tra hiện trường.")
    assign_tasks([first.id], actor=TESTER, at=NOW)
    current = Page.objects.current().get()
    for fact in [one for one in shown_facts(current) if one.kind is Kind.ASSIGNMENT]:
        reject_fact(Before(ADDRESS, current.original_id), fact.id, actor=TESTER, at=NOW)
    assert draft_tasks_of([ADDRESS], actor=TESTER, at=NOW).dropped == (second.id,)
    assert list(Task.objects.order_by("id").values_list("state", flat=True)) == ["assigned", "dropped"]


def test_a_dropped_draft_does_not_come_back() -> None:
    (task,) = drafted(ORDER)
    drop_draft(task.id, "Việc thường xuyên", actor=TESTER, at=NOW)
    draft_tasks_of([ADDRESS], actor=TESTER, at=NOW)
    assert list(Task.objects.values_list("state", flat=True)) == ["dropped"]


def test_a_task_outlives_a_new_version_of_its_page() -> None:
    (task,) = drafted(ORDER)
    assign_tasks([task.id], actor=TESTER, at=NOW)
    register(page(digest_text(item("Tin khác", LETTER.replace("512", "513"), "Nội dung khác."), item(HEADLINE, LETTER, "Mở đầu.", ORDER))))
    done = draft_tasks_of([ADDRESS], actor=TESTER, at=NOW)
    assert (done.made, done.kept, str(Task.objects.get().document)) == ((), 1, task.document_name)


def test_an_order_that_another_reader_cut_otherwise_is_the_same_order() -> None:
    (task,) = drafted(ORDER)
    Task.objects.update(words=task.words[5:-12], place_key="0" * 64)
    assert draft_tasks_of([ADDRESS], actor=TESTER, at=NOW).refreshed == (task.id,)
    assert Task.objects.get().words == task.words


def test_a_collective_is_one_task_with_a_part_for_each_agency_of_today() -> None:
    (task,) = drafted(COLLECTIVE)
    assert (task.collective, task.lead, task.lead_name, task.recurring) == (True, None, "các sở, ban, ngành", True)
    parts = task.parts.filter(role=PartRole.LEAD, collective="các sở, ban, ngành")
    names = {part.name for part in parts}
    assert {"Sở Tài chính", "Sở Y tế"} <= names
    assert not names & set(Agency.objects.filter(valid_to__lt=NOW.date()).values_list("name", flat=True))
    assign_tasks([task.id], actor=TESTER, at=NOW)
    assert set(parts.values_list("state", flat=True)) == {"assigned"}


def test_an_order_of_the_centre_to_the_provinces_is_the_provinces_own() -> None:
    (task,) = drafted(CENTRE)
    assert (task.origin, task.lead and task.lead.name, task.due_on) == (Origin.CENTRE, "UBND tỉnh", dt.date(2024, 6, 19))


def test_a_name_that_no_agency_held_waits_for_a_person() -> None:
    (task,) = drafted("Giao Trung tâm Dịch vụ Hoa Sen rà soát kinh phí.")
    assert (task.lead, bool(task.lead_name)) == (None, True)
    with pytest.raises(NotTaskError):
        assign_tasks([task.id], actor=TESTER, at=NOW)


def test_drafts_are_merged_and_split() -> None:
    first, second = drafted(ORDER, "Giao Sở Xây dựng kiểm tra hiện trường trước ngày 20/5/2024.")
    merged = merge_drafts([second.id, first.id], actor=TESTER, at=NOW)
    assert (merged.id, merged.title.count("\n"), merged.due_on) == (second.id, 1, dt.date(2024, 5, 19))
    assert {part.name for part in merged.parts.all()} == {"Sở Tài chính", "Sở Y tế"}
    first.refresh_from_db()
    assert (first.state, first.merged_into) == (State.DROPPED, merged)
    plans = [Plan(title="Kiểm tra", lead=second.lead_id, due_words="trong 05 ngày làm việc kể từ ngày ký", issued_on=dt.date(2024, 5, 7))]
    pieces = split_draft(merged.id, [*plans, Plan(title="Rà soát", lead=first.lead_id)], actor=TESTER, at=NOW)
    assert [(piece.title, piece.words, piece.due_on) for piece in pieces] == [
        ("Kiểm tra", second.words, dt.date(2024, 5, 14)),
        ("Rà soát", second.words, None),
    ]


def test_an_address_that_is_not_in_the_register_is_refused() -> None:
    with pytest.raises(PageChangedError):
        draft_tasks_of(["https://langson.gov.vn/khong-co"], actor=TESTER, at=NOW)


def test_the_number_of_queries_does_not_grow_with_the_orders() -> None:
    counts = []
    for number, address in ((2, "https://langson.gov.vn/a"), (12, "https://langson.gov.vn/b")):
        orders = [
            f"Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế rà soát kinh phí đợt {k} trước ngày {k + 1}/6/2024." for k in range(number)
        ]
        register(page(digest_text(item(f"{HEADLINE} {number}", LETTER, *orders)), address))
        with CaptureQueriesContext(
            connection,
        ) as seen:
            made = draft_tasks_of([address], actor=TESTER, at=NOW).made
        assert len(made) == number
        with CaptureQueriesContext(connection) as assigning:
            assign_tasks(made, actor=TESTER, at=NOW)
        counts.append((len(seen), len(assigning)))
    assert counts[0] == counts[1]


needs_gold = pytest.mark.skipif(not SCORER.exists(), reason="the real pages and their gold lie in ../shared, which is not here")


@needs_gold
@pytest.mark.parametrize("seed", [pytest.param(path, id=path.stem) for path in pages_in(SEEDS)] if SCORER.exists() else [])
def test_the_orders_of_the_gold_pages_become_drafts_with_their_agencies(seed: object) -> None:
    """Every order that the reader finds as the gold has it; what the reader misses is measured in test_quality."""
    path = next(one for one in pages_in(SEEDS) if one == seed)
    gold = json.loads((GOLD / f"{path.stem}.json").read_text(encoding="utf-8"))
    read = read_page(ADDRESS, path.read_bytes())
    register(read)
    draft_tasks_of([ADDRESS], actor=TESTER, at=NOW)
    drafts = {said_of(task) for task in Task.objects.prefetch_related("parts")}
    orders = {
        (", ".join(order["lead"]), ", ".join(order["cooperating"]))
        for entry in gold["items"]
        for order in entry["assignments"]
        if not order.get("uncertain") and order["lead"]
    }
    assert Task.objects.exclude(words="").count() == Task.objects.count()
    found = {(", ".join(order.lead), ", ".join(order.cooperating)) for one in read.digest.items for order in one.assignments}
    assert orders & found <= drafts
    assert len(orders & drafts) >= 0.85 * len(orders)


def said_of(task: Task) -> tuple[str, str]:
    """Lead and cooperating as the order named them."""
    cooperating = (part.collective or part.name for part in task.parts.all() if part.role == PartRole.COOPERATING)
    return task.lead_name, ", ".join(dict.fromkeys(cooperating))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda draft: edit_draft(draft.id, Plan(title="x", lead=draft.lead_id), actor=TESTER, at=NOW), id="edited"),
        pytest.param(
            lambda draft: split_draft(draft.id, [Plan(title="x", lead=draft.lead_id), Plan(title="y")], actor=TESTER, at=NOW), id="split"
        ),
        pytest.param(lambda draft: merge_drafts([beside(draft), draft.id], actor=TESTER, at=NOW), id="merged into another"),
    ],
)
def test_who_helps_under_a_name_that_no_agency_held_stays_named(change: Callable[[Task], Task | list[Task]]) -> None:
    """The form knows agencies only; the order's own words are nobody's to lose."""
    (draft,) = drafted("Giao Sở Tài chính chủ trì, phối hợp với Sở Vũ trụ rà soát kinh phí trước mùa mưa lũ.")
    assert [(part.name, part.agency) for part in draft.parts.all()] == [("Sở Vũ trụ", None)]
    changed = change(draft)
    row = changed[0] if isinstance(changed, list) else changed
    assert [(part.name, part.agency, part.role) for part in Part.objects.filter(task=row)] == [("Sở Vũ trụ", None, "cooperating")]


def beside(draft: Task) -> int:
    """Another draft of the same lead."""
    return add_task(Plan(title="z", lead=draft.lead_id), actor=TESTER, at=NOW).id
