"""The facts of a page as cards: what each says, where it stands, what people said of it, and what is doubted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec

from dieuhanh.apps.documents.models import Page, Standing
from dieuhanh.apps.documents.shown import ShownFact, shown_facts
from dieuhanh.apps.review.doubts import ANSWERED_BY, LABELS, Reason, doubts
from dieuhanh.desk.kinds import DISPLAYED, Names, said_of
from dieuhanh.display import marks, wording
from dieuhanh.display.marks import Mark
from dieuhanh.domain.rulings import Kind
from dieuhanh.extract.facts import Digest, Span

AT_THE_END = 1 << 40  # after every place of a text: where words are gone


class Card(msgspec.Struct, frozen=True):
    """One fact; `anchor` names the card on its page, `mark` its words in the text, None where it does not hold."""

    fact: ShownFact
    kind: marks.Kind
    mark: Mark | None
    anchor: str
    name: str
    lines: list[str]
    doubts: list[str]
    position: int  # of its item, from 1; 0 where its words are gone

    @property
    def begin(self) -> int:
        return self.fact.span[0] if self.fact.span else AT_THE_END


class OpenDoubts(msgspec.Struct, frozen=True):
    """What is doubted on one page: reasons with their place and words for people, ids of warnings, decisions that no longer fit."""

    places: list[tuple[Reason, Span, str]]
    warnings: set[int]
    decisions: set[int]

    def about(self, fact: ShownFact) -> list[str]:
        """Why a person should look at this fact."""
        found = [words for reason, span, words in self.places if span == fact.span and fact.kind in ANSWERED_BY[reason]]
        if fact.decision is not None and fact.decision.id in self.decisions:
            found.append(LABELS[Reason.UNFIT_DECISION])
        return list(dict.fromkeys(found))


def open_doubts(address: str) -> OpenDoubts:
    """Two queries."""
    rows: defaultdict[Reason, list[dict[str, Any]]] = defaultdict(list)
    for row in doubts(decided=False, address=address):
        rows[Reason(row["reason"])].append(row)
    unfit = {row["row"] for row in rows.pop(Reason.UNFIT_DECISION, [])}
    warnings = {row["row"] for row in rows.pop(Reason.WARNING, [])}
    places = [(reason, (row["begin"], row["close"]), _worded(reason, row["detail"])) for reason, found in rows.items() for row in found]
    return OpenDoubts(places, warnings, set(Standing.objects.filter(id__in=unfit).values_list("decision_id", flat=True)))


def _worded(reason: Reason, detail: str) -> str:
    """An order may name several agencies: which of them is not known?"""
    return f"{LABELS[reason]}: {wording.one_line(detail)}" if reason is Reason.UNKNOWN_AGENCY else LABELS[reason]


def cards_of(page: Page, digest: Digest, doubted: OpenDoubts) -> list[Card]:
    """All facts in reading order, item by item; then what people said of words that are gone."""
    names = [wording.document_names(item) for item in digest.items]
    places = _marks(digest)
    cards = [_card(fact, places, digest, names, doubted) for fact in shown_facts(page, digest)]
    return sorted(cards, key=lambda card: (card.position or AT_THE_END, card.begin))


def item_at(digest: Digest, span: Span | None) -> int:
    """The position of the item around these words, from 1; 0 where there is none."""
    if span is None:
        return 0
    return next((k for k, item in enumerate(digest.items, 1) if item.span[0] <= span[0] <= span[1] <= item.span[1]), 0)


def _marks(digest: Digest) -> dict[tuple[str, int], Iterable[Mark]]:
    """The marks that wait for their facts, by kind and item; facts come in the same order."""
    return {
        (kind.css, position): iter(found)
        for position, item in enumerate(digest.items, 1)
        for kind, found in marks.item_marks(position, item, digest.text).items()
    }


def _card(fact: ShownFact, places: dict[tuple[str, int], Any], digest: Digest, names: list[Names], doubted: OpenDoubts) -> Card:
    kind, position = DISPLAYED[fact.kind], item_at(digest, fact.span)
    lines = said_of(fact.kind, fact.value, names[position - 1] if position else {})
    if not fact.holds:
        return Card(fact, kind, None, f"y-kien-{fact.id[:12]}", kind.label, lines, doubted.about(fact), position)
    mark: Mark = next(places[kind.css, position])
    return Card(fact, kind, mark, mark.fact_id, mark.name, lines, doubted.about(fact), position)


def next_doubt(cards: list[Card], after: Card | None) -> Card | None:
    """The next card that is doubted, from the top again at the end; None where nothing is left."""
    open_ = [card for card in cards if card.doubts]
    if after is None or not open_:
        return open_[0] if open_ else None
    here = (after.position or AT_THE_END, after.begin)
    later = [card for card in open_ if (card.position or AT_THE_END, card.begin) > here]
    return (later or open_)[0]


def card_called(cards: list[Card], fact: str) -> Card | None:
    return next((card for card in cards if card.fact.id == fact), None)


def kinds_in_order() -> list[Kind]:
    """As pages list them."""
    order = {kind.css: k for k, kind in enumerate(marks.KINDS)}
    return sorted(Kind, key=lambda kind: order[kind.value])
