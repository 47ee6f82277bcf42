"""`dieuhanh load`: pages into the register; the twin of the action `register_pages`."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections import Counter

import typer

from dieuhanh.apps.agencies.actions import load_agencies
from dieuhanh.cli.addresses import pages_of
from dieuhanh.cli.batches import PageBatches
from dieuhanh.cli.messages import MEGABYTE, Status, complaint, say, status_of
from dieuhanh.cli.operator import operator
from dieuhanh.cli.output import write_out
from dieuhanh.cli.read import LimitOption, Pages
from dieuhanh.cli.sources import page_name
from dieuhanh.cli.usage import UsageProblem
from dieuhanh.config.migrating import bring_up_to_date
from dieuhanh.display.wording import one_line
from dieuhanh.errors import DatabaseUnreachableError, DieuhanhError
from dieuhanh.text import DEFAULT_LIMIT

HELP = """Đọc các trang bản tin và đưa vào sổ đăng ký; trang đã có trong sổ thì giữ nguyên.

TRANG là một tệp HTML hoặc văn bản chữ, một thư mục, một địa chỉ http(s); dấu - là đầu vào chuẩn.

Ví dụ:

[bold]dieuhanh load ban-tin/[/bold] (mọi trang trong thư mục)

[bold]dieuhanh load https://example.gov.vn/ban-tin.html[/bold] (tải từ cổng thông tin)

[bold]cat ban-tin.txt | dieuhanh load -[/bold] (đọc từ đầu vào chuẩn)"""

EPILOG = "Mã kết thúc: như dieuhanh read; 1 còn là khi không dùng được cơ sở dữ liệu."

WORDS = {"new": "mới", "changed": "phiên bản mới", "unchanged": "không đổi", "known": "đã có ở địa chỉ khác"}


def run(pages: Pages = None, limit: LimitOption = DEFAULT_LIMIT // MEGABYTE) -> None:
    """Register each page; one line a page, then the sum."""
    if not pages:
        raise UsageProblem("thiếu tên trang cần đưa vào sổ")
    if limit < 1:
        raise UsageProblem("--limit phải từ 1 MB trở lên")
    actor, at = operator(), dt.datetime.now(dt.UTC)
    statuses, outcomes = {Status.READ}, Counter[str]()
    try:
        bring_up_to_date(at)
        load_agencies(actor=actor, at=at)
        for page, result in PageBatches(limit * MEGABYTE, actor, at).register(p for named in pages for p in pages_of(named)):
            if isinstance(result, DieuhanhError | OSError):
                statuses.add(status_of(result))
                outcomes["không vào được sổ"] += 1
                say(complaint(page_name(page), result))
            else:
                outcomes[WORDS[result]] += 1
                _tell(f"{WORDS[result]}: {one_line(page_name(page))}")
    except DatabaseUnreachableError as error:
        statuses.add(Status.NOT_READ)
        say(complaint("dieuhanh", error))
    _tell(f"Tổng cộng {outcomes.total()} trang" + "".join(f"; {number} {word}" for word, number in outcomes.items()) + ".")
    raise typer.Exit(int(max(statuses)))


def _tell(line: str) -> None:
    """On standard output; where nobody reads it any more the register goes on all the same."""
    with contextlib.suppress(OSError):
        write_out(f"{line}\n".encode("utf-8", "replace"))
