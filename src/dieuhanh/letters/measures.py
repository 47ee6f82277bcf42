"""The measures of Phụ lục I of Nghị định 30/2020/NĐ-CP that we chose within its ranges; lengths in millimetres, sizes in points."""

from __future__ import annotations

FONT = "Times New Roman"
PRINTED_FONT = "Liberation Serif"  # free, with the widths of Times New Roman; lies beside the code
LANGUAGE = "vi-VN"

# Mục I.1–I.3: A4 upright; top and bottom 20–25, left 30–35, right 15–20. The page number stands in the middle of the top margin.
PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
TOP, BOTTOM, LEFT, RIGHT = 20.0, 20.0, 30.0, 15.0
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
NUMBER_FROM_EDGE = 10.0

# The head of the page: the agency on the left, the country on the right, wide enough for the country's name on one line.
AGENCY_WIDTH = 70.0
COUNTRY_WIDTH = TEXT_WIDTH - AGENCY_WIDTH
RECIPIENTS_WIDTH = 82.0
CELL_PADDING = 1.2
AGENCY_ROOM = AGENCY_WIDTH - 2 * CELL_PADDING
COUNTRY_ROOM = COUNTRY_WIDTH - 2 * CELL_PADDING

COUNTRY_SIZE = 12  # 12–13; the motto and the agency go with it
MOTTO_SIZE = 13  # 13–14
AGENCY_SIZE = 12  # 12–13
NUMBER_SIZE = 13
PLACE_SIZE = 13  # 13–14
KIND_SIZE = 14  # 13–14
SUBJECT_SIZE = 12  # "V/v …": 12–13; under the name of a kind it has the size of the kind
BODY_SIZE = 14  # 13–14
TABLE_SIZE = 12
PAGE_NUMBER_SIZE = 13  # 13–14
RECIPIENTS_TITLE_SIZE = 12
RECIPIENTS_SIZE = 11

FIRST_LINE = 12.7  # 10 or 12.7
PARAGRAPH_GAP = 6  # points, at least 6
NUMBER_GAP = 4  # under the line below the agency
SUBJECT_GAP = 6
TITLE_GAP = 18
ADDRESSED_GAP = 12
LINE_SPACING = 1.15  # from single to 1.5
ADDRESSED_INDENT = 38.0  # of "Kính gửi:" where it heads a list; the list stands under its colon
ADDRESSEES_INDENT = 16.0
END_GAP = 6
SIGNING_GAP = 70  # points for the signature and the seal

# Lines: as long as the motto; a third to a half of the agency's name and of the subject.
RULE_WEIGHT = 0.75  # points
RULE_SHARE = 0.42
MOTTO_EMS = 12.24
CAPITAL_EMS = 0.62  # mean width of a bold capital and of a bold small letter, over names of agencies and subjects
LETTER_EMS = 0.45
POINT = 25.4 / 72


def motto_rule() -> float:
    """Its length, that of the motto."""
    return MOTTO_EMS * MOTTO_SIZE * POINT


def width(line: str, size: int) -> float:
    """About how wide a bold line is, from the mean width of letters: enough where the law leaves a range."""
    return sum(CAPITAL_EMS if letter.isupper() else LETTER_EMS for letter in line) * size * POINT


def rule(lines: list[str], size: int, room: float) -> float:
    """The length of the line under centred text that has this much room, a third to a half of its longest line."""
    return RULE_SHARE * min(room, max((width(line, size) for line in lines), default=0.0))


def balanced(text: str, size: int, room: float) -> list[str]:
    """The text on as few lines as it needs, about equally long, broken between words: "ỦY BAN NHÂN DÂN" / "TỈNH LẠNG SƠN"."""
    words = text.split()
    lines = 1
    while lines < len(words) and width(text, size) / lines > room:
        lines += 1
    broken: list[str] = []
    while lines > 1:
        goal = width(" ".join(words), size) / lines
        count = min(range(1, len(words) - lines + 2), key=lambda count: abs(width(" ".join(words[:count]), size) - goal))
        broken.append(" ".join(words[:count]))
        words = words[count:]
        lines -= 1
    return [*broken, " ".join(words)] if words else []
