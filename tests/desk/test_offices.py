"""What editors and administrators do: pages taken in, accounts made, the chain read."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.documents.models import Original, Page
from dieuhanh.desk import loading
from dieuhanh.errors import FetchError, ForbiddenAddressError
from tests.apps.fingerprint import register_fingerprint
from tests.apps.pages import LETTER, ORDER, digest_text, item
from tests.apps.people import PASSWORD
from tests.desk.conftest import TEXT, SignedIn, at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register_of_one")]

LOAD = "/ban-lam-viec/nap-trang/"
ACCOUNTS = "/ban-lam-viec/tai-khoan/"
NEW = digest_text(item("Phòng, chống rét cho đàn gia súc", LETTER, ORDER), week="từ ngày 13/5 đến ngày 19/5/2024")
SECRET = "MẬT\n\n" + NEW.replace("rà soát", "rà soát ngọn đồi số 7")
HOSTILE = "\"><script>alert(1)</script> {{ 7*7 }} '; DROP TABLE accounts_user; --"


@pytest.fixture
def editor(signed_in: SignedIn) -> Client:
    return signed_in(Role.EDITOR)


@pytest.fixture
def administrator(signed_in: SignedIn) -> Client:
    return signed_in(Role.ADMINISTRATOR)


@pytest.mark.parametrize("by", ["noi_dung", "tep", "dia_chi"])
def test_a_page_is_taken_in(editor: Client, by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "fetch", lambda url, limit: NEW.encode())  # noqa: ARG005  as it is called
    given = {"noi_dung": NEW, "tep": SimpleUploadedFile("tuan.txt", NEW.encode()), "dia_chi": "https://langson.gov.vn/tuan-20"}[by]
    assert editor.get(LOAD).status_code == 200
    answer = editor.post(LOAD, {by: given}, follow=True)
    assert "Đã đưa trang vào sổ." in answer.content.decode()
    assert "Phòng, chống rét" in answer.content.decode()
    assert Page.objects.count() == 2
    again = editor.post(LOAD, {by: SimpleUploadedFile("tuan.txt", NEW.encode()) if by == "tep" else given}, follow=True)
    assert "đã có trong sổ" in again.content.decode()
    assert Page.objects.count() == 2


def test_the_same_page_at_another_address_is_shown_where_it_stands(editor: Client) -> None:
    answer = editor.post(LOAD, {"tep": SimpleUploadedFile("tuan.txt", TEXT.encode())})
    assert answer["Location"] == at()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        pytest.param({}, "Hãy chọn một trong ba", id="nothing"),
        pytest.param({"noi_dung": NEW, "dia_chi": "https://a.gov.vn/"}, "Hãy chọn một trong ba", id="two at once"),
        pytest.param({"noi_dung": "Thực đơn hôm nay"}, "không phải là bản tin", id="no digest"),
        pytest.param({"tep": b"\x89PNG\r\n\x1a\n\0\0"}, "không phải là văn bản chữ", id="an image"),
        pytest.param({"tep": b"  "}, "Trang trống", id="nothing in the file"),
        pytest.param({"dia_chi": "http://127.0.0.1/"}, "mạng nội bộ", id="this very machine"),
        pytest.param({"dia_chi": "http://169.254.169.254/latest"}, "mạng nội bộ", id="the cloud's own"),
        pytest.param({"dia_chi": "file:///etc/passwd"}, "id_dia_chi_error", id="a file of the server"),
        pytest.param({"dia_chi": "javascript:alert(1)"}, "id_dia_chi_error", id="a script"),
        pytest.param({"noi_dung": HOSTILE}, "&lt;script&gt;", id="markup that is no digest"),
    ],
)
def test_a_page_is_refused(editor: Client, given: dict[str, str | bytes], words: str) -> None:
    calm = register_fingerprint()
    sent = {name: SimpleUploadedFile("tuan.txt", what) if isinstance(what, bytes) else what for name, what in given.items()}
    answer = editor.post(LOAD, sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
    assert register_fingerprint() == calm


@pytest.mark.parametrize("by", ["noi_dung", "tep"])
def test_a_secret_text_leaves_no_trace(editor: Client, by: str) -> None:
    calm = register_fingerprint()
    answer = editor.post(LOAD, {by: SimpleUploadedFile("mat.txt", SECRET.encode()) if by == "tep" else SECRET})
    assert "mang dấu độ mật" in answer.content.decode()
    assert "ngọn đồi" not in answer.content.decode()
    assert register_fingerprint() == calm
    assert Original.objects.count() == 1


@pytest.mark.parametrize(
    ("error", "words"),
    [
        pytest.param(FetchError(), "không trả lời", id="silence"),
        pytest.param(FetchError(404), "mã lỗi 404", id="not found"),
        pytest.param(ForbiddenAddressError(), "mạng nội bộ", id="a way inside"),
    ],
)
def test_an_address_that_does_not_answer(editor: Client, error: Exception, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(url: str, limit: int) -> bytes:  # noqa: ARG001  as it is called
        raise error

    monkeypatch.setattr(loading, "fetch", failing)
    answer = editor.post(LOAD, {"dia_chi": "https://langson.gov.vn/khong-co"})
    assert words in answer.content.decode()
    assert "https://langson.gov.vn/khong-co" in answer.content.decode()


def test_a_file_that_is_too_large(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "LIMIT", 100)
    answer = editor.post(LOAD, {"tep": SimpleUploadedFile("tuan.txt", NEW.encode())})
    assert "Trang lớn hơn giới hạn" in answer.content.decode()


def new_account(**changed: object) -> dict[str, object]:
    return {"username": "lan", "full_name": "Nguyễn Thị Lan", "password": PASSWORD, "roles": ["officer"]} | changed


def test_an_account_is_made_and_given_other_roles(administrator: Client, client: Client) -> None:
    assert administrator.post(f"{ACCOUNTS}them/", new_account())["Location"] == ACCOUNTS
    lan = User.objects.get(username="lan")
    assert "Nguyễn Thị Lan" in administrator.get(ACCOUNTS).content.decode()
    administrator.post(f"{ACCOUNTS}{lan.id}/", {"roles": ["reader", "editor"]})
    assert set(lan.groups.values_list("name", flat=True)) == {"reader", "editor"}
    administrator.post(f"{ACCOUNTS}{lan.id}/mat-khau/", {"password": PASSWORD + "!"})
    assert client.post("/dang-nhap/", {"login": "lan", "password": PASSWORD + "!"}).status_code == 302


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        pytest.param({"username": "Officer"}, "Đã có tài khoản mang tên này", id="a name that is taken, capitals apart"),
        pytest.param({"username": HOSTILE}, "Tên đăng nhập chỉ gồm", id="markup for a name"),
        pytest.param({"password": "12345678"}, "quá phổ biến", id="an easy password"),
        pytest.param({"roles": []}, "id_roles_error", id="no role"),
        pytest.param({"roles": ["vua"]}, "id_roles_error", id="a role that does not exist"),
    ],
)
def test_an_account_is_refused(administrator: Client, changed: dict[str, object], words: str) -> None:
    calm = register_fingerprint()
    answer = administrator.post(f"{ACCOUNTS}them/", new_account(**changed))
    said = answer.content.decode()
    assert answer.status_code == 422
    assert words in said
    assert "Nguyễn Thị Lan" in said  # kept
    assert PASSWORD not in said
    assert "<script>alert" not in said
    assert register_fingerprint() == calm


def test_the_chain_is_read(administrator: Client) -> None:
    administrator.post(f"{ACCOUNTS}them/", new_account(full_name=HOSTILE))
    said = administrator.get("/ban-lam-viec/nhat-ky/").content.decode()
    assert "Lập tài khoản" in said
    assert "Đưa trang vào sổ" in said
    only = administrator.get("/ban-lam-viec/nhat-ky/?viec=accounts.add_user&nguoi=administrator").content.decode()
    assert "<strong>Lập tài khoản</strong>" in only
    assert "<strong>Đưa trang vào sổ" not in only
    assert "Không có mục nào như thế" in administrator.get("/ban-lam-viec/nhat-ky/", {"doi-tuong": HOSTILE}).content.decode()
    assert administrator.get("/ban-lam-viec/nhat-ky/?nguoi=a%00b").status_code == 200
