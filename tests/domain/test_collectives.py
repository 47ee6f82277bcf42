"""Collective words opened into the agencies of a day."""

from __future__ import annotations

import csv
import datetime as dt
from importlib import resources

import pytest

from dieuhanh.domain.collectives import AgencyRow, departments, open_collective

BEFORE, AFTER = dt.date(2024, 5, 6), dt.date(2026, 5, 6)  # districts ended on 01/7/2025, departments merged on 01/3/2025
TABLES = [resources.files("dieuhanh.extract") / "data" / "vn" / place for place in ("agencies.csv", "langson/agencies.csv")]


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def all_agencies() -> list[AgencyRow]:
    """Every agency that the reader knows, those of the nation and of other provinces among them."""
    rows = [row for table in TABLES for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines())]
    return [(row["name"], row["kind"], _day(row["valid_from"]), _day(row["valid_to"])) for row in rows]


AGENCIES = all_agencies()


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        pytest.param("các sở, ban, ngành", 20, 15, id="departments and boards"),
        pytest.param("các sở, ban, ngành tỉnh", 20, 15, id="said to be the province's"),
        pytest.param("các sở, ban, ngành thuộc UBND tỉnh", 20, 15, id="said to belong to the UBND"),
        pytest.param("Thủ trưởng các sở, ban, ngành", 20, 15, id="their heads"),
        pytest.param("các sở, ngành", 20, 15, id="in short"),
        pytest.param("các sở", 16, 12, id="departments alone"),
        pytest.param("Giám đốc các sở", 16, 12, id="their directors"),
        pytest.param("thủ trưởng các ban, ngành", 4, 3, id="boards alone"),
        pytest.param("UBND các huyện, thành phố", 11, 0, id="districts and the city"),
        pytest.param("Chủ tịch UBND các huyện, thành phố", 11, 0, id="their chairmen"),
        pytest.param("Ủy ban nhân dân các huyện, thành phố", 11, 0, id="written out"),
        pytest.param("các huyện, thành phố", 11, 0, id="without UBND"),
        pytest.param("UBND các huyện", 10, 0, id="districts without the city"),
        pytest.param("UBND cấp huyện", 11, 0, id="the level of districts"),
        pytest.param("UBND các xã, phường", 0, 65, id="communes and wards"),
        pytest.param("UBND các xã", 0, 61, id="communes without the wards"),
        pytest.param("UBND cấp xã", 0, 65, id="the level of communes"),
    ],
)
def test_how_many_a_collective_opens_to(words: str, before: int, after: int) -> None:
    assert (len(open_collective(words, AGENCIES, BEFORE).agencies), len(open_collective(words, AGENCIES, AFTER).agencies)) == (
        before,
        after,
    )


@pytest.mark.parametrize(
    "words",
    [
        "các sở, ban, ngành liên quan",
        "các sở, ngành được giao phụ trách tiêu chí",
        "UBND các huyện biên giới",
        "UBND các tỉnh, thành phố trực thuộc Trung ương",
        "các địa phương",
        "các cơ quan, đơn vị",
        "các chủ đầu tư",
        "ngành y tế",
        "Sở Y tế",
    ],
)
def test_what_no_rule_knows_stays_one_part(words: str) -> None:
    assert open_collective(words, AGENCIES, BEFORE) == ((), None)


def test_merged_departments_give_way_to_their_successors() -> None:
    before, after = (open_collective("các sở", AGENCIES, day).agencies for day in (BEFORE, AFTER))
    assert {"Sở Giao thông vận tải", "Sở Kế hoạch và Đầu tư"} <= set(before) - set(after)
    assert {"Sở Nông nghiệp và Môi trường", "Sở Dân tộc và Tôn giáo"} <= set(after) - set(before)


def test_departments_of_other_provinces_are_not_meant() -> None:
    assert "Sở Du lịch" in {name for name, *_ in AGENCIES}
    assert "Sở Du lịch" not in open_collective("các sở", AGENCIES, BEFORE).agencies


@pytest.mark.parametrize("name", sorted(departments()))
def test_each_department_is_an_agency_that_the_reader_knows(name: str) -> None:
    assert name in {agency for agency, *_ in AGENCIES}
