"""One digest is the contract: what the register gives is what the reader reads."""

from __future__ import annotations

import json

import pytest
from django.test import Client

import dieuhanh
from dieuhanh.apps.documents.actions import reject_fact
from dieuhanh.apps.documents.actions.decide import Before
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.documents.shown import shown_facts
from dieuhanh.domain.rulings import Kind
from tests.apps.pages import NOW, TESTER
from tests.apps.samples import NAMES, SAMPLES, address_of


def digest_url(client: Client, name: str) -> str:
    return next(str(row["url"]) for row in client.get("/api/v1/digests").json()["data"] if row["source"] == address_of(name))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("samples")
def test_a_digest_is_what_the_library_reads(client: Client, name: str) -> None:
    content = (SAMPLES / name).read_bytes()
    assert client.get(digest_url(client, name)).json() == json.loads(dieuhanh.to_json(dieuhanh.read(content)))


@pytest.mark.usefixtures("samples")
def test_what_a_person_rejected_is_gone(client: Client) -> None:
    page = Page.objects.get(source__address=address_of(NAMES[0]))
    fact = next(fact for fact in shown_facts(page) if fact.kind == Kind.TARGET)
    before = client.get("/api/v1/targets", {"limit": 100})
    reject_fact(Before(page.source.address, page.original_id), fact.id, actor=TESTER, at=NOW)
    after = client.get("/api/v1/targets", {"limit": 100}, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert len(after.json()["data"]) == len(before.json()["data"]) - 1
