"""The audit chain as administrators read it: newest entries first."""

from __future__ import annotations

import json

import msgspec
from django.contrib.auth.models import Permission
from django.core.paginator import Page as PageOfRows
from django.core.paginator import Paginator
from django.db.models import QuerySet

from dieuhanh.apps.accounts.permissions import ENTER_DESK
from dieuhanh.apps.audit.models import Entry
from dieuhanh.desk.complaints import ACTS
from dieuhanh.display import wording

ENTRIES_A_PAGE = 50
KEY_LENGTH = 120
OWN = {ENTER_DESK: "Đổi mật khẩu của mình"}  # the one thing that whoever may enter writes


class AuditFilter(msgspec.Struct, frozen=True):
    """What entries are looked for; an empty word looks for all."""

    actor: str = ""
    key: str = ""
    verb: str = ""

    def entries(self) -> QuerySet[Entry]:
        rows = Entry.objects.order_by("-sequence")
        rows = rows.filter(actor=self.actor) if self.actor else rows
        rows = rows.filter(object_key=self.key) if self.key else rows
        return rows.filter(verb=self.verb) if self.verb else rows


class AuditLine(msgspec.Struct, frozen=True):
    """One entry in words; `details` is its payload as readable JSON."""

    entry: Entry
    act: str
    about: str
    details: str


class AuditPage(msgspec.Struct, frozen=True):
    """A page of entries, and all acts that may be looked for by their verbs."""

    page: PageOfRows[Entry]
    lines: list[AuditLine]
    acts: list[tuple[str, str]]


def audit_page(wanted: AuditFilter, number: str) -> AuditPage:
    """With a fixed number of queries."""
    acts = named_acts()
    page = Paginator(wanted.entries(), ENTRIES_A_PAGE).get_page(number)
    lines = [AuditLine(one, acts.get(one.verb, one.verb), wording.shortened(one.object_key, KEY_LENGTH), _details(one)) for one in page]
    verbs = Entry.objects.order_by("verb").values_list("verb", flat=True).distinct()
    return AuditPage(page, lines, [(verb, acts.get(verb, verb)) for verb in verbs])


def named_acts() -> dict[str, str]:
    """What every permission permits, in words."""
    rows = Permission.objects.values_list("content_type__app_label", "codename", "name")
    return {f"{app}.{verb}": name for app, verb, name in rows} | {verb: _capital(words) for verb, words in ACTS.items()} | OWN


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _details(entry: Entry) -> str:
    return wording.printable(json.dumps(entry.payload, ensure_ascii=False, indent=2))
