"""One round of a worker: standing jobs that are due, the queue, then whatever waits to be sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from dieuhanh.apps.followers import mailing as followers
from dieuhanh.apps.jobs.queue import Queue, put_back
from dieuhanh.apps.jobs.standing import WORKER, queue_due
from dieuhanh.apps.notices.actions import tell_steps
from dieuhanh.apps.notices.mailing import send_news, send_next
from dieuhanh.apps.search.following import current_index, follow
from dieuhanh.apps.webhooks.delivering import deliver_next

Clock = Callable[[], dt.datetime]

OUTBOXES: tuple[Callable[[Clock], bool], ...] = (
    send_next,
    send_news,
    deliver_next,
    followers.send_next,
)  # each sends one thing that is due, and says whether there was one


def work_a_round(queue: Queue, clock: Clock, stopping: Callable[[], bool]) -> None:
    """Do what is due and return; between two things that are sent, and between two jobs, it looks whether it shall stop.

    Raises OSError where the search index cannot be written, and what the database raises.
    """
    at = clock()
    queue_due(at)
    put_back(at)
    queue.run_ready()
    tell_steps(actor=WORKER, at=at)
    for one_is_sent in OUTBOXES:
        while not stopping() and one_is_sent(clock):
            pass
    if not stopping():
        follow(current_index())
