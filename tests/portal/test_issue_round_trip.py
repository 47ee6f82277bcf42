"""The issue's page as it comes over HTTP, frame, ratings and links with it, read back by our own reader: the same facts as from the register."""

from __future__ import annotations

import pytest
from django.test import Client

from dieuhanh.apps.digests.addresses import issue_address
from dieuhanh.apps.digests.models import Issue
from dieuhanh.reading import read
from tests.apps.digests.test_round_trip import ENOUGH, KINDS, WEEKS, f1, facts, week

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", WEEKS)
def test_the_page_in_its_frame_reads_back(client: Client, path: object) -> None:
    stored, edition = week(path)  # type: ignore[arg-type]  # a path, or the mark of one that is missing
    address = issue_address(Issue.objects.get())
    for form in (address, f"{address}tai-ve.txt"):
        again = read(client.get(form).content)
        wanted, given = facts(stored), facts(again)
        scores = {kind: f1(wanted[kind], given[kind]) for kind in KINDS}
        assert sum(scores[kind] for kind in KINDS[:4]) / 4 >= ENOUGH, (form, scores)
        assert scores["assignments"] >= 0.9, (form, scores)
        assert (again.title, again.period, again.publisher) == (edition.title, stored.period, stored.publisher)
        assert len(again.items) == len(edition.entries)
