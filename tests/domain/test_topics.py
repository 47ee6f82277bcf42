"""Topics by the words of a text."""

from __future__ import annotations

import pytest

from dieuhanh.domain.topics import Topic, chosen_topics, suggest_topics

SCHEME = (Topic("kinh-te", "Kinh tế", ("đầu tư", "ngân sách")), Topic("y-te", "Y tế", ("tiêm chủng", "vắc xin")))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Tiêm chủng vắc xin, ngân sách", [("y-te", ("tiêm chủng", "vắc xin")), ("kinh-te", ("ngân sách",))], id="most words first"
        ),
        pytest.param("nhà đầu tưới", [], id="whole words only"),
        pytest.param("ĐẦU  TƯ", [("kinh-te", ("đầu tư",))], id="capitals and spaces do not matter"),
    ],
)
def test_suggestions(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(one.code, one.words) for one in suggest_topics(text, SCHEME)] == found


def test_a_choice_wins_even_when_it_is_none_of_them() -> None:
    suggested = suggest_topics("tiêm chủng tiêm chủng tiêm chủng ngân sách", SCHEME)
    assert chosen_topics(suggested, None) == ("y-te",)
    assert chosen_topics(suggested, ["kinh-te"]) == ("kinh-te",)
    assert chosen_topics(suggested, []) == ()
