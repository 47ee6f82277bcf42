"""Marks cover the words of their facts exactly, whatever way the spans lie to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.display.marks import CITATION, DEADLINE, Mark, item_marks, mark_up
from dieuhanh.extract.facts import Span
from tests.cli.own_digest import ITEM, TEXT
from tests.cli.read_page import ReadPage

WORDS = "một hai ba bốn"


def make_marks(*spans: Span) -> list[Mark]:
    return [Mark(DEADLINE, 1, number, span) for number, span in enumerate(spans, 1)]


@pytest.mark.parametrize(
    "spans",
    [
        pytest.param([(4, 7)], id="one"),
        pytest.param([(0, 14), (4, 7)], id="one inside another"),
        pytest.param([(4, 7), (4, 10)], id="beginning together"),
        pytest.param([(4, 10), (8, 10)], id="ending together"),
        pytest.param([(4, 7), (4, 7)], id="the same words twice"),
        pytest.param([(0, 7), (4, 10)], id="overlapping"),
        pytest.param([(0, 10), (4, 14), (8, 14)], id="three overlapping"),
        pytest.param([(4, 7), (7, 10)], id="side by side"),
    ],
)
def test_marks_cover_their_words(spans: list[Span]) -> None:
    marks = make_marks(*spans)
    (html,) = mark_up(WORDS, marks, [(0, len(WORDS))])
    page = ReadPage(html)
    assert page.visible == WORDS
    assert page.words == {mark.fact_id: WORDS[slice(*mark.span)] for mark in marks}
    assert sorted(page.ids) == sorted(mark.words_id for mark in marks)
    assert sorted(page.links) == sorted(f"#{mark.fact_id}" for mark in marks)


def test_a_mark_goes_on_in_the_next_paragraph() -> None:
    text = "một hai\nba bốn"
    (mark,) = make_marks((4, 10))
    first, second = mark_up(text, [mark], [(0, 7), (8, 14)])
    assert ReadPage(first).words == {mark.fact_id: "hai"}
    assert ReadPage(first).ids == [mark.words_id]
    assert ReadPage(second).words == {mark.fact_id: "ba"}
    assert ReadPage(second).ids == []
    assert ReadPage(second).links == [f"#{mark.fact_id}"]


def test_a_mark_without_words_is_not_drawn() -> None:
    assert list(mark_up(WORDS, make_marks((4, 4)), [(0, 3)])) == ["một"]


def test_spaces_around_a_fact_are_not_marked() -> None:
    text = TEXT + "\n"
    item_with_space = item_marks(1, ITEM, text)[CITATION][0]
    assert text[slice(*item_with_space.span)] == "Nghị quyết số 9/NQ-HĐND"


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(alphabet="ab <&\"'\n", min_size=1, max_size=40))
    borders = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(borders, borders).map(lambda pair: (min(pair), max(pair))), max_size=8))
    return text, spans


@given(marked_texts())
def test_any_marks_give_well_formed_html_with_exact_words(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    marks = make_marks(*spans)
    (html,) = mark_up(text, marks, [(0, len(text))])
    page = ReadPage(html)
    assert page.visible == text
    assert page.words == {mark.fact_id: text[slice(*mark.span)] for mark in marks if mark.has_words}
    assert sorted(page.ids) == sorted(mark.words_id for mark in marks if mark.has_words)
