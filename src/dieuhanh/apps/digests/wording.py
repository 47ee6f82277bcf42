"""What the gate finds, and what became of a source, in the words in which people read it."""

from __future__ import annotations

from dieuhanh.apps.digests.standing import SourceState
from dieuhanh.domain.gate import FindingKind

FINDINGS = {
    FindingKind.NUMBER: "con số, ngày",
    FindingKind.DOCUMENT: "số văn bản",
    FindingKind.AGENCY: "cơ quan",
    FindingKind.PERSON: "người, chức vụ",
    FindingKind.NAME: "tên riêng",
    FindingKind.IDENTITY_NUMBER: "số giấy tờ tùy thân",
    FindingKind.PHONE: "số điện thoại",
    FindingKind.ACCOUNT: "số tài khoản",
    FindingKind.EMAIL: "thư điện tử",
    FindingKind.ADDRESS: "nơi ở",
    FindingKind.BIRTH: "ngày sinh",
}
SOURCES = {
    SourceState.CHANGED: "nguồn đã đổi",
    SourceState.GONE: "nguồn không còn trong sổ",
    SourceState.DAMAGED: "bản gốc của nguồn không còn nguyên vẹn",
}
