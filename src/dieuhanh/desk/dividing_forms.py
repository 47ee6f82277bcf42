"""The form that divides a task: a row a piece, empty rows left out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from dieuhanh.apps.tasks.actions import SubTask
from dieuhanh.apps.tasks.actions.dividing import HEAVIEST
from dieuhanh.desk.task_fields import AGENCIES, DayField, LongField, ShortField, agencies_named

ROWS = 6  # pieces that can be typed at once


class PieceForm(forms.Form):
    """One sub-task; a row in which nothing was typed is none."""

    noi_dung = LongField(label="Nội dung", required=False, rows=2)
    trong_so = forms.IntegerField(label="Trọng số", required=False, min_value=1, max_value=HEAVIEST)
    chu_tri = ShortField(label="Chủ trì", required=False)
    thoi_han = DayField(label="Thời hạn", required=False)

    def __init__(self, number: int, today: dt.date, data: Any = None) -> None:
        super().__init__(data, prefix=f"viec-{number}")
        self.fields["chu_tri"].widget.attrs["list"] = AGENCIES
        self._today = today

    def clean_chu_tri(self) -> int | None:
        name = self.cleaned_data["chu_tri"].strip()
        return agencies_named([name], self._today)[0] if name else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("noi_dung") and any(cleaned.get(name) for name in ("trong_so", "chu_tri", "thoi_han")):
            self.add_error("noi_dung", "Việc con này chưa có nội dung.")
        return cleaned

    @property
    def piece(self) -> SubTask | None:
        """Of a valid form."""
        said = self.cleaned_data
        if not said["noi_dung"]:
            return None
        return SubTask(title=said["noi_dung"], weight=said["trong_so"] or 1, lead=said["chu_tri"], due_on=said["thoi_han"])


def piece_forms(today: dt.date, data: Any = None) -> list[PieceForm]:
    return [PieceForm(number, today, data) for number in range(1, ROWS + 1)]
