"""Agencies' people reporting at the same moment as the office assigns, over HTTP on loopback, against a real `dieuhanh serve`.

Goals: no report that was answered with success is missing, none is there twice, nothing is answered 5xx. Bounded: so many people, each with
so many reports, each request with a time limit; then the server is stopped.
"""

from __future__ import annotations

import http.client
import json
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from bench.register import answers, installation

PEOPLE, REPORTS, DRAFTS = 50, 6, 100
STARTING, ANSWERING = 60, 120  # seconds at most
SUCCESS, FAILURE = range(200, 300), 500
TWENTIETHS = 20


@dataclass
class Answers:
    """What the server said: status and seconds of each request, and the texts and drafts that it took."""

    statuses: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    assigned: list[int] = field(default_factory=list)
    lost: int = 0  # requests that got no answer

    @property
    def failures(self) -> int:
        return sum(status >= FAILURE for status in self.statuses)

    def percentile(self, part: int) -> float:
        """Milliseconds within which so many twentieths were answered."""
        return statistics.quantiles(self.seconds, n=TWENTIETHS)[part - 1] * 1000


@dataclass(frozen=True)
class Outcome:
    """A run: what was answered, what the database has, whether the chain holds."""

    answers: Answers
    kept: dict[str, Any]
    whole: bool
    seconds: float

    @property
    def missing(self) -> set[str]:
        """Reports that were answered with success and are not there."""
        return set(self.answers.reports) - set(self.kept["reports"])

    @property
    def twice(self) -> int:
        return len(self.kept["reports"]) - len(set(self.kept["reports"]))


def report(people: int = PEOPLE) -> str:
    """A table for both databases; PostgreSQL is left out where none answers."""
    lines = [
        "| database | people | requests | lost reports | twice | 5xx | no answer | median | p95 | requests a second |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for database in ("SQLite", "PostgreSQL"):
        if database == "PostgreSQL" and not answers():
            lines.append("| PostgreSQL | no server answers | | | | | | | | |")
            continue
        with installation(database) as environment:
            done = run(environment, people, REPORTS, DRAFTS)
        assert done.whole
        said = done.answers
        lines.append(
            f"| {database} | {people} + 1 | {len(said.statuses)} | {len(done.missing)} (goal 0) | {done.twice} (goal 0) "
            f"| {said.failures} (goal 0) | {said.lost} "
            f"| {said.percentile(10):.0f} ms | {said.percentile(19):.0f} ms | {len(said.statuses) / done.seconds:.0f} |"
        )
    return "\n".join(lines)


def run(environment: dict[str, str], people: int, reports: int, drafts: int) -> Outcome:
    """Fills the register, lets everybody begin at one signal, waits for all, stops the server, and looks what is there."""
    crowd = _script(environment, "fill", people, reports, drafts)
    said, lock = Answers(), threading.Lock()
    with served(environment) as port:
        ready = threading.Barrier(people + 1)
        works = [partial(_reporting, port, n, one, ready, said, lock) for n, one in enumerate(crowd["crowd"])]
        works.append(partial(_assigning, port, crowd["officer"], crowd["drafts"], ready, said, lock))
        threads = [threading.Thread(target=work, daemon=True) for work in works]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(ANSWERING)
        seconds = time.perf_counter() - began
    checked = subprocess.run([_dieuhanh(), "check"], env=environment, capture_output=True, check=False)
    if checked.returncode:
        print((checked.stdout + checked.stderr).decode(), file=sys.stderr)
    return Outcome(said, _script(environment, "kept"), checked.returncode == 0, seconds)


def _reporting(port: int, number: int, one: dict[str, Any], ready: threading.Barrier, said: Answers, lock: threading.Lock) -> None:
    """One person: a step of progress on each task, then the final report."""
    ready.wait(STARTING)
    for task in one["tasks"]:
        half, whole = f"{number}/{task}: nửa", f"{number}/{task}: xong"
        for slug, text, more in (("progress", half, {"progress": 50}), ("report", whole, {})):
            if _act(port, one["token"], task, slug, {"text": text, **more}, said, lock):
                with lock:
                    said.reports.append(text)


def _assigning(port: int, token: str, drafts: list[int], ready: threading.Barrier, said: Answers, lock: threading.Lock) -> None:
    ready.wait(STARTING)
    for draft in drafts:
        if _act(port, token, draft, "assign", {}, said, lock):
            with lock:
                said.assigned.append(draft)


def _act(port: int, token: str, task: int, slug: str, body: dict[str, Any], said: Answers, lock: threading.Lock) -> bool:
    """Whether the server took it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWERING)
    headers = {"Authorization": f"Bearer {token}", "If-Match": "*", "Content-Type": "application/json"}
    began = time.perf_counter()
    try:
        connection.request("POST", f"/api/v1/tasks/{task}/acts/{slug}", json.dumps(body).encode(), headers)
        answer = connection.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException):
        with lock:
            said.lost += 1
        return False
    finally:
        connection.close()
    with lock:
        said.statuses.append(answer.status)
        said.seconds.append(time.perf_counter() - began)
    return answer.status in SUCCESS


@contextmanager
def served(environment: dict[str, str]) -> Iterator[int]:
    """The port of a server that is stopped at the end."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = int(one.getsockname()[1])
    command = [_dieuhanh(), "serve", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(STARTING)


def _wait_for(port: int) -> None:
    until = time.monotonic() + STARTING
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(port)


def _script(environment: dict[str, str], *words: object) -> Any:
    command = [sys.executable, "-m", "bench.crowd", *map(str, words)]
    return json.loads(subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout)


def _dieuhanh() -> str:
    return str(Path(sys.executable).with_name("dieuhanh"))
