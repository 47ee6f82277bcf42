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
from dieuhanh.extract.posts import post_end
from dieuhanh.extract.units_of_seats import CHARGE, COLLECTIVE, NAME, PERSON, SEPARATOR, STANDS_ALONE, Units, charge_start, with_unit_word


class Seat(NamedTuple):
    """The post that fills a seat, and its agency."""

    post: str
    unit: str | None


_BRACKETS = re.compile(r"\s?\((?!\s?(?:phụ trách|theo dõi))[^()]*\)", re.I)
_ADDRESS = re.compile(
    r"(?:(?:và|cùng|gồm|là|do|mời|có|một số|các)\s(?=các |đồng chí|ông |bà |mời )|(?:các\s)?đồng chí:?\s(?:là\s)?"
    r"|[ôÔ]ng\s(?=[A-ZĐ])|[bB]à\s(?=[A-ZĐ])|mời\s|\d{1,2}\s(?=đồng chí|lãnh đạo))+",
    re.I,
)
_SEVERAL = re.compile(r"(?:các|một số|những|\d{1,2}) ", re.I)
_PERSON_AND_POST = re.compile(rf"(?P<name>{NAME})\s[-–]\s(?P<rest>.+)")
_LIST_OF_PLACES = re.compile(rf"(?P<head>.*?)\s?\bcác (?P<kind>huyện|xã|phường|thị trấn|thành phố)\s(?=[{UPPER}])(?P<first>.+)")
_LIST_OF_DEPARTMENTS = re.compile(rf"(?:thuộc )?các [sS]ở\s(?P<first>[{UPPER}].*)")
_OPENS = re.compile(r"\s?(?:gồm có|bao gồm|gồm|như|là)?")
_OPENS_AND_GOES_ON = re.compile(r"\s(?:gồm có|bao gồm|gồm|như|là)\s")
_UNSAID = re.compile(r"(?P<head>.*?)\bcác (?P<kind>huyện|xã|phường|thị trấn)\b", re.I)
_DEPARTMENT = re.compile(r"\bsở\b", re.I)
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
        self.units = Units(lexicon)
        self.post = ""
        self.pending: list[str] = []  # posts that share one list: "lãnh đạo, chuyên viên thuộc các sở: …"
        self.said = ""  # the words of the last seat
        self.seats: list[Seat] = []

    def open(self, posts_said: list[str], unsaid: str) -> None:
        self.post, self.pending, self.units.unsaid = ", ".join(posts_said), [], unsaid

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
    for m in SEPARATOR.finditer(words):
        found.append(_Piece(joint, words[start : m.start()].rstrip()))
        joint, start = m.group(), m.end()
    found.append(_Piece(joint, words[start:]))
    return [piece for piece in found if piece.words]


def _read(state: _State, pieces: list[_Piece], k: int) -> int:
    """Read the k-th piece and those that belong to it; how many they are."""
    said = pieces[k].words
    post = post_end(said)
    if not post and state.units.known(said) is not None:
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
    if CHARGE.match(said) and state.seats:
        last = state.seats.pop()
        words, count = _with_charge(pieces, k, f"{state.said}{pieces[k].joint}{said}")
        state.add(words, last.unit, words)
        return count
    if PERSON.fullmatch(said) and k + 1 < len(pieces) and post_end(pieces[k + 1].words) and state.units.known(said) is None:
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
    unit, joined, count = _longest_known(state, pieces, k, with_unit_word(said[:post], rest))
    if unit and _PART.match(unit) and (whole := _department(state, pieces, k + count)):
        unit, count = f"{unit}, {whole}", count + 1  # "Trưởng phòng Văn bản, Sở Tư pháp"
    words = said + "".join(piece.joint + piece.words for piece in pieces[k + 1 : k + count])
    if charge_start(joined) < len(joined):
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
    return state.units.known(pieces[k].words)


def _open_list(state: _State, pieces: list[_Piece], k: int, rest: str, held: list[str]) -> int:
    """Open a list whose agencies a collective announces ("các sở, ngành gồm: …"); how many pieces were read, 0 where none opens."""
    if "các " not in rest and "một số " not in rest and "những " not in rest:
        return 0
    if (m := _LIST_OF_DEPARTMENTS.match(rest)) is not None:
        state.open(held, "Sở")
        return _read_agency(state, pieces, k, m["first"])
    if (m := _LIST_OF_PLACES.match(rest)) is not None and charge_start(rest) == len(rest):
        state.open(held, f"{canonical_collective(m['head']).strip()} {m['kind']}".strip())
        return _read_agency(state, pieces, k, m["first"])
    count, joined = 1, rest
    while (m := COLLECTIVE.match(joined)) is not None:
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
    named = joined[: charge_start(joined)].strip(" ,")
    if not named:
        return count
    if state.units.known(named) is None and not STANDS_ALONE.match(named) and not (state.units.unsaid and named[0].isupper()):
        if state.seats and named[0].isupper() and state.seats[-1].unit and ";" not in pieces[k].joint:
            last = state.seats.pop()
            state.add(last.post, f"{last.unit}{pieces[k].joint}{named}", state.said)
        return count
    if state.pending:
        state.open(state.pending, state.units.unsaid)
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
        charge = charge_start(joined)
        if (name := state.units.known(joined[:charge].strip(" ,"))) is not None:
            best = (name, joined, count)
            if count == 1 and _begins_anew(state, pieces, k + 1):
                break
        if charge < len(joined):
            break
    if best is not None:
        return best
    words = said[: charge_start(said)].strip(" ,")
    return (state.units.unknown(words) if words else None), said, 1


def _begins_anew(state: _State, pieces: list[_Piece], k: int) -> bool:
    """Whether the k-th piece is no part of the name before it: none, another list's, a post or a known agency."""
    if k >= len(pieces) or pieces[k].joint.strip() in (";", ":"):
        return True
    words = pieces[k].words
    if post_end(words) or STANDS_ALONE.match(words) is not None:
        return True
    return pieces[k].joint.strip() == "," and state.units.known(words[: charge_start(words)].strip()) is not None


def _merged(seats: list[Seat]) -> list[Seat]:
    """One person's posts as one seat: "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh"."""
    if len(seats) < 2 or not _PARTY.match(seats[0].post):
        return seats
    words = ", ".join(f"{seat.post} {seat.unit}" if seat.unit and seat.unit not in seat.post else seat.post for seat in seats[:2])
    return [Seat(words, seats[1].unit), *seats[2:]]
