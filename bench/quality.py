"""How much of what a careful reader finds the reader finds too: precision, recall and F1 for each kind of fact.

The scorer and the gold of the real pages lie beside the repository and are no part of it. Without them there is nothing to
say here, and the report says that.
"""

from __future__ import annotations

import importlib.util
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import dieuhanh
from bench.pages import GOLD, GOLDEN, OTHERS, SAMPLES, SCORER, SEEDS, pages_in


@dataclass(frozen=True)
class Score:
    """F1 by kind over all pages of a set, their mean, and every fact missed or wrong as (kind, how, where, fact)."""

    rows: dict[str, dict[str, float]]
    mean: float
    misses: list[tuple[str, str, str, object]]


def report() -> str:
    """The scores of both sets in Markdown."""
    if not SCORER.exists():
        return f"Needs {SCORER.relative_to(SCORER.parents[2])} beside the repository, which is not there: no score."
    return "\n\n".join(
        [
            f"Real pages ({len(pages_in(SEEDS))}, gold beside the repository):",
            table(score_pages(SEEDS, GOLD)),
            f"Our samples ({len(pages_in(SAMPLES))}, `tests/golden`):",
            table(score_pages(SAMPLES, GOLDEN)),
            f"Our other pages ({len(pages_in(OTHERS))}, `tests/pages`):",
            table(score_pages(OTHERS, OTHERS)),
        ]
    )


def score_pages(pages: Path, gold: Path) -> Score:
    """Read every page of the folder and compare with its gold."""
    scorer = load_scorer()
    with tempfile.TemporaryDirectory() as found:
        for page in pages_in(pages):
            (Path(found) / f"{page.stem}.json").write_bytes(dieuhanh.to_json(dieuhanh.read(page)))
        rows, misses = scorer.score(gold, found)
    rows = {kind: rows[kind] for kind in sorted(rows, key=scorer.ORDER.index)}
    return Score(rows, sum(row["f1"] for row in rows.values()) / len(rows), misses)


def load_scorer() -> ModuleType:
    """The scorer's own module, loaded from where it lies."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def table(score: Score) -> str:
    """One row a kind, the mean of F1 last."""
    rows = ["| kind | precision | recall | F1 | wanted | given |", "|---|--:|--:|--:|--:|--:|"]
    for kind, row in score.rows.items():
        figures = f"{row['precision']:.3f} | {row['recall']:.3f} | {row['f1']:.3f} | {row['wanted']:.0f} | {row['given']:.0f}"
        rows.append(f"| {kind} | {figures} |")
    return "\n".join([*rows, f"| **mean of F1** | | | **{score.mean:.3f}** | | |"])
