"""Tasks over the API: only with a token, only one's own, by the same actions as at the desk, and never over somebody else's step."""

from __future__ import annotations

import base64
import datetime as dt
import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dieuhanh.api.bodies import LARGEST_BODY
from dieuhanh.apps.accounts.actions import reset_access
from dieuhanh.apps.accounts.models import Token, User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.accounts.tokens import make_token, revoke_token
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.tasks.actions import Plan, add_task, confirm_done
from dieuhanh.apps.tasks.models import Attachment, Report, Task
from tests.api.test_answers import problem as public_problem
from tests.apps.pages import NOW, TESTER
from tests.apps.people import PASSWORD, person
from tests.apps.tasks.people_at_work import Cast, again, cast, given

pytestmark = pytest.mark.django_db

MEGABYTE = 1024 * 1024
PDF = b"%PDF-1.4\n%%EOF\n"
LATER = dt.date(2099, 6, 30)
TASKS = "/api/v1/tasks"


@pytest.fixture
def people() -> Cast:
    return cast()


def shown(user: User) -> dict[str, str]:
    return {"Authorization": f"Bearer {make_token(user.username, 'thử', actor=TESTER, at=NOW)}"}


def problem(answer: Any, status: int, code: str) -> None:
    assert (answer.status_code, answer["Content-Type"], answer.json()["code"]) == (status, "application/problem+json", code)
    assert "Access-Control-Allow-Origin" not in answer


def of_finance(people: Cast, title: str = "Rà soát", due_on: dt.date = LATER) -> Task:
    return given(Plan(title=title, lead=people.finance.id, cooperating=(people.health.id,), due_on=due_on))


def act(client: Client, task: Task, slug: str, user: dict[str, str], seen: str = "*", **said: Any) -> Any:
    headers = user | ({"If-Match": seen} if seen else {})
    return client.post(f"{TASKS}/{task.id}/acts/{slug}", json.dumps(said), "application/json", headers=headers)


@pytest.mark.parametrize(
    "header",
    [
        pytest.param({}, id="nothing shown"),
        pytest.param({"Authorization": "Bearer dh_khong-co"}, id="no such token"),
        pytest.param({"Authorization": "Bearer " + "dh_" + "x" * 100_000}, id="a very long one"),
        pytest.param({"Authorization": "Basic bGFuOng="}, id="another way of signing in"),
        pytest.param({"Authorization": "Bearer"}, id="a word too few"),
    ],
)
def test_without_a_token_nothing_is_said(client: Client, people: Cast, header: dict[str, str]) -> None:
    task = of_finance(people)
    client.force_login(people.officer)  # a cookie is not looked at
    for answer in (
        client.get(TASKS, headers=header),
        client.get(f"{TASKS}/{task.id}", headers=header),
        act(client, task, "cancel", header),
    ):
        problem(answer, 401, "unauthorized")
        assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_token_ends_when_it_is_revoked_or_access_is_reset_or_the_account_is_closed(client: Client, people: Cast) -> None:
    first, second, third = shown(people.lan), shown(people.lan), shown(people.mai)
    assert client.get(TASKS, headers=first).status_code == 200
    revoke_token(Token.objects.order_by("id")[0].id, actor=people.lan, at=NOW)
    problem(client.get(TASKS, headers=first), 401, "unauthorized")
    reset_access("lan", PASSWORD, actor=TESTER, at=NOW)
    problem(client.get(TASKS, headers=second), 401, "unauthorized")
    User.objects.filter(username="mai").update(is_active=False)
    problem(client.get(TASKS, headers=third), 401, "unauthorized")


def test_the_database_and_the_chain_do_not_know_the_token(people: Cast) -> None:
    secret = make_token("lan", "thử", actor=people.lan, at=NOW)
    assert len(secret) > 40
    assert not Token.objects.filter(sha256__contains=secret).exists()
    assert [entry for entry in Entry.objects.all() if secret in entry.payload_json] == []


def test_each_sees_their_own(client: Client, people: Cast) -> None:
    """A task of another agency, a draft and none at all are one answer."""
    mine = of_finance(people)
    given(Plan(title="Của y tế", lead=people.health.id))
    draft = add_task(Plan(title="Dự thảo", lead=people.finance.id), actor=TESTER, at=NOW)
    lan, officer, reader = shown(people.lan), shown(people.officer), shown(person(Role.READER))
    assert [row["id"] for row in client.get(TASKS, headers=lan).json()["data"]] == [mine.id]
    assert len(client.get(TASKS, headers=officer).json()["data"]) == 3
    assert client.get(TASKS, headers=reader).json()["data"] == []
    foreign = given(Plan(title="Của y tế", lead=people.health.id))
    for number in (foreign.id, draft.id, 10**9):
        problem(client.get(f"{TASKS}/{number}", headers=lan), 404, "not-found")
        problem(client.post(f"{TASKS}/{number}/acts/accept", "{}", "application/json", headers=lan | {"If-Match": "*"}), 404, "not-found")


def test_a_life_through_two_accounts(client: Client, people: Cast) -> None:
    task, lan, officer = of_finance(people), shown(people.lan), shown(people.officer)
    states = [
        act(client, task, slug, user, **said).json()["state"]
        for slug, user, said in (
            ("accept", lan, {}),
            ("ask-extension", lan, {"wanted_on": "2099-07-31", "reason": "Chờ số liệu"}),
            ("grant-extension", officer, {}),
            ("progress", lan, {"text": "Được nửa", "progress": 50}),
            ("report", lan, {"text": "Đã xong", "document_number": "12/STC-NS"}),
            ("send-back", officer, {"reason": "Thiếu phụ lục"}),
            ("report", lan, {"text": "Đã bổ sung"}),
            ("confirm", officer, {}),
        )
    ]
    assert states == ["accepted", "accepted", "accepted", "accepted", "reported", "sent_back", "reported", "done"]
    told = client.get(f"{TASKS}/{task.id}", headers=lan).json()
    assert [one["due"] for one in told["deadlines"]] == ["2099-06-30", "2099-07-31"]
    assert [one["verdict"] for one in told["reports"]] == [None, "sent_back", "confirmed"]
    assert [one["step"] for one in told["steps"]][-4:] == ["report", "send_back", "report", "confirm_done"]
    assert [one["actor"] for one in told["steps"]][-2:] == ["lan", "officer"]


@pytest.mark.parametrize(
    ("slug", "said", "status", "code"),
    [
        pytest.param("confirm", {}, 403, "forbidden", id="an agency does not confirm its own work"),
        pytest.param("resume", {}, 403, "forbidden", id="nor resume"),
        pytest.param("report", {}, 422, "bad-body", id="a report says something"),
        pytest.param("report", {"text": " "}, 422, "bad-body", id="more than a space"),
        pytest.param("report", {"text": "a\x07b"}, 422, "bad-body", id="nothing that does not print"),
        pytest.param("report", {"text": "x", "final": True}, 422, "bad-body", id="no field that nobody knows"),
        pytest.param("progress", {"text": "x", "progress": 101}, 422, "bad-body", id="at most all"),
        pytest.param("progress", {"text": "x", "progress": "50"}, 422, "bad-body", id="a number is none in quotes"),
        pytest.param("ask-extension", {"wanted_on": "2099-06-30", "reason": "x"}, 422, "bad-body", id="more time is a later day"),
        pytest.param("ask-extension", {"wanted_on": "ngày mai", "reason": "x"}, 422, "bad-body", id="a day is a day"),
        pytest.param("report", {"text": "x", "part": 7}, 422, "bad-body", id="a part that is none of the task's"),
        pytest.param("reassign", {"lead": "Sở Y tế", "reason": "x"}, 403, "forbidden", id="an agency does not give its work away"),
        pytest.param("report", {"text": "TỐI MẬT\nx"}, 422, "secret-text", id="a mark of secrecy"),
    ],
)
def test_what_is_refused_changes_nothing(client: Client, people: Cast, slug: str, said: dict[str, Any], status: int, code: str) -> None:
    task = of_finance(people)
    before = Entry.objects.count()
    user = shown(people.lan)
    problem(act(client, task, slug, user, **said), status, code)
    assert (again(task).state, Report.objects.count(), Entry.objects.count()) == ("assigned", 0, before + 1)  # the token's entry


def test_a_task_passes_to_another_agency(client: Client, people: Cast) -> None:
    """By any of its names; the old agency does not see the task any more, the new one has to accept it."""
    task, lan, mai, officer = of_finance(people), shown(people.lan), shown(people.mai), shown(people.officer)
    assert act(client, task, "accept", lan).status_code == 200
    for said, field in (
        ({"lead": "Sở Vũ trụ"}, "lead"),
        ({"cooperating": ["Sở Vũ trụ"]}, "cooperating"),
        ({"lead": "Sở Tài chính"}, "unchanged"),
        ({"cooperating": ["Sở Tài chính"]}, "agencies"),
    ):
        answer = act(client, task, "reassign", officer, reason="Đúng chức năng", **said)
        problem(answer, 422, "bad-body")
        assert answer.json()["errors"][0]["parameter"] == field
    answer = act(client, task, "reassign", officer, lead="sở y tế", reason="Đúng chức năng").json()
    assert ([one["name"] for one in answer["lead"]], answer["cooperating"], answer["state"]) == (["Sở Y tế"], [], "assigned")
    assert (answer["steps"][-1]["step"], answer["steps"][-1]["reason"]) == ("reassign", "Đúng chức năng")
    problem(client.get(f"{TASKS}/{task.id}", headers=lan), 404, "not-found")
    assert act(client, task, "accept", mai).status_code == 200


def file(name: str, content: bytes) -> dict[str, str]:
    return {"name": name, "content": base64.b64encode(content).decode()}


def test_a_report_carries_its_files(client: Client, people: Cast) -> None:
    """The same bytes twice are one file, a name leaves its folders behind, and more than a form may send comes through."""
    task, lan = of_finance(people), shown(people.lan)
    large = PDF + bytes(17 * MEGABYTE)
    sent = [file("C:\\Hồ sơ\\biên bản.pdf", PDF), file("bản sao.pdf", PDF), file("phu-luc.pdf", large)]
    assert act(client, task, "progress", lan, text="Được nửa", progress=50, files=sent[:1]).status_code == 200
    told = act(client, task, "report", lan, text="Đã xong", files=sent).json()
    assert [[one["name"] for one in report["files"]] for report in told["reports"]] == [["biên bản.pdf"], ["bản sao.pdf", "phu-luc.pdf"]]
    kept = Attachment.objects.order_by("-size")[0]
    assert (bytes(kept.content), kept.media_type) == (large, "application/pdf")


@pytest.mark.parametrize(
    ("files", "status", "code"),
    [
        pytest.param([{"name": "a.pdf", "content": "%%%"}], 422, "bad-body", id="no base64"),
        pytest.param([{"name": "a.pdf"}], 422, "bad-body", id="no bytes"),
        pytest.param([{"content": "JVBERi0xLjQK"}], 422, "bad-body", id="no name"),
        pytest.param([file("a.pdf", b"")], 422, "bad-body", id="an empty file"),
        pytest.param([file("a.pdf", b"MZ\x90\x00" + bytes(60))], 422, "bad-body", id="a program under the name of a document"),
        pytest.param([file(f"{number}.pdf", b"%PDF-1.4\n" + bytes([number])) for number in range(11)], 422, "bad-body", id="too many"),
        pytest.param([file("a.pdf", b"%PDF-1.4\n" + bytes(20 * 1024 * 1024))], 413, "too-large", id="too large a file"),
    ],
)  # fmt: skip
def test_a_file_that_is_refused_leaves_no_report(client: Client, people: Cast, files: list[dict[str, str]], status: int, code: str) -> None:
    task = of_finance(people)
    problem(act(client, task, "report", shown(people.lan), text="Đã xong", files=files), status, code)
    assert (again(task).state, Report.objects.count(), Attachment.objects.count()) == ("assigned", 0, 0)


def test_a_body_beyond_all_limits_is_not_even_read(client: Client, people: Cast) -> None:
    headers = shown(people.lan) | {"If-Match": "*"}
    address = f"{TASKS}/{of_finance(people).id}/acts/report"
    answer = client.post(address, "{}", "application/json", headers=headers, CONTENT_LENGTH=str(LARGEST_BODY + 1))
    problem(answer, 413, "too-large")


def test_a_step_that_the_state_does_not_permit(client: Client, people: Cast) -> None:
    task, lan = of_finance(people), shown(people.lan)
    assert act(client, task, "accept", lan).status_code == 200
    problem(act(client, task, "accept", lan), 409, "task-state")
    late = given(Plan(title="x", lead=people.finance.id, due_on=dt.date(2026, 3, 20)))
    problem(act(client, late, "ask-extension", lan, wanted_on="2099-01-01", reason="x"), 409, "late-request")


def test_who_helps_does_not_report_for_the_lead(client: Client, people: Cast) -> None:
    problem(act(client, of_finance(people), "report", shown(people.mai), text="Đã xong"), 403, "forbidden")


def test_nobody_steps_over_another(client: Client, people: Cast) -> None:
    """The version is that of the last step, by whatever way it was taken; who saw an older one is told so, and nothing is written."""
    task, lan, officer = of_finance(people), shown(people.lan), shown(people.officer)
    seen = client.get(f"{TASKS}/{task.id}", headers=officer)["ETag"]
    problem(act(client, task, "cancel", officer, seen="", reason="x"), 428, "precondition-required")
    problem(act(client, task, "cancel", officer, seen='"x"', reason="x"), 422, "bad-parameter")
    reported = act(client, task, "report", lan, seen=seen, text="Đã xong")
    assert (reported.status_code, reported["ETag"] == seen, reported.json()["tag"] in reported["ETag"]) == (200, False, True)
    problem(act(client, task, "cancel", officer, seen=seen, reason="Thôi"), 412, "precondition-failed")
    assert again(task).state == "reported"
    confirm_done(task.id, actor=people.officer, at=NOW)  # at the desk
    problem(act(client, task, "send-back", officer, seen=reported["ETag"], reason="x"), 412, "precondition-failed")


def test_an_unchanged_task_is_not_sent_again(client: Client, people: Cast) -> None:
    task, lan = of_finance(people), shown(people.lan)
    first = client.get(f"{TASKS}/{task.id}", headers=lan)
    assert first["Cache-Control"] == "private, no-cache"
    assert client.get(f"{TASKS}/{task.id}", headers=lan | {"If-None-Match": first["ETag"]}).status_code == 304
    problem(client.get(f"{TASKS}/{task.id}", headers={"If-None-Match": first["ETag"]}), 401, "unauthorized")


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        pytest.param("", ["sớm", "muộn", "y tế"], id="all"),
        pytest.param("?counted=overdue", ["sớm"], id="overdue"),
        pytest.param("?counted=in_time", ["muộn", "y tế"], id="in time"),
        pytest.param("?state=assigned&due_from=2099-01-01", ["muộn", "y tế"], id="by state and day"),
        pytest.param("?due_to=2026-12-31", ["sớm"], id="until a day"),
        pytest.param("?agency=S%E1%BB%9F+Y+t%E1%BA%BF", ["sớm", "muộn", "y tế"], id="of an agency, whatever its part"),
        pytest.param("?agency=so-y-te&role=lead", ["y tế"], id="that it leads"),
        pytest.param("?agency=so-y-te&role=cooperating", ["sớm", "muộn"], id="in which it helps"),
        pytest.param("?agency=so-vu-tru", [], id="of an agency that nobody knows"),
        pytest.param("?document=7", [], id="of a document that ordered none"),
    ],
)
def test_filters(client: Client, people: Cast, asked: str, titles: list[str]) -> None:
    of_finance(people, "sớm", dt.date(2026, 3, 20))
    of_finance(people, "muộn")
    given(Plan(title="y tế", lead=people.health.id, due_on=LATER))
    answer = client.get(f"{TASKS}{asked}", headers=shown(people.officer)).json()
    assert [row["action"] for row in answer["data"]] == titles


def test_a_list_goes_on_behind_its_cursor(client: Client, people: Cast) -> None:
    tasks, lan = [of_finance(people) for _ in range(5)], shown(people.lan)
    found, address = [], f"{TASKS}?limit=2"
    while address:
        answer = client.get(address, headers=lan).json()
        found.append([row["id"] for row in answer["data"]])
        address = answer["next"]
    assert found == [[tasks[0].id, tasks[1].id], [tasks[2].id, tasks[3].id], [tasks[4].id]]


def test_queries_do_not_grow(client: Client, people: Cast) -> None:
    lan, task = shown(people.lan), of_finance(people)

    def queries() -> list[int]:
        counts = []
        for address in (TASKS, f"{TASKS}/{task.id}"):
            with CaptureQueriesContext(connection) as seen:
                assert client.get(address, headers=lan).status_code == 200
            counts.append(len(seen))
        return counts

    act(client, task, "progress", lan, text="x", progress=10)
    few = queries()
    for number in range(8):
        of_finance(people)
        act(client, task, "progress", lan, text="x", progress=20 + number)
    assert queries() == few
    assert max(few) <= 20


def test_other_sites_get_no_leave(client: Client, people: Cast) -> None:
    answer = client.options(f"{TASKS}/{of_finance(people).id}/acts/cancel", headers={"Origin": "https://elsewhere.example"})
    assert (answer.status_code, answer["Allow"]) == (204, "POST, OPTIONS")
    assert "Access-Control-Allow-Origin" not in answer
    public_problem(client.get("/api/v1/khong-co"), 404, "not-found")
