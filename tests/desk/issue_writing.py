"""What an editor's browser sends and reads, for tests of the week."""

from __future__ import annotations

import re

from django.test import Client

from dieuhanh.apps.digests.contents import content_of
from dieuhanh.apps.digests.models import Issue

ISSUES = "/ban-lam-viec/diem-tin/"
HOSTILE = "\"><script>alert(1)</script> {{ 7*7 }} '; DROP TABLE digests_issue; --"
WRONG_DAY = "30/5/2024"  # the source says 31/5/2024
TOKEN = re.compile(r'name="nguon" value="([0-9a-f]{16})"')
CHOICE = re.compile(r'name="nguon" value="(\d+-[0-9a-f]{16})"')


def at(issue: Issue, path: str = "") -> str:
    return f"{ISSUES}{issue.pk}/{path}"


def read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def typed(issue: Issue, key: int, old: str = "", new: str = "", **more: object) -> dict[str, object]:
    """What the form of an entry sends: its words as they stand, some of them exchanged; `ban` is the version that the editor saw."""
    entry = next(one for one in content_of(issue).entries if one.key == key)
    return {"ban": issue.version, "ten": entry.headline, "noi_dung": entry.body.replace(old, new) if old else entry.body, **more}


def tokens(client: Client, issue: Issue, key: int) -> list[str]:
    return TOKEN.findall(read(client, at(issue, f"muc/{key}/")))


def write(client: Client, issue: Issue, key: int, old: str, new: str, *, verb: str = "ghi", **more: object) -> int:
    """Save the entry with some words exchanged; the status of the answer."""
    said = typed(issue, key, old, new, nguon=tokens(client, issue, key), **more)
    return client.post(at(issue, f"muc/{key}/{verb}/"), said).status_code


def now(issue: Issue) -> Issue:
    return Issue.objects.get(pk=issue.pk)


def keys(issue: Issue) -> list[int | None]:
    return [entry.key for entry in content_of(now(issue)).entries]
