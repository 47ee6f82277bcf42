"""`dieuhanh search`: documents of the register by their words; the twin of `search`."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated

import msgspec
import typer
from django.db import DatabaseError

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models import Document, Knowledge
from dieuhanh.apps.search.query import LAST_PAGE, SearchQuery
from dieuhanh.apps.search.results import SearchResults
from dieuhanh.apps.search.searching import search
from dieuhanh.cli.found import show_results
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.output import write_out
from dieuhanh.cli.register import require_register
from dieuhanh.cli.usage import OPTIONS, UsageProblem
from dieuhanh.display.wording import one_line
from dieuhanh.errors import DatabaseUnreachableError
from dieuhanh.extract.lexicon import lexicon_of

HELP = """Tìm văn bản trong sổ đăng ký theo từ ngữ, có dấu hay không dấu đều được; gõ số, ký hiệu thì ra ngay văn bản đó.

TỪ NGỮ là các từ cần có trong văn bản; cụm từ đi liền nhau thì đặt trong ngoặc kép. Không gõ từ nào thì liệt kê mọi văn bản, mới nhất trước.

Ví dụ:

[bold]dieuhanh search duong sat[/bold] (thấy cả "đường sắt")

[bold]dieuhanh search 238/VP-KGVX[/bold] (ra ngay văn bản)

[bold]dieuhanh search '"khai thác khoáng sản"' --kind QĐ --from 01/01/2024[/bold] (cụm từ, chỉ trong quyết định từ năm 2024)

[bold]dieuhanh search --agency 'Sở Tài chính' --in digest[/bold] (mọi văn bản được đưa tin có giao việc cho Sở Tài chính)"""

EPILOG = "Mã kết thúc:\n\n0: tìm xong, kể cả khi không thấy văn bản nào.\n\n1: không dùng được sổ hoặc chỉ mục.\n\n2: gõ lệnh sai."

PATIENCE = 15.0  # seconds: who types a command waits longer than who opens a page
DAY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")


class Where(StrEnum):
    """Of which documents."""

    DIGEST = "digest"
    CITED = "cited"


KNOWN_BY = {Where.DIGEST: Knowledge.REPORTED, Where.CITED: Knowledge.MENTION}


def _option(name: str, metavar: str, help: str) -> typer.models.OptionInfo:  # noqa: A002  Typer's own word
    return typer.Option(name, metavar=metavar, help=help, show_default=False, rich_help_panel=OPTIONS)  # type: ignore[no-any-return]


Words = Annotated[list[str] | None, typer.Argument(metavar="TỪ_NGỮ", hidden=True)]  # told of in HELP
Kind = Annotated[str | None, _option("--kind", "LOẠI", "Chỉ văn bản loại này: Quyết định, QĐ …")]
Issuer = Annotated[str | None, _option("--issuer", "CƠ_QUAN", "Chỉ văn bản do cơ quan này ban hành.")]
AgencyName = Annotated[str | None, _option("--agency", "CƠ_QUAN", "Chỉ văn bản có giao việc cho cơ quan này.")]
Topic = Annotated[str | None, _option("--topic", "MÃ", "Chỉ văn bản thuộc lĩnh vực này: y-te, giao-duc …")]
First = Annotated[str | None, _option("--from", "NGÀY", "Chỉ văn bản từ ngày này: 31/3/2024 hoặc 2024-03-31.")]
Last = Annotated[str | None, _option("--to", "NGÀY", "Chỉ văn bản đến hết ngày này.")]
In = Annotated[Where | None, _option("--in", "NƠI", "digest: được đưa tin trong bản tin; cited: chỉ được viện dẫn.")]
PageNumber = Annotated[int, _option("--page", "SỐ", "Trang kết quả thứ mấy; mặc định 1.")]
AsJson = Annotated[bool, _option("--json", "", "In kết quả dạng JSON.")]


def run(
    words: Words = None,
    kind: Kind = None,
    issuer: Issuer = None,
    agency: AgencyName = None,
    topic: Topic = None,
    first: First = None,
    last: Last = None,
    where: In = None,
    page: PageNumber = 1,
    as_json: AsJson = False,
) -> None:
    """Ask, and show what is found."""
    if not 1 <= page <= LAST_PAGE:
        raise UsageProblem(f"--page phải từ 1 đến {LAST_PAGE}")
    days = day_of("--from", first), day_of("--to", last)
    if days[0] and days[1] and days[0] > days[1]:
        raise UsageProblem("--from sau --to: không có ngày nào ở giữa")
    try:
        require_register()
        query = SearchQuery(
            words=" ".join(words or ()),
            type=lexicon_of(None).kinds_by_code.get(kind.upper(), kind) if kind else None,
            issuer=canonical_name(issuer) if issuer else None,
            agencies=agencies_named(agency) if agency else (),
            topic=topic,
            first_day=days[0],
            last_day=days[1],
            known_by=KNOWN_BY[where] if where else None,
            page=page,
        )
        results = search(query, patience=PATIENCE)
        _tell(query, results, as_json=as_json)
    except DatabaseError as error:
        say(complaint("dieuhanh", DatabaseUnreachableError()))
        raise typer.Exit(int(Status.NOT_READ)) from error
    except (DatabaseUnreachableError, OSError) as error:
        say(complaint("dieuhanh", error))
        raise typer.Exit(int(Status.NOT_READ)) from error


def _tell(query: SearchQuery, results: SearchResults, *, as_json: bool) -> None:
    if results.behind:
        say("chỉ mục chưa theo kịp sổ, kết quả có thể còn thiếu; chạy dieuhanh index để làm cho xong")
    if as_json:
        write_out(msgspec.json.format(msgspec.json.encode(results)) + b"\n")
    elif results.total == 0:
        empty = not Document.objects.exists()
        write_out(("Sổ chưa có văn bản nào; hãy nạp trang bằng dieuhanh load.\n" if empty else "Không tìm thấy văn bản nào.\n").encode())
    elif query.page > results.pages:
        write_out(f"Chỉ có {results.pages} trang kết quả.\n".encode())
    else:
        show_results(query, results)


def day_of(option: str, typed: str | None) -> dt.date | None:
    """A day as people or machines write it. Raises UsageProblem."""
    if typed is None:
        return None
    found = DAY.fullmatch(typed.strip())
    try:
        return dt.date(int(found["year"]), int(found["month"]), int(found["day"])) if found else dt.date.fromisoformat(typed.strip())
    except ValueError as error:
        raise UsageProblem(f"{option}: không có ngày {one_line(typed)}; hãy viết như 31/3/2024") from error


def agencies_named(name: str) -> tuple[int, ...]:
    """All that ever held the name or abbreviation. Raises UsageProblem where none did."""
    found = tuple(Agency.objects.named(name).order_by("id").values_list("id", flat=True))
    if not found:
        raise UsageProblem(f"--agency: danh mục không có cơ quan nào tên là {one_line(name)}")
    return found


def canonical_name(name: str) -> str:
    """The full name of the only agency of that name or abbreviation, else the name as typed."""
    found = list(Agency.objects.named(name)[:2])
    return found[0].name if len(found) == 1 else name
