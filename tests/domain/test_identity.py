"""Which document a mention means."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.identity import KEY_LENGTH, Document, Identity, issuer_key, number_key, ordinal_of, symbol_of, tell_apart

UBND, OFFICE = "ubnd tỉnh", "văn phòng ubnd tỉnh"
IN_2023, IN_2024, LATER_2024 = dt.date(2023, 1, 9), dt.date(2024, 1, 9), dt.date(2024, 11, 5)


@pytest.mark.parametrize(
    ("kind", "number", "title", "key"),
    [
        pytest.param("Công văn", "238/VP-KGVX", "việc A", "238/vp-kgvx", id="a number is the key, the title is none of it"),
        pytest.param("Công điện", "01/CĐ-LĐTBXH", None, "1/cđ-lđtbxh", id="a leading zero does not count"),
        pytest.param("Công điện", "1/CĐ–LĐTBXH", None, "1/cđ-lđtbxh", id="a dash is a hyphen"),
        pytest.param("Chương trình", "55-Ctr/TU", None, "55-ctr/tu", id="capitals do not count"),
        pytest.param("Quyết định", "04/2024/QĐ-UBND", None, "4/2024/qđ-ubnd", id="the year inside stays"),
        pytest.param("Nghị quyết", "66.22/2026/NQ-CP", None, "66.22/2026/nq-cp", id="a dotted number"),
        pytest.param("Luật", "31/2024/QH15", "Luật Đất đai", "31/2024/qh15", id="a law by its number"),
        pytest.param("Công văn", "512", None, "công văn 512", id="a bare number needs its kind"),
        pytest.param("Luật", None, "Luật Đất đai năm 2013", "luật đất đai năm 2013", id="a law by its name"),
        pytest.param("Phiên họp", None, "UBND tỉnh tháng 8", "phiên họp ubnd tỉnh tháng 8", id="a session by kind and title"),
        pytest.param("Công văn", None, None, None, id="nothing identifies it"),
    ],
)
def test_number_key(kind: str, number: str | None, title: str | None, key: str | None) -> None:
    assert number_key(kind, number, title) == key


def test_a_long_title_gives_a_short_key_of_its_own() -> None:
    keys = [number_key("Luật", None, f"Luật {'rất dài ' * 100}{end}") for end in ("một", "hai")]
    assert [len(key or "") for key in keys] == [KEY_LENGTH, KEY_LENGTH]
    assert len(set(keys)) == 2


@pytest.mark.parametrize(
    ("number", "ordinal", "symbol"),
    [
        pytest.param("238/VP-KGVX", 238, "VP-KGVX", id="a letter"),
        pytest.param("04/2024/QĐ-UBND", 4, "QĐ-UBND", id="the year is no part of the symbol"),
        pytest.param("136-NQ/TU", 136, "NQ/TU", id="the Party's way"),
        pytest.param("66.22/2026/NQ-CP", None, "NQ-CP", id="a dotted number has no place in a series"),
        pytest.param("31/2024/QH15", 31, "QH15", id="a law"),
        pytest.param("512", 512, None, id="no symbol"),
        pytest.param(None, None, None, id="no number"),
    ],
)
def test_parts_of_a_number(number: str | None, ordinal: int | None, symbol: str | None) -> None:
    assert (ordinal_of(number), symbol_of(number)) == (ordinal, symbol)


@pytest.mark.parametrize(
    ("mentions", "meant"),
    [
        pytest.param([Identity(UBND, IN_2024)], [Document(UBND, IN_2024)], id="issuer and day are a document"),
        pytest.param(
            [Identity(UBND, IN_2023), Identity(UBND, IN_2024)],
            [Document(UBND, IN_2023), Document(UBND, IN_2024)],
            id="numbers restart each year",
        ),
        pytest.param(
            [Identity(UBND, IN_2024), Identity(OFFICE, IN_2024)],
            [Document(UBND, IN_2024), Document(OFFICE, IN_2024)],
            id="two issuers have the same number",
        ),
        pytest.param(
            [Identity(UBND, IN_2024), Identity(UBND, None, 2024)],
            [Document(UBND, IN_2024), Document(UBND, IN_2024)],
            id="without a day it joins the only one of that issuer",
        ),
        pytest.param([Identity(UBND, None, 2024)], [Document(UBND, None)], id="alone it is a document without a day"),
        pytest.param(
            [Identity(UBND, None, 2018), Identity(UBND, None, 2024)],
            [Document(UBND, None), Document(UBND, None)],
            id="without any day they are one",
        ),
        pytest.param(
            [Identity(UBND, IN_2023), Identity(UBND, IN_2024), Identity(UBND, None, 2024)],
            [Document(UBND, IN_2023), Document(UBND, IN_2024), None],
            id="of two it cannot be told",
        ),
        pytest.param(
            [Identity(UBND, IN_2023), Identity(UBND, IN_2024), Identity(UBND, None, 2023)],
            [Document(UBND, IN_2023), Document(UBND, IN_2024), Document(UBND, IN_2023)],
            id="a page of 2023 means none of 2024",
        ),
        pytest.param(
            [Identity(UBND, IN_2024), Identity(UBND, None, 2018)],
            [Document(UBND, IN_2024), Document(UBND, None)],
            id="a page of 2018 means another than that of 2024",
        ),
        pytest.param(
            [Identity(UBND, IN_2024), Identity(UBND, None, 0)],
            [Document(UBND, IN_2024), Document(UBND, IN_2024)],
            id="a page without a year joins too",
        ),
        pytest.param(
            [Identity(OFFICE, IN_2024), Identity(UBND, None, 2024)],
            [Document(OFFICE, IN_2024), Document(UBND, None)],
            id="another issuer's is no candidate",
        ),
        pytest.param(
            [Identity(UBND, IN_2024), Identity("", IN_2024)],
            [Document(UBND, IN_2024), Document(UBND, IN_2024)],
            id="without issuer it joins the only one of that day",
        ),
        pytest.param(
            [Identity(UBND, IN_2024), Identity(OFFICE, IN_2024), Identity("", IN_2024)],
            [Document(UBND, IN_2024), Document(OFFICE, IN_2024), None],
            id="of two issuers it cannot be told",
        ),
        pytest.param(
            [Identity(UBND, IN_2024), Identity("", None, 2024)],
            [Document(UBND, IN_2024), Document(UBND, IN_2024)],
            id="a bare number joins the only one at all",
        ),
        pytest.param(
            [Identity(UBND, IN_2024), Identity(UBND, LATER_2024), Identity("", None, 2024)],
            [Document(UBND, IN_2024), Document(UBND, LATER_2024), None],
            id="a bare number of two cannot be told",
        ),
    ],
)
def test_mentions_are_told_apart(mentions: list[Identity], meant: list[Document | None]) -> None:
    for order in permutations(mentions):
        assert [tell_apart(order)[mention] for mention in mentions] == meant


SAID = st.builds(
    lambda issuer, day, year: Identity(issuer, day, 0 if day else year),
    st.sampled_from(["", UBND, OFFICE]),
    st.sampled_from([None, IN_2023, IN_2024, LATER_2024]),
    st.sampled_from([0, 2018, 2023, 2024]),
)


@given(st.lists(SAID, max_size=12))
def test_what_a_mention_says_holds_of_its_document(mentions: list[Identity]) -> None:
    for said, document in tell_apart(mentions).items():
        if document is not None:
            assert said.issuer in ("", document.issuer)
            assert said.day in (None, document.day)


def test_issuers_are_compared_folded() -> None:
    assert issuer_key("Uỷ ban  Dân tộc") == issuer_key("Ủy ban Dân tộc") == "ủy ban dân tộc"
    assert issuer_key(None) == ""
