"""The form of each kind of fact, made from the contract: what may be said of it, in Vietnamese words."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from msgspec import inspect

from dieuhanh.desk.fact_fields import Choices, field_of, json_of, typed_again
from dieuhanh.desk.kinds import Names
from dieuhanh.display import wording
from dieuhanh.domain.rulings import DERIVED, TYPES, Kind, Value
from dieuhanh.domain.typed_facts import LONGEST
from dieuhanh.errors import NotFactError

NOT_UNDERSTOOD = "Chưa hiểu được nội dung này."
ONE_A_LINE = "Mỗi dòng một cơ quan, ghi tên đầy đủ."
DOCUMENT = {
    "type": "Loại văn bản",
    "number": "Số, ký hiệu",
    "date": "Ngày ban hành",
    "issuer": "Cơ quan ban hành",
    "title": "Trích yếu, tên gọi",
    "provision": "Điều, khoản, điểm",
}
LABELS: dict[Kind, dict[str, str]] = {
    Kind.ASSIGNMENT: {
        "lead": "Cơ quan chủ trì",
        "cooperating": "Cơ quan phối hợp",
        "action": "Nội dung công việc",
        "source": "Dẫn lại từ văn bản",
    },
    Kind.DEADLINE: {"due": "Đến ngày", "bound": "Mốc", "recurrence": "Định kỳ", "expression": "Lời văn của thời hạn"},
    Kind.TARGET: {
        "subject": "Chỉ tiêu về",
        "comparator": "So sánh",
        "value": "Trị số",
        "upper": "Đến trị số",
        "unit": "Đơn vị",
        "by": "Thực hiện đến",
    },
    Kind.RELATION: {"type": "Quan hệ", "source": "Văn bản tác động", "target": "Văn bản chịu tác động"},
    Kind.OFFICIAL: {"name": "Họ và tên", "position": "Chức vụ"},
    Kind.BODY: {"name": "Tên ban, hội đồng, tổ", "members": "Thành viên", "standing": "Cơ quan thường trực"},
    Kind.INSTRUMENT: DOCUMENT,
    Kind.CITATION: DOCUMENT,
}
FIELD_WORDS = {name: label for fields in LABELS.values() for name, label in fields.items()} | {"note": "Ghi chú"}
HINTS = {
    "lead": ONE_A_LINE,
    "cooperating": ONE_A_LINE,
    "due": "Dạng ngày/tháng/năm, ví dụ 31/3/2024.",
    "date": "Dạng ngày/tháng/năm, ví dụ 31/3/2024.",
    "value": "Ví dụ 1.250 hoặc 8,5.",
    "upper": "Chỉ ghi khi là một khoảng, ví dụ 8–9%.",
    "by": "Năm (2025), ngày (2024-12-31) hoặc giai đoạn (2021/2025).",
    "members": "Mỗi dòng một người: vai trò | chức vụ | cơ quan.",
}
WORDED: dict[str, dict[str, str]] = {
    "bound": {str(key): words for key, words in wording.BOUNDS.items()},
    "recurrence": {str(key): words for key, words in wording.RECURRENCES.items()},
    "type": {str(key): words for key, words in wording.RELATIONS.items()},
    "comparator": {str(key): words for key, words in wording.COMPARATORS.items()},
}
KEYS = ("source", "target")  # fields that name a document of the item


class FactForm(forms.Form):
    """What a person says of a fact: its fields, and a note. `documents` are the names of the item's documents by their keys."""

    def __init__(self, kind: Kind, documents: Names, data: QueryDict | None = None, *, initial: Value | None = None) -> None:
        super().__init__(data, initial=typed_again(initial or {}))
        for field in struct_fields(kind):
            made = field_of(field, _documents(field.name, documents, initial), WORDED.get(field.name, {}))
            made.label, made.help_text = LABELS[kind][field.name], HINTS.get(field.name, "")
            self.fields[field.name] = made
        note = forms.CharField(required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}))
        note.label, note.help_text = "Ghi chú", "Vì sao; không bắt buộc. Người sau sẽ đọc được."
        self.fields["note"] = note

    @property
    def value(self) -> Value:
        """Of a valid form."""
        return json_of({name: said for name, said in self.cleaned_data.items() if name != "note"})

    def refuse(self, error: NotFactError) -> None:
        """Say it at the field that the rules refused."""
        self.add_error(error.field if error.field in self.fields else None, NOT_UNDERSTOOD)


def struct_fields(kind: Kind) -> list[inspect.Field]:
    """The fields of the contract that a person may fill in."""
    described = inspect.type_info(TYPES[kind])
    if not isinstance(described, inspect.StructType):
        raise TypeError(kind)
    return [field for field in described.fields if field.name not in DERIVED]


def _documents(field: str, documents: Names, initial: Value | None) -> Choices | None:
    """The documents of the item, and the one that is named now even where the item holds it no more."""
    if field not in KEYS:
        return None
    now = (initial or {}).get(field)
    return [*documents.items(), *([(now, now)] if now and now not in documents else [])]
