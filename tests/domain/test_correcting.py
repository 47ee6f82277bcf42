"""A person's word against what a reader finds: which fact it governs, and when it must be looked at again."""

from __future__ import annotations

from typing import Any

import pytest

from dieuhanh.domain.correcting import Fit, correct
from dieuhanh.domain.rulings import Kind, Place, Ruling, Verdict, locate, place_of
from dieuhanh.extract.facts import SCHEMA, Digest, Item, Official

TEXT = "Tin một\nông An chỉ đạo; ông An chỉ đạo\nTin hai\nbà Bình chỉ đạo"
ONE, TWO = (0, 38), (39, 62)
FIRST, SECOND, THIRD = (8, 14), (24, 30), (47, 54)


def official(span: tuple[int, int], position: str = "Chủ tịch") -> Official:
    return Official(TEXT[slice(*span)], position, span)


def digest(*officials: Official) -> Digest:
    items = []
    for heading, span in (("Tin một", ONE), ("Tin hai", TWO)):
        here = tuple(o for o in officials if span[0] <= o.span[0] < span[1])
        items.append(Item(heading, span, None, (), here, None, (), (), (), (), (), ()))
    return Digest(SCHEMA, TEXT, None, None, None, (), tuple(items), ())


def value(name: str, position: str = "Chủ tịch") -> dict[str, Any]:
    return {"name": name, "position": position}


def ruling(verdict: Verdict, machine: Any, says: Any, place: Place, sole: bool = True) -> Ruling:
    return Ruling(Kind.OFFICIAL, place, machine, sole, verdict, says)


AN, OTHER_AN = Place("Tin một", "ông An", 0), Place("Tin một", "ông An", 1)
SAID = value("ông An")
BOTH = [official(FIRST), official(SECOND)]


@pytest.mark.parametrize(
    ("found", "word", "fit", "positions"),
    [
        pytest.param(BOTH, ruling(Verdict.CORRECTED, SAID, value("ông An", "Phó"), OTHER_AN), Fit.APPLIED, ["Chủ tịch", "Phó"], id="the second of the same words"),
        pytest.param(BOTH, ruling(Verdict.REJECTED, SAID, None, AN), Fit.APPLIED, ["Chủ tịch"], id="rejected"),
        pytest.param([], ruling(Verdict.CONFIRMED, SAID, SAID, AN), Fit.APPLIED, ["Chủ tịch"], id="confirmed and no longer found"),
        pytest.param([official(FIRST, "Phó")], ruling(Verdict.CONFIRMED, SAID, SAID, AN), Fit.APPLIED, ["Chủ tịch"], id="confirmed and found otherwise"),
        pytest.param([official(FIRST, "Phó")], ruling(Verdict.REJECTED, SAID, None, AN), Fit.APPLIED, [], id="rejected alone, found otherwise"),
        pytest.param([official(FIRST, "Phó")], ruling(Verdict.REJECTED, SAID, None, AN, sole=False), Fit.OTHER_CLAIM, ["Phó"], id="rejected among others, found otherwise"),
        pytest.param([official(FIRST), official(FIRST)], ruling(Verdict.REJECTED, SAID, None, AN), Fit.APPLIED, [], id="found twice alike"),
        pytest.param([official(SECOND)], ruling(Verdict.ADDED, None, value("ông An", "Phó"), AN), Fit.APPLIED, ["Phó", "Chủ tịch"], id="added, in reading order"),
        pytest.param([official(FIRST, "Phó")], ruling(Verdict.ADDED, None, value("ông An", "Phó"), AN), Fit.APPLIED, ["Phó"], id="added, and now found by the reader"),
        pytest.param(BOTH, ruling(Verdict.REJECTED, SAID, None, Place("Tin một", "ông Ân", 0)), Fit.WORDS_GONE, ["Chủ tịch", "Chủ tịch"], id="words that are gone"),
    ],
)  # fmt: skip
def test_a_word_is_applied(found: list[Official], word: Ruling, fit: Fit, positions: list[str]) -> None:
    corrected, (ruled,) = correct(digest(*found), [word])
    assert (ruled.fit, [o.position for o in corrected.items[0].officials]) == (fit, positions)
    assert corrected.items[1] == digest(*found).items[1]


@pytest.mark.parametrize("span", [FIRST, SECOND, THIRD])
def test_a_place_is_found_again(span: tuple[int, int]) -> None:
    item = 1 if span == THIRD else 0
    assert locate(digest(), place_of(digest(), item, span)) == (item, span)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        pytest.param(Place("Tin khác", "bà Bình", 0), (1, THIRD), id="another headline, but the words stand once"),
        pytest.param(Place("Tin khác", "ông An", 0), None, id="another headline, and the words stand twice"),
        pytest.param(Place("Tin một", "ông An", 2), None, id="one occurrence too few"),
        pytest.param(Place("Tin một", "", 0), None, id="no words"),
    ],
)
def test_a_place_in_a_changed_page(place: Place, found: object) -> None:
    assert locate(digest(), place) == found
