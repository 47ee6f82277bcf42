"""`dieuhanh user` as a person runs it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.apps.people import PASSWORD
from tests.apps.throwaway import command, copied, dieuhanh


@pytest.fixture
def environment(tmp_path: Path, template: dict[str, str]) -> Iterator[dict[str, str]]:
    with copied(template, tmp_path / "home") as variables:
        yield variables


def add(environment: dict[str, str], password: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    arguments = [dieuhanh(), "user", "add", *words, "--password-stdin"]
    return subprocess.run(arguments, env=environment, input=password, capture_output=True, check=False)


def test_accounts_are_made_and_listed(environment: dict[str, str]) -> None:
    made = add(environment, f"{PASSWORD}\n".encode(), "lan", "--role", "officer", "--role", "reader", "--full-name", "Nguyễn Thị Lan")
    assert (made.returncode, made.stderr, made.stdout.decode()) == (0, b"", "Đã lập tài khoản lan: người đọc, chuyên viên.\n")
    for name, password, words in [
        ("LAN", PASSWORD.encode(), "LAN: đã có tài khoản mang tên này"),
        ("a b", PASSWORD.encode(), "a b: tên đăng nhập chỉ gồm"),
        ("mai", b"12345678", "mai: mật khẩu không dùng được: quá phổ biến; chỉ gồm chữ số"),
        ("mai", b"\xff" * 12, "mai: mật khẩu không dùng được: có ký tự không gõ lại được"),
    ]:
        done = add(environment, password, name, "--role", "reader")
        assert (done.returncode, done.stderr.decode().count("\n"), done.stderr.decode().startswith(words)) == (1, 1, True), (
            done.stderr.decode()
        )
    listed = command(environment, "user", "list")
    assert listed.stdout == "lan\tNguyễn Thị Lan\tngười đọc, chuyên viên\n"
    assert command(environment, "user", "add", "mai").returncode == 2


def test_where_nobody_can_be_asked_the_way_out_is_told(environment: dict[str, str]) -> None:
    arguments = [dieuhanh(), "user", "add", "mai", "--role", "reader"]
    done = subprocess.run(arguments, env=environment, stdin=subprocess.DEVNULL, capture_output=True, start_new_session=True, check=False)
    assert (done.returncode, "--password-stdin" in done.stderr.decode(), "Traceback" in done.stderr.decode()) == (2, True, False)


def test_tokens_are_made_shown_once_listed_and_revoked(environment: dict[str, str]) -> None:
    add(environment, f"{PASSWORD}\n".encode(), "lan", "--role", "agency")
    made = command(environment, "user", "token", "lan", "--label", "Hệ thống của Sở")
    assert made.stdout.startswith("Khóa API (chỉ hiện lần này): dh_")
    listed = command(environment, "user", "tokens", "lan").stdout
    number, label, _ = listed.split("\t")
    assert (label, "dh_" in listed) == ("Hệ thống của Sở", False)
    assert command(environment, "user", "revoke", number).returncode == 0
    assert command(environment, "user", "tokens", "lan").stdout == ""
    again = command(environment, "user", "revoke", number)
    assert (again.returncode, again.stderr) == (1, f"khóa số {number}: không có khóa nào như vậy đang dùng\n")
    assert command(environment, "user", "token", "mai", "--label", "x").stderr == "mai: không có tài khoản mang tên này\n"
    assert command(environment, "user", "token", "lan").returncode == 2
