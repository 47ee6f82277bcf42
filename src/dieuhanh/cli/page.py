"""A digest as one self-contained HTML page: the text with every fact marked in it, and beside each item the list of its facts.

No script and nothing from outside: the policy in the page's head forbids both, so that text which turned out hostile could do nothing.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from dieuhanh.cli.facts_list import entry, facts_html
from dieuhanh.display import wording
from dieuhanh.display.marks import KINDS, Kind, Mark, item_marks, warning_marks
from dieuhanh.display.paragraphs import AFTER, BEFORE, Paragraph, marked_paragraphs

if TYPE_CHECKING:
    from dieuhanh.extract.facts import Digest, Item


def digest_page(digest: Digest) -> str:
    """The whole page; every string of the digest is escaped."""
    found = [item_marks(position, item, digest.text) for position, item in enumerate(digest.items, 1)]
    warnings = warning_marks(digest)
    everything = [*warnings, *(mark for kinds in found for marks in kinds.values() for mark in marks)]
    paragraphs = marked_paragraphs(digest, everything)
    title, opening = _headed(digest.title or wording.UNTITLED, paragraphs[BEFORE], digest.text)
    parts = [
        "<!doctype html>",
        '<html lang="vi">',
        _head(digest),
        "<body>",
        '<a class="skip" href="#noi-dung">Đến nội dung</a>',
        f"<header>\n<h1>{title}</h1>\n{_summary(digest)}</header>",
        _contents(digest.items),
        '<main id="noi-dung">',
        _warnings(digest, warnings),
        _outside("Phần mở đầu của trang", opening),
        *(
            _article(item, position, marks, paragraphs[position], digest.text)
            for position, (item, marks) in enumerate(zip(digest.items, found, strict=True), 1)
        ),
        _outside("Phần ngoài các mục", paragraphs[AFTER]),
        "</main>",
        _legend(),
        "</body>",
        "</html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def _head(digest: Digest) -> str:
    """The style is allowed by its hash, so that not even a style of the text's own could be."""
    allowed = b64encode(sha256(_style().encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    return f"""<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<title>{escape(wording.one_line(digest.title or wording.UNTITLED))}</title>
<style>{_style()}</style>
</head>"""


def _headed(heading: str, paragraphs: list[Paragraph], text: str) -> tuple[str, list[Paragraph]]:
    """The heading's HTML and the paragraphs below it: the first one is the heading itself where its words are the same."""
    if paragraphs:
        first = paragraphs[0]
        if " ".join(text[slice(*first.span)].split()) == " ".join(heading.split()):
            return first.html, paragraphs[1:]
    return escape(wording.one_line(heading)), paragraphs


def _summary(digest: Digest) -> str:
    where = escape(wording.one_line(digest.publisher or "Không rõ cơ quan đăng"))
    when = wording.period(digest.period) if digest.period else "không rõ thời gian"
    return f"<p>{where}, {when}. Tổng cộng: {wording.counts(digest)}.</p>\n"


def _contents(items: tuple[Item, ...]) -> str:
    if not items:
        return ""
    rows = "".join(
        f'<li><a href="#muc-{position}">{escape(wording.one_line(item.heading))}</a>{_item_counts(item)}</li>\n'
        for position, item in enumerate(items, 1)
    )
    return f'<nav aria-labelledby="muc-luc">\n<h2 id="muc-luc">Mục lục</h2>\n<ol>\n{rows}</ol>\n</nav>'


def _item_counts(item: Item) -> str:
    """(2 nhiệm vụ giao, 1 thời hạn)"""
    told = wording.item_counts(item)
    return f' <span class="counts">({told})</span>' if told else ""


def _warnings(digest: Digest, marks: list[Mark]) -> str:
    if not digest.warnings:
        return ""
    rows = "".join(entry(mark, escape(wording.one_line(warning.message))) for mark, warning in zip(marks, digest.warnings, strict=True))
    return f'<section class="alert" aria-labelledby="can-xem-lai">\n<h2 id="can-xem-lai">Cần xem lại</h2>\n<ul>\n{rows}</ul>\n</section>'


def _outside(heading: str, paragraphs: list[Paragraph]) -> str:
    """Text that belongs to no item."""
    return f'<section class="outside">\n<h2>{heading}</h2>\n{_lines(paragraphs)}</section>' if paragraphs else ""


def _lines(paragraphs: list[Paragraph]) -> str:
    return "".join(f"<p>{paragraph.html}</p>\n" for paragraph in paragraphs)


def _article(item: Item, position: int, marks: dict[Kind, list[Mark]], paragraphs: list[Paragraph], text: str) -> str:
    heading, body = _headed(item.heading, paragraphs, text)
    return f"""<article id="muc-{position}" aria-labelledby="ten-muc-{position}">
<h2 id="ten-muc-{position}">{position}. {heading}</h2>
<div class="beside">
<div class="text">
{_lines(body)}</div>
<section class="facts" aria-label="Dữ kiện của mục {position}">
{facts_html(item, marks)}</section>
</div>
</article>"""


def _legend() -> str:
    """How each kind of fact looks; the kind is also written after the words."""
    rows = "".join(f'<li><mark class="{kind.css}">{kind.label}</mark> {kind.heading}</li>\n' for kind in KINDS)
    return f"""<footer>
<h2>Cách đọc trang này</h2>
<p>Lời văn của mỗi dữ kiện được gạch chân và kết thúc bằng một nhãn trong ngoặc vuông. Bấm vào nhãn để đến dữ kiện ở bên cạnh; bấm vào nhãn
của dữ kiện để trở lại lời văn.</p>
<ul class="legend">
{rows}</ul>
<p>Máy đọc, người quyết định: hãy đối chiếu với lời văn trước khi dùng.</p>
</footer>"""
