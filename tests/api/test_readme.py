"""What the README asks the API, the API answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

README = Path(__file__).resolve().parents[2] / "README.md"
ADDRESS = re.compile(r"^curl '?http://127\.0\.0\.1:8000(/api/[^'\s]*)'?$", re.MULTILINE)


@pytest.mark.usefixtures("samples")
def test_its_examples_answer(client: Client) -> None:
    addresses = ADDRESS.findall(README.read_text(encoding="utf-8"))
    assert len(addresses) >= 3
    for address in addresses:
        answer = client.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/json"), address
        assert answer.json().get("data", True), address
