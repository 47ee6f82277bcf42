"""The versions of an issue, and what two of them have different, entry by entry and word by word."""

from __future__ import annotations

import msgspec

from dieuhanh.apps.digests.contents import EntryContent, IssueContent, from_json
from dieuhanh.apps.digests.models import Issue, Version
from dieuhanh.display.wording import one_line, printable
from dieuhanh.domain.differences import Difference, differences

LONGEST_COMPARED = 20_000  # characters; beyond that the whole text is shown as replaced, for comparing takes the square of the length
SIDES = 12  # words that are kept on either side of a change


class VersionLine(msgspec.Struct, frozen=True):
    """One version; `statement` is what its correction told the public."""

    number: int
    author: str
    at: object
    note: str
    entries: int
    corrects: bool


class EntryChange(msgspec.Struct, frozen=True):
    """What became of one entry; `what` is a word of the templates: added, dropped, moved, changed."""

    headline: str
    what: list[str]
    before: int | None  # its place then
    after: int | None
    headline_changes: list[Difference]
    body_changes: list[Difference]


class Comparison(msgspec.Struct, frozen=True):
    """Two versions side by side."""

    before: Version
    after: Version
    title: list[Difference]
    entries: list[EntryChange]
    same: int  # entries in which nothing changed


def version_lines(issue: Issue) -> list[VersionLine]:
    """The newest first; one query."""
    rows = issue.versions.select_related("correction").order_by("-number")
    return [
        VersionLine(row.number, row.author, row.at, one_line(row.note), len(row.content["entries"]), hasattr(row, "correction"))
        for row in rows
    ]


def comparison(issue: Issue, before: str, after: str) -> Comparison | None:
    """None where one of them is no version of the issue."""
    numbers = [int(said) if said.isascii() and said.isdecimal() and len(said) < 9 else 0 for said in (before, after)]
    rows = {row.number: row for row in issue.versions.filter(number__in=numbers)}
    if not all(number in rows for number in numbers):
        return None
    first, second = (rows[number] for number in sorted(numbers))
    old, new = from_json(first.content_json), from_json(second.content_json)
    changes, same = _changes(old, new)
    return Comparison(first, second, changed_words(old.title, new.title) if old.title != new.title else [], changes, same)


def changed_words(before: str, after: str) -> list[Difference]:
    """The runs of words; long stretches in which nothing changed are shortened."""
    before, after = printable(before), printable(after)
    if len(before) + len(after) > LONGEST_COMPARED:
        return [Difference("replace", before, after)]
    runs = differences(before, after)
    return [_shortened(run, first=k == 0, last=k == len(runs) - 1) if run.change == "equal" else run for k, run in enumerate(runs)]


def _changes(old: IssueContent, new: IssueContent) -> tuple[list[EntryChange], int]:
    then = {entry.key: (place, entry) for place, entry in enumerate(old.entries, 1)}
    now = {entry.key: (place, entry) for place, entry in enumerate(new.entries, 1)}
    stayed = _in_order([key for key in then if key in now], [key for key in now if key in then])
    changes = [_change(then.get(key), now[key], moved=key not in stayed) for key in now]
    changes += [_change(then[key], None, moved=False) for key in then if key not in now]
    told = [change for change in changes if change.what]
    return told, len(changes) - len(told)


def _in_order(then: list[int | None], now: list[int | None]) -> set[int | None]:
    """Entries that nobody moved: those that follow one another as before, once those that were moved are taken out."""
    places = {key: place for place, key in enumerate(now)}
    rows = differences("\n".join(map(str, then)), "\n".join(map(str, sorted(then, key=lambda key: places[key]))))
    kept = {word for run in rows if run.change == "equal" for word in run.before.split()}
    return {key for key in then if str(key) in kept}


def _change(then: tuple[int, EntryContent] | None, now: tuple[int, EntryContent] | None, *, moved: bool) -> EntryChange:
    old, new = then[1] if then else None, now[1] if now else None
    said = [name for name, is_so in (("added", old is None), ("dropped", new is None), ("moved", moved)) if is_so]
    headline, body = (
        [("" if one is None else one.headline) for one in (old, new)],
        [("" if one is None else one.body) for one in (old, new)],
    )
    if old and new and (headline[0] != headline[1] or body[0] != body[1]):
        said.append("changed")
    if old and new and old.sources != new.sources:
        said.append("sources")
    return EntryChange(
        headline=one_line((new or old).headline if new or old else ""),  # type: ignore[union-attr]  # one of the two is there
        what=said if not (old is None and "moved" in said) else ["added"],
        before=then[0] if then else None,
        after=now[0] if now else None,
        headline_changes=changed_words(*headline) if old and new and headline[0] != headline[1] else [],
        body_changes=changed_words(*body) if body[0] != body[1] else [],
    )


def _shortened(run: Difference, *, first: bool, last: bool) -> Difference:
    """The words nearest to the changes; an ellipsis stands for the rest."""
    words = run.before.split(" ")
    head, tail = ([] if first else words[:SIDES]), ([] if last else words[-SIDES:])
    if len(head) + len(tail) + SIDES >= len(words):
        return run
    kept = " ".join([*head, "…", *tail])
    return Difference("equal", kept, kept)
