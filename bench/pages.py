"""Where the pages lie that the measurements read: our own always, the real ones beside the repository when they are there."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "src" / "dieuhanh" / "samples"
GOLDEN = ROOT / "tests" / "golden"
OTHERS = ROOT / "tests" / "pages"  # pages with their gold beside them, no part of the package
SHARED = ROOT.parent / "shared"
SEEDS = SHARED / "seeds"
GOLD = SHARED / "gold"
SCORER = SHARED / "eval" / "score.py"

PAGE_ENDINGS = (".txt", ".html")


def pages_in(folder: Path) -> list[Path]:
    """The pages of a folder by name; none where the folder is missing."""
    return sorted(p for p in folder.glob("*") if p.suffix in PAGE_ENDINGS)


def known_pages() -> list[Path]:
    """Every page that can be read here: the real ones (where present), then our own."""
    return pages_in(SEEDS) + pages_in(SAMPLES) + pages_in(OTHERS)
