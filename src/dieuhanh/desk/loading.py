"""A page as an editor brings it: by its address on the web, as a file, or pasted."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from dieuhanh.apps.documents.reading import ReadPage, read_page
from dieuhanh.errors import TooLargeError
from dieuhanh.fetch import fetch

LIMIT = 16 * 1024 * 1024  # bytes; with it the settings of uploads
ADDRESS_LENGTH = 500  # code points: an index of PostgreSQL takes 2,704 bytes
ONE_OF_THEM = "Hãy chọn một trong ba: địa chỉ, tệp hoặc dán nội dung."


class PageForm(forms.Form):
    """Exactly one of the three."""

    dia_chi = forms.URLField(
        label="Địa chỉ trên mạng",
        required=False,
        max_length=ADDRESS_LENGTH,
        assume_scheme="https",
        help_text="Hệ thống tự tải trang về, ví dụ https://langson.gov.vn/…",
    )
    tep = forms.FileField(
        label="Tệp", required=False, allow_empty_file=True, help_text="Trang đã lưu từ cổng thông tin (HTML) hoặc văn bản chữ."
    )
    noi_dung = forms.CharField(
        label="Dán nội dung", required=False, strip=False, widget=forms.Textarea(attrs={"rows": 8}), help_text="Cả tiêu đề bản tin."
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and len(given(cleaned)) != 1:
            raise forms.ValidationError(ONE_OF_THEM)
        return cleaned


def given(cleaned: dict[str, Any]) -> list[str]:
    """Which of the three were filled in."""
    return [name for name in ("dia_chi", "tep", "noi_dung") if cleaned.get(name) not in (None, "")]


def read_given(cleaned: dict[str, Any]) -> ReadPage:
    """The page that a valid form gives, read. Raises ForbiddenAddressError, FetchError, and what `read_page` raises."""
    address: str = cleaned["dia_chi"]
    if address:
        return read_page(address, fetch(address, limit=LIMIT), limit=LIMIT)
    content = _uploaded(cleaned["tep"]) if cleaned["tep"] else cleaned["noi_dung"].encode()
    return read_page(f"upload:{hashlib.sha256(content).hexdigest()}", content, limit=LIMIT)


def _uploaded(file: UploadedFile[Any]) -> bytes:
    if (file.size or 0) > LIMIT:
        raise TooLargeError(file.size or 0, LIMIT)
    return bytes(file.read())
