"""Fields of forms from the fields of the contract: one kind of type, one kind of field, both ways."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import msgspec
from django import forms
from msgspec import inspect

from dieuhanh.display import wording
from dieuhanh.domain.typed_facts import LONGEST, LONGEST_OF

Choices = list[tuple[str, str]]

NOT_SAID = ("", "– không nêu –")
DAYS = ["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d"]
THOUSANDS = re.compile(r"[-+]?\d{1,3}(\.\d{3})+", re.ASCII)
NUMBER = re.compile(r"[-+]?\d{1,30}(\.\d{1,30})?", re.ASCII)
SEAT = " | "
SEAT_PARTS = 3  # role, post, agency


class NumberField(forms.CharField):
    """A number as Vietnamese offices write it: 1.234,5; a lone full stop before other than three digits is a decimal one."""

    def clean(self, value: Any) -> Any:
        typed = super().clean(value).strip().replace(" ", "")
        if "," in typed or THOUSANDS.fullmatch(typed):
            typed = typed.replace(".", "").replace(",", ".")
        if typed and not NUMBER.fullmatch(typed):
            raise forms.ValidationError("Hãy ghi một số, ví dụ 1.250 hoặc 8,5.")
        return float(typed) if typed else ""

    def prepare_value(self, value: Any) -> Any:
        return wording.number(value) if isinstance(value, float) else value


class DayField(forms.DateField):
    """A day as the State writes it, kept as the contract does."""

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=DAYS, **options)

    def prepare_value(self, value: Any) -> Any:
        return wording.day(value) if isinstance(value, dt.date) else value


class LinesField(forms.CharField):
    """A list, one entry a line."""

    widget = forms.Textarea

    def clean(self, value: Any) -> Any:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value


class SeatsField(LinesField):
    """Members of a body, one a line: role | post | agency."""

    def clean(self, value: Any) -> Any:
        return [self._seat(line) for line in super().clean(value)]

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list | tuple):
            return value
        return "\n".join(SEAT.join(filter(None, (seat["role"], seat["post"], seat["unit"]))) for seat in value)

    def _seat(self, line: str) -> dict[str, str | None]:
        parts = [part.strip() for part in line.split(SEAT.strip())]
        if not 1 < len(parts) <= SEAT_PARTS:
            raise forms.ValidationError(f"Dòng “{wording.shortened(line, 60)}” phải có dạng: vai trò | chức vụ | cơ quan.")
        return {"role": parts[0], "post": parts[1], "unit": (parts[2] if len(parts) == SEAT_PARTS else "") or None}


def field_of(field: inspect.Field, choices: Choices | None, labels: Mapping[str, str]) -> forms.Field:
    """The form's field for one of a struct; `choices` where it may hold nothing else, `labels` words the values of a Literal."""
    kinds = field.type.types if isinstance(field.type, inspect.UnionType) else (field.type,)
    optional = any(isinstance(kind, inspect.NoneType) for kind in kinds)
    kind = next(kind for kind in kinds if not isinstance(kind, inspect.NoneType))
    if isinstance(kind, inspect.LiteralType):
        choices = [(str(value), labels[str(value)].strip() or "đúng bằng") for value in kind.values]
    if choices is not None:
        return forms.ChoiceField(choices=[NOT_SAID, *choices] if optional else choices, required=not optional)
    match kind:
        case inspect.DateType():
            return DayField(required=not optional)
        case inspect.FloatType():
            return NumberField(required=not optional)
        case inspect.VarTupleType(item_type=inspect.StructType()):
            return SeatsField(required=False, widget=forms.Textarea(attrs={"rows": 6}))
        case inspect.VarTupleType():
            return LinesField(required=False, widget=forms.Textarea(attrs={"rows": 3}))
    longest = LONGEST_OF.get(field.name, LONGEST)
    widget = forms.TextInput() if field.name in LONGEST_OF else forms.Textarea(attrs={"rows": 2})
    return forms.CharField(required=not optional, max_length=longest, widget=widget)


def json_of(cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """What a form took in, as the contract's JSON has it: nothing typed is null."""
    return {name: None if said == "" else msgspec.to_builtins(said) for name, said in cleaned.items()}


def typed_again(value: Mapping[str, Any]) -> dict[str, Any]:
    """A value of the contract as the initial content of a form."""
    return {name: _day(said) if name in ("date", "due") else said for name, said in value.items()}


def _day(said: Any) -> Any:
    return dt.date.fromisoformat(said) if isinstance(said, str) else said
