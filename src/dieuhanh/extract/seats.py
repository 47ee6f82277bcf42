"""The seats that a list of posts and agencies fills: "Giám đốc các Sở: Tài chính, Y tế; lãnh đạo Công an tỉnh" → three.

Reads: the words of one role's list, lexicon.  Writes: (post, unit) of each seat.
A piece between separators is a post with its agency, an agency that holds its seat through the post said last, or goes on with the name
before it. A department may be named without "Sở", a commune without "UBND xã", where the list says so at its head.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.collectives import canonical_collective
from dieuhanh.extract.lexicon import Lexicon
from dieuhanh.extract.patterns import UPPER
from dieuhanh.extract.posts import post_end, posts
from dieuhanh.text import fold


class Seat(NamedTuple):
    """The post that fills a seat, and its agency."""

    post: str
    unit: str | None


_BRACKETS = re.compile(r"\s?\((?!\s?(?:phụ trách|theo dõi))[^()]*\)", re.I)
_SEPARATOR = re.compile(r"[;,]\s?(?:và\s|cùng\s)?|:\s?(?=\D)|\s(?:và|cùng với|cùng)\s")
_ADDRESS = re.compile(
    r"(?:(?:và|cùng|gồm|là|do|mời|có|một số|các)\s(?=các |đồng chí|ông |bà |mời )|(?:các\s)?đồng chí:?\s(?:là\s)?"
    r"|[ôÔ]ng\s(?=[A-ZĐ])|[bB]à\s(?=[A-ZĐ])|mời\s|\d{1,2}\s(?=đồng chí|lãnh đạo))+",
    re.I,
)
_SEVERAL = re.compile(r"(?:các|một số|những|\d{1,2}) ", re.I)
_NAME = rf"[{UPPER}]\w+(?:\s[{UPPER}]\w*){{1,4}}"
_PERSON = re.compile(rf"{_NAME}$")
_PERSON_AND_POST = re.compile(rf"(?P<name>{_NAME})\s[-–]\s(?P<rest>.+)")
_CHARGE = re.compile(r"(?:^|\s)\(?(?:trực tiếp\s|được phân công\s|được giao\s)?(?:phụ trách|theo dõi|chuyên trách)\b", re.I)
_GROUP = r"""(?: sở | ban | ngành | cơ\ quan | đơn\ vị | đoàn\ thể | tổ\ chức | hội | địa\ phương | huyện | thành\ phố | thị\ xã | xã
    | phường | thị\ trấn | phòng(?:\ chuyên\ môn|\ ban)? | doanh\ nghiệp | viện | trường )"""
_COLLECTIVE = re.compile(
    rf"""
    (?:thuộc\ |của\ )? (?: (?:UBND|HĐND|[ỦU][yỷ]\ ban\ nhân\ dân|Công\ an|Đảng\ ủy|Bộ\ Chỉ\ huy)\  )?
    (?:các|một\ số|những) \ {_GROUP} (?: (?:,\ và|,|\ và)?\ {_GROUP} )*
    (?: \ (?:tỉnh|chính\ trị\ -\ xã\ hội|(?:có\ )?liên\ quan|chức\ năng|trực\ thuộc|biên\ giới|trên\ địa\ bàn(?:\ tỉnh)?
        |sau(?:\ đây)?|cấp\ tỉnh) )*
    """,
    re.VERBOSE | re.I,
)
_LIST_OF_PLACES = re.compile(rf"(?P<head>.*?)\s?\bcác (?P<kind>huyện|xã|phường|thị trấn|thành phố)\s(?=[{UPPER}])(?P<first>.+)")
_LIST_OF_DEPARTMENTS = re.compile(rf"(?:thuộc )?các [sS]ở\s(?P<first>[{UPPER}].*)")
_OPENS = re.compile(r"\s?(?:gồm có|bao gồm|gồm|như|là)?")
_OPENS_AND_GOES_ON = re.compile(r"\s(?:gồm có|bao gồm|gồm|như|là)\s")
_UNSAID = re.compile(r"(?P<head>.*?)\bcác (?P<kind>huyện|xã|phường|thị trấn)\b", re.I)
_DEPARTMENT = re.compile(r"\bsở\b", re.I)
_PLACE = re.compile(r"(?P<kind>huyện|xã|phường|thị trấn|thành phố|thị xã)\s")
_OWN_PROVINCE = re.compile(rf"\s(?:tỉnh|thành phố)\s[{UPPER}]\w+(?:\s[{UPPER}]\w+){{0,2}}$")
_HYPHENED_PERSON = re.compile(rf"(?P<agency>.+?)\s[-–]\s{_NAME}")
_INSIDE = re.compile(r"(?P<part>.+?)(?P<joint>,? (?:thuộc|của|trực thuộc) )(?P<whole>.+)")
_STANDS_ALONE = re.compile(
    r"(?:Sở|Ban|Công an|Bộ|Cục|Chi cục|Thanh tra|Văn phòng|UBND|HĐND|[ỦU][yỷ] ban|Hội|Liên|Tỉnh|Thành|Huyện|Báo|Đài|Kho bạc|Ngân hàng"
    r"|Bảo hiểm|Viện|T[oò][àa] án|Trung tâm|Công ty|Trường|Hiệp hội|Đoàn|Mặt trận|Đảng ủy|Phòng|Quỹ|Bưu điện|Viễn thông|Bệnh viện|Hạt|Trạm"
    r"|Đồn|Điện lực|Tập đoàn|Tổng|Chi nhánh)\b"
)
_PART = re.compile(r"(?:Phòng|Khoa|Đội|Trạm|Chi cục|Trung tâm)\b")
_PARTY = re.compile(r"(?:Phó )?Bí thư|[ỦU][yỷ] viên|(?:Tỉnh|Thành) [ủu][ỷy] viên|UVBTV", re.I)
_LONGEST_COLLECTIVE = 12  # pieces: "các sở, ban, ngành, đoàn thể, đơn vị, …"
_LONGEST = 4  # pieces of one agency's name: "Sở Văn hóa, Thể thao và Du lịch" has three


class _Piece(NamedTuple):
    joint: str  # the separator before it
    words: str


class _State:
    """What a list has said so far: the post that agencies without one hold, and how its short names are to be read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.post = ""
        self.pending: list[str] = []  # posts that share one list: "lãnh đạo, chuyên viên thuộc các sở: …"
        self.unsaid = ""  # "Sở" or "UBND xã": what a short name leaves unsaid
        self.said = ""  # the words of the last seat
        self.seats: list[Seat] = []
        self.looked_up: dict[tuple[str, str], str | None] = {}

    def open(self, posts_said: list[str], unsaid: str) -> None:
        self.post, self.pending, self.unsaid = ", ".join(posts_said), [], unsaid

    def add(self, post: str, unit: str | None, said: str) -> None:
        self.said = said
        self.seats.append(Seat(post.strip(" ,-–"), unit))


def read_seats(lexicon: Lexicon, words: str, *, one_person: bool = False) -> list[Seat]:
    """All seats of a list in reading order; `one_person`: the role has one holder, whose posts are one seat."""
    state = _State(lexicon)
    pieces = _pieces(words)
    k = 0
    while k < len(pieces):
        k += _read(state, pieces, k)
    for post in state.pending:
        state.add(post, None, post)
    return _merged(state.seats) if one_person else state.seats


def _pieces(words: str) -> list[_Piece]:
    if "(" in words:
        words = _BRACKETS.sub("", words)
    words = " ".join(words.split()).strip(" .,;:-–")
    found = []
    joint, start = "", 0
    for m in _SEPARATOR.finditer(words):
        found.append(_Piece(joint, words[start : m.start()].rstrip()))
        joint, start = m.group(), m.end()
    found.append(_Piece(joint, words[start:]))
    return [piece for piece in found if piece.words]


def _read(state: _State, pieces: list[_Piece], k: int) -> int:
    """Read the k-th piece and those that belong to it; how many they are."""
    said = pieces[k].words
    post = post_end(said)
    if not post and _known(state, said) is not None:
        return _read_agency(state, pieces, k, said)
    if not post and (address := _ADDRESS.match(said)) is not None:
        said = said[address.end() :]
        post = post_end(said)
    if not post and (person := _PERSON_AND_POST.fullmatch(said)) is not None and post_end(person["rest"]):
        said = person["rest"]
        post = post_end(said)
    if not post and (several := _SEVERAL.match(said)) is not None and post_end(said[several.end() :]):
        said = said[several.end() :]
        post = post_end(said)
    if post and post == len(said):
        state.pending.append(said)
        return 1
    if post:
        return _read_post(state, pieces, k, said, post)
    if _CHARGE.match(said) and state.seats:
        last = state.seats.pop()
        words, count = _with_charge(pieces, k, f"{state.said}{pieces[k].joint}{said}")
        state.add(words, last.unit, words)
        return count
    if _PERSON.fullmatch(said) and k + 1 < len(pieces) and post_end(pieces[k + 1].words) and _known(state, said) is None:
        return 1  # a person's name before the post
    return _read_agency(state, pieces, k, said)


def _with_charge(pieces: list[_Piece], k: int, words: str) -> tuple[str, int]:
    """Words up to the k-th piece, which says a charge, with the pieces that go on with it in small letters; how many from the k-th on."""
    count = 1
    while k + count < len(pieces) and ";" not in pieces[k + count].joint:
        following = pieces[k + count].words
        if not following[0].islower() or post_end(following) or _ADDRESS.match(following):
            break
        words += pieces[k + count].joint + following
        count += 1
    return words, count


def _read_post(state: _State, pieces: list[_Piece], k: int, said: str, post: int) -> int:
    """A post with its agency, or at the head of a list of agencies."""
    rest = said[post:].strip()
    held = [*state.pending, said[:post]]
    if opened := _open_list(state, pieces, k, rest, held):
        return opened
    unit, joined, count = _longest_known(state, pieces, k, _with_unit_word(said[:post], rest))
    if unit and _PART.match(unit) and (whole := _department(state, pieces, k + count)):
        unit, count = f"{unit}, {whole}", count + 1  # "Trưởng phòng Văn bản, Sở Tư pháp"
    words = said + "".join(piece.joint + piece.words for piece in pieces[k + 1 : k + count])
    if _charge(joined) < len(joined):
        for other in state.pending:
            state.add(other, unit, other)
        state.pending = []
        words, more = _with_charge(pieces, k + count - 1, words)
        state.add(words, unit, words)
        return count + more - 1
    state.open(held, "Sở" if rest.startswith("Sở ") else "")
    state.add(state.post, unit, words)
    return count


def _department(state: _State, pieces: list[_Piece], k: int) -> str | None:
    """The agency that the k-th piece names after a comma, and that a part before it belongs to."""
    if k >= len(pieces) or pieces[k].joint.strip() != "," or post_end(pieces[k].words) or not pieces[k].words[0].isupper():
        return None
    return _known(state, pieces[k].words)


def _open_list(state: _State, pieces: list[_Piece], k: int, rest: str, held: list[str]) -> int:
    """Open a list whose agencies a collective announces ("các sở, ngành gồm: …"); how many pieces were read, 0 where none opens."""
    if "các " not in rest and "một số " not in rest and "những " not in rest:
        return 0
    if (m := _LIST_OF_DEPARTMENTS.match(rest)) is not None:
        state.open(held, "Sở")
        return _read_agency(state, pieces, k, m["first"])
    if (m := _LIST_OF_PLACES.match(rest)) is not None and _charge(rest) == len(rest):
        state.open(held, f"{canonical_collective(m['head']).strip()} {m['kind']}".strip())
        return _read_agency(state, pieces, k, m["first"])
    count, joined = 1, rest
    while (m := _COLLECTIVE.match(joined)) is not None:
        tail = joined[m.end() :]
        colon = k + count < len(pieces) and pieces[k + count].joint.strip() == ":"
        goes_on = _OPENS_AND_GOES_ON.match(tail)
        if (colon and _OPENS.fullmatch(tail)) or goes_on:
            state.open(held, _unsaid(m.group()))
            return count if goes_on is None else count - 1 + _read_agency(state, pieces, k + count - 1, tail[goes_on.end() :])
        if tail or colon or k + count >= len(pieces) or count >= _LONGEST_COLLECTIVE:
            return 0
        joined += f"{pieces[k + count].joint.rstrip()} {pieces[k + count].words}"
        count += 1
    return 0


def _unsaid(collective: str) -> str:
    """What the short names of a collective's list leave unsaid."""
    if _DEPARTMENT.search(collective):
        return "Sở"
    m = _UNSAID.match(collective)
    return f"{canonical_collective(m['head']).strip()} {m['kind'].lower()}".strip() if m and m["head"].strip() else ""


def _read_agency(state: _State, pieces: list[_Piece], k: int, said: str) -> int:
    """An agency without post: it holds its seat through the post said last, or goes on with the name before it."""
    unit, joined, count = _longest_known(state, pieces, k, said)
    named = joined[: _charge(joined)].strip(" ,")
    if not named:
        return count
    if _known(state, named) is None and not _STANDS_ALONE.match(named) and not (state.unsaid and named[0].isupper()):
        if state.seats and named[0].isupper() and state.seats[-1].unit and ";" not in pieces[k].joint:
            last = state.seats.pop()
            state.add(last.post, f"{last.unit}{pieces[k].joint}{named}", state.said)
        return count
    if state.pending:
        state.open(state.pending, state.unsaid)
    state.add(state.post, unit, joined)
    return count


def _longest_known(state: _State, pieces: list[_Piece], k: int, said: str) -> tuple[str | None, str, int]:
    """The agency that begins with `said`, over as many pieces as its name takes: name, words, number of pieces."""
    joined = said
    best: tuple[str | None, str, int] | None = None
    for count in range(1, min(_LONGEST, len(pieces) - k) + 1):
        if count > 1:
            if ";" in pieces[k + count - 1].joint or ":" in pieces[k + count - 1].joint:
                break
            joined += pieces[k + count - 1].joint + pieces[k + count - 1].words
        charge = _charge(joined)
        if (name := _known(state, joined[:charge].strip(" ,"))) is not None:
            best = (name, joined, count)
            if count == 1 and _begins_anew(state, pieces, k + 1):
                break
        if charge < len(joined):
            break
    if best is not None:
        return best
    words = said[: _charge(said)].strip(" ,")
    return (_unknown(state, words) if words else None), said, 1


def _charge(words: str) -> int:
    """Where a charge begins in the words of a seat ("… phụ trách lĩnh vực …"); their length where none does."""
    if "phụ trách" not in words and "theo dõi" not in words and "huyên trách" not in words:
        return len(words)
    m = _CHARGE.search(words)
    return m.start() if m else len(words)


def _begins_anew(state: _State, pieces: list[_Piece], k: int) -> bool:
    """Whether the k-th piece is no part of the name before it: none, another list's, a post or a known agency."""
    if k >= len(pieces) or pieces[k].joint.strip() in (";", ":"):
        return True
    words = pieces[k].words
    if post_end(words) or _STANDS_ALONE.match(words) is not None:
        return True
    return pieces[k].joint.strip() == "," and _known(state, words[: _charge(words)].strip()) is not None


def _with_unit_word(post: str, rest: str) -> str:
    """The agency's words with the one that the post says already: "Chánh Văn phòng" + "UBND tỉnh" → "Văn phòng UBND tỉnh"."""
    base = fold(post).removeprefix("quyền ").removeprefix("phó ").removesuffix(" thường trực")
    word = posts().agency.get(base)
    if word is None or not rest or rest.startswith(f"{word} "):
        return rest
    return f"{word} {rest}"


def _known(state: _State, words: str) -> str | None:
    """Canonical name of an agency of the data, of a department by its short name, of a commune in a list of communes, of a collective."""
    key = (state.unsaid, words)
    if key not in state.looked_up:
        state.looked_up[key] = _look_up(state, words)
    return state.looked_up[key]


def _look_up(state: _State, words: str) -> str | None:
    agencies = state.lexicon.agencies
    folded = fold(words)
    if (name := agencies.get(folded)) is not None:
        return name
    if (" tỉnh " in words or " thành phố " in words) and (own := _OWN_PROVINCE.sub("", words)) != words:
        if (name := agencies.get(fold(own)) or agencies.get(f"{fold(own)} tỉnh")) is not None:
            return name
    elif (name := agencies.get(f"{folded} tỉnh")) is not None:
        return name
    if state.unsaid == "Sở":
        if (name := agencies.get(f"sở {folded}")) is not None:
            return name
    elif state.unsaid and words[:1].isupper() and not _STANDS_ALONE.match(words) and not _SEPARATOR.search(words):
        return f"{state.unsaid} {words}"
    elif state.unsaid and _PLACE.match(words):
        return f"{state.unsaid.rsplit(' ', 1)[0]} {words}"
    if "c" in words and _COLLECTIVE.fullmatch(words):
        return canonical_collective(words.removeprefix("thuộc ").removeprefix("của "))
    return None


def _unknown(state: _State, words: str) -> str:
    """An agency that no row names: its own words, with the canonical name of the one that it belongs to, without a person's name."""
    if (m := _INSIDE.fullmatch(words)) is not None and (whole := _known(state, m["whole"])) is not None:
        return f"{m['part']}{m['joint']}{whole}"
    if (m := _HYPHENED_PERSON.fullmatch(words)) is not None and (name := _known(state, m["agency"])) is not None:
        return name
    parts = words.split(" ")
    for cut in range(len(parts) - 2, max(0, len(parts) - 6), -1):
        if _PERSON.fullmatch(" ".join(parts[cut:])) and (name := _known(state, " ".join(parts[:cut]))) is not None:
            return name
    if state.unsaid == "Sở" and not _STANDS_ALONE.match(words):
        return f"Sở {words}"
    return canonical_collective(words)


def _merged(seats: list[Seat]) -> list[Seat]:
    """One person's posts as one seat: "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh"."""
    if len(seats) < 2 or not _PARTY.match(seats[0].post):
        return seats
    words = ", ".join(f"{seat.post} {seat.unit}" if seat.unit and seat.unit not in seat.post else seat.post for seat in seats[:2])
    return [Seat(words, seats[1].unit), *seats[2:]]
