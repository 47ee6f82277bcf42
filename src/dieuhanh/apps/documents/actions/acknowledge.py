"""Noting that a person has looked at a warning of the reader."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.corrections.models import Acknowledgement
from dieuhanh.apps.corrections.permissions import ACKNOWLEDGE_WARNING
from dieuhanh.apps.documents.actions.decide import Before, current_page, require_note
from dieuhanh.apps.documents.models import Warning  # noqa: A004  the contract's word
from dieuhanh.errors import FactGoneError


def acknowledge_warning(before: Before, order: int, *, actor: Actor, at: dt.datetime, note: str = "") -> Acknowledgement:
    """The warning with that number on the page (from 0) was looked at. Noting it twice keeps the first note.

    Raises NotPermittedError, PageChangedError, FactGoneError where there is no such warning, NotFactError of the note.
    """
    with action(actor, ACKNOWLEDGE_WARNING, at) as ledger:
        require_note(note)
        page = current_page(before)
        warning = Warning.objects.filter(digest__page=page, order=order).first()
        if warning is None:
            raise FactGoneError
        words = "" if warning.start is None else page.text[warning.start : warning.end]
        seen, new = Acknowledgement.objects.get_or_create(
            address=before.address,
            code=warning.code,
            words=words,
            message=warning.message,
            defaults={"sha256": before.sha256, "note": note, "actor": actor.get_username(), "at": at},
        )
        if new:
            entry = {"code": warning.code, "words": words, "message": warning.message, "note": note, "sha256": before.sha256}
            ledger.append("corrections.Acknowledgement", before.address, entry)
    return seen
