"""What an officer says of facts at the desk: it holds, it shows, nothing typed is lost."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.corrections.models import Acknowledgement, Decision
from dieuhanh.apps.documents.models import Deadline, Official
from dieuhanh.desk.fact_forms import LABELS, struct_fields
from dieuhanh.domain.rulings import Kind
from tests.apps.fingerprint import register_fingerprint
from tests.apps.pages import page, register
from tests.desk.conftest import TEXT, URL, SignedIn, at, fact, version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register_of_one")]

HOSTILE = "'; DROP TABLE documents_document; -- {{ 7*7 }} {% load x %} %s <script>alert(1)</script><img src=x onerror=alert(2)>"
DEADLINE = {"due": "05/6/2024", "bound": "before", "recurrence": "", "expression": "trước mùa mưa lũ", "note": "theo Công văn"}


@pytest.fixture
def officer(signed_in: SignedIn) -> Client:
    return signed_in(Role.OFFICER)


def shown(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def of(kind: Kind, path: str = "", words: str = "") -> str:
    return at(f"du-kien/{fact(kind, words).id}/{path}")


def test_the_queue_leads_to_the_fact(officer: Client) -> None:
    said = shown(officer, "/ban-lam-viec/can-xem/?ly-do=no-day")
    assert "trước mùa mưa lũ" in said.casefold()
    place = fact(Kind.DEADLINE, "mưa lũ").span
    assert place is not None
    answer = officer.get(at(f"cho/{place[0]}-{place[1]}/"))
    assert answer["Location"] == at() + "#du-kien-1-han-1"
    assert "Thời hạn chưa rõ ngày" in shown(officer, "/ban-lam-viec/")
    assert officer.get("/ban-lam-viec/can-xem/?ly-do=khong-co&trang=abc").status_code == 200


def test_the_editor_shows_words_and_cards(officer: Client) -> None:
    said = shown(officer, at())
    for words in (
        'id="loi-1-han-1"',
        'id="du-kien-1-han-1"',
        "Sở Vũ trụ",
        "cơ quan chưa nhận ra",
        "thời hạn chưa rõ ngày",
        "Lưu ý của bộ đọc",
    ):
        assert words in said


def test_a_reader_sees_no_buttons(signed_in: SignedIn) -> None:
    said = shown(signed_in(Role.READER), at())
    assert "Sở Vũ trụ" in said
    assert "/xac-nhan/" not in said
    assert "/them/" not in said


def test_confirming_leads_to_the_next_doubt(officer: Client) -> None:
    answer = officer.post(of(Kind.DEADLINE, "xac-nhan/", "mưa lũ"), version())
    assert answer["Location"] == at() + "#du-kien-1-viec-1"
    assert Decision.objects.get().verdict == "confirmed"
    assert "Đã xác nhận: hạn “trước mùa mưa lũ" in shown(officer, at())
    officer.post(of(Kind.ASSIGNMENT, "xac-nhan/", "Vũ trụ"), version())
    officer.post(at("luu-y/0/"), version())
    assert "Trang này không còn chỗ nào cần xem." in shown(officer, at())
    assert "Không còn chỗ nào cần xem." in shown(officer, "/ban-lam-viec/can-xem/")


def test_correcting(officer: Client) -> None:
    address = of(Kind.DEADLINE, "sua/", "mưa lũ")
    assert "trước mùa mưa lũ</textarea>" in shown(officer, address)
    answer = officer.post(address, DEADLINE | version())
    assert answer.status_code == 302
    assert Deadline.objects.order_by("order")[0].due == dt.date(2024, 6, 5)
    entry = Entry.objects.get(verb="corrections.correct_fact")
    assert (entry.actor, entry.object_key, entry.payload["note"]) == ("officer", URL, "theo Công văn")
    history = shown(officer, of(Kind.DEADLINE, words="mưa lũ"))
    for words in ("Bộ đọc đã đọc", "Đã sửa · officer", "Ghi chú: theo Công văn", "05/6/2024"):
        assert words in history


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param({"due": "32/13/2024"}, "id_due_error", id="no day"),
        pytest.param({"bound": "khi nào"}, "id_bound_error", id="no choice"),
        pytest.param({"expression": ""}, "id_expression_error", id="nothing where something is needed"),
        pytest.param({"note": "x" * 5001}, "id_note_error", id="a note without end"),
        pytest.param({"expression": "a\0b"}, "id_expression_error", id="a NUL"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(officer: Client, typed: dict[str, str], words: str) -> None:
    calm = register_fingerprint()
    answer = officer.post(of(Kind.DEADLINE, "sua/", "mưa lũ"), DEADLINE | typed | version())
    said = answer.content.decode()
    assert answer.status_code == 422
    assert words in said
    assert "theo Công văn" in said or "note" in typed
    assert register_fingerprint() == calm


def test_rejecting_and_taking_it_back(officer: Client) -> None:
    officer.post(of(Kind.DEADLINE, "bac/", "31/5/2024"), version() | {"note": "nhắc lại việc cũ"})
    assert "đã bác · officer" in shown(officer, at())
    assert Deadline.objects.count() == 1
    officer.post(of(Kind.DEADLINE, "xac-nhan/", "31/5/2024"), version())
    assert Deadline.objects.count() == 2
    history = shown(officer, of(Kind.DEADLINE, words="31/5/2024"))
    assert history.index("nhắc lại việc cũ") < history.index("Đã xác nhận · officer")


def test_a_page_that_changed_meanwhile_keeps_what_was_typed(officer: Client) -> None:
    old, address, confirm = version(), of(Kind.DEADLINE, "sua/", "mưa lũ"), of(Kind.DEADLINE, "xac-nhan/", "mưa lũ")
    register(page(TEXT.replace("chuẩn bị thuốc", "chuẩn bị đủ thuốc"), URL))
    calm = register_fingerprint()
    for answer in (officer.post(address, DEADLINE | old), officer.post(confirm, {"note": "theo Công văn"} | old)):
        said = answer.content.decode()
        assert answer.status_code == 409
        assert "Trang vừa có phiên bản mới" in said
        assert "theo Công văn" in said
        assert f'value="{version()["ban"]}"' in said  # pressing again says it of the new version
    assert register_fingerprint() == calm
    assert officer.post(address, DEADLINE | version()).status_code == 302


def test_a_fact_that_is_gone_keeps_what_was_typed(officer: Client) -> None:
    address = of(Kind.DEADLINE, "sua/", "mưa lũ")
    officer.post(address, DEADLINE | version())
    answer = officer.post(address, DEADLINE | version())
    said = answer.content.decode()
    assert answer.status_code == 410
    assert "vừa được người khác sửa" in said
    assert "theo Công văn" in said
    assert "<dt>Đến ngày</dt><dd>05/6/2024</dd>" in said
    assert Decision.objects.count() == 1


def test_adding_in_two_steps(officer: Client) -> None:
    first = at("them/") + "?muc=1&loai=official&loi=UBND++tỉnh"
    said = shown(officer, first)
    assert "có 2 chỗ trong mục" in said  # the letter's and the report's
    second = first + "&thu=2"
    assert "Bước 2 trên 2" in shown(officer, second)
    typed = {"name": "", "position": "Chủ tịch UBND tỉnh", "note": ""}
    answer = officer.post(second, typed | version())
    assert answer["Location"] == at() + "#du-kien-1-nguoi-1"
    row = Official.objects.get()
    assert (row.name, row.position) == (None, "Chủ tịch UBND tỉnh")
    assert "đã thêm · officer" in shown(officer, at())


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param("", "Bước 1 trên 2", id="nothing yet"),
        pytest.param("muc=1&loi=UBND+tỉnh", "UBND tỉnh</textarea>", id="words from a selection"),
        pytest.param("muc=1&loai=official&loi=không+có", "Không thấy đúng lời văn này", id="words that are not there"),
        pytest.param("muc=99&loai=official&loi=UBND", "id_muc_error", id="an item that does not exist"),
        pytest.param("muc=1&loai=lạ&loi=Giao", "id_loai_error", id="a kind that does not exist"),
        pytest.param("muc=1&loai=official&loi=", "id_loi_error", id="no words"),
        pytest.param("muc=1&loai=official&loi=UBND+tỉnh&thu=9", "id_thu_error", id="an occurrence that does not exist"),
        pytest.param("muc=²&loai=official&loi=Giao", "id_muc_error", id="a digit that counts nothing"),
        pytest.param("muc=1&loai=official&loi=(.*", "id_loi_error", id="signs of a pattern are letters"),
    ],
)
def test_the_words_of_a_new_fact(officer: Client, query: str, words: str) -> None:
    assert words in officer.get(at("them/") + f"?{query}").content.decode()


def test_hostile_words_are_words(officer: Client) -> None:
    officer.post(of(Kind.DEADLINE, "sua/", "mưa lũ"), DEADLINE | {"expression": HOSTILE, "note": HOSTILE} | version())
    body = {"name": HOSTILE, "members": f"{HOSTILE} | {HOSTILE}", "standing": HOSTILE, "note": HOSTILE}
    officer.post(at("them/") + "?muc=1&loai=body&loi=Giao&thu=1", body | version())
    assert Decision.objects.count() == 2
    pages = [
        at(),
        of(Kind.DEADLINE),
        of(Kind.DEADLINE, "sua/"),
        of(Kind.BODY),
        of(Kind.BODY, "sua/"),
        at("them/") + "?muc=1&loai=body&loi=" + HOSTILE,
    ]
    pages += ["/ban-lam-viec/can-xem/?ly-do=" + HOSTILE, "/ban-tin/", "/ban-lam-viec/nhat-ky/"]
    for address in pages:
        said = officer.get(address, follow=True).content.decode()
        assert "<script>alert" not in said
        assert "<img src=x" not in said
        assert "49" not in said or "{{ 7*7 }}" in said


def test_a_warning_is_looked_at_once(officer: Client) -> None:
    assert "Đã xem<span" in officer.get(at()).content.decode()
    officer.post(at("luu-y/0/"), version())
    assert Acknowledgement.objects.get().actor == "officer"
    assert "đã xem</span>" in officer.get(at()).content.decode()
    officer.post(at("luu-y/99/"), version())
    assert "Lưu ý này không còn trên trang." in shown(officer, at())
    assert Acknowledgement.objects.count() == 1


def test_a_word_that_no_longer_fits_can_be_laid_to_rest(officer: Client) -> None:
    officer.post(of(Kind.DEADLINE, "sua/", "mưa lũ"), DEADLINE | version())
    register(page(TEXT.replace("trước mùa mưa lũ", "trước ngày 30/7/2024"), URL))
    assert "Ý kiến mà lời văn không còn trên trang" in shown(officer, at())
    officer.post(of(Kind.DEADLINE, "bac/", "mưa lũ"), version())
    assert "ý kiến cần xem lại" not in shown(officer, at())


@pytest.mark.parametrize("path", ["khong-co/", f"{'0' * 64}/", f"{'0' * 64}/sua/", f"{'0' * 64}/xac-nhan/"])
def test_a_fact_that_never_was(officer: Client, path: str) -> None:
    assert officer.get(at(f"du-kien/{path}")).status_code == 410
    assert officer.get("/ban-lam-viec/ban-tin/999999/").status_code == 404


def test_every_field_has_its_words() -> None:
    assert {kind: {field.name for field in struct_fields(kind)} for kind in Kind} == {kind: set(LABELS[kind]) for kind in Kind}


def test_pages_need_a_fixed_number_of_queries(officer: Client) -> None:
    def queries() -> list[int]:
        counts = []
        for address in (at(), of(Kind.DEADLINE), "/ban-lam-viec/can-xem/", "/ban-lam-viec/", "/ban-lam-viec/ban-tin/"):
            with CaptureQueriesContext(connection) as caught:
                assert officer.get(address).status_code == 200
            counts.append(len(caught))
        return counts

    queries()
    few = queries()
    orders = "\n\n".join(f"Giao Sở Vũ trụ {n} rà soát trước mùa mưa lũ; Giao Sở Y tế báo cáo trước ngày {n}/6/2024." for n in range(10, 28))
    register(page(TEXT + "\n\n" + orders, URL))
    assert queries() == few
    assert max(few) < 40
