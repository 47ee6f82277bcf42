"""A person's word wins: what people decided about the facts of a page, applied to what the reader found there.

A ruling that meets the very claim that it judged, or whatever is now read on words that carried one fact alone, governs that fact.
One that meets none puts its fact there all the same. Nothing is applied where the words are gone.

Reads: Digest as read.  Writes: Digest as people see it, and how each ruling fits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from dieuhanh.domain.rewiring import rewire
from dieuhanh.domain.rulings import FIELDS, Fact, Kind, Ruling, Verdict, fact_of, facts_of, locate, value_of
from dieuhanh.extract.facts import Digest, Item, Span


class Fit(StrEnum):
    """Whether a ruling could be applied to a page."""

    APPLIED = "applied"
    WORDS_GONE = "words-gone"  # the page says them no more
    OTHER_CLAIM = "other-claim"  # it was rejected, and now something else is read on the same words


class Ruled(msgspec.Struct, frozen=True):
    """How a ruling fits, and where; `item` and `span` are None where the words are gone."""

    fit: Fit
    item: int | None
    span: Span | None


class Claimed(msgspec.Struct):
    """The facts of one kind in one item, and the ruling that governs each; the numbers are those of `rulings`."""

    kind: Kind
    facts: tuple[Fact, ...]
    rulings: dict[int, tuple[Ruling, Span]]
    by_fact: dict[int, int]

    def settle(self, fits: Callable[[Ruling, Span, Fact], bool]) -> None:
        """Let each ruling that governs nothing yet govern the only free fact that fits; facts that are the same count as one."""
        for number, (ruling, span) in self.rulings.items():
            if number in self.by_fact.values():
                continue
            free = [k for k, fact in enumerate(self.facts) if k not in self.by_fact and fits(ruling, span, fact)]
            if free and all(self.facts[k] == self.facts[free[0]] for k in free):
                self.by_fact |= dict.fromkeys(free, number)


def correct(digest: Digest, rulings: Sequence[Ruling]) -> tuple[Digest, list[Ruled]]:
    """The digest with all rulings applied, and how each of them fits, in their order."""
    places = [locate(digest, ruling.place) for ruling in rulings]
    ruled = [Ruled(Fit.APPLIED, *place) if place else Ruled(Fit.WORDS_GONE, None, None) for place in places]
    items = list(digest.items)
    for number in sorted({place[0] for place in places if place}):
        here = {k: (rulings[k], place[1]) for k, place in enumerate(places) if place and place[0] == number}
        items[number], others = _corrected(items[number], here)
        for k in others:
            ruled[k] = replace(ruled[k], fit=Fit.OTHER_CLAIM)
    return replace(digest, items=tuple(items)), ruled


def _corrected(item: Item, here: dict[int, tuple[Ruling, Span]]) -> tuple[Item, set[int]]:
    """The item after the rulings on it, and those that met another claim than they judged."""
    changed, others = item, set[int]()
    for kind in dict.fromkeys(ruling.kind for ruling, _ in here.values()):
        claimed = _claimed(facts_of(item, kind), kind, {k: r for k, r in here.items() if r[0].kind is kind})
        others |= _contradicted(claimed)
        changed = replace(changed, **{FIELDS[kind]: _applied(claimed)})
    return rewire(item, changed), others


def _claimed(facts: tuple[Fact, ...], kind: Kind, rulings: dict[int, tuple[Ruling, Span]]) -> Claimed:
    """Which fact each ruling governs: the very claim first, then what stands on the same words, then what overlaps them."""
    claimed = Claimed(kind, facts, rulings, {})
    claimed.settle(lambda ruling, span, fact: fact.span == span and value_of(fact) == ruling.machine)
    claimed.settle(lambda ruling, span, fact: fact.span == span and value_of(fact) == ruling.value)
    claimed.settle(lambda ruling, span, fact: ruling.sole and fact.span == span)
    claimed.settle(lambda ruling, span, fact: ruling.sole and ruling.value is not None and _one_holds_the_other(span, fact.span))
    return claimed


def _one_holds_the_other(a: Span, b: Span) -> bool:
    return (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])


def _contradicted(claimed: Claimed) -> set[int]:
    """Rejections that govern nothing although something is read on their words."""
    idle = {
        k: span for k, (ruling, span) in claimed.rulings.items() if ruling.verdict is Verdict.REJECTED and k not in claimed.by_fact.values()
    }
    free = [fact.span for k, fact in enumerate(claimed.facts) if k not in claimed.by_fact]
    return {k for k, span in idle.items() if span in free}


def _applied(claimed: Claimed) -> tuple[Fact, ...]:
    """The facts that hold, in reading order; the main instrument stays first."""
    kept: list[Fact] = []
    for k, fact in enumerate(claimed.facts):
        ruling, span = claimed.rulings.get(claimed.by_fact.get(k, -1), (None, fact.span))
        if ruling is None or (ruling.value == value_of(fact) and span == fact.span):
            kept.append(fact)
        elif ruling.value is not None:
            kept.append(_bound_as(fact, fact_of(claimed.kind, ruling.value, span)))
    for number, (ruling, span) in claimed.rulings.items():
        if ruling.value is not None and number not in claimed.by_fact.values():
            last = claimed.kind is Kind.INSTRUMENT
            at = len(kept) if last else next((k for k, fact in enumerate(kept) if fact.span > span), len(kept))
            kept.insert(at, fact_of(claimed.kind, ruling.value, span))
    return tuple(kept)


def _bound_as(before: Fact, after: Fact) -> Fact:
    """A deadline that was corrected binds what it bound before."""
    return replace(after, assignment=before.assignment) if hasattr(before, "assignment") and hasattr(after, "assignment") else after
