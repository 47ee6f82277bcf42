"""A page as an officer works on it: its text with every fact marked, the cards of the facts beside it, the reader's warnings above."""

from __future__ import annotations

import msgspec
from django.utils.safestring import SafeString, mark_safe

from dieuhanh.apps.documents.models import Page, Warning  # noqa: A004  the contract's word
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.desk.cards import Card, OpenDoubts, cards_of, open_doubts
from dieuhanh.display import marks, wording
from dieuhanh.display.marks import Mark
from dieuhanh.display.paragraphs import AFTER, BEFORE, Paragraph, headed, marked_paragraphs
from dieuhanh.extract.facts import Digest


class Notice(msgspec.Struct, frozen=True):
    """A warning of the reader; `order` names it, `waiting` tells that nobody has looked at it."""

    mark: Mark
    order: int
    message: str
    waiting: bool


class ItemPart(msgspec.Struct, frozen=True):
    """One item: its headline, its paragraphs with marks, its cards."""

    position: int
    heading: SafeString
    plain_heading: str
    paragraphs: tuple[SafeString, ...]
    cards: list[Card]

    @property
    def waiting(self) -> int:
        return sum(1 for card in self.cards if card.doubts)


class EditorPage(msgspec.Struct, frozen=True):
    """All that the template shows; `gone` are people's words on what the page says no more."""

    title: SafeString
    name: str
    opening: tuple[SafeString, ...]
    items: tuple[ItemPart, ...]
    closing: tuple[SafeString, ...]
    notices: tuple[Notice, ...]
    gone: list[Card]
    cards: list[Card]

    @property
    def waiting(self) -> int:
        return sum(1 for card in self.cards if card.doubts) + sum(1 for notice in self.notices if notice.waiting)


def editor_page(page: Page) -> EditorPage:
    """Of a current page; with a fixed number of queries."""
    digest = stored_digests([page])[page.id]
    doubted = open_doubts(page.source.address)
    cards = cards_of(page, digest, doubted)
    notices = _notices(page, digest, doubted)
    shown = [*(card.mark for card in cards if card.mark), *(notice.mark for notice in notices), *_effective(digest)]
    paragraphs = marked_paragraphs(digest, shown)
    title, opening = headed(digest.title or wording.UNTITLED, paragraphs[BEFORE], digest.text)
    return EditorPage(
        title=mark_safe(title),  # noqa: S308  what display makes is escaped
        name=wording.digest_name(digest.title, digest.period),
        opening=_html(opening),
        items=tuple(
            _item(k, digest, paragraphs[k], [card for card in cards if card.position == k]) for k in range(1, len(digest.items) + 1)
        ),
        closing=_html(paragraphs[AFTER]),
        notices=tuple(notices),
        gone=[card for card in cards if not card.position],
        cards=cards,
    )


def _notices(page: Page, digest: Digest, doubted: OpenDoubts) -> list[Notice]:
    rows = Warning.objects.filter(digest__page=page).order_by("order", "id")
    told = zip(marks.warning_marks(digest), rows, strict=True)
    return [Notice(mark, row.order, wording.one_line(row.message), row.id in doubted.warnings) for mark, row in told]


def _effective(digest: Digest) -> list[Mark]:
    """Days of effect are marked too; nobody decides about them, so they have no card."""
    found = [marks.item_marks(k, item, digest.text)[marks.EFFECTIVE] for k, item in enumerate(digest.items, 1)]
    return [mark for one in found for mark in one]


def _item(position: int, digest: Digest, paragraphs: list[Paragraph], cards: list[Card]) -> ItemPart:
    item = digest.items[position - 1]
    heading, below = headed(item.heading, paragraphs, digest.text)
    here = [card for card in cards if card.position == position]
    return ItemPart(position, mark_safe(heading), wording.one_line(item.heading), _html(below), here)  # noqa: S308  as above


def _html(paragraphs: list[Paragraph]) -> tuple[SafeString, ...]:
    return tuple(mark_safe(paragraph.html) for paragraph in paragraphs)  # noqa: S308  as above
