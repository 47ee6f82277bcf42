"""Which agency the words of a seat mean, in a list that may leave "Sở" or "UBND xã" unsaid.

Reads: words, lexicon.  Writes: the canonical name, or None where no data tell one.
"""

from __future__ import annotations

import re

from dieuhanh.extract.collectives import canonical_collective
from dieuhanh.extract.lexicon import Lexicon
from dieuhanh.extract.patterns import UPPER
from dieuhanh.extract.posts import posts
from dieuhanh.text import fold

SEPARATOR = re.compile(r"[;,]\s?(?:và\s|cùng\s)?|:\s?(?=\D)|\s(?:và|cùng với|cùng)\s")
NAME = rf"[{UPPER}]\w+(?:\s[{UPPER}]\w*){{1,4}}"
PERSON = re.compile(rf"{NAME}$")
CHARGE = re.compile(r"(?:^|\s)\(?(?:trực tiếp\s|được phân công\s|được giao\s)?(?:phụ trách|theo dõi|chuyên trách)\b", re.I)
_GROUP = r"""(?: sở | ban | ngành | cơ\ quan | đơn\ vị | đoàn\ thể | tổ\ chức | hội | địa\ phương | huyện | thành\ phố | thị\ xã | xã
    | phường | thị\ trấn | phòng(?:\ chuyên\ môn|\ ban)? | doanh\ nghiệp | viện | trường )"""
COLLECTIVE = re.compile(
    rf"""
    (?:thuộc\ |của\ )? (?: (?:UBND|HĐND|[ỦU][yỷ]\ ban\ nhân\ dân|Công\ an|Đảng\ ủy|Bộ\ Chỉ\ huy)\  )?
    (?:các|một\ số|những) \ {_GROUP} (?: (?:,\ và|,|\ và)?\ {_GROUP} )*
    (?: \ (?:tỉnh|chính\ trị\ -\ xã\ hội|(?:có\ )?liên\ quan|chức\ năng|trực\ thuộc|biên\ giới|trên\ địa\ bàn(?:\ tỉnh)?
        |sau(?:\ đây)?|cấp\ tỉnh) )*
    """,
    re.VERBOSE | re.I,
)
_PLACE = re.compile(r"(?P<kind>huyện|xã|phường|thị trấn|thành phố|thị xã)\s")
_OWN_PROVINCE = re.compile(rf"\s(?:tỉnh|thành phố)\s[{UPPER}]\w+(?:\s[{UPPER}]\w+){{0,2}}$")
_HYPHENED_PERSON = re.compile(rf"(?P<agency>.+?)\s[-–]\s{NAME}")
_INSIDE = re.compile(r"(?P<part>.+?)(?P<joint>,? (?:thuộc|của|trực thuộc) )(?P<whole>.+)")
STANDS_ALONE = re.compile(
    r"(?:Sở|Ban|Công an|Bộ|Cục|Chi cục|Thanh tra|Văn phòng|UBND|HĐND|[ỦU][yỷ] ban|Hội|Liên|Tỉnh|Thành|Huyện|Báo|Đài|Kho bạc|Ngân hàng"
    r"|Bảo hiểm|Viện|T[oò][àa] án|Trung tâm|Công ty|Trường|Hiệp hội|Đoàn|Mặt trận|Đảng ủy|Phòng|Quỹ|Bưu điện|Viễn thông|Bệnh viện|Hạt|Trạm"
    r"|Đồn|Điện lực|Tập đoàn|Tổng|Chi nhánh)\b"
)


class Units:
    """What the names of a list mean so far: `unsaid` is what its short names leave unsaid, "Sở" or "UBND xã"."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.unsaid = ""
        self._known: dict[tuple[str, str], str | None] = {}

    def known(self, words: str) -> str | None:
        """Canonical name of an agency of the data, of a department or commune by its short name, of a collective; else None."""
        key = (self.unsaid, words)
        if key not in self._known:
            self._known[key] = self._look_up(words)
        return self._known[key]

    def _look_up(self, words: str) -> str | None:
        agencies = self._lexicon.agencies
        folded = fold(words)
        if (name := agencies.get(folded)) is not None:
            return name
        if (" tỉnh " in words or " thành phố " in words) and (own := _OWN_PROVINCE.sub("", words)) != words:
            if (name := agencies.get(fold(own)) or agencies.get(f"{fold(own)} tỉnh")) is not None:
                return name
        elif (name := agencies.get(f"{folded} tỉnh")) is not None:
            return name
        if self.unsaid == "Sở":
            if (name := agencies.get(f"sở {folded}")) is not None:
                return name
        elif self.unsaid and words[:1].isupper() and not STANDS_ALONE.match(words) and not SEPARATOR.search(words):
            return f"{self.unsaid} {words}"
        elif self.unsaid and _PLACE.match(words):
            return f"{self.unsaid.rsplit(' ', 1)[0]} {words}"
        if "c" in words and COLLECTIVE.fullmatch(words):
            return canonical_collective(words.removeprefix("thuộc ").removeprefix("của "))
        return None

    def unknown(self, words: str) -> str:
        """An agency that no row names: its own words, with the canonical name of the one that it belongs to, without a person's name."""
        if (m := _INSIDE.fullmatch(words)) is not None and (whole := self.known(m["whole"])) is not None:
            return f"{m['part']}{m['joint']}{whole}"
        if (m := _HYPHENED_PERSON.fullmatch(words)) is not None and (name := self.known(m["agency"])) is not None:
            return name
        parts = words.split(" ")
        for cut in range(len(parts) - 2, max(0, len(parts) - 6), -1):
            if PERSON.fullmatch(" ".join(parts[cut:])) and (name := self.known(" ".join(parts[:cut]))) is not None:
                return name
        if self.unsaid == "Sở" and not STANDS_ALONE.match(words):
            return f"Sở {words}"
        return canonical_collective(words)


def charge_start(words: str) -> int:
    """Where a charge begins in the words of a seat ("… phụ trách lĩnh vực …"); their length where none does."""
    if "phụ trách" not in words and "theo dõi" not in words and "huyên trách" not in words:
        return len(words)
    m = CHARGE.search(words)
    return m.start() if m else len(words)


def with_unit_word(post: str, rest: str) -> str:
    """The agency's words with the one that the post says already: "Chánh Văn phòng" + "UBND tỉnh" → "Văn phòng UBND tỉnh"."""
    base = fold(post).removeprefix("quyền ").removeprefix("phó ").removesuffix(" thường trực")
    word = posts().agency.get(base)
    if word is None or not rest or rest.startswith(f"{word} "):
        return rest
    return f"{word} {rest}"
