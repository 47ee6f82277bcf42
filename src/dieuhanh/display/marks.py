"""The facts of a digest as numbered marks in its text, and text with marks as HTML whatever way the marks overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dieuhanh.display.wording import printable

if TYPE_CHECKING:
    from dieuhanh.extract.facts import Digest, Item, Span


class HasSpan(Protocol):
    """A fact with the words that it stands on."""

    @property
    def span(self) -> Span: ...


class Kind(NamedTuple):
    """A kind of fact: its CSS class, its slug in anchors, the label beside its words, the heading of its list."""

    css: str
    slug: str
    label: str
    heading: str


INSTRUMENT = Kind("instrument", "van-ban", "văn bản", "Văn bản")
OFFICIAL = Kind("official", "nguoi", "người", "Người chỉ đạo, ký, chủ trì")
EFFECTIVE = Kind("effective", "hieu-luc", "hiệu lực", "Hiệu lực")
ASSIGNMENT = Kind("assignment", "viec", "việc", "Nhiệm vụ giao")
DEADLINE = Kind("deadline", "han", "hạn", "Thời hạn")
TARGET = Kind("target", "chi-tieu", "chỉ tiêu", "Chỉ tiêu")
BODY = Kind("body", "to-chuc", "tổ chức", "Tổ chức thành lập, kiện toàn")
RELATION = Kind("relation", "quan-he", "quan hệ", "Quan hệ giữa các văn bản")
CITATION = Kind("citation", "vien-dan", "viện dẫn", "Văn bản viện dẫn")
WARNING = Kind("warning", "luu-y", "lưu ý", "Cần xem lại")

KINDS = (INSTRUMENT, OFFICIAL, EFFECTIVE, ASSIGNMENT, DEADLINE, TARGET, BODY, RELATION, CITATION, WARNING)


class Mark(NamedTuple):
    """A fact's place in the text: `position` is its item's (1 is the first, 0 the whole page), `number` counts its kind there."""

    kind: Kind
    position: int
    number: int
    span: Span

    @property
    def fact_id(self) -> str:
        """The anchor of the fact in the list beside the text."""
        return f"du-kien-{self._place}"

    @property
    def words_id(self) -> str:
        """The anchor of its words in the text."""
        return f"loi-{self._place}"

    @property
    def _place(self) -> str:
        return f"{self.position}-{self.kind.slug}-{self.number}" if self.position else f"{self.kind.slug}-{self.number}"

    @property
    def name(self) -> str:
        return f"{self.kind.label} {self.number}"

    @property
    def full_name(self) -> str:
        """Its name among all of the page, for who hears a link without seeing where it stands."""
        return f"{self.name}, mục {self.position}" if self.position else self.name

    @property
    def has_words(self) -> bool:
        return self.span[0] < self.span[1]


def item_marks(position: int, item: Item, text: str) -> dict[Kind, list[Mark]]:
    """The marks of item number `position` (from 1), by kind, each list in the order of the item's own."""
    facts: dict[Kind, Iterable[HasSpan]] = {
        INSTRUMENT: item.instruments,
        OFFICIAL: item.officials,
        EFFECTIVE: (item.effective,) if item.effective else (),
        ASSIGNMENT: item.assignments,
        DEADLINE: item.deadlines,
        TARGET: item.targets,
        BODY: item.bodies,
        RELATION: item.relations,
        CITATION: item.citations,
    }
    return {kind: _marks(kind, position, (fact.span for fact in found), text) for kind, found in facts.items()}


def warning_marks(digest: Digest) -> list[Mark]:
    return _marks(WARNING, 0, (warning.span for warning in digest.warnings), digest.text)


def _marks(kind: Kind, position: int, spans: Iterable[Span | None], text: str) -> list[Mark]:
    """Spaces at either end of a span are not marked: they may lie between two paragraphs, where there is nothing to see."""
    return [Mark(kind, position, number, _trimmed(span or (0, 0), text)) for number, span in enumerate(spans, 1)]


def _trimmed(span: Span, text: str) -> Span:
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def mark_up(text: str, marks: Iterable[Mark], pieces: Iterable[Span]) -> Iterator[str]:
    """The HTML of each piece of the text, in order, with every mark in it; between two pieces there is only white space.

    Marks nest and overlap freely. Where one ends inside another that began later, the later one is closed and opened again, so the HTML is
    always well formed. Only the first part of a mark carries its anchor, and only the last one its label.
    """
    waiting = sorted((mark for mark in marks if mark.has_words), key=lambda mark: (-mark.span[0], mark.span[1]))  # the next one last
    held: list[Mark] = []  # begun and not ended, outermost first
    for start, end in pieces:
        parts = [_opening(mark) for mark in held]
        at = start
        while at < end:
            _begin(at, waiting, held, parts)
            border = min([end, *(mark.span[1] for mark in held), *(mark.span[0] for mark in waiting[-1:])])
            parts.append(escape(printable(text[at:border])))
            _finish(border, held, parts)
            at = border
        parts += ["</mark>"] * len(held)
        yield "".join(parts)


def _begin(at: int, waiting: list[Mark], held: list[Mark], parts: list[str]) -> None:
    """Open the marks that begin here, longer ones outside."""
    while waiting and waiting[-1].span[0] <= at:
        mark = waiting.pop()
        held.append(mark)
        parts.append(_opening(mark, f' id="{mark.words_id}"'))


def _finish(at: int, held: list[Mark], parts: list[str]) -> None:
    """Close the marks that end here; those inside them that go on are closed too and opened again."""
    first = next((index for index, mark in enumerate(held) if mark.span[1] <= at), len(held))
    touched = held[first:]
    del held[first:]
    for mark in reversed(touched):
        parts.append(f"{label(mark)}</mark>" if mark.span[1] <= at else "</mark>")
    for mark in touched:
        if mark.span[1] > at:
            held.append(mark)
            parts.append(_opening(mark))


def _opening(mark: Mark, anchor: str = "") -> str:
    return f'<mark{anchor} class="{mark.kind.css}" data-fact="{mark.fact_id}">'


def label(mark: Mark) -> str:
    """The link from the words to the fact; it names the kind, so that nobody needs to tell colours apart."""
    return f'<a class="label" href="#{mark.fact_id}" aria-label="{mark.full_name}">[{mark.name}]</a>'


def back_label(mark: Mark) -> str:
    """The link from the fact to its words; plain where it has none."""
    if not mark.has_words:
        return f'<span class="label {mark.kind.css}">[{mark.name}]</span>'
    return f'<a class="label {mark.kind.css}" href="#{mark.words_id}" aria-label="{mark.full_name}: xem lời văn">[{mark.name}]</a>'
