"""`dieuhanh rebuild`: the whole register read anew by the reader that is installed now."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Annotated

import typer
from django.db import DatabaseError

from dieuhanh.apps.agencies.actions import load_agencies
from dieuhanh.apps.corrections.models import Decision
from dieuhanh.apps.documents.changes import PageChange
from dieuhanh.apps.documents.rebuilding import compare, rebuild
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.operator import operator
from dieuhanh.cli.output import write_out
from dieuhanh.cli.usage import OPTIONS
from dieuhanh.config.migrating import bring_up_to_date
from dieuhanh.display.wording import one_line, shortened
from dieuhanh.errors import DatabaseUnreachableError

HELP = """Đọc lại bản gốc của mọi trang trong sổ bằng bộ đọc hiện có; ý kiến của người dùng được giữ và luôn thắng máy.

Ví dụ:

[bold]dieuhanh rebuild --dry-run[/bold] (chỉ xem sẽ đổi những gì)

[bold]dieuhanh rebuild[/bold]"""

EPILOG = (
    "Mã kết thúc:\n\n0: mọi trang đều đọc lại được.\n\n"
    "1: có trang không đọc lại được (dữ kiện cũ của trang được giữ), hoặc không dùng được cơ sở dữ liệu."
)

WORDS = {
    "item": "mục tin",
    "assignment": "nhiệm vụ giao",
    "deadline": "thời hạn",
    "target": "chỉ tiêu",
    "instrument": "văn bản được đưa tin",
    "citation": "văn bản được viện dẫn",
    "relation": "quan hệ",
    "official": "người chỉ đạo",
    "body": "ban, tổ",
    "effective": "ngày có hiệu lực",
    "warning": "lưu ý",
}
WORDS_LENGTH = 80

DryRun = Annotated[
    bool,
    typer.Option("--dry-run", metavar="", help="Chỉ báo sẽ đổi những gì, không ghi.", show_default=False, rich_help_panel=OPTIONS),
]


def run(dry_run: DryRun = False) -> None:
    """One line a page that changed, one a decision that no longer fits; then the sum."""
    actor, at = operator(), dt.datetime.now(dt.UTC)
    pages, refused, changed, unfit = 0, 0, 0, 0
    gained, lost = Counter[str](), Counter[str]()
    try:
        bring_up_to_date(at)
        if not dry_run:
            load_agencies(actor=actor, at=at)
        for result in compare() if dry_run else rebuild(actor=actor, at=at):
            pages += 1
            if isinstance(result, tuple):
                refused += 1
                say(complaint(*result))
                continue
            changed += bool(result.gained or result.lost)
            unfit += len(result.unfit)
            gained.update(result.gained)
            lost.update(result.lost)
            _tell_page(result)
    except (DatabaseError, DatabaseUnreachableError) as error:
        say(complaint("dieuhanh", DatabaseUnreachableError()))
        raise typer.Exit(int(Status.NOT_READ)) from error
    verb = "Sẽ đọc lại" if dry_run else "Đã đọc lại"
    _tell(f"{verb} {pages} trang; {changed} trang đổi; thêm {_counts(gained)}; bớt {_counts(lost)}; {unfit} ý kiến cần xem lại.")
    raise typer.Exit(int(Status.NOT_READ if refused else Status.READ))


def _tell_page(change: PageChange) -> None:
    if change.gained or change.lost:
        documents = f"; văn bản: {', '.join(one_line(name) for name in change.documents)}" if change.documents else ""
        _tell(f"{one_line(change.address)}: thêm {_counts(change.gained)}; bớt {_counts(change.lost)}{documents}")
    for decision in change.unfit:
        _tell(f"{one_line(change.address)}: cần xem lại ý kiến của {one_line(decision.actor)} về {_about(decision)}")


def _about(decision: Decision) -> str:
    return f"{WORDS[decision.kind]} “{shortened(decision.words, WORDS_LENGTH)}”"


def _counts(facts: dict[str, int]) -> str:
    """2 thời hạn, 1 chỉ tiêu; in the order of the table."""
    return ", ".join(f"{facts[kind]} {word}" for kind, word in WORDS.items() if facts.get(kind)) or "0 dữ kiện"


def _tell(line: str) -> None:
    write_out(f"{line}\n".encode("utf-8", "replace"))
