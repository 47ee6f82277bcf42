"""What every page must keep: axe-core finds nothing, and nothing needs scrolling sideways."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

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
    """axe-core in both contrasts, wide and narrow."""
    for contrast in ("thuong", "cao"):
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert faults(page) == [], (contrast, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        if contrast == "thuong":
            page.get_by_role("button", name="Tương phản cao").click()
            expect(page.locator("html.contrast")).to_have_count(1)
