"""A person's word on a fact wins, stays, and is allowed only to whom it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from django.db import DatabaseError, IntegrityError, transaction

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.audit.verification import verify_chain
from dieuhanh.apps.corrections.models import Decision
from dieuhanh.apps.documents.actions import add_fact, confirm_fact, correct_fact, reject_fact
from dieuhanh.apps.documents.actions.decide import Before
from dieuhanh.apps.documents.models import Assignment, Deadline, Document, Mention, Page, Relation, Standing, Target
from dieuhanh.apps.documents.rebuilding import rebuild
from dieuhanh.apps.documents.shown import ShownFact, shown_facts
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.domain.rulings import Kind
from dieuhanh.errors import DieuhanhError, FactGoneError, NotFactError, PageChangedError
from dieuhanh.extract.facts import Digest
from dieuhanh.reading import read
from tests.apps.agencies.known import know_agencies
from tests.apps.fingerprint import register_fingerprint
from tests.apps.pages import LETTER, NOW, ORDER, TESTER, digest_text, item, page, register

pytestmark = pytest.mark.django_db

PLAN = "UBND tỉnh ban hành Kế hoạch số 51/KH-UBND ngày 08/5/2024 thực hiện Quyết định số 175/QĐ-TTg ngày 05/02/2024 của Thủ tướng Chính phủ; phấn đấu đến năm 2025 tối thiểu 30% số xã đạt chuẩn."
TEXT = digest_text(item("Nạo vét mương máng trước vụ mùa", LETTER, ORDER), item("Kế hoạch phát triển thương mại", PLAN))
URL = "https://langson.gov.vn/tuan-19"
READER = "dieuhanh.apps.documents.reading.read"
HOSTILE = "'; DROP TABLE documents_document; -- {{ 7*7 }} {% load x %} %s <script>alert(1)</script>"


@pytest.fixture(autouse=True)
def _registered() -> None:
    know_agencies()
    register(page(TEXT))


def before() -> Before:
    return Before(URL, Page.objects.current().get().original_id)


def shown(kind: Kind, words: str = "") -> ShownFact:
    current = Page.objects.current().select_related("source").get()
    return next(fact for fact in shown_facts(current) if fact.kind is kind and words in fact.place.words)


def decide(verb: Callable[..., Decision], fact: ShownFact, *rest: Any, **options: Any) -> Decision:
    return verb(before(), fact.id, *rest, actor=TESTER, at=NOW, **options)


def other_reader(monkeypatch: pytest.MonkeyPatch, change: Callable[[Digest], Digest]) -> None:
    """Let the reader of tomorrow find something else."""
    monkeypatch.setattr(READER, lambda content, limit: change(read(content, limit=limit)))


def rebuilt() -> list[tuple[dict[str, int], dict[str, int]]]:
    return [(change.gained, change.lost) for change in rebuild(actor=TESTER, at=NOW) if not isinstance(change, tuple)]


def without_deadlines(digest: Digest) -> Digest:
    return msgspec.structs.replace(digest, items=tuple(msgspec.structs.replace(i, deadlines=()) for i in digest.items))


def a_day_later(digest: Digest) -> Digest:
    later = lambda d: msgspec.structs.replace(d, due=d.due + dt.timedelta(days=1))  # noqa: E731
    return msgspec.structs.replace(
        digest, items=tuple(msgspec.structs.replace(i, deadlines=tuple(map(later, i.deadlines))) for i in digest.items)
    )


def test_rows_lead_back_to_the_contract() -> None:
    row = Page.objects.get()
    assert stored_digests([row])[row.id] == page(TEXT).digest


def test_a_corrected_deadline_holds_and_binds_the_same_order() -> None:
    fact = shown(Kind.DEADLINE)
    decide(correct_fact, fact, fact.value | {"due": "2024-06-05"}, note="theo bản gốc")
    row = Deadline.objects.get()
    assert (row.due, row.assignment, row.expression) == (dt.date(2024, 6, 5), Assignment.objects.first(), "trước ngày 31/5/2024")
    assert shown(Kind.DEADLINE).decision == Decision.objects.get()
    entry = Entry.objects.get(verb="corrections.correct_fact")
    assert (entry.object_key, entry.payload["machine"]["due"], entry.payload["value"]["due"]) == (URL, "2024-05-31", "2024-06-05")
    assert verify_chain().broken_at is None


@pytest.mark.parametrize(
    ("reader", "day", "gained_and_lost"),
    [
        pytest.param(lambda digest: digest, dt.date(2024, 6, 5), ({}, {}), id="the same reader"),
        pytest.param(without_deadlines, dt.date(2024, 6, 5), ({}, {}), id="a reader that misses the fact"),
        pytest.param(a_day_later, dt.date(2024, 6, 5), ({}, {}), id="a reader that reads another day"),
    ],
)
def test_a_correction_survives_a_rebuild(
    reader: Callable[[Digest], Digest], day: dt.date, gained_and_lost: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    fact = shown(Kind.DEADLINE)
    decide(correct_fact, fact, fact.value | {"due": "2024-06-05"})
    documents = set(Document.objects.values_list("id", "number_key"))
    other_reader(monkeypatch, reader)
    assert rebuilt() == [gained_and_lost]
    assert [row.due for row in Deadline.objects.all()] == [day]
    assert set(Document.objects.values_list("id", "number_key")) == documents


def test_a_rebuild_tells_what_a_changed_reader_gains_and_loses(monkeypatch: pytest.MonkeyPatch) -> None:
    other_reader(monkeypatch, without_deadlines)
    assert rebuilt() == [({}, {"deadline": 1})]
    monkeypatch.undo()
    assert rebuilt() == [({"deadline": 1}, {})]
    assert rebuilt() == [({}, {})]


def test_a_rebuild_with_the_same_reader_changes_nothing() -> None:
    calm = register_fingerprint()
    rebuilt()
    assert register_fingerprint() == calm


def test_a_rejected_fact_is_gone_until_it_is_confirmed_again() -> None:
    decide(reject_fact, shown(Kind.DEADLINE))
    rebuilt()
    assert not Deadline.objects.exists()
    fact = shown(Kind.DEADLINE)
    assert (fact.holds, fact.decision) == (False, Decision.objects.get())
    decide(confirm_fact, fact)
    assert Deadline.objects.get().due == dt.date(2024, 5, 31)
    assert [d.verdict for d in Decision.objects.order_by("id")] == ["rejected", "confirmed"]
    assert Decision.objects.standing().get().verdict == "confirmed"


def test_a_rejected_fact_of_another_value_is_rejected_too_where_it_stood_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    decide(reject_fact, shown(Kind.DEADLINE))
    other_reader(monkeypatch, a_day_later)
    rebuilt()
    assert not Deadline.objects.exists()


def test_words_follow_one_another_on_the_same_fact() -> None:
    for day in ("2024-06-05", "2024-06-06"):
        fact = shown(Kind.DEADLINE)
        decide(correct_fact, fact, fact.value | {"due": day})
    first, second = Decision.objects.order_by("id")
    assert (second.supersedes, second.subject, second.machine) == (first, first.subject, first.machine)
    assert Deadline.objects.get().due == dt.date(2024, 6, 6)


def test_a_fact_can_be_added_and_taken_back() -> None:
    text = Page.objects.get().text
    start = text.index("báo cáo UBND tỉnh")
    value = {"lead": ["Sở Y tế"], "cooperating": [], "action": "báo cáo UBND tỉnh", "source": None}
    span = (start, start + len("báo cáo UBND tỉnh"))
    add_fact(before(), Kind.ASSIGNMENT, span, value, actor=TESTER, at=NOW)
    rebuilt()
    assert Assignment.objects.led_by(Agency.objects.get(name="Sở Y tế")).get().action == "báo cáo UBND tỉnh"
    decide(reject_fact, next(fact for fact in facts() if fact.place.words == "báo cáo UBND tỉnh"))
    assert Assignment.objects.count() == 1
    add_fact(before(), Kind.ASSIGNMENT, span, value, actor=TESTER, at=NOW)
    assert (Assignment.objects.count(), Decision.objects.count()) == (2, 3)


def facts() -> list[ShownFact]:
    return shown_facts(Page.objects.current().select_related("source").get())


def test_a_corrected_citation_takes_its_relations_along() -> None:
    fact = shown(Kind.CITATION)
    decide(correct_fact, fact, fact.value | {"number": "176/QĐ-TTg"})
    assert Mention.objects.citations().get().designation.document.number == "176/QĐ-TTg"  # type: ignore[union-attr]
    assert str(Relation.objects.get().target.document) == "Quyết định 176/QĐ-TTg ngày 05/02/2024"  # type: ignore[union-attr]
    assert not Document.objects.numbered("175/QĐ-TTg").exists()
    decide(reject_fact, shown(Kind.CITATION))
    assert not Relation.objects.exists()


def test_a_target_can_be_corrected() -> None:
    fact = shown(Kind.TARGET)
    decide(correct_fact, fact, fact.value | {"value": 35})
    rebuilt()
    assert Target.objects.get().value == 35


@pytest.mark.parametrize(
    ("old", "new", "due", "unfit"),
    [
        pytest.param("512/", "513/", dt.date(2024, 6, 5), 0, id="another place changed"),
        pytest.param("Nạo vét mương máng trước vụ mùa\n", "Nạo vét kênh mương\n", dt.date(2024, 6, 5), 0, id="the headline changed"),
        pytest.param("trước ngày 31/5/2024", "trước ngày 30/6/2024", dt.date(2024, 6, 30), 1, id="the words themselves changed"),
    ],
)
def test_a_new_version_of_the_page(old: str, new: str, due: dt.date, unfit: int) -> None:
    fact = shown(Kind.DEADLINE)
    decide(correct_fact, fact, fact.value | {"due": "2024-06-05"})
    register(page(TEXT.replace(old, new)))
    assert [row.due for row in Deadline.objects.all()] == [due]
    assert Standing.objects.unfit().count() == unfit
    assert Decision.objects.standing().count() == 1
    if unfit:
        register(page(TEXT))
        assert Deadline.objects.get().due == dt.date(2024, 6, 5)


def test_what_is_no_longer_there_cannot_be_decided() -> None:
    old, fact = before(), shown(Kind.DEADLINE)
    decide(reject_fact, fact)
    with pytest.raises(FactGoneError):
        reject_fact(old, "0" * 64, actor=TESTER, at=NOW)
    register(page(TEXT.replace("512/", "513/")))
    with pytest.raises(PageChangedError):
        confirm_fact(old, fact.id, actor=TESTER, at=NOW)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        pytest.param({"due": "31/5/2024"}, "due", id="a day in another form"),
        pytest.param({"bound": HOSTILE}, "bound", id="a bound that is none"),
        pytest.param({"expression": "a\x00b"}, "expression", id="NUL"),
        pytest.param({"expression": "a\ud800b"}, "expression", id="a lone surrogate"),
        pytest.param({"expression": "a" * 5001}, "expression", id="a text too long"),
        pytest.param({"expression": None}, "expression", id="nothing where something must stand"),
    ],
)
def test_what_is_no_fact_is_refused(changed: dict[str, object], field: str) -> None:
    fact, calm = shown(Kind.DEADLINE), register_fingerprint()
    with pytest.raises(NotFactError) as caught:
        decide(correct_fact, fact, fact.value | changed)
    assert caught.value.field == field
    assert register_fingerprint() == calm


@pytest.mark.parametrize("span", [(0, 5), (5, 5), (-3, 9), (10, 10**9)])
def test_words_of_no_item_carry_no_fact(span: tuple[int, int]) -> None:
    with pytest.raises(NotFactError):
        add_fact(before(), Kind.OFFICIAL, span, {"name": None, "position": "Chủ tịch"}, actor=TESTER, at=NOW)


def test_hostile_words_are_only_words() -> None:
    fact = shown(Kind.ASSIGNMENT)
    decide(correct_fact, fact, fact.value | {"action": HOSTILE, "lead": [HOSTILE], "unknown": HOSTILE}, note=HOSTILE)
    assert Assignment.objects.get(order=0).action == HOSTILE
    rebuilt()
    assert Assignment.objects.get(order=0).agencies.first().name == HOSTILE  # type: ignore[union-attr]


def test_a_reader_that_refuses_a_page_leaves_its_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(content: bytes, limit: int) -> Digest:
        raise NotFactError(str(len(content) + limit))

    monkeypatch.setattr(READER, refuse)
    (refused,) = rebuild(actor=TESTER, at=NOW)
    assert isinstance(refused, tuple)
    assert (refused[0], isinstance(refused[1], DieuhanhError), Deadline.objects.count()) == (URL, True, 1)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: Decision.objects.update(note="x"), id="changed"),
        pytest.param(lambda: Decision.objects.filter(id__gt=0)._raw_delete("default"), id="deleted"),
    ],
)
def test_a_decision_is_never_changed(change: Callable[[], object]) -> None:
    decide(confirm_fact, shown(Kind.DEADLINE))
    with pytest.raises(DatabaseError), transaction.atomic():
        change()
    assert Decision.objects.get().note == ""


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"kind": "rumour"}, id="another kind"),
        pytest.param({"words": ""}, id="no words"),
        pytest.param({"value_json": None}, id="confirmed without a value"),
        pytest.param({"machine_json": None}, id="confirmed without a claim"),
        pytest.param({}, id="a second first word on the same fact"),
    ],
)
def test_the_database_holds_the_rules_of_a_decision(fields: dict[str, object]) -> None:
    decide(confirm_fact, shown(Kind.DEADLINE))
    row = Decision.objects.get()
    row.pk = None
    if fields:
        row.subject = "1" * 64
    for name, value in fields.items():
        setattr(row, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
