"""A person's word on a fact: confirmed, corrected, rejected, added. The page's facts follow at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec

from dieuhanh.apps.audit.actions import action, require
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.audit.chain import canonical_json
from dieuhanh.apps.corrections.models import Decision
from dieuhanh.apps.corrections.permissions import ADD_FACT, CONFIRM_FACT, CORRECT_FACT, REJECT_FACT
from dieuhanh.apps.documents.models import Page, note_changes
from dieuhanh.apps.documents.reading import reread_page
from dieuhanh.apps.documents.remembering import replace_facts
from dieuhanh.apps.documents.shown import ShownFact, fact_id, shown_facts
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.domain.rulings import Kind, Value, Verdict, place_of
from dieuhanh.domain.typed_facts import LONGEST, checked
from dieuhanh.errors import FactGoneError, NotFactError, PageChangedError
from dieuhanh.extract.facts import Span


class Before(msgspec.Struct, frozen=True):
    """What a person has before them: a version of an address, by the SHA-256 of its original."""

    address: str
    sha256: str


class Word(msgspec.Struct, frozen=True):
    """What a person says of a fact that is shown; `about` has no decision and no right to hold where the fact is new."""

    about: ShownFact
    verdict: Verdict
    value: Value | None
    sole: bool


def confirm_fact(before: Before, fact: str, *, actor: Actor, at: dt.datetime, note: str = "") -> Decision:
    """The fact of that id holds as it is shown, whatever is read later; one that was rejected holds again.

    This and the next two raise NotPermittedError, PageChangedError, FactGoneError, and what reading the page raises.
    """

    def word(page: Page) -> Word:
        about, sole = _shown(page, fact)
        return Word(about, Verdict.CONFIRMED, about.value, sole)

    return _decide(before, word, CONFIRM_FACT, actor, at, note)


def correct_fact(before: Before, fact: str, value: Value, *, actor: Actor, at: dt.datetime, note: str = "") -> Decision:
    """Instead of the fact of that id this holds, on the same words. Raises NotFactError too."""

    def word(page: Page) -> Word:
        about, sole = _shown(page, fact)
        return Word(about, Verdict.CORRECTED, checked(about.kind, value, about.span or (0, 0)), sole)

    return _decide(before, word, CORRECT_FACT, actor, at, note)


def reject_fact(before: Before, fact: str, *, actor: Actor, at: dt.datetime, note: str = "") -> Decision:
    """The fact of that id does not hold."""

    def word(page: Page) -> Word:
        about, sole = _shown(page, fact)
        return Word(about, Verdict.REJECTED, None, sole)

    return _decide(before, word, REJECT_FACT, actor, at, note)


def add_fact(before: Before, kind: Kind, span: Span, value: Value, *, actor: Actor, at: dt.datetime, note: str = "") -> Decision:
    """These words of an item say this. Raises NotPermittedError, PageChangedError, NotFactError, and what reading the page raises."""

    def word(page: Page) -> Word:
        digest = stored_digests([page])[page.id]
        item = next((k for k, i in enumerate(digest.items) if i.span[0] <= span[0] < span[1] <= i.span[1]), None)
        if item is None or not digest.text[slice(*span)].strip():
            raise NotFactError("span")
        place, typed = place_of(digest, item, span), checked(kind, value, span)
        new = ShownFact(fact_id(before.address, kind, place, typed), kind, place, span, typed, False, None)
        shown = shown_facts(page, digest)
        known = next((one for one in shown if one.id == new.id), None)
        return Word(known or new, Verdict.CONFIRMED if known else Verdict.ADDED, typed, _is_sole(new, shown))

    return _decide(before, word, ADD_FACT, actor, at, note)


def _decide(before: Before, word: Callable[[Page], Word], permission: str, actor: Actor, at: dt.datetime, note: str) -> Decision:
    """Read the page anew, then keep the person's word and let the facts of the page follow, or nothing of both."""
    require(actor, permission)
    require_note(note)
    read = reread_page(current_page(before))
    with action(actor, permission, at) as ledger:
        page = current_page(before)
        said = word(page)
        decision = _kept(before, said, actor, at, note)
        remembered = replace_facts([(page, read)])
        ledger.append("corrections.Decision", before.address, _entry(decision))
        note_changes(remembered.touched, ledger.sequence)
    return decision


def require_note(note: str) -> None:
    """Raises NotFactError where the database could not keep it."""
    if len(note) > LONGEST or "\0" in note:
        raise NotFactError("note")


def current_page(before: Before) -> Page:
    """The version that the person has before them. Raises PageChangedError where it is no longer the current one."""
    pages = Page.objects.current().select_related("source", "original")
    page = pages.filter(source__address=before.address, original=before.sha256).first()
    if page is None:
        raise PageChangedError
    return page


def _shown(page: Page, fact: str) -> tuple[ShownFact, bool]:
    shown = shown_facts(page)
    about = next((one for one in shown if one.id == fact), None)
    if about is None:
        raise FactGoneError
    return about, _is_sole(about, shown)


def _is_sole(fact: ShownFact, shown: list[ShownFact]) -> bool:
    """Whether no other fact of the kind was read on these words or on a part of them."""
    if fact.span is None:
        return False
    others = [one.span for one in shown if one.kind is fact.kind and one.id != fact.id and one.span is not None]
    return not any(span[0] < fact.span[1] and fact.span[0] < span[1] for span in others)


def _kept(before: Before, said: Word, actor: Actor, at: dt.datetime, note: str) -> Decision:
    about, last = said.about, said.about.decision
    machine = None if said.verdict is Verdict.ADDED else canonical_json(about.value)
    return Decision.objects.create(
        subject=last.subject if last else about.id,
        address=before.address,
        sha256=before.sha256,
        kind=about.kind.value,
        heading=about.place.heading,
        words=about.place.words,
        nth=about.place.nth,
        machine_json=last.machine_json if last else machine,
        sole=said.sole,
        verdict=said.verdict.value,
        value_json=None if said.value is None else canonical_json(said.value),
        note=note,
        actor=actor.get_username(),
        at=at,
        supersedes=last,
    )


def _entry(decision: Decision) -> dict[str, object]:
    """What the chain keeps: enough to tell that the decision was not exchanged."""
    return {
        "subject": decision.subject,
        "kind": decision.kind,
        "words": decision.words,
        "machine": decision.machine,
        "verdict": decision.verdict,
        "value": decision.value,
        "note": decision.note,
        "sha256": decision.sha256,
    }
