"""What a reader of the page must decide beyond its words: the period of an erring title, days without a year, what to warn of.

Reads: Digest as written.  Writes: Digest as the contract promises it.
"""

from __future__ import annotations

from msgspec.structs import replace

from dieuhanh.domain.deadlines import resolve_deadlines
from dieuhanh.domain.period import date_period, repair_period
from dieuhanh.domain.warnings import find_warnings
from dieuhanh.extract.facts import Digest


def settle(digest: Digest) -> Digest:
    """The digest with its period repaired or dated, its year-less deadlines resolved and its warnings."""
    period = repair_period(digest.period, digest.items) or date_period(digest.title, digest.items)
    settled = replace(digest, period=period, items=tuple(resolve_deadlines(item) for item in digest.items))
    return replace(settled, warnings=(*digest.warnings, *find_warnings(settled, digest.period)))
