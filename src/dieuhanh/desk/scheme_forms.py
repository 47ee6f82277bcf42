"""The forms of the scheme: a topic with its cue words, a rule of the order."""

from __future__ import annotations

from typing import Any

from django import forms

from dieuhanh.apps.digests.actions.edit_scheme import MOST_POINTS, NUMBERED
from dieuhanh.desk.issue_forms import WordsField
from dieuhanh.desk.scheme_words import MEASURES
from dieuhanh.display.wording import RELATIONS
from dieuhanh.domain import topics
from dieuhanh.domain.composing import Rule
from dieuhanh.text import slug

NO_VALUE = frozenset({"legal", "body", "effective"})


class TopicForm(forms.Form):
    """A valid one gives a topic and its place; the code of a new one is made of its name."""

    ten = forms.CharField(label="Tên lĩnh vực", max_length=100)
    thu_tu = forms.IntegerField(label="Thứ tự", min_value=0, max_value=1000, help_text="Số nhỏ đứng trước trong danh mục.")
    tu_goi_y = WordsField(
        label="Từ gợi ý",
        rows=10,
        longest=10_000,
        required=False,
        help_text="Mỗi dòng một từ hoặc cụm từ; văn bản có từ này được gợi ý lĩnh vực này.",
    )

    def topic(self, code: str | None) -> topics.Topic:
        cues = tuple(line.strip() for line in self.cleaned_data["tu_goi_y"].splitlines() if line.strip())
        return topics.Topic(code or slug(self.cleaned_data["ten"]), self.cleaned_data["ten"], cues)


class RuleForm(forms.Form):
    """A valid one gives a rule; what its measure cannot be compared with is said at the field."""

    xet = forms.ChoiceField(label="Xét điều gì", choices=[(measure, words[0]) for measure, words in MEASURES.items()])
    dieu_kien = forms.CharField(label="Điều kiện", max_length=100, required=False)
    diem = forms.IntegerField(
        label="Điểm",
        min_value=-MOST_POINTS,
        max_value=MOST_POINTS,
        help_text="Cộng vào điểm của mục; số âm đưa mục xuống dưới; 0 là không dùng quy tắc này.",
    )
    loi = forms.CharField(label="Lời nêu lý do", max_length=200, help_text="Người biên tập đọc câu này dưới mục: “là công điện”.")

    def __init__(self, named: dict[str, str], data: Any = None, **options: Any) -> None:
        """`named` are the topics by their codes."""
        super().__init__(data, **options)
        self._named = named
        asked = "; ".join(f"{words[0]}: {words[1][0].lower()}{words[1][1:]}" for words in MEASURES.values())
        self.fields["dieu_kien"].help_text = f"{asked}. Quan hệ: {', '.join(RELATIONS.values())}."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        measure, said = cleaned.get("xet", ""), cleaned.get("dieu_kien", "").strip()
        if measure in NO_VALUE and said:
            self.add_error("dieu_kien", "Quy tắc loại này không có điều kiện; hãy để trống.")
        elif measure in NUMBERED and not (said.isascii() and said.isdecimal()):
            self.add_error("dieu_kien", "Quy tắc loại này cần một con số.")
        elif measure and measure not in NO_VALUE and self._value(measure, said) is None:
            self.add_error("dieu_kien", "Không có lĩnh vực hay quan hệ này." if said else "Quy tắc loại này cần một điều kiện.")
        return cleaned

    def rule(self, code: str | None) -> Rule:
        said = self.cleaned_data
        value = "" if said["xet"] in NO_VALUE else self._value(said["xet"], said["dieu_kien"].strip()) or ""
        return Rule(code or slug(said["loi"])[:50].strip("-"), said["xet"], value, said["diem"], said["loi"])

    def _value(self, measure: str, said: str) -> str | None:
        """As the rule keeps it: topics and relations by their codes, whether their names or their codes were typed."""
        codes: dict[str, str] | None = {"topic": self._named, "relation": {str(k): v for k, v in RELATIONS.items()}}.get(measure)
        if codes is None:
            return said or None
        return next((code for code, words in codes.items() if said.lower() in (code, words.lower())), None)
