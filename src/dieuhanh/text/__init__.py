"""The first floor: bytes of a page to one canonical text, with a map back to the source."""

from dieuhanh.text.canonical import DEFAULT_LIMIT, CanonicalText, canonicalise
from dieuhanh.text.matching import fold, lower, placements
from dieuhanh.text.offsets import Span
from dieuhanh.text.slugs import slug

__all__ = ["DEFAULT_LIMIT", "CanonicalText", "Span", "canonicalise", "fold", "lower", "placements", "slug"]
