"""The worker as a process: several at once, killed in the middle, stopped politely; on both databases."""

from __future__ import annotations

import json
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import pytest

from tests.apps.jobs.mail_server import MailServer, mail_server
from tests.apps.throwaway import command, copied, dieuhanh, script

PEOPLE = 12


class Office(msgspec.Struct):
    """An installation with people to be reminded, and their mail server."""

    environment: dict[str, str]
    mail: MailServer

    @contextmanager
    def worker(self, *words: str) -> Iterator[subprocess.Popen[str]]:
        command = [dieuhanh(), "worker", *words]
        with subprocess.Popen(command, env=self.environment, text=True, stdout=subprocess.PIPE, encoding="utf-8") as process:
            yield process
            process.kill()  # does nothing to one that has ended, as all should have

    def script(self, *words: str) -> dict[str, int]:
        found: dict[str, int] = json.loads(script(self.environment, "tests/apps/jobs/stage.py", *words))
        return found


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory, template: dict[str, str]) -> Iterator[dict[str, str]]:
    with copied(template, tmp_path_factory.mktemp("office")) as environment:
        assert command(environment, "user", "list").returncode == 0  # makes the tables
        script(environment, "tests/apps/jobs/stage.py", "set", str(PEOPLE))
        yield environment


@pytest.fixture
def office(staged: dict[str, str]) -> Iterator[Office]:
    """Everybody is still to be reminded."""
    with mail_server() as mail:
        made = Office(staged | {"SMTP_URL": mail.url, "SMTP_FROM": "Điều Hành <dieuhanh@langson.gov.vn>"}, mail)
        assert made.script("reset") == {"waiting": PEOPLE}
        yield made


def everybody_once(office: Office) -> bool:
    return Counter(office.mail.recipients) == Counter(f"nguoi-{number}@langson.gov.vn" for number in range(PEOPLE))


def test_once_does_what_is_due_and_ends(office: Office) -> None:
    done = [command(office.environment, "worker", "--once").returncode for _ in range(2)]
    assert (done, everybody_once(office), office.script("states")) == ([0, 0], True, {"sent": PEOPLE})


def test_three_workers_at_once_send_each_letter_once(office: Office) -> None:
    with office.worker("--once") as one, office.worker("--once") as two, office.worker("--once") as three:
        assert [worker.wait(60) for worker in (one, two, three)] == [0, 0, 0]
    assert (everybody_once(office), office.script("states")) == (True, {"sent": PEOPLE})


def test_killed_while_sending_the_rest_goes_out_at_once_and_the_one_under_way_later(office: Office) -> None:
    """`kill -9` before the mail server's yes: nobody gets two letters, nobody gets none."""
    office.mail.hold_at = 5
    with office.worker() as worker:
        assert office.mail.held.wait(60)
        worker.kill()
    assert (len(office.mail.letters), office.script("states")) == (4, {"sent": 4, "waiting": PEOPLE - 4})
    office.mail.hold_at = None
    office.mail.go_on.set()
    command(office.environment, "worker", "--once")
    assert (len(office.mail.letters), office.script("states")) == (PEOPLE - 1, {"sent": PEOPLE - 1, "waiting": 1})
    office.script("free")
    command(office.environment, "worker", "--once")
    assert (everybody_once(office), office.script("states")) == (True, {"sent": PEOPLE})


def test_sigterm_ends_a_worker_that_waits(office: Office) -> None:
    with office.worker() as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "Bộ xử lý đang chạy (dừng bằng Ctrl+C).\n"
        worker.send_signal(signal.SIGTERM)
        assert (worker.wait(60), worker.stdout.read()) == (0, "Đã dừng.\n")


def test_sigterm_lets_the_letter_under_way_be_finished_and_begins_no_other(office: Office) -> None:
    office.mail.hold_at = 3
    with office.worker() as worker:
        assert office.mail.held.wait(60)
        worker.send_signal(signal.SIGTERM)
        office.mail.hold_at = None
        office.mail.go_on.set()  # the connection under way breaks; that letter is tried again later
        assert worker.wait(60) == 0
    assert (len(office.mail.letters), office.script("states")) == (2, {"sent": 2, "waiting": PEOPLE - 2})
