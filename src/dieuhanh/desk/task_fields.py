"""Fields that the forms of tasks are made of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from dieuhanh.apps.agencies.directory import AgencyDirectory
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.typed import LONGEST, SHORT
from dieuhanh.display.wording import one_line

AGENCIES = "co-quan-da-biet"  # the list of names that the browser offers
DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y"]
YEARS = re.compile(r"(?:năm |giai đoạn )?(?P<first>\d{4})(?: ?[-–] ?(?P<last>\d{4}))?", re.ASCII | re.IGNORECASE)


def agency_names(today: dt.date) -> list[str]:
    """Of today's agencies, for the browser to offer while somebody types."""
    return list(Agency.objects.existing(today).order_by("name").values_list("name", flat=True))


def agencies_named(names: Iterable[str], today: dt.date) -> list[int]:
    """The ids of agencies by any of their names, each once. Raises ValidationError that names those which are none."""
    directory = AgencyDirectory()
    found = {name: directory.resolve(name, today) for name in names}
    unknown = [one_line(name) for name, agency in found.items() if agency is None]
    if unknown:
        raise forms.ValidationError(f"Không có cơ quan nào tên: {'; '.join(unknown)}.")
    return list(dict.fromkeys(agency for agency in found.values() if agency is not None))


class DayField(forms.DateField):
    """A day by the browser's own calendar; 31/12/2026 where it has none."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("error_messages", {"invalid": "Ngày phải có dạng 31/12/2026."})
        super().__init__(input_formats=DAY_FORMATS, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class HorizonField(forms.CharField):
    """By when a figure is to be reached: a year, a day or some years; kept as the contract does."""

    def clean(self, value: Any) -> str:
        typed = super().clean(value).strip()
        years = YEARS.fullmatch(typed)
        if years:
            return f"{years['first']}/{years['last']}" if years["last"] else years["first"]
        return self._day(typed).isoformat() if typed else ""

    def _day(self, typed: str) -> dt.date:
        try:
            return dt.datetime.strptime(typed, "%d/%m/%Y").date()  # noqa: DTZ007  a day has no zone
        except ValueError as error:
            raise forms.ValidationError("Hãy ghi năm, ngày hoặc giai đoạn: 2026; 31/12/2026; 2026–2030.") from error


class LongField(forms.CharField):
    """Words of several lines."""

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        super().__init__(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **options)


class ShortField(forms.CharField):
    """A number or a name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=SHORT, **options)


class ManyFilesInput(forms.ClearableFileInput):
    """Several files at once; none stands there before."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class ManyFilesField(forms.FileField):
    """Several files, perhaps none; what they are the action tells by their bytes."""

    widget = ManyFilesInput

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, allow_empty_file=True, max_length=None, **options)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(ManyFilesField, self).clean(file, initial) for file in files]
