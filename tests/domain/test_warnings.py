"""What a person is asked to look at: each with its code, a sentence in Vietnamese, and the words that it is about."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from dieuhanh.domain.settling import settle
from dieuhanh.extract import facts
from dieuhanh.extract.facts import Digest, Period
from tests.domain.pages import TITLE, digest_of

WEEK = Period(dt.date(2024, 5, 13), dt.date(2024, 5, 19))
LEAD = ("Chống hạn cho lúa xuân", "Kiện toàn Hội đồng thi đua")

CASES = [
    pytest.param(digest_of(period=WEEK, days=["2024-05-14"]), [], id="nothing to say"),
    pytest.param(
        digest_of(period=WEEK, days=["2024-05-14", "2024-05-15"], lead=LEAD, announced=[0, 1]), [], id="every headline has its item"
    ),
    pytest.param(
        digest_of(period=WEEK, days=["2024-05-14"], lead=LEAD, announced=[0]),
        [("lead-without-item", "Kiện toàn Hội đồng thi đua")],
        id="a headline without its item",
    ),
    pytest.param(
        digest_of(period=WEEK, days=["2024-05-14", "2024-05-15"], lead=LEAD[:1], announced=[0, None]),
        [],
        id="an item that no headline announces",
    ),
    pytest.param(
        digest_of(period=WEEK, days=["2024-05-14"], lead=LEAD, announced=[None]),
        [("lead-without-item", LEAD[0]), ("lead-without-item", LEAD[1])],
        id="two headlines without items, in order",
    ),
    pytest.param(
        digest_of(period=WEEK, days=["2024-05-14", "2024-05-27"]),
        [("instrument-outside-period", "Công văn số 2/UBND-KT")],
        id="an instrument eight days after the period",
    ),
    pytest.param(
        digest_of(period=WEEK, days=["2024-05-05", "2024-05-14", "2024-05-14"]),
        [("instrument-outside-period", "Công văn số 1/UBND-KT")],
        id="an instrument eight days before the period",
    ),
    pytest.param(digest_of(period=WEEK, days=["2024-05-26", "2024-05-06"]), [], id="seven days are within reach"),
    pytest.param(digest_of(period=WEEK, days=["2024-05-14", ""]), [], id="an instrument without a day lies nowhere"),
    pytest.param(digest_of(period=None, days=["2024-05-14", "2010-01-01"]), [], id="without a period nothing lies outside it"),
    pytest.param(
        digest_of(period=Period(dt.date(2023, 5, 13), dt.date(2023, 5, 19)), days=["2024-05-14", "2024-05-15"]),
        [("period-year", TITLE)],
        id="the title's year is wrong: its instruments lie within the repaired period",
    ),
    pytest.param(
        digest_of(period=Period(dt.date(2023, 5, 13), dt.date(2023, 5, 19)), days=["2024-05-14", "2024-05-15", "2023-05-16"]),
        [("period-year", TITLE), ("instrument-outside-period", "Công văn số 3/UBND-KT")],
        id="the one instrument of the title's year lies outside the repaired period",
    ),
    pytest.param(digest_of(title=None, days=["2024-05-14"]), [("no-title", None)], id="no title"),
    pytest.param(digest_of(period=WEEK), [("no-item", None)], id="no item"),
]


@pytest.mark.parametrize(("digest", "expected"), CASES)
def test_warnings(digest: Digest, expected: list[tuple[str, str | None]]) -> None:
    found = settle(digest)
    assert [(w.code, found.text[slice(*w.span)] if w.span else None) for w in found.warnings] == expected


@pytest.mark.parametrize(
    ("digest", "words"),
    [
        pytest.param(digest_of(period=WEEK, days=["2024-05-27"]), ["1/UBND-KT", "27/05/2024"], id="the document and its day"),
        pytest.param(
            digest_of(period=Period(dt.date(2023, 5, 13), dt.date(2023, 5, 19)), days=["2024-05-14"]),
            ["2023", "2024"],
            id="the wrong year and the right",
        ),
    ],
)
def test_message_names_what_it_is_about(digest: Digest, words: list[str]) -> None:
    (warning,) = settle(digest).warnings
    assert [word for word in words if word not in warning.message] == []


def test_what_the_reading_warned_of_comes_first() -> None:
    read = replace(digest_of(period=WEEK), warnings=(facts.Warning("undecodable", "Có 1 chỗ không giải mã được.", None),))
    assert [w.code for w in settle(read).warnings] == ["undecodable", "no-item"]
