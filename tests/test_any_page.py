"""Whatever the page holds: reading ends, gives the same facts each time, and every span lies where it says."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dieuhanh
from dieuhanh.extract.facts import Digest, Span

LINES = sorted(
    {
        line
        for sample in (resources.files("dieuhanh") / "samples").iterdir()
        if sample.name.endswith(".txt")
        for line in sample.read_text(encoding="utf-8").splitlines()
        if line.strip()
    }
)
MARKS = ' ,;:.()\n"“”0123456789/-–|ÀđXs\u0301\u00ad\u200b\xa0'
DAMAGE = st.lists(
    st.tuples(st.integers(0, 20_000), st.integers(0, 9), st.text(MARKS, max_size=4)),
    max_size=40,
)
ONE_PAGE = settings(deadline=4000, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def damaged(lines: list[str], damage: list[tuple[int, int, str]]) -> str:
    """Lines of real-looking pages with letters cut out and marks put in."""
    page = "\n".join(lines)
    for place, cut, put in damage:
        at = place % (len(page) + 1)
        page = page[:at] + put + page[at + cut :]
    return page


def spans(digest: Digest) -> Iterator[Span]:
    for item in digest.items:
        yield item.span
        yield from (document.span for document in (*item.instruments, *item.citations))
        yield from (official.span for official in item.officials)
        yield from (relation.span for relation in item.relations)
        yield from (assignment.span for assignment in item.assignments)
        yield from (deadline.span for deadline in item.deadlines)
        yield from (target.span for target in item.targets)
        yield from (body.span for body in item.bodies)


def check(page: str) -> None:
    try:
        digest = dieuhanh.read(page)
    except dieuhanh.DieuhanhError:
        return
    for start, end in spans(digest):
        assert 0 <= start < end <= len(digest.text)
    assert dieuhanh.read(page) == digest


@ONE_PAGE
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=30), DAMAGE)
def test_damaged_pages_are_read(lines: list[str], damage: list[tuple[int, int, str]]) -> None:
    check(damaged(lines, damage))


@ONE_PAGE
@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(page: str) -> None:
    check(page)


@ONE_PAGE
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(page: bytes) -> None:
    try:
        digest = dieuhanh.read(page)
    except dieuhanh.DieuhanhError:
        return
    assert all(0 <= start < end <= len(digest.text) for start, end in spans(digest))


@pytest.mark.parametrize("mark", [" ", ",", ".", ";", "…", "\n", "(", "1.", "- ", "“"])
def test_a_page_of_one_mark_ends(mark: str) -> None:
    check(mark * 3000 + "UBND tỉnh")


def test_a_short_first_paragraph_is_no_list_of_what_follows() -> None:
    digest = dieuhanh.read("Th lũ\n8. UBND\nChủ động phòng, chống thiên tai,\n8. UBND các huyện, thành phố")
    assert all(0 <= start < end <= len(digest.text) for start, end in spans(digest))
