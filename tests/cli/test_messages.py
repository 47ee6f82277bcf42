"""Every failure is one plain line that says what to do, and nothing of a secret text."""

from __future__ import annotations

import errno

import pytest

from dieuhanh.cli.messages import MEGABYTE, STATUS_MEANINGS, Status, complaint, explain, status_of
from dieuhanh.errors import DieuhanhError, EmptyPageError, NotTextError, SecretTextError, TooLargeError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        pytest.param(EmptyPageError(), "trang trống", id="an empty page"),
        pytest.param(NotTextError(), "không phải là văn bản chữ", id="an image"),
        pytest.param(SecretTextError("TỐI MẬT"), "từ chối đọc", id="a secret text"),
        pytest.param(TooLargeError(200 * MEGABYTE, 64 * MEGABYTE), "thêm --limit 200 ", id="a huge page names the option that lets it in"),
        pytest.param(TooLargeError(200 * MEGABYTE + 1, 64 * MEGABYTE), "thêm --limit 201 ", id="a part of a megabyte counts as one"),
        pytest.param(DieuhanhError(), "không đọc được", id="an error that is not worded yet"),
        pytest.param(FileNotFoundError(errno.ENOENT, "x"), "không có tệp", id="a missing file"),
        pytest.param(IsADirectoryError(errno.EISDIR, "x"), "thư mục, không phải tệp", id="a folder"),
        pytest.param(PermissionError(errno.EACCES, "x"), "không có quyền", id="no permission"),
        pytest.param(OSError(errno.ENOSPC, "x"), "đầy", id="a full disk"),
        pytest.param(OSError(errno.EIO, "x"), f"số {errno.EIO}", id="any other word of the system by its number"),
        pytest.param(OSError(), "hệ điều hành", id="an error of the system without a number"),
    ],
)
def test_explain(error: DieuhanhError | OSError, words: str) -> None:
    line = explain(error)
    assert words in line
    assert "\n" not in line


def test_only_secrets_are_refused() -> None:
    assert status_of(SecretTextError("MẬT")) is Status.REFUSED
    assert status_of(NotTextError()) is Status.NOT_READ


def test_a_name_that_steers_the_terminal_is_made_harmless() -> None:
    assert complaint("a\x1b[31m\nb", EmptyPageError()).startswith("a\N{REPLACEMENT CHARACTER}[31m b: ")


def test_every_status_is_explained() -> None:
    assert list(STATUS_MEANINGS) == list(Status)
