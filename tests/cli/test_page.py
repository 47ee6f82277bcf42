"""The HTML page: every fact linked to its words and back, nothing that runs, nothing from outside, colours that can be read."""

from __future__ import annotations

import datetime as dt
import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dieuhanh
from dieuhanh.cli import page as page_module
from dieuhanh.cli.page import digest_page
from dieuhanh.display.marks import KINDS, Kind, item_marks, warning_marks
from dieuhanh.extract.facts import Digest
from tests.cli.own_digest import DIGEST, EMPTY, HEADING, ITEM, LETTER, TEXT
from tests.cli.read_page import ReadPage

STYLE = Path(page_module.__file__).with_name("page.css").read_text(encoding="utf-8")
HTML = digest_page(DIGEST)
PAGE = ReadPage(HTML)
MARKS = [*warning_marks(DIGEST), *(mark for marks in item_marks(1, ITEM, TEXT).values() for mark in marks)]

ALLOWED_TAGS = set(
    "html head meta title style body a header h1 h2 h3 p nav ol ul li main section article div mark span strong em br footer".split()  # noqa: SIM905
)


def test_every_fact_is_marked_and_listed() -> None:
    assert len(MARKS) == 14
    assert dict(PAGE.words) == {mark.fact_id: TEXT[slice(*mark.span)] for mark in MARKS}
    assert {mark.fact_id for mark in MARKS} | {mark.words_id for mark in MARKS} <= set(PAGE.ids)


def test_every_link_leads_to_an_anchor() -> None:
    assert len(PAGE.ids) == len(set(PAGE.ids))
    assert {link.removeprefix("#") for link in PAGE.links} <= set(PAGE.ids)


def test_links_go_both_ways() -> None:
    for mark in MARKS:
        assert f"#{mark.fact_id}" in PAGE.links
        assert f"#{mark.words_id}" in PAGE.links


def test_all_words_are_shown_once() -> None:
    shown = "".join(PAGE.visible.split())
    for line in TEXT.splitlines()[3:]:
        assert shown.count("".join(line.split())) == 1


def test_the_item_is_headed_by_its_headline() -> None:
    assert f'<h2 id="ten-muc-1">1. {HEADING}</h2>' in HTML


def test_a_headline_glued_to_its_paragraph_is_shown_above_it() -> None:
    glued = msgspec.structs.replace(ITEM, heading="Nạo vét mương máng")
    page = digest_page(msgspec.structs.replace(DIGEST, items=(glued,)))
    assert "1. Nạo vét mương máng</h2>" in page
    assert f"<p>{HEADING}</p>" in page


def test_text_after_the_last_item_is_kept() -> None:
    short = msgspec.structs.replace(ITEM, span=(ITEM.span[0], TEXT.index("Các xã gửi")))
    page = digest_page(msgspec.structs.replace(DIGEST, items=(short,)))
    assert "Phần ngoài các mục" in page
    assert dict(ReadPage(page).words) == dict(PAGE.words)


def test_a_paragraph_shared_by_two_items_is_cut() -> None:
    middle = TEXT.index("Phấn đấu")
    first = msgspec.structs.replace(ITEM, span=(ITEM.span[0], middle))
    second = msgspec.structs.replace(ITEM, heading="Phấn đấu", span=(middle, len(TEXT)), instruments=(LETTER,))
    page = ReadPage(digest_page(msgspec.structs.replace(DIGEST, items=(first, second))))
    assert len(page.ids) == len(set(page.ids))
    assert page.visible.index("2. Phấn đấu") < page.visible.index("Phấn đấu khơi thông từ")
    assert page.visible.index("Sở Y tế rà soát") < page.visible.index("2. Phấn đấu\n")


def test_a_page_without_items() -> None:
    page = ReadPage(digest_page(EMPTY))
    assert "Trang này chưa có tin." in page.visible
    assert "Không tìm thấy mục nào." in page.visible


def test_nothing_runs_and_nothing_is_fetched() -> None:
    assert set(PAGE.tags) <= ALLOWED_TAGS
    assert [name for _, name, _ in PAGE.attributes if name.startswith("on") or name in ("style", "src", "srcset")] == []
    assert all(link.startswith("#") for link in PAGE.links)
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def test_the_policy_allows_only_the_style() -> None:
    (policy,) = [value for tag, name, value in PAGE.attributes if tag == "meta" and name == "content" and "default-src" in value]
    (style,) = re.findall(r"<style>(.*?)</style>", HTML, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_the_page_is_vietnamese_and_has_its_landmarks() -> None:
    assert ("html", "lang", "vi") in PAGE.attributes
    assert [PAGE.tags.count(tag) for tag in ("header", "nav", "main", "footer", "h1")] == [1, 1, 1, 1, 1]
    assert PAGE.links[0] == "#noi-dung"


def test_headings_leave_no_level_out() -> None:
    levels = [int(tag[1]) for tag in PAGE.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


SAMPLES = sorted((Path(dieuhanh.__file__).parent / "samples").glob("*.*"))


@pytest.mark.parametrize("sample", [pytest.param(path, id=path.stem) for path in SAMPLES])
def test_every_fact_of_a_sample_is_marked_and_linked(sample: Path) -> None:
    digest = dieuhanh.read(sample)
    found = [item_marks(position, item, digest.text) for position, item in enumerate(digest.items, 1)]
    marks = [mark for kinds in found for marks in kinds.values() for mark in marks] + warning_marks(digest)
    page = ReadPage(digest_page(digest))
    assert dict(page.words) == {mark.fact_id: digest.text[slice(*mark.span)].replace("\n", "") for mark in marks if mark.has_words}
    assert {link.removeprefix("#") for link in page.links} | {mark.fact_id for mark in marks} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def luminance(colour: str) -> float:
    """Relative luminance of #rgb or #rrggbb (WCAG 2.2)."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


COLOURS = dict(re.findall(r"--(\w+): (#\w+);", STYLE.partition("}")[0]))
MARKED = dict(re.findall(r"^mark\.(\w+) \{ background: (#\w+);", STYLE, re.MULTILINE))
GROUNDS = {"paper": COLOURS["paper"], "soft": COLOURS["soft"], **MARKED}


@pytest.mark.parametrize("ground", [pytest.param(colour, id=f"on {name}") for name, colour in GROUNDS.items()])
@pytest.mark.parametrize("ink", ["ink", "link"])
def test_text_can_be_read(ink: str, ground: str) -> None:
    assert contrast(COLOURS[ink], ground) >= 4.5


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.css) for kind in KINDS])
def test_every_kind_has_its_own_underline(kind: Kind) -> None:
    (colour,) = re.findall(rf"^mark\.{kind.css} .*?text-decoration-color: (#\w+)", STYLE, re.MULTILINE)
    assert contrast(colour, COLOURS["paper"]) >= 3


HOSTILE = '</title></style><script>alert(1)</script><img src=x onerror=alert(1)>" onmouseover="alert(1)\' <!-- ]]> &lt;'


def poisoned(digest: Digest, poison: str) -> Digest:
    """The digest with the poison in front of every string that the text or a person could have given."""
    text = poison + digest.text
    shift = len(poison)

    def spoil(value: object, name: str) -> object:
        match value:
            case str() if name not in {"schema", "bound", "recurrence", "comparator"} and not (name == "type" and value == "implements"):
                return text if name == "text" else poison + value
            case list() if name == "span":
                return [border + shift for border in value]
            case list():
                return [spoil(entry, name) for entry in value]
            case dict():
                return {key: spoil(entry, key) for key, entry in value.items()}
            case _:
                return value

    return msgspec.convert(spoil(dates_kept(digest), ""), Digest)


def dates_kept(digest: Digest) -> object:
    """The digest as plain lists and dictionaries, its days still days."""
    return msgspec.to_builtins(digest, builtin_types=(dt.date,))


def assert_harmless(html: str) -> None:
    page = ReadPage(html)
    assert set(page.tags) <= ALLOWED_TAGS
    assert [name for _, name, _ in page.attributes if name.startswith("on")] == []
    assert all(link.startswith("#") for link in page.links)


def test_hostile_words_are_shown_and_do_nothing() -> None:
    html = digest_page(poisoned(DIGEST, HOSTILE))
    assert_harmless(html)
    assert HOSTILE in ReadPage(html).visible


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("<>&\"'/=!-x\n\x00\x1b\u202e\ud800 ")), min_size=1, max_size=30))
def test_any_words_do_nothing(poison: str) -> None:
    html = digest_page(poisoned(DIGEST, poison))
    assert_harmless(html)
    html.encode()
