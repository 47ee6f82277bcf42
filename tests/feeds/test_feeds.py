"""The private calendar and feed of an agency: who gets in, what they say, and that any reader can read them."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils.timezone import localdate, now
from icalendar import Calendar

from dieuhanh.apps.notices.actions import renew_address
from dieuhanh.apps.notices.models import PrivateAddress
from dieuhanh.apps.tasks.actions import NewReport, Plan, ask_extension, cancel, confirm_done, grant_extension, report
from dieuhanh.apps.tasks.models import Task
from dieuhanh.errors import NotFoundError, NotPermittedError
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import Cast, cast, given

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
SOON = localdate() + dt.timedelta(days=10)  # the views ask the clock
FILES = ["viec.ics", "viec.atom"]


@pytest.fixture
def people() -> Cast:
    return cast()


def token(people: Cast) -> str:
    return renew_address(people.finance.pk, actor=TESTER, at=NOW)


def get(of: str, file: str) -> HttpResponse:
    response = Client().get(f"/rieng/{of}/{file}")
    assert isinstance(response, HttpResponse)
    return response


def events(of: str) -> list[dict[str, str]]:
    calendar = Calendar.from_ical(get(of, "viec.ics").content)
    return [{name: str(event[name]) for name in ("UID", "SEQUENCE", "STATUS", "SUMMARY")} for event in calendar.walk("VEVENT")]


def task(people: Cast, title: str = "Rà soát kinh phí") -> Task:
    plan = Plan(title=title, lead=people.finance.pk, cooperating=(people.health.pk,), due_on=SOON, document_name="Công văn số 512/UBND-KT")
    return given(plan)


@pytest.mark.parametrize("file", FILES)
def test_nobody_keeps_a_copy_or_lists_it(file: str, people: Cast) -> None:
    response = get(token(people), file)
    assert response.status_code == 200
    assert (response["Cache-Control"], response["X-Robots-Tag"], response["Referrer-Policy"]) == (
        "no-store, private",
        "noindex, nofollow",
        "no-referrer",
    )


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("wrong", ["x", "A" * 43, "%00", "đ", "x" * 3000])
def test_a_wrong_address_tells_nothing(file: str, wrong: str, people: Cast) -> None:
    token(people)
    response = get(wrong, file)
    assert (response.status_code, response.content.decode(), response["Cache-Control"]) == (
        404,
        "Không có địa chỉ này.\n",
        "no-store, private",
    )


@pytest.mark.parametrize("file", FILES)
def test_the_old_address_ends_with_the_new_one(file: str, people: Cast) -> None:
    old, new = token(people), token(people)
    assert (get(old, file).status_code, get(new, file).status_code) == (404, 200)


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(method: str, people: Cast) -> None:
    assert getattr(Client(), method)(f"/rieng/{token(people)}/viec.ics").status_code == 405


def test_the_database_gives_nobody_the_address(people: Cast) -> None:
    assert token(people) not in str(PrivateAddress.objects.values().get())


def test_the_agencys_own_people_and_the_office_renew_it_and_nobody_else(people: Cast) -> None:
    for who in (people.lan, people.officer):
        renew_address(people.finance.pk, actor=who, at=NOW)
    with pytest.raises(NotPermittedError):
        renew_address(people.finance.pk, actor=people.mai, at=NOW)
    with pytest.raises(NotFoundError):
        renew_address(0, actor=TESTER, at=NOW)


def test_an_agency_reads_what_it_leads_and_what_it_helps_with_and_no_more(people: Cast) -> None:
    shared = task(people)
    given(Plan(title="Việc của Y tế", lead=people.health.pk, due_on=SOON))
    assert [event["SUMMARY"] for event in events(token(people))] == ["[đã giao] Rà soát kinh phí"]
    health = renew_address(people.health.pk, actor=TESTER, at=NOW)
    assert {event["UID"] for event in events(health)} > {f"nhiem-vu-{shared.pk}@dieuhanh"}


def test_an_event_is_a_whole_day_with_two_alarms(people: Cast) -> None:
    task(people)
    (event,) = Calendar.from_ical(get(token(people), "viec.ics").content).walk("VEVENT")
    assert event.decoded("DTSTART") == SOON
    assert "Công văn số 512/UBND-KT" in str(event["DESCRIPTION"])
    assert [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")] == [-dt.timedelta(hours=64), -dt.timedelta(hours=16)]


def test_an_extension_moves_the_event_and_raises_its_sequence(people: Cast) -> None:
    one = task(people)
    of = token(people)
    (before,) = events(of)
    ask_extension(one.pk, SOON + dt.timedelta(days=20), "Chờ số liệu", actor=people.lan, at=NOW)
    grant_extension(one.pk, actor=people.officer, at=NOW)
    (after,) = events(of)
    assert (after["UID"], int(after["SEQUENCE"])) == (before["UID"], int(before["SEQUENCE"]) + 1)
    (event,) = Calendar.from_ical(get(of, "viec.ics").content).walk("VEVENT")
    assert event.decoded("DTSTART") == SOON + dt.timedelta(days=20)


def test_a_cancelled_task_says_so_and_rings_no_more(people: Cast) -> None:
    one = task(people)
    cancel(one.pk, "Thôi", actor=people.officer, at=NOW)
    of = token(people)
    assert [event["STATUS"] for event in events(of)] == ["CANCELLED"]
    assert b"VALARM" not in get(of, "viec.ics").content


def test_the_same_tasks_give_the_same_bytes(people: Cast) -> None:
    task(people)
    of = token(people)
    for file in FILES:
        assert get(of, file).content == get(of, file).content


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Trình\x0b\x07 Chủ tịch\x1f", id="control characters from an office program"),
        pytest.param("Trình\ufffe\uffff Chủ tịch", id="code points that are no characters"),
        pytest.param("<b>&amp; ]]> \r\nEND:VCALENDAR", id="markup, and a line that would end the calendar"),
        pytest.param("Đèn \N{EMOJI MODIFIER FITZPATRICK TYPE-6}" + "à" * 300, id="a long line beyond the first plane"),
    ],
)
def test_whatever_people_typed_the_files_stay_valid(title: str, people: Cast) -> None:
    one = task(people)
    Task.objects.filter(pk=one.pk).update(title=title, document_name=title)
    of = token(people)
    feed = ElementTree.fromstring(get(of, "viec.atom").content)  # noqa: S314  what we wrote ourselves
    assert len(feed.findall(f"{ATOM}entry")) == 1
    assert len(events(of)) == 1
    assert all(len(line) <= 75 for line in get(of, "viec.ics").content.split(b"\r\n"))


def test_an_entry_of_the_feed_is_updated_when_the_task_changes(people: Cast) -> None:
    one = task(people)
    of = token(people)

    def entry() -> tuple[str | None, str | None, str | None]:
        (found,) = ElementTree.fromstring(get(of, "viec.atom").content).findall(f"{ATOM}entry")  # noqa: S314
        return found.findtext(f"{ATOM}id"), found.findtext(f"{ATOM}title"), found.findtext(f"{ATOM}updated")

    before = entry()
    later = now()
    report(one.pk, NewReport(text="Đã xong"), actor=people.lan, at=later)
    confirm_done(one.pk, actor=people.officer, at=later)
    after = entry()
    assert (before[0], before[1], after[1]) == (after[0], "[đã giao] Rà soát kinh phí", "[đã hoàn thành] Rà soát kinh phí")
    assert str(after[2]) > str(before[2])


def test_the_number_of_queries_does_not_grow_with_the_tasks(people: Cast, django_assert_num_queries: object) -> None:
    for _ in range(20):
        task(people)
    of = token(people)
    assert callable(django_assert_num_queries)
    for file in FILES:
        with django_assert_num_queries(5):
            get(of, file)
