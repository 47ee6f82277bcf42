"""The lines of a document in the words of Nghị định 30/2020/NĐ-CP, clean of what a file cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dieuhanh.text.characters import clean, unify

if TYPE_CHECKING:
    import datetime as dt

    from dieuhanh.letters.letter import Clauses, Letter

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ADDRESSED = "Kính gửi:"
RECIPIENTS = "Nơi nhận:"
END = "./."
NO_NUMBER = "\N{NO-BREAK SPACE}" * 8  # where the records office writes the number
POINTS = "abcdđeghiklmnopqrstuvxy"  # the letters of điểm in their Vietnamese order (Phụ lục I, mục II.5)

NONCHARACTERS = str.maketrans({0xFFFE: "\ufffd", 0xFFFF: "\ufffd"})  # code points that XML forbids besides controls
LAST_STOP = re.compile(r"[\s.;,:/]*\Z")


def one_line(text: str) -> str:
    """The text in NFC on one line: no control characters, which XML forbids, and nothing that turns the direction of writing."""
    return clean(" ".join(unify(text).split()))[0].translate(NONCHARACTERS)


def number_line(letter: Letter) -> str:
    """ "Số: 07/VP-TH"; numbers below 10 have a leading zero, a missing one leaves room."""
    number = one_line(letter.number or "")
    return f"Số: {number.zfill(2) if number else NO_NUMBER}/{one_line(letter.symbol)}"


def place_and_date(letter: Letter) -> str:
    """ "Lạng Sơn, ngày 05 tháng 02 năm 2024"."""
    return f"{one_line(letter.place)}, {long_date(letter.date)}"


def long_date(date: dt.date) -> str:
    """Days below 10 and the months January and February have a leading zero (Phụ lục I, mục II.4)."""
    month = f"{date.month:02}" if date.month < 3 else str(date.month)
    return f"ngày {date.day:02} tháng {month} năm {date.year:04}"


def title(letter: Letter) -> str:
    """What the file is, for its properties: "Kế hoạch Phát triển …"; the subject of a công văn, its number where there is none."""
    return one_line(f"{letter.kind.capitalize()} {letter.subject}" if letter.kind else letter.subject) or number_line(letter)


def numbered(clauses: Clauses) -> Iterator[str]:
    """Each khoản with its number, each followed by its điểm with their letters; written out, so that copied and read text keeps them."""
    for number, clause in enumerate(clauses.items, 1):
        yield f"{number}. {one_line(clause.text)}"
        yield from (f"{_point(index)}) {one_line(text)}" for index, text in enumerate(clause.points))


def _point(index: int) -> str:
    """a … y, then aa, ab …: the law has no more than its letters, a long list has."""
    letter = POINTS[index % len(POINTS)]
    return letter if index < len(POINTS) else _point(index // len(POINTS) - 1) + letter


def closed(text: str) -> str:
    """The last words of the body with the sign that closes it."""
    return LAST_STOP.sub("", text) + END


def recipients(letter: Letter) -> list[str]:
    """The lines of "Nơi nhận", the last of them what is filed."""
    return [*(f"- {one_line(recipient)};" for recipient in letter.recipients), f"- Lưu: {one_line(letter.filed)}."]


def addressed(names: list[str]) -> list[str]:
    """The lines of "Kính gửi:": "Kính gửi: Sở Tài chính" for one, a line each with ";" and at last "." for several, none for nobody."""
    if len(names) <= 1:
        return [f"{ADDRESSED} {name}" for name in names]
    return [ADDRESSED, *(f"- {name};" for name in names[:-1]), f"- {names[-1]}."]
