"""What every page must keep: axe-core finds nothing, and nothing needs scrolling sideways."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

CONTRASTS = ("thuong", "cao")
WIDE = (1280, 800)
NARROW = (320, 256)  # a phone's width, and what a wide window is at 400 %
AXE_LOOKS_AT = {"thuong": WIDE, "cao": NARROW}  # a look takes up to two seconds; colours hang on the contrast, places on the width
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],  # what passed is not described node by node
}


def faults(page: Page) -> list[str]:
    """One line a fault: the rule and the first place where it is broken."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    violations: list[dict[str, Any]] = page.evaluate("options => axe.run(options).then(results => results.violations)", OPTIONS)
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]} {one['nodes'][0].get('failureSummary', '')[:200]}" for one in violations]


def look_at(page: Page) -> None:
    """In both contrasts, wide and narrow."""
    for contrast in CONTRASTS:
        if contrast == "cao":
            page.get_by_role("button", name="Tương phản cao").click()
            expect(page.locator("html.contrast")).to_have_count(1)
        look_at_widths(page, contrast)


def look_at_widths(page: Page, contrast: str) -> None:
    """Nothing to scroll sideways in either window; axe-core wide in the usual colours, narrow in high contrast, so each of the four once."""
    for width, height in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (contrast, width)
        if (width, height) == AXE_LOOKS_AT[contrast]:
            assert faults(page) == [], (contrast, width)
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
