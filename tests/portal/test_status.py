"""The status page: what is missing, and whether the register still holds what was put into it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from dieuhanh.apps.audit.models import Head
from dieuhanh.apps.audit.verification import Verification, note_check
from dieuhanh.display.missing import LINES
from tests.apps.pages import LETTER, NOW, ORDER, digest_text, item, page, register

pytestmark = pytest.mark.django_db

ADDRESS = "/tinh-trang/"
LATER = dt.timedelta(days=1)


def shown(client: Client) -> str:
    return " ".join(client.get(ADDRESS).content.decode().split())


def letter(number: int) -> None:
    text = digest_text(item("Nạo vét mương máng trước vụ mùa", LETTER.replace("512/", f"{number}/"), ORDER))
    register(page(text, f"file:///home/an/{number}.txt"))


def test_numbers_that_were_never_seen_are_told_and_follow_the_register(client: Client) -> None:
    letter(512)
    assert "từ số 512 đến số" not in shown(client)
    letter(514)
    assert "UBND tỉnh, Công văn năm 2024: từ số 512 đến số 514 có 2, thiếu 1 (513)" in shown(client)
    letter(513)
    assert "từ số 512 đến số" not in shown(client)


def test_of_a_long_list_the_beginning_and_how_many_more(client: Client) -> None:
    for year in range(LINES + 3):
        for number in (512, 514):
            said = LETTER.replace("512/", f"{number}/").replace("2024", str(2000 + year))
            register(page(digest_text(item("Nạo vét mương máng", said, ORDER)), f"https://langson.gov.vn/{year}/{number}"))
    text = shown(client)
    assert text.count("thiếu 1 (513)") == LINES
    assert f'Số văn bản chưa thấy <span class="quiet">({LINES + 3})</span>' in text
    assert "Và 3 dòng nữa." in text


def test_a_headline_of_a_file_does_not_say_where_the_file_lay(client: Client) -> None:
    summary = "Nạo vét mương máng trước vụ mùa; Phòng, chống cháy rừng mùa hanh khô."
    register(page(digest_text(summary, item("Nạo vét mương máng trước vụ mùa", LETTER, ORDER)), "file:///home/an/tuan.txt"))
    text = shown(client)
    assert "trang đưa vào bằng tệp: Phòng, chống cháy rừng mùa hanh khô" in text
    assert "home/an" not in text


@pytest.mark.parametrize(
    ("found", "words"),
    [
        pytest.param((Verification(1, None), 0, 0), ["Nhật ký nguyên vẹn: 1 mục", "còn đúng như khi", "Trang nào cũng khớp"], id="whole"),
        pytest.param((Verification(0, 1), 0, 0), ["Nhật ký bị đứt ở mục số 1"], id="a broken chain"),
        pytest.param((Verification(1, None), 2, 0), ["2 bản gốc đã bị thay đổi"], id="other bytes"),
        pytest.param((Verification(1, None), 0, 3), ["3 trang không khớp với nhật ký"], id="other pages"),
    ],
)
def test_what_the_last_check_found(client: Client, found: tuple[Verification, int, int], words: list[str]) -> None:
    chain, originals, pages = found
    note_check(Verification(9, 4), originals=9, pages=9, at=NOW - LATER)
    note_check(chain, originals=originals, pages=pages, at=NOW)
    text = shown(client)
    assert [word for word in words if word not in text] == []
    assert "9 bản gốc" not in text


def test_entries_after_the_check_are_counted(client: Client) -> None:
    note_check(Verification(Head.objects.get().sequence, None), originals=0, pages=0, at=NOW)
    assert "ghi thêm" not in shown(client)
    letter(512)
    assert "từ đó đến nay sổ đã ghi thêm 1 mục nhật ký" in shown(client)
