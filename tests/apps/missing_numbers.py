"""A script: the numbers that results of careful readers name and the register does not find, one a line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import django

django.setup()

from dieuhanh.apps.documents.models import Document  # noqa: E402  models need Django set up


def missing_numbers(results: Path) -> list[str]:
    named = set()
    for file in results.glob("*.json"):
        for item in json.loads(file.read_text("utf-8"))["items"]:
            named |= {document["number"] for document in (*item["instruments"], *item["citations"]) if document["number"]}
    return sorted(number for number in named if not Document.objects.numbered(number).exists())


if __name__ == "__main__":
    print("".join(f"{number}\n" for number in missing_numbers(Path(sys.argv[1]))), end="")  # noqa: T201  its output is what it is for
