"""Possible Vietnamese syllables: the table proves itself, and mojibake is none."""

from __future__ import annotations

import unicodedata

import pytest

from dieuhanh.text.syllables import TONES, is_syllable, vietnamese_share
from dieuhanh.text.tables import read_table

ROWS = read_table("syllables")


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['part']} {row['spelling']}") for row in ROWS])
def test_example_of_every_row_is_a_syllable(row: dict[str, str]) -> None:
    assert is_syllable(row["example"])
    bare = "".join(letter for letter in unicodedata.normalize("NFD", row["example"]) if letter not in TONES)
    assert unicodedata.normalize("NFD", row["spelling"]) in bare


@pytest.mark.parametrize("word", ["nghiêng", "giếng", "gì", "Quyết", "quốc", "khuỷu", "THƯỜNG", "xoong", "y", "ưu"])
def test_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    ["Céng", "nghÜa", "ViÖt", "hoäi", "ñaïi", "kà", "cê", "ghà", "ngề", "tiêp", "họcc", "bắń", "strasse", "x·", "", "wifi", "UBND", "đđ"],
)
def test_no_syllable(word: str) -> None:
    assert not is_syllable(word)


def test_share_counts_words() -> None:
    assert (vietnamese_share(["tỉnh", "Lạng", "Sơn", "xyz"]), vietnamese_share([])) == (0.75, 0.0)
