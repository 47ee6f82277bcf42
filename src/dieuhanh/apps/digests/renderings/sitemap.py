"""Where crawlers find the issues (sitemaps.org 0.9)."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from xml.etree import ElementTree as ET

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def to_sitemap(pages: Iterable[tuple[str, dt.datetime | None]]) -> bytes:
    """Full addresses, each with the time of its last change where that is known."""
    root = ET.Element("urlset", xmlns=NAMESPACE)
    for address, changed in pages:
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = address
        if changed:
            ET.SubElement(url, "lastmod").text = changed.isoformat(timespec="seconds")
    file = io.BytesIO()
    ET.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)
    return file.getvalue()
