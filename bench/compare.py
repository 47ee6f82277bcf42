"""What another revision of the reader found and this one does not, and the other way round, over the same pages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import corpus
from bench.pages import ROOT, known_pages

VARIED_BYTES = 500_000
SHOWN = 12  # facts of a kind, each way
LEFT_OUT = ("span", "assignment")  # places, which move when anything before them does

# Read the pages of a folder with whatever reader the path holds, and print one JSON object a line.
READ_ALL = """
import pathlib, sys
import dieuhanh
for page in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    sys.stdout.write(dieuhanh.to_json(dieuhanh.read(page)).decode() + "\\n")
"""

Fact = tuple[str, str]  # (kind, what it says, as JSON)


def report(revision: str) -> str:
    """Gains and losses in Markdown: a summary by kind, then the facts themselves."""
    with tempfile.TemporaryDirectory() as name:
        tree, pages = Path(name) / "tree", Path(name) / "pages"
        gather(pages)
        git("worktree", "add", "--detach", str(tree), revision)
        try:
            before = facts_of(tree / "src", pages)
        finally:
            git("worktree", "remove", "--force", str(tree))
        after = facts_of(ROOT / "src", pages)
    return table(revision, before, after)


def git(*arguments: str) -> None:
    """A git command in this repository."""
    subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True)  # noqa: S607


def gather(folder: Path) -> None:
    """The pages to read: the real ones, the samples, and some varied ones."""
    folder.mkdir()
    for page in known_pages():
        (folder / page.name).write_bytes(page.read_bytes())
    for index, text in enumerate(corpus.generate(VARIED_BYTES)):
        (folder / f"varied-{index:03}.txt").write_text(text, "utf-8")


def facts_of(source: Path, pages: Path) -> Counter[Fact]:
    """Every fact that the reader under `source` finds, without its span."""
    environment = {**os.environ, "PYTHONPATH": str(source)}
    done = subprocess.run([sys.executable, "-c", READ_ALL, str(pages)], env=environment, check=True, capture_output=True, text=True)
    names = sorted(page.name for page in pages.iterdir())
    return Counter(fact for name, line in zip(names, done.stdout.splitlines(), strict=True) for fact in facts(name, json.loads(line)))


def facts(page: str, digest: dict[str, Any]) -> Iterator[Fact]:
    """The digest taken apart: one fact for each entry of each list, with the page and the headline where it stands."""
    for field in ("title", "publisher", "period", "lead"):
        yield field, said(page, digest[field])
    for warning in digest["warnings"]:
        yield "warnings", said(page, warning)
    for item in digest["items"]:
        yield "items", said(page, item["heading"])
        for kind, entries in item.items():
            for entry in entries if isinstance(entries, list) and kind != "span" else ():
                yield kind, said(page, item["heading"][:40], entry)


def said(*values: Any) -> str:
    """The values as one line, without what only says where they stand."""
    plain = [{k: v for k, v in value.items() if k not in LEFT_OUT} if isinstance(value, dict) else value for value in values]
    return " | ".join(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in plain)


def table(revision: str, before: Counter[Fact], after: Counter[Fact]) -> str:
    """Counts by kind, then the first facts gained and lost of each."""
    gained, lost = after - before, before - after
    rows = [f"| kind | {revision} | now | gained | lost |", "|---|--:|--:|--:|--:|"]
    details: list[str] = []
    for kind in sorted({kind for kind, _ in before | after}):
        counts = [sum(n for (k, _), n in facts.items() if k == kind) for facts in (before, after, gained, lost)]
        rows.append(f"| {kind} | " + " | ".join(map(str, counts)) + " |")
        for sign, changed in (("+", gained), ("-", lost)):
            details += [f"{sign} {kind}: {fact}" for k, fact in changed if k == kind][:SHOWN]
    return "\n".join([*rows, "", *details])
