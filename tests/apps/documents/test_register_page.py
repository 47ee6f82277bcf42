"""Taking pages into the register: versions, documents, facts, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.audit.verification import verify_chain
from dieuhanh.apps.documents.actions import mark_fresh, register_page
from dieuhanh.apps.documents.models import (
    AssignedAgency,
    Assignment,
    Deadline,
    Designation,
    Digest,
    Document,
    Mention,
    Original,
    Page,
    Relation,
    Source,
)
from dieuhanh.apps.documents.reading import read_page
from dieuhanh.apps.documents.verification import damaged_originals, unattested_pages
from dieuhanh.apps.documents.versions import Outcome
from dieuhanh.errors import NotDigestError, NotPermittedError, SecretTextError
from tests.apps.agencies.known import know_agencies
from tests.apps.audit.test_chain import Nobody
from tests.apps.fingerprint import register_fingerprint
from tests.apps.pages import LETTER, NOW, ORDER, TESTER, digest_text, item, page, register

pytestmark = pytest.mark.django_db

HEADLINE = "Nạo vét mương máng trước vụ mùa"
TEXT = digest_text(item(HEADLINE, LETTER, ORDER))
URL = "https://langson.gov.vn/tuan-19"
HOSTILE = "'; DROP TABLE documents_document; -- {{ 7*7 }} {% load x %} %s <script>alert(1)</script> \\x00 ‮"


@pytest.fixture(autouse=True)
def _agencies() -> None:
    know_agencies()


def test_a_page_becomes_rows() -> None:
    assert [r.outcome for r in register(page(TEXT))] == [Outcome.NEW]
    row = Page.objects.get()
    assert (row.source.address, row.version, bytes(row.original.content)) == (URL, 1, TEXT.encode())
    document = Document.objects.reported().get()
    assert (document.type, document.number, document.ordinal, document.symbol) == ("Công văn", "512/UBND-KT", 512, "UBND-KT")
    assert (document.date, document.issuer_name, str(document.issuer)) == (dt.date(2024, 5, 7), "UBND tỉnh", "UBND tỉnh")
    assert document.title == "nạo vét mương máng trước vụ mùa"
    finance = Agency.objects.get(name="Sở Tài chính")
    order = Assignment.objects.led_by(finance).get()
    assert row.text[order.start : order.end].startswith("Giao Sở Tài chính")
    assert [str(name) for name in AssignedAgency.objects.filter(assignment=order)] == ["Sở Tài chính", "Sở Y tế"]
    deadline = Deadline.objects.get(assignment=order)
    assert (deadline.due, row.text[deadline.start : deadline.end]) == (dt.date(2024, 5, 31), "trước ngày 31/5/2024")
    assert verify_chain().broken_at is None


def test_the_same_bytes_twice_change_nothing() -> None:
    register(page(TEXT))
    before = register_fingerprint()
    (again,) = register(page(TEXT), at=NOW + dt.timedelta(days=7))
    assert (again.outcome, again.version) == (Outcome.UNCHANGED, None)
    assert register_fingerprint() == before
    assert Source.objects.get().fetched_at == NOW


def test_the_same_bytes_at_another_address_change_nothing() -> None:
    register(page(TEXT))
    before = register_fingerprint()
    assert [r.outcome for r in register(page(TEXT, "file:///srv/tuan-19.html"))] == [Outcome.KNOWN]
    assert register_fingerprint() == before


def test_changed_bytes_are_a_new_version() -> None:
    register(page(TEXT))
    corrected = TEXT.replace("512/UBND-KT", "513/UBND-KT")
    (changed,) = register(page(corrected))
    assert (changed.outcome, changed.version) == (Outcome.CHANGED, 2)
    old, new = Page.objects.order_by("version")
    assert (old.is_current, new.is_current, old.superseded_by, new.superseded_by) == (False, True, new, None)
    assert (bytes(old.original.content), old.text) == (TEXT.encode(), page(TEXT).digest.text)
    assert [document.number for document in Document.objects.all()] == ["513/UBND-KT"]
    assert Digest.objects.get().page == new


def test_a_page_may_go_back_to_old_bytes() -> None:
    for text in (TEXT, TEXT.replace("512/", "513/"), TEXT):
        register(page(text))
    assert [p.version for p in Page.objects.order_by("version")] == [1, 2, 3]
    assert Original.objects.count() == 2
    assert Document.objects.get().number == "512/UBND-KT"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(f"MẬT\n\n{TEXT}", SecretTextError, id="a mark of secrecy"),
        pytest.param("Thông báo tuyển dụng viên chức năm 2024\n\nKhông có gì khác.", NotDigestError, id="a page that is no digest"),
    ],
)
def test_what_is_refused_leaves_no_trace(content: str, error: type[Exception]) -> None:
    before = register_fingerprint()
    with pytest.raises(error):
        register(page(content))
    assert register_fingerprint() == before


def test_who_may_not_register_is_refused() -> None:
    with pytest.raises(NotPermittedError):
        register_page(page(TEXT), actor=Nobody(), at=NOW)
    assert not Page.objects.exists()


def test_hostile_words_are_only_words() -> None:
    register(page(digest_text(item(f"Chỉ đạo {HOSTILE}", LETTER, ORDER)), f"https://langson.gov.vn/?q={HOSTILE}"))
    digest = Digest.objects.get()
    assert digest.page.source.address.endswith(HOSTILE)
    assert "DROP TABLE documents_document; -- {{ 7*7 }} {% load x %} %s" in digest.items.get().heading
    assert list(unattested_pages()) == []


def test_bytes_that_no_database_takes_are_kept_as_bytes() -> None:
    content = TEXT.encode().replace(b"UBND", b"UBND\x00", 1) + b"\xff \xed\xa0\x80"
    register(read_page(URL, content))
    assert bytes(Original.objects.get().content) == content
    assert "\x00" not in Page.objects.get().text


def test_an_entry_tells_the_bytes_and_the_reader() -> None:
    register(page(TEXT))
    entry = Entry.objects.get(verb="documents.register_page")
    assert entry.object_key == URL
    assert entry.payload == {"items": 1, "reader_version": "0.1.0", "sha256": Original.objects.get().sha256, "version": 1}


def test_exchanged_bytes_are_noticed() -> None:
    register(page(TEXT))
    name = Original.objects.get().sha256
    assert (list(damaged_originals()), list(unattested_pages())) == ([], [])
    Original.objects.update(content=b"something else")
    assert list(damaged_originals()) == [name]


def test_an_exchanged_page_is_noticed() -> None:
    register(page(TEXT))
    Page.objects.update(version=2)
    assert list(unattested_pages()) == [f"{URL} (2)"]


def test_a_source_can_be_marked_fresh() -> None:
    register(page(TEXT))
    week = NOW + dt.timedelta(days=7)
    assert Source.objects.stale(before=week).count() == 1
    assert mark_fresh([URL, "https://langson.gov.vn/other"], actor=TESTER, at=week) == 1
    assert Source.objects.stale(before=week).count() == 0


def test_an_address_stands_once_in_a_batch() -> None:
    with pytest.raises(ValueError, match="once"):
        register(page(TEXT), page(TEXT.replace("512/", "513/")))


def test_queries_do_not_grow_with_the_pages() -> None:
    def queries(count: int, first: int) -> int:
        texts = [TEXT.replace("512/UBND-KT", f"{first + k}/UBND-KT") for k in range(count)]
        pages = [page(text, f"https://langson.gov.vn/{first + k}") for k, text in enumerate(texts)]
        with CaptureQueriesContext(connection) as captured:
            register(*pages)
        return len(captured)

    assert queries(8, 1000) == queries(1, 2000)


def test_relations_lead_to_documents() -> None:
    plan = "UBND tỉnh ban hành Kế hoạch số 51/KH-UBND ngày 08/5/2024 triển khai thực hiện Quyết định số 175/QĐ-TTg ngày 05/02/2024 của Thủ tướng Chính phủ."
    register(page(digest_text(item("Kế hoạch phát triển thương mại", plan, ORDER))))
    relation = Relation.objects.get()
    assert relation.source
    assert relation.target
    assert (relation.type, str(relation.source.document), str(relation.target.document)) == (
        "implements",
        "Kế hoạch 51/KH-UBND ngày 08/5/2024",
        "Quyết định 175/QĐ-TTg ngày 05/02/2024",
    )


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"date": dt.date(2024, 5, 7)}, id="with its day"),
        pytest.param({"date": None}, id="without a day"),
    ],
)
def test_the_database_holds_the_identity(fields: dict[str, dt.date | None]) -> None:
    Document.objects.create(number_key="9/ubnd-kt", issuer_key="ubnd tỉnh", type="Công văn", known_by="mention", **fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.create(number_key="9/ubnd-kt", issuer_key="ubnd tỉnh", type="Công văn", known_by="reported", **fields)


def test_designations_are_unique_too() -> None:
    Designation.objects.create(number_key="9/ubnd-kt", issuer_key="", year=2024)
    with pytest.raises(IntegrityError), transaction.atomic():
        Designation.objects.create(number_key="9/ubnd-kt", issuer_key="", year=2024)
    assert Mention.objects.count() == 0
