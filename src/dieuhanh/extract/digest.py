"""The whole reading of a digest, from canonical text to facts: what is written, nothing decided.

Reads: CanonicalText.  Writes: Digest.
"""

from __future__ import annotations

from dieuhanh.extract.anchors import Anchors, find_anchors
from dieuhanh.extract.assignments import find_assignments
from dieuhanh.extract.bodies import find_bodies
from dieuhanh.extract.deadlines import find_deadlines
from dieuhanh.extract.documents import Page, find_documents
from dieuhanh.extract.effective import find_effective
from dieuhanh.extract.facts import SCHEMA, Digest, Item
from dieuhanh.extract.layout import Section, find_layout, find_opening
from dieuhanh.extract.lexicon import lexicon_of
from dieuhanh.extract.officials import find_officials
from dieuhanh.extract.provinces import province_of
from dieuhanh.extract.publisher import find_publisher
from dieuhanh.extract.references import find_mentions
from dieuhanh.extract.relations import find_relations
from dieuhanh.extract.targets import find_targets
from dieuhanh.extract.title import read_period
from dieuhanh.text import CanonicalText


def read_digest(page: CanonicalText) -> Digest:
    """All facts of a page in reading order; a page that is no digest gives a digest without items."""
    lexicon = lexicon_of(province_of(page.text))
    opening = find_opening(page.text)
    text = page.cut(opening, len(page.text)).text if opening else page.text
    layout = find_layout(text)
    anchors = find_anchors(text, lexicon)
    title = " ".join(text[slice(*layout.title)].split()) if layout.title else None  # its days may stand on a line of their own
    period = read_period(title) if title else None
    documents = Page(find_mentions(anchors, period), period)
    return Digest(
        schema=SCHEMA,
        text=text,
        title=title,
        publisher=find_publisher(text, lexicon),
        period=period,
        lead=tuple(text[slice(*span)] for span in layout.lead),
        items=tuple(read_item(anchors, section, documents) for section in layout.sections),
        warnings=(),
    )


def read_item(anchors: Anchors, section: Section, page: Page) -> Item:
    """All facts of one item: its headline and the paragraphs below it."""
    text, paragraphs = anchors.text, section.paragraphs
    documents = find_documents(text, section, page)
    main = documents.instruments[0] if documents.instruments else None
    bodies = find_bodies(anchors, section.heading, paragraphs)
    orders = find_assignments(anchors, paragraphs, documents.quotable(anchors.lexicon), bodies)
    issued_on = main.date if main else None
    return Item(
        heading=text[slice(*section.heading)],
        span=(section.heading[0], paragraphs[-1][1] if paragraphs else section.heading[1]),
        lead_index=section.lead_index,
        instruments=documents.instruments,
        officials=tuple(find_officials(text, paragraphs)),
        effective=find_effective(text, paragraphs, issued_on),
        citations=documents.citations,
        relations=tuple(find_relations(anchors, paragraphs, documents.named, main.key if main and main.number else None, orders)),
        assignments=tuple(orders),
        deadlines=tuple(find_deadlines(anchors, paragraphs, orders, issued_on)),
        targets=tuple(find_targets(anchors, paragraphs, issued_on or (page.period.start if page.period else None))),
        bodies=tuple(bodies.found),
    )
