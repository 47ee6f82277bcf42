"""From the register to what a week is composed of, with the hashes by which a changed source is noticed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from dieuhanh.apps.audit.chain import canonical_json
from dieuhanh.apps.digests.contents import SourceKey
from dieuhanh.apps.digests.weeks import items_of_week
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.domain.composing import Material
from dieuhanh.extract.facts import Digest, Period


class Found(msgspec.Struct, frozen=True):
    """An item of the register; `sha256` is of what it says, `original` names the bytes of its page; `order` counts on it from 0."""

    key: SourceKey
    material: Material
    sha256: str
    original: str
    source: int
    order: int


def week_materials(period: Period) -> list[Found]:
    """The items that the issue of these days is composed of; a fixed number of queries."""
    places = items_of_week(period)
    pages = Page.objects.filter(pk__in={page for page, _ in places}).select_related("source")
    return list(_once(found for page, digest in _read(pages) for found in _found(page, digest, {o for p, o in places if p == page.id})))


def materials_at(keys: Collection[SourceKey]) -> dict[SourceKey, Found]:
    """What the current pages say at these places; a place that is gone is missing."""
    pages = Page.objects.current().filter(source__address__in={key.address for key in keys}).select_related("source")
    found = _once(one for page, digest in _read(pages) for one in _found(page, digest, None))
    return {one.key: one for one in found if one.key in keys}


def materials_on(sources: Collection[int]) -> list[Found]:
    """All items with documents on the current pages of these sources."""
    pages = Page.objects.current().filter(source__in=sources).select_related("source")
    return list(_once(one for page, digest in _read(pages) for one in _found(page, digest, None)))


def sha256_of(material: Material) -> str:
    """Of an item's words and facts, wherever on the page they stand: it changes when a person corrects a fact, too."""
    said = canonical_json([material.words, _without_places(msgspec.to_builtins(material.item))])
    return hashlib.sha256(said.encode("ascii")).hexdigest()


def _read(pages: Iterable[Page]) -> Iterator[tuple[Page, Digest]]:
    rows: Sequence[Page] = sorted(pages, key=lambda page: page.source.address)
    digests = stored_digests(rows)
    return ((page, digests[page.id]) for page in rows if page.id in digests)


def _found(page: Page, digest: Digest, orders: set[int] | None) -> Iterator[Found]:
    for order, item in enumerate(digest.items):
        if item.instruments and (orders is None or order in orders):
            key = SourceKey(page.source.address, item.heading, item.instruments[0].key)
            material = Material(key.name, digest.text, item)
            yield Found(key, material, sha256_of(material), page.original_id, page.source_id, order)


def _once(found: Iterable[Found]) -> Iterator[Found]:
    """A page may hold the same item twice."""
    seen: set[SourceKey] = set()
    for one in found:
        if one.key not in seen:
            seen.add(one.key)
            yield one


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_places(part) for name, part in value.items() if name not in ("span", "lead_index")}
    if isinstance(value, list | tuple):
        return [_without_places(part) for part in value]
    return value
