"""Tasks in a real browser: from a digest to "done" through four accounts, by the keyboard; and the pages of tasks for everybody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import CONTRASTS, faults, look_at, look_at_widths
from tests.browser.signing_in import SignedIn, tab_to

ORDER = "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính chuẩn bị thuốc cho vụ lũ, báo cáo UBND tỉnh trước ngày 31/12/2027."
DIGEST = f"""Chỉ đạo, điều hành nổi bật của UBND tỉnh Lạng Sơn trong tuần (từ ngày 04/5 đến ngày 10/5/2026)

Chuẩn bị thuốc trước vụ lũ

UBND tỉnh ban hành Công văn số 911/UBND-KGVX ngày 05/5/2026 về việc chuẩn bị thuốc, vật tư y tế.

{ORDER}
"""
PDF = b"%PDF-1.4\n%%EOF\n"
HEALTH = "Sở Y tế"
WHAT = "Chuẩn bị thuốc cho vụ lũ, báo cáo UBND tỉnh trước ngày 31/12/2027"


def press(page: Page, role: str, name: str) -> None:
    """By the keyboard alone: Tab until it has the focus, then Enter."""
    wanted = page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]  # a role of ARIA
    tab_to(page, wanted)
    page.keyboard.press("Enter")


def unfold(page: Page, name: str) -> None:
    """The fold of an act."""
    tab_to(page, page.locator("summary", has_text=re.compile(f"^{name}$")))
    page.keyboard.press("Enter")


def said(page: Page, words: str) -> None:
    expect(page.get_by_role("status")).to_contain_text(words)


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    file = tmp_path / "kết quả.pdf"
    file.write_bytes(PDF)
    return file


def test_from_a_digest_to_a_confirmed_task_through_four_accounts(signed_in: SignedIn, report_file: Path) -> None:
    administrator = signed_in("administrator", "/ban-lam-viec/tai-khoan/")
    press(administrator, "link", "agency")
    tab_to(administrator, administrator.get_by_label("Làm việc cho đơn vị"))
    administrator.keyboard.type(HEALTH)
    press(administrator, "button", "Ghi đơn vị")
    said(administrator, "Đã ghi đơn vị của agency.")

    editor = signed_in("editor", "/ban-lam-viec/nap-trang/", java_script_enabled=False)
    tab_to(editor, editor.get_by_label("Dán nội dung"))
    editor.keyboard.insert_text(DIGEST)
    press(editor, "button", "Nạp")
    said(editor, "Đã đưa trang vào sổ.")
    press(editor, "link", "Dự thảo")
    press(editor, "link", "Bản tin từ ngày 04/5/2026 đến ngày 10/5/2026")
    press(editor, "button", "Lập dự thảo từ bản tin")
    said(editor, "Đã lập 1 dự thảo mới")
    tab_to(editor, editor.get_by_role("checkbox"))
    editor.keyboard.press("Space")
    press(editor, "button", "Giao các dự thảo đã chọn")
    said(editor, "Đã giao 1 nhiệm vụ.")

    agency = signed_in("agency", "/ban-lam-viec/viec-cua-toi/")
    press(agency, "link", WHAT)
    unfold(agency, "Nhận nhiệm vụ")
    press(agency, "button", "Nhận nhiệm vụ")
    said(agency, "Đã nhận nhiệm vụ.")
    unfold(agency, "Báo cáo")
    tab_to(agency, agency.get_by_label("Kết quả", exact=True))
    agency.keyboard.insert_text("Đã cấp đủ cơ số thuốc cho các trạm.")
    tab_to(agency, agency.get_by_label("Số văn bản kết quả"))
    agency.keyboard.insert_text("77/BC-SYT")
    agency.get_by_label("Tệp kèm theo").set_input_files(report_file)  # the dialogue is the system's own
    press(agency, "button", "Báo cáo")
    said(agency, "Đã gửi báo cáo.")

    leader = signed_in("leader", "/ban-lam-viec/theo-doi/")
    press(leader, "link", HEALTH)
    press(leader, "link", WHAT)
    expect(leader.get_by_role("main")).to_contain_text("77/BC-SYT")
    with leader.expect_download() as download:
        press(leader, "link", "kết quả.pdf")
    assert Path(download.value.path()).read_bytes() == PDF
    press(leader, "link", "Xem câu này trong bản tin")
    expect(leader.locator(".fact-card:target")).to_contain_text(HEALTH)

    officer = signed_in("officer", "/ban-lam-viec/cho-tra-loi/")
    press(officer, "link", WHAT)
    unfold(officer, "Xác nhận hoàn thành")
    press(officer, "button", "Xác nhận hoàn thành")
    said(officer, "Đã xác nhận hoàn thành.")
    expect(officer.locator(".tag.state-done")).to_have_text("Đã hoàn thành")
    agency.goto("/ban-lam-viec/nhiem-vu/?tinh-trang=xong-dung-han")
    expect(agency.get_by_role("link", name=WHAT)).to_be_visible()


KINDS = [
    pytest.param("officer", "/ban-lam-viec/nhiem-vu/du-thao/", id="digests to draft"),
    pytest.param("officer", "/ban-lam-viec/nhiem-vu/du-thao/1/", id="drafts"),
    pytest.param("officer", "/ban-lam-viec/nhiem-vu/", id="list"),
    pytest.param("agency", "/ban-lam-viec/viec-cua-toi/", id="an agency's own"),
    pytest.param("officer", "/ban-lam-viec/cho-tra-loi/", id="what waits"),
    pytest.param("leader", "/ban-lam-viec/theo-doi/", id="the leader's"),
    pytest.param("officer", "/ban-lam-viec/nhiem-vu/them/", id="a task by hand"),
    pytest.param("officer", "/ban-lam-viec/nhiem-vu/nhap/", id="a sheet"),
    pytest.param("officer", "/ban-lam-viec/don-doc/", id="whom to urge"),
    pytest.param("officer", "/ban-lam-viec/dia-chi-rieng/", id="private addresses"),
    pytest.param("editor", "/ban-lam-viec/lich/", id="the calendar"),
    pytest.param("editor", "/ban-lam-viec/nhiem-vu/co-quan-da-ket-thuc/", id="ended agencies"),
    pytest.param("administrator", "/ban-lam-viec/nhac-viec/", id="when reminders go out"),
    pytest.param("administrator", "/ban-lam-viec/loi-nhac/", id="who was reminded"),
    pytest.param("administrator", "/ban-lam-viec/thu-bao/", id="who was told of a step"),
    pytest.param("administrator", "/ban-lam-viec/noi-nhan/", id="webhooks"),
]
SHEET = "Số,Nội dung nhiệm vụ,Cơ quan chủ trì,Cách gọi chung,Cơ quan phối hợp,Văn bản giao việc,Ngày văn bản,Thời hạn,Thời hạn theo văn bản,Định kỳ"
ROW = ",Rà soát các điểm sạt lở,Sở Xây dựng,,Sở Y tế; Sở Tài chính,Công văn 12/UBND-KT,01/3/2026,31/12/2026,,"


@pytest.mark.parametrize(("role", "address"), KINDS)
def test_axe_finds_nothing(signed_in: SignedIn, role: str, address: str) -> None:
    look_at(signed_in(role, address))


def test_axe_finds_nothing_on_a_task_and_on_its_division(signed_in: SignedIn) -> None:
    page = signed_in("officer", "/ban-lam-viec/nhiem-vu/them/")
    page.get_by_label("Nội dung nhiệm vụ").fill("Kiểm tra đê")
    page.get_by_label("Cơ quan chủ trì", exact=True).fill("Sở Xây dựng")
    page.get_by_label("Thời hạn theo văn bản").fill("trước ngày 31/12/2027")
    page.get_by_role("button", name="Giải thích thời hạn").click()
    expect(page.get_by_role("status")).to_contain_text("Thời hạn: 30/12/2027")
    assert faults(page) == []
    page.get_by_role("button", name="Thêm dự thảo").click()
    unfold(page, "Giao nhiệm vụ")
    press(page, "button", "Giao nhiệm vụ")
    said(page, "Đã giao nhiệm vụ.")
    press(page, "link", "Chia thành việc con")
    page.get_by_role("group", name="Việc con 1").get_by_label("Nội dung").fill("Kè Bắc Khê")
    page.get_by_role("group", name="Việc con 2").get_by_label("Nội dung").fill("Kè Kỳ Cùng")
    assert faults(page) == []
    press(page, "button", "Chia việc")
    said(page, "Đã chia thành 2 việc con")
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert faults(page) == []
    page.reload()
    look_at(page)


def test_axe_finds_nothing_on_what_a_sheet_would_do(signed_in: SignedIn) -> None:
    page = signed_in("officer", "/ban-lam-viec/nhiem-vu/nhap/")
    for contrast in CONTRASTS:
        page.goto(f"/hien-thi/?tuong-phan={contrast}&ve=/ban-lam-viec/nhiem-vu/nhap/")
        page.get_by_label("Bảng tính").set_input_files({"name": "viec.csv", "mimeType": "text/csv", "buffer": f"{SHEET}\n{ROW}\n".encode()})
        page.get_by_role("button", name="Xem trước").click()
        expect(page.get_by_role("button", name="Ghi tất cả vào sổ")).to_be_visible()
        look_at_widths(page, contrast)
