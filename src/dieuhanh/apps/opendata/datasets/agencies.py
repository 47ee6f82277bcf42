"""Agencies and who took over from whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dieuhanh.apps.agencies.models import Agency, Succession
from dieuhanh.apps.opendata.dataset import Column, Dataset, Row
from dieuhanh.apps.opendata.identifiers import agency_id
from dieuhanh.apps.opendata.reading import streamed


def _agencies(_: dt.date) -> Iterator[Row]:
    for place, code, *rest in streamed(Agency.objects.all(), "place", "code", "name", "kind", "valid_from", "valid_to"):
        yield agency_id(place, code), *rest


def _successions(_: dt.date) -> Iterator[Row]:
    columns = ("predecessor__place", "predecessor__code", "successor__place", "successor__code", "on")
    for old_place, old_code, new_place, new_code, on in streamed(Succession.objects.all(), *columns):
        yield agency_id(old_place, old_code), agency_id(new_place, new_code), on


AGENCIES = Dataset(
    name="agencies",
    slug="co-quan",
    vi="Cơ quan, đơn vị",
    en="Agencies",
    about_vi="Cơ quan, đơn vị trong danh mục, với thời gian tồn tại.",
    about_en="Agencies and units of the directory, with the days between which they existed.",
    key=("id",),
    columns=(
        Column("id", "text", "Mã cơ quan trong danh mục", "Code of the agency in the directory", required=True),
        Column("name", "text", "Tên đầy đủ", "Full name", required=True),
        Column("kind", "text", "Loại cơ quan (mã)", "Kind of agency (code)", required=True),
        Column("valid_from", "date", "Ngày bắt đầu tồn tại, nếu biết", "First day, where known"),
        Column("valid_to", "date", "Ngày cuối cùng tồn tại, nếu đã hết", "Last day, where it has ended"),
    ),
    rows=_agencies,
)
SUCCESSIONS = Dataset(
    name="agency_successions",
    slug="co-quan-ke-thua",
    vi="Kế thừa giữa các cơ quan",
    en="Successions of agencies",
    about_vi="Cơ quan nào tiếp nhận nhiệm vụ của cơ quan nào khi sáp nhập, chia, đổi tên.",
    about_en="Which agency took over from which when they were merged, divided or renamed.",
    key=("predecessor_id", "successor_id"),
    columns=(
        Column("predecessor_id", "text", "Cơ quan cũ", "The agency that was", required=True, refers="agencies.id"),
        Column("successor_id", "text", "Cơ quan tiếp nhận", "The agency that took over", required=True, refers="agencies.id"),
        Column("on", "date", "Ngày tiếp nhận, nếu biết", "Day of the change, where known"),
    ),
    rows=_successions,
)
