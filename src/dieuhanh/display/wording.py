"""How facts are said to people, in Vietnamese: one wording for the tree and the page."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from dieuhanh.text.days import written_day

if TYPE_CHECKING:
    from dieuhanh.extract.facts import (
        Assignment,
        Bound,
        Comparator,
        Deadline,
        Digest,
        Document,
        Item,
        Member,
        Official,
        Period,
        Recurrence,
        RelationType,
        Target,
    )


BOUNDS: dict[Bound, str] = {"before": "trước ngày", "by": "chậm nhất ngày", "on": "vào ngày", "from": "từ ngày"}
RECURRENCES: dict[Recurrence, str] = {
    "daily": "hằng ngày",
    "weekly": "hằng tuần",
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "yearly": "hằng năm",
}
RELATIONS: dict[RelationType, str] = {
    "implements": "thực hiện",
    "based_on": "căn cứ",
    "amends": "sửa đổi, bổ sung",
    "replaces": "thay thế",
    "repeals": "bãi bỏ",
    "suspends": "ngưng hiệu lực",
    "corrects": "đính chính",
    "promulgates": "ban hành kèm theo",
}
COMPARATORS: dict[Comparator, str] = {">=": "tối thiểu ", ">": "trên ", "<=": "tối đa ", "<": "dưới ", "=": "", "~": "khoảng "}

UNTITLED = "Trang không có tiêu đề"


def printable(text: str) -> str:
    """The text with every character that could steer a terminal or turn lines around shown as U+FFFD; the length stays."""
    if text.isprintable():
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if _steers(character) else character for character in text)


def _steers(character: str) -> bool:
    """Control, direction and surrogate characters; a newline and a tab are harmless."""
    return character not in "\n\t" and unicodedata.category(character) in {"Cc", "Cf", "Cs"}


def one_line(text: str) -> str:
    """Printable and without line breaks, spaces folded."""
    return " ".join(printable(text).split())


def shortened(text: str, length: int) -> str:
    """At most `length` characters on one line, cut between words and closed by an ellipsis."""
    line = one_line(text)
    if len(line) <= length:
        return line
    kept = line[: length - 1]
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,;:.") + "…"


day = written_day  # the screens' word for it


def period(span: Period) -> str:
    return f"từ ngày {day(span.start)} đến ngày {day(span.end)}"


def digest_name(title: str | None, span: Period | None) -> str:
    """Bản tin từ ngày 04/3/2024 đến ngày 10/3/2024, or its title."""
    return f"Bản tin {period(span)}" if span else one_line(title or UNTITLED)


def number(value: float) -> str:
    """5560 → 5.560 and 1.17 → 1,17: thousands take a full stop, decimals a comma."""
    return f"{value:,.12g}".translate(str.maketrans(",.", ".,"))


def document(named: Document) -> str:
    """Công văn số 12/VP-KT, or its title where it has no number, with the provision before it."""
    title = named.title or ""
    if named.number:
        name = f"{named.type} số {named.number}"
    elif title.casefold().startswith(named.type.casefold()):
        name = title
    else:
        name = f"{named.type} {title}".strip()
    return one_line(f"{named.provision} {name}" if named.provision else name)


def document_source(named: Document) -> str:
    """ngày 15/01/2024, Văn phòng UBND tỉnh; empty where neither is known."""
    parts = [f"ngày {day(named.date)}" if named.date else "", one_line(named.issuer or "")]
    return ", ".join(part for part in parts if part)


def official(person: Official) -> str:
    return one_line(f"{person.name}, {person.position}" if person.name else person.position)


def names(agencies: tuple[str, ...]) -> str:
    return one_line("; ".join(agencies))


def lead(order: Assignment) -> str:
    return names(order.lead) or "Không nêu cơ quan"


def deadline(limit: Deadline) -> str:
    """The words, and what they come to where they do not say it themselves: hết quý I (chậm nhất ngày 31/3/2024)."""
    meant = [f"{BOUNDS[limit.bound]} {day(limit.due)}"] if limit.due and day(limit.due) not in limit.expression else []
    if limit.recurrence and RECURRENCES[limit.recurrence] not in limit.expression.casefold():
        meant.append(RECURRENCES[limit.recurrence])
    if not limit.due and not limit.recurrence:
        meant.append("chưa xác định được ngày")
    words = one_line(limit.expression)
    return f"{words} ({', '.join(meant)})" if meant else words


def target_value(figure: Target) -> str:
    """tối thiểu 30%, 8–9%, khoảng 1.000 lượt khách."""
    values = number(figure.value) if figure.upper is None else f"{number(figure.value)}–{number(figure.upper)}"
    space = "" if figure.unit.startswith("%") else " "
    return one_line(f"{COMPARATORS[figure.comparator]}{values}{space}{figure.unit}")


def horizon(by: str) -> str:
    """2025 → năm 2025; 2024-12-31 → 31/12/2024; 2021/2025 → giai đoạn 2021–2025; anything else as it stands."""
    start, slash, end = by.partition("/")
    if slash:
        return one_line(f"giai đoạn {start}–{end}")
    if by.count("-") == 2:
        year, month, date = by.split("-")
        return one_line(f"{date}/{month}/{year}")
    return one_line(f"năm {by}")


def seats(members: tuple[Member, ...]) -> list[str]:
    """One line for seats of one role and post that follow one another: Ủy viên: lãnh đạo – Sở Tài chính; Sở Y tế."""
    lines = []
    for (role, post), same in groupby(members, key=lambda seat: (seat.role, seat.post)):
        units = "; ".join(seat.unit for seat in same if seat.unit and seat.unit not in post)
        lines.append(one_line(f"{role}: {post}{f' – {units}' if units else ''}"))
    return lines


def document_names(item: Item) -> dict[str, str]:
    """Key → short name for every document of the item, so that relations can be read."""
    return {named.key: document(named) for named in (*item.citations, *item.instruments)}


def counts(digest: Digest) -> str:
    """17 mục, 31 nhiệm vụ giao, 5 thời hạn, 21 chỉ tiêu."""
    items = digest.items
    return ", ".join(
        (
            f"{len(items)} mục",
            f"{sum(len(item.assignments) for item in items)} nhiệm vụ giao",
            f"{sum(len(item.deadlines) for item in items)} thời hạn",
            f"{sum(len(item.targets) for item in items)} chỉ tiêu",
        )
    )


def item_counts(item: Item) -> str:
    """What an item asks for, where it asks for anything: 2 nhiệm vụ giao, 1 thời hạn."""
    counted = ((len(item.assignments), "nhiệm vụ giao"), (len(item.deadlines), "thời hạn"), (len(item.targets), "chỉ tiêu"))
    return ", ".join(f"{count} {name}" for count, name in counted if count)
