"""Pages whose lines were cut at a fixed width: the lines of one paragraph are joined again.

Only a page whose lines are all short, and several of which break off in the middle of a phrase, is taken for wrapped. There a line
goes on in the next one if that begins with a small letter or if its first word had no more room. Codes and dates that were cut
at their hyphen or stroke ("52-" / "CT/TW", "28/8/" / "2023") are joined without a space. On any other page only a long line that
visibly breaks off in a phrase goes on in the next.

Reads: `Line`s and the page that they stand in. Writes: `Line`s.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dieuhanh.text.furniture import is_furniture
from dieuhanh.text.offsets import Trail
from dieuhanh.text.paragraphs import Line

WIDEST = 120  # code points; a page with a longer line is not wrapped
FULL = 50  # code points; shorter lines end because the paragraph ends. Wraps seen on the web lie at 60–100, most at 70–80
BROKEN_LINES = 3  # lines that break off in a phrase before we call the page wrapped …
BROKEN_SHARE = 0.25  # … and their share of the full lines
ROOM = 0.85  # of the page's width: a line that would stay below with the next word had room for it

ENDS = re.compile(r"""[.;:!?…]["”’)\]]*$""")
HANGING = (" của", " các", " những", " và", " hoặc", " với", " về việc", " trước ngày", " từ ngày", " đến ngày")  # not "tiếp theo"
GOING_ON = ("của ", "và ", "hoặc ", "với ", "cho ", "để ", "trong ", "tại ")  # no paragraph begins so; a list of topics may begin small
CELLS = " | "
CUT_CODE = re.compile(r"\w[-/]\n\w|\w\n[-/]\w")  # across the end of a line
BEGINS_ITEM = re.compile(
    r"""
      [-–+•*]\s              # a bullet
    | \d{1,3}[.)]\s          # 1. 1)
    | [a-zđ]{1,2}[.)]\s      # a) đ)
    | [IVX]{1,5}[.)]\s       # IV.
    | (?:Điều|Chương|Mục|Phần)\s[\dIVX]
    """,
    re.VERBOSE,
)


def join_wrapped(lines: list[Line], page: str) -> list[Line]:
    """`lines` with those of one paragraph joined, if `page` is wrapped; else with single torn lines mended."""
    if not _is_wrapped(lines):
        return _mended(lines)
    gaps = [_is_blank(page[above.end : below.start]) for above, below in pairwise(lines)]
    # Its text is read again one day, and blank lines are gone then: a joined page must not look wrapped any more. One that does
    # is joined as if it had no blank lines, as it would be then, or else left.
    for known_gaps in (gaps, [False] * len(gaps)):
        joined = _joined(lines, known_gaps)
        if not _is_wrapped(joined):
            return _mended(joined)
    return lines


def _mended(lines: list[Line]) -> list[Line]:
    """`lines` with each joined to what it breaks off from; blank lines between do not count, for a page read again has none."""
    if not lines:
        return lines
    paragraphs, above = [[lines[0]]], lines[0].text
    for line in lines[1:]:
        if _is_torn(above, line.text):
            paragraphs[-1].append(line)
            above = f"{above[-FULL:]} {line.text}"  # what is joined is read again one day as one line
        else:
            paragraphs.append([line])
            above = line.text
    if len(paragraphs) == len(lines):
        return lines
    return [line for paragraph in paragraphs for line in (_join(paragraph) if len(paragraph) > 1 else paragraph)]


def _is_torn(above: str, below: str) -> bool:
    """Whether a long line ends within a phrase: its last word cannot end one, or the next cannot begin one. Rows of a table never do."""
    if len(above) < FULL or CELLS in above or CELLS in below or ENDS.search(above) or BEGINS_ITEM.match(below):
        return False
    return above.endswith(HANGING) or below.startswith(GOING_ON)


def _joined(lines: list[Line], gaps: list[bool]) -> list[Line]:
    """`lines` with those of one paragraph joined; gaps[i] tells whether a blank line stands behind line i."""
    width = max(len(line.text) for line in lines)
    spaced = any(gaps)
    paragraphs = [[lines[0]]]
    for line, gap in zip(lines[1:], gaps, strict=True):
        if not gap and _goes_on(paragraphs[-1][-1].text, line.text, width, spaced=spaced):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [line for paragraph in paragraphs for line in _join(paragraph)]


def _is_wrapped(lines: list[Line]) -> bool:
    if any(len(line.text) > WIDEST for line in lines):
        return False
    full = [(above.text, below.text) for above, below in pairwise(lines) if len(above.text) >= FULL]
    broken = sum(_breaks_off(above, below) for above, below in full)
    return broken >= BROKEN_LINES and broken >= BROKEN_SHARE * len(full)


def _breaks_off(above: str, below: str) -> bool:
    """Whether a phrase visibly goes on from one line to the next."""
    return (below[0].islower() and not ENDS.search(above) and not BEGINS_ITEM.match(below)) or _cuts_code(above, below)


def _goes_on(above: str, below: str, width: int, *, spaced: bool) -> bool:
    """Whether the paragraph of `above` goes on in `below`; `spaced`: the page sets its paragraphs off by blank lines."""
    had_no_room = len(above) + 1 + len(below.split(" ", 1)[0]) > ROOM * width
    if len(above) >= FULL and _cuts_code(above, below):
        return True
    if ENDS.search(above):
        return spaced and had_no_room and not BEGINS_ITEM.match(below)
    if below[0].islower() and not BEGINS_ITEM.match(below):
        return len(above) >= FULL or had_no_room
    return had_no_room


def _cuts_code(above: str, below: str) -> bool:
    return CUT_CODE.search(f"{above[-2:]}\n{below[:2]}") is not None


def _is_blank(gap: str) -> bool:
    """Whether a blank line stands in what lies between two lines."""
    return gap.count("\n") > 1


def _join(lines: list[Line]) -> list[Line]:
    """One line of `lines`; as they were if that would be furniture."""
    text = lines[0].text
    trail = Trail()
    for target, origin in lines[0].points():
        trail.add(target, origin)
    for above, below in pairwise(lines):
        text += "" if _cuts_code(above.text, below.text) else " "
        for target, origin in below.points():
            trail.add(len(text) + target, origin)
        text += below.text
    if len(lines) == 1 or is_furniture(text):
        return lines
    return [Line(text, lines[0].start, lines[-1].end, trail.offsets())]
