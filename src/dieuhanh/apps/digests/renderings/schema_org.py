"""An issue as linked data of schema.org, for search engines."""

from __future__ import annotations

import json
from typing import Any

from dieuhanh.apps.digests.renderings.edition import Edition
from dieuhanh.apps.digests.voices import Voice

# A script element ends at "</script"; in JSON these three may always stand as escapes.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def to_schema_org(edition: Edition, voice: Voice | None = None) -> str:
    """JSON-LD that may stand inside a script element; stars are told only where somebody gave some."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": edition.url,
        "url": edition.url,
        "headline": edition.title,
        "inLanguage": "vi",
        "datePublished": edition.published_at.isoformat(),
        "dateModified": edition.updated_at.isoformat(),
        "temporalCoverage": f"{edition.period.start}/{edition.period.end}",
        "publisher": {"@type": "GovernmentOrganization", "name": edition.publisher},
        "hasPart": [{"@type": "Article", "headline": e.headline, "url": f"{edition.url}#{e.anchor}"} for e in edition.entries],
    }
    if edition.notices:
        data["correction"] = [
            {"@type": "CorrectionComment", "datePublished": n.on.isoformat(), "text": n.statement} for n in edition.notices
        ]
    if voice is not None and voice.average is not None:
        data["aggregateRating"] = {
            "@type": "AggregateRating",
            "ratingValue": round(voice.average, 1),
            "ratingCount": voice.stars,
            "bestRating": 5,
            "worstRating": 1,
        }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
