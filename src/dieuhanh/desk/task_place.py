"""Where the words of a task stand on the page of today."""

from __future__ import annotations

from collections.abc import Sequence

from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.apps.tasks.models import Task
from dieuhanh.desk.cards import Card
from dieuhanh.domain.rulings import Kind, Place, locate
from dieuhanh.extract.facts import Digest, Span


def place_in(task: Task, digest: Digest) -> tuple[int, Span] | None:
    """The number of the item, from 0, and the span; None where the page no longer says it."""
    return locate(digest, Place(task.heading, task.words, task.nth))


def card_at(span: Span, cards: Sequence[Card]) -> Card | None:
    """The order's own card, whose words may be cut a little longer or shorter."""
    orders = [card for card in cards if card.fact.kind is Kind.ASSIGNMENT and card.fact.span]
    return next((card for card in orders if card.fact.span and card.fact.span[0] < span[1] and span[0] < card.fact.span[1]), None)


def card_of(task: Task, page: Page, cards: Sequence[Card]) -> Card | None:
    found = place_in(task, stored_digests([page])[page.id])
    return card_at(found[1], cards) if found else None
