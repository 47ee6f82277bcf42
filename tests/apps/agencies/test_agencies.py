"""Agencies: one load, names by day, who took over."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from django.db import IntegrityError, transaction

from dieuhanh.apps.agencies.actions import Loaded, load_agencies
from dieuhanh.apps.agencies.directory import AgencyDirectory
from dieuhanh.apps.agencies.models import Agency, AgencyName, Succession
from dieuhanh.apps.agencies.rows import OUR_LISTS, agency_rows, succession_rows
from dieuhanh.apps.audit.models import Entry
from tests.apps.agencies.known import know_agencies
from tests.apps.fingerprint import register_fingerprint
from tests.apps.pages import NOW, TESTER

pytestmark = pytest.mark.django_db

DISTRICTS = {  # communes of each on its last day, NQ 1672/NQ-UBTVQH15
    "thành phố Lạng Sơn": 8,
    "huyện Tràng Định": 20,
    "huyện Bình Gia": 19,
    "huyện Văn Lãng": 17,
    "huyện Cao Lộc": 22,
    "huyện Văn Quan": 15,
    "huyện Bắc Sơn": 18,
    "huyện Hữu Lũng": 23,
    "huyện Chi Lăng": 20,
    "huyện Lộc Bình": 20,
    "huyện Đình Lập": 12,
}
BEFORE, AFTER = dt.date(2024, 5, 7), dt.date(2025, 8, 1)


@pytest.fixture(autouse=True)
def _loaded() -> None:
    load_agencies(actor=TESTER, at=NOW)


def names(agencies: object) -> list[str]:
    return sorted(str(agency) for agency in agencies)  # type: ignore[attr-defined]  # any queryset of agencies


def test_loading_again_changes_nothing() -> None:
    entries = Entry.objects.count()
    assert load_agencies(actor=TESTER, at=NOW) == Loaded(0, 0, 0)
    assert Entry.objects.count() == entries == 1


def test_other_tests_know_what_a_load_writes() -> None:
    """The first time in a process `know_agencies` loads; from the second time on it writes what it kept."""
    written, entry = register_fingerprint(), Entry.objects.get()
    for _ in range(2):
        Agency.objects.all().delete()
        know_agencies()
        again = Entry.objects.latest("sequence")
        assert (again.verb, again.object_key, again.payload_json) == (entry.verb, entry.object_key, entry.payload_json)
        assert set(written) - set(register_fingerprint()) == {line for line in written if line.startswith('["Head"')}


def test_loading_repairs_what_was_changed() -> None:
    Agency.objects.filter(name="Sở Y tế").update(kind="?")
    AgencyName.objects.filter(name="Sở Y tế").delete()
    Succession.objects.filter(predecessor__name="Sở Giao thông vận tải").update(on=None)
    assert load_agencies(actor=TESTER, at=NOW) == Loaded(1, 1, 2)  # a succession is taken away and put anew
    assert load_agencies(actor=TESTER, at=NOW) == Loaded(0, 0, 0)


@pytest.mark.parametrize(
    ("name", "on", "found"),
    [
        pytest.param("Sở Kế hoạch và Đầu tư", BEFORE, ["Sở Kế hoạch và Đầu tư"], id="before the merger"),
        pytest.param("Sở Kế hoạch và Đầu tư", dt.date(2025, 2, 28), ["Sở Kế hoạch và Đầu tư"], id="on its last day"),
        pytest.param("Sở Kế hoạch và Đầu tư", dt.date(2025, 3, 1), [], id="on the day of the merger"),
        pytest.param("Sở Kế hoạch và Đầu tư", None, ["Sở Kế hoạch và Đầu tư"], id="on any day"),
        pytest.param("sở KH&ĐT", BEFORE, ["Sở Kế hoạch và Đầu tư"], id="by its abbreviation"),
        pytest.param("Bộ Nông nghiệp và Môi trường", BEFORE, [], id="before it was there"),
        pytest.param("Bộ Nông nghiệp và Môi trường", AFTER, ["Bộ Nông nghiệp và Môi trường"], id="a ministry after the mergers"),
        pytest.param("Uỷ ban nhân dân huyện Tràng Định", BEFORE, ["UBND huyện Tràng Định"], id="tone on the other letter"),
        pytest.param("UBND xã Thất Khê", BEFORE, [], id="a commune before it was there"),
        pytest.param("UBND xã Khánh Long", BEFORE, ["UBND xã Khánh Long, huyện Tràng Định"], id="a commune that is no more"),
        pytest.param("UBND xã Khánh Long", AFTER, [], id="after its end"),
        pytest.param("UBND xã Đoàn Kết", BEFORE, ["UBND xã Đoàn Kết, huyện Tràng Định"], id="a name that went on: before"),
        pytest.param("UBND xã Đoàn Kết", AFTER, ["UBND xã Đoàn Kết"], id="a name that went on: after"),
        pytest.param("Hữu Lũng", BEFORE, ["UBND huyện Hữu Lũng"], id="a place that was a district"),
        pytest.param("Hữu Lũng", AFTER, ["UBND xã Hữu Lũng"], id="and is a commune"),
        pytest.param("UBND Hữu Lũng", AFTER, ["UBND xã Hữu Lũng"], id="its committee, without the word for its rank"),
        pytest.param("Đoàn Kết", AFTER, [], id="a common word is no commune"),
        pytest.param("Lạng Sơn", BEFORE, [], id="a city that is called as its province"),
        pytest.param("UBND xã Thất Khê", AFTER, ["UBND xã Thất Khê"], id="a commune of today"),
        pytest.param("Bảo hiểm xã hội tỉnh", AFTER, ["Bảo hiểm xã hội tỉnh"], id="named by the nation and by the province: one"),
        pytest.param("'; DROP TABLE agencies_agency; --", AFTER, [], id="no name at all"),
    ],
)
def test_a_name_means_who_held_it_on_the_day(name: str, on: dt.date | None, found: list[str]) -> None:
    assert names(Agency.objects.named(name, on)) == found


def test_former_and_later_names() -> None:
    finance = Agency.objects.get(name="Sở Tài chính")
    assert names(finance.predecessors.all()) == ["Sở Kế hoạch và Đầu tư"]
    assert finance.inheritances.get().on == dt.date(2025, 3, 1)
    district = Agency.objects.get(name="UBND huyện Bình Gia")
    assert len(names(district.successors.all())) == 8
    before = Agency.objects.get(name="UBND phường Kỳ Lừa").predecessors
    assert names(before.filter(kind="district")) == ["UBND huyện Cao Lộc", "UBND thành phố Lạng Sơn"]
    assert "UBND phường Hoàng Văn Thụ, thành phố Lạng Sơn" in names(before.filter(kind="commune"))


@pytest.mark.parametrize(
    ("name", "on", "found"),
    [
        pytest.param("Sở Kế hoạch và Đầu tư", BEFORE, "Sở Kế hoạch và Đầu tư", id="who held it"),
        pytest.param("Sở Kế hoạch và Đầu tư", AFTER, "Sở Tài chính", id="an old name means who took over"),
        pytest.param("UBND huyện Bình Gia", AFTER, None, id="of many who took over none is meant"),
        pytest.param("UBND xã Hòa Bình", BEFORE, None, id="communes of one name in several districts"),
        pytest.param("xã Hòa Bình, huyện Chi Lăng", BEFORE, "UBND xã Hòa Bình, huyện Chi Lăng", id="its district named"),
        pytest.param("Ủy ban nhân dân xã Hoà Bình, huyện Văn Quan", BEFORE, "UBND xã Hòa Bình, huyện Văn Quan", id="another district"),
        pytest.param("UBND xã Khánh Long", AFTER, "UBND xã Đoàn Kết", id="a commune that went into another"),
        pytest.param("UBND xã Bính Xá", AFTER, None, id="a commune that was split"),
        pytest.param("Chủ tịch UBND huyện Cao Lộc", BEFORE, None, id="who heads an agency is not the agency"),
        pytest.param("các sở, ban, ngành", BEFORE, None, id="a collective is no agency"),
        pytest.param(None, BEFORE, None, id="no name"),
        pytest.param("Sở Tài chính", None, "Sở Tài chính", id="no day"),
    ],
)
def test_the_directory_resolves(name: str | None, on: dt.date | None, found: str | None) -> None:
    agency = AgencyDirectory().resolve(name, on)
    assert (Agency.objects.get(id=agency).name if agency else None) == found


@pytest.mark.parametrize(
    ("name", "on", "found"),
    [
        pytest.param("Sở Tài chính", BEFORE, "Sở Tài chính", id="the agency itself"),
        pytest.param("Giám đốc Sở Tài chính", BEFORE, "Sở Tài chính", id="its head"),
        pytest.param("Giám đốc Sở Kế hoạch và Đầu tư", AFTER, "Sở Tài chính", id="the head of one that is no more"),
        pytest.param("Chủ tịch UBND huyện Cao Lộc", BEFORE, "UBND huyện Cao Lộc", id="the chairman of a district"),
        pytest.param("Chủ tịch Ủy ban nhân dân xã Hòa Bình, huyện Chi Lăng", BEFORE, "UBND xã Hòa Bình, huyện Chi Lăng", id="of a commune"),
        pytest.param("Chánh Văn phòng UBND tỉnh", BEFORE, "Văn phòng UBND tỉnh", id="a post that says a part of the name"),
        pytest.param("Chánh Thanh tra tỉnh", BEFORE, "Thanh tra tỉnh", id="a post that says the name"),
        pytest.param("Cục trưởng Cục Thuế tỉnh", BEFORE, "Cục Thuế tỉnh", id="of a branch of a ministry"),
        pytest.param("Phó Giám đốc Sở Tài chính", BEFORE, None, id="a deputy"),
        pytest.param("Kế toán trưởng Sở Tài chính", BEFORE, None, id="a head of something less"),
        pytest.param("Chủ tịch UBND các huyện, thành phố", BEFORE, None, id="many heads"),
        pytest.param("Giám đốc", BEFORE, None, id="a post alone"),
    ],
)
def test_who_must_act(name: str, on: dt.date | None, found: str | None) -> None:
    agency = AgencyDirectory().given_work(name, on)
    assert (Agency.objects.get(id=agency).name if agency else None) == found


def test_no_former_commune_is_missing() -> None:
    former = [row for row in agency_rows() if row.kind == "commune" and row.valid_to]
    assert Counter(row.name.rpartition(", ")[2] for row in former) == DISTRICTS
    assert sum(DISTRICTS.values()) == 194


def test_every_succession_names_agencies_and_fits_their_days() -> None:
    agencies = {row.name: row for row in agency_rows()}
    for row in succession_rows():
        old, new = agencies[row.predecessor], agencies[row.successor]
        assert row.on is None or old.valid_to is None or old.valid_to < row.on, row
        assert row.on is None or new.valid_from is None or new.valid_from <= row.on + dt.timedelta(days=153), row


def test_every_district_has_its_communes() -> None:
    rows = succession_rows()
    districts = {row.name for row in agency_rows() if row.kind == "district" and row.name.startswith("UBND ")}
    communes = {row.name for row in agency_rows() if row.kind == "commune" and not row.valid_to}
    former = {row.name for row in agency_rows() if row.kind == "commune" and row.valid_to}
    assert {row.predecessor for row in rows} >= districts | former
    assert {row.successor for row in rows} >= communes


def test_our_own_rows_have_a_source() -> None:
    for file in (OUR_LISTS / "successions.csv", OUR_LISTS / "langson" / "successions.csv"):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines[0] == "predecessor,successor,on,source"
        assert [line for line in lines[1:] if line.endswith(",")] == []
        assert lines[1:] == sorted(lines[1:], key=lambda line: line.split(",")[:2])


def test_the_database_holds_the_days_in_order() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Agency.objects.create(place="vn", code="X", name="X", kind="x", valid_from=AFTER, valid_to=BEFORE)
