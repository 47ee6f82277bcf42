"""Where crawlers find the issues (sitemaps.org 0.9)."""

from __future__ import annotations

import io
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from dieuhanh.apps.digests.renderings.edition import Edition

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def to_sitemap(editions: Iterable[Edition]) -> bytes:
    """Each issue with the day of its last change."""
    root = ET.Element("urlset", xmlns=NAMESPACE)
    for edition in editions:
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = edition.url
        ET.SubElement(url, "lastmod").text = edition.updated_at.isoformat(timespec="seconds")
    file = io.BytesIO()
    ET.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)
    return file.getvalue()
