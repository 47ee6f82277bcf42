"""Figures to be reached: "phấn đấu đạt tối thiểu 30%", "Mục tiêu đến năm 2025: đàn lợn đạt 200.000 con", "rà soát ít nhất 02 chuyên đề".

Reads: Anchors, an item's paragraphs.  Writes: Target.
A sentence sets goals (any figure counts), reports (none does), or orders (only what is bounded from below, whole or saved).
Reported results ("đạt gần 3,3 tỷ USD, tăng 61,9% so với cùng kỳ"), conditions ("từ 100 lao động trở lên"), prices and norms are none.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.counted import read_counted
from dieuhanh.extract.facts import Span, Target
from dieuhanh.extract.figures import SHARES, Figure, find_figures
from dieuhanh.extract.horizons import Horizon, carried, find_horizons, horizon_of
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.sentences import list_mark, split_sentences

# A paragraph without any of these holds no target; each costs 20 µs a page as a plain search.
_SIGNS = ("%", "hấn đấu", "ục tiêu", "hỉ tiêu", "ít nhất", "ối thi", "iai đoạn 20")
_LONGEST_SENTENCE = 4000  # characters; the longest seen has 1,900
_LONGEST_PART = 400  # characters before a figure in which its clause is looked at
_YEAR_SIGN = "ăm 20"  # with đến, hết, cuối before it, or with a capital
_YEAR_LEADS = ("ến n", "ết n", "uối n", "ả n")
# Searched in the sentence in lower case, each word behind its space: with a literal head and no case to fold that is four times as fast.
_GOAL = re.compile(
    r"""\ (?: phấn\sđấu | mục\stiêu(?!\squốc\sgia|,\snhiệm\svụ) | hướng\stới | để\s[^,;.:]{3,60}\sđạt | quyết\stâm\s(?:đạt|đưa)
      | chỉ\stiêu(?!\sbiên\schế|[^,;:.]{0,80}\b(?:đạt|vượt|hoàn\sthành|được)\b) )\b""",
    re.VERBOSE,
)
_RESULT = re.compile(
    r"""\ (?: đã | ước\s(?:đạt|được|thực\shiện|tính) | mới\s(?:chỉ\s)?(?:đạt|giải\sngân|thực\shiện|hoàn\sthành|có) | đạt\sđược
      | giải\sngân\sđược | tính\sđến | (?:lũy|luỹ)\skế | hiện\s(?:có|nay|còn|đạt) | còn\stồn | kết\squả\s(?:đạt|thực\shiện)
      | theo\s(?:báo\scáo|thống\skê|đánh\sgiá) | qua\s(?:rà\ssoát|kiểm\stra|theo\sdõi) | \d{1,2}\stháng\s(?:đầu\s)?năm
      | so\svới\s(?:cùng\skỳ|năm\strước) | cùng\skỳ | đến\snay | xảy\sra | ghi\snhận\s(?:\d|có)
      | dự\stoán\sgiao | được\s(?:giao|phân\sbổ)\s\d | vượt\skế\shoạch )\b""",
    re.VERBOSE,
)
_AFTERWARDS = re.compile(r"so với (?:cùng kỳ|năm trước)|(?:kế hoạch|dự toán) (?:năm|cả năm)|vượt kế hoạch", re.IGNORECASE)
# What follows is searched in lower case in the words before a figure: of its part (from the last comma) or of its clause.
_NORM = re.compile(
    r"""\b(?: hỗ\strợ | miễn | mức(?!\sđộ) | hệ\ssố | (?<!đánh\s)giá(?!\strị) | (?<!chi\s)(?<!kinh\s)(?<!lãng\s)phí
      | (?:tiền|giảm|miễn)\sthuế | thuế\ssuất | tiền\sthuê | lãi\ssuất | phụ\scấp | trợ\scấp | (?<!ảnh\s)hưởng | lương
      | góp\svốn | cổ\sphần | trọng\ssố | phạt | tỷ\slệ\sđiều\stiết | bồi\sthường )\b""",
    re.VERBOSE,
)
_MEANS = re.compile(r"\b(?:kinh phí|tổng mức đầu tư|tổng vốn(?: đầu tư)?|nguồn vốn|vốn ngân sách|diện tích đất|quy mô)\b")
_RAISES = re.compile(r"\b(?:thu hút|huy động|giải ngân)\b")
_REACHES = re.compile(r"\b(?:bảo đảm|đảm bảo|duy trì|phải|đạt|tăng|giảm|giải ngân|hoàn thành|tiết kiệm|cắt giảm)\b")
_ENSURES = re.compile(r"\b(?:bảo đảm|đảm bảo|duy trì|phải|cần|yêu cầu|mỗi)\b")
_LIFTS = re.compile(
    r"\b(?:nâng|đưa|tăng|giảm|hạ)\s[^.]*\s(?:lên|xuống|còn)\s(?:(?:đạt|trên|dưới|ít nhất|tối thiểu|tối đa|không quá|khoảng)\s)*$"
)
_LIFTS_FIRST = re.compile(r"\s?(?:nâng|đưa|kéo giảm)\b")
_SAVES = re.compile(
    r"\b(?:tiết kiệm|cắt giảm|rút ngắn)(?:\s[^\s.\d]+){0,5}\s$"
    r"|\bgiảm\s(?:thời gian|chi phí|thủ tục|đầu mối|biên chế)(?:\s[^\s.\d]+){0,6}\s$"
)
_HAS = re.compile(r"\bcó\s(?:từ\s|ít nhất\s|tối thi[ểế]u\s|trên\s)?$")
_FLOOR = re.compile(r"(?:ít nhất|tối thi[ểế]u|không dưới|không thấp hơn|≥|đạt từ)\s(?:(?:là|đạt|được)\s)?$")
_WITH_ALL = ("với ", "vốn ", " do ")
_WHERE = (" của ", " tại ", " ở ", " trên địa bàn ", " giữa ")  # "kiểm kê rừng của 10 huyện": not so many are the goal
_VOTE = re.compile(r"\s?(?:số\s)?(?:đại biểu|phiếu|thành viên)\b[^,;.]*(?:biểu quyết|tán thành|nhất trí|bỏ phiếu|đồng ý)", re.IGNORECASE)
_CONTAINS = re.compile(r"\b(?:đề ra|gồm|bao gồm|nêu|xác định)\s$")  # what a plan holds is no goal of it
_RANKED = re.compile(r"\b(?:nhóm|top|tốp|thuộc|trong số)\s(?:\S+\s)?$")
_MAKES = re.compile(
    r"\b(?:trồng|xây dựng|thành lập|đào tạo|hoàn thành|thu hút|phát triển|xóa|xoá|sửa chữa|kết nạp|hỗ trợ|công nhận|đầu tư|cấp"
    r"|số hóa|số hoá)\b"
)
_AGES = re.compile(r"\b(?:tuổi thọ|số năm|sống khỏe|sống khoẻ)\b")
_SHRINKS = re.compile(r"(?:còn|xuống|giảm|rút ngắn|gấp|tăng)\s(?:\S+\s){0,3}$")
_MONEY = re.compile(r"(?<!hợp )(?:đồng|USD|tệ)\b")
_PASSING = re.compile(r"(?:giờ|phút|ngày(?: làm việc)?|tháng|tuần|lần|năm|tuổi)$")
_LIFE = ("tuổi", "năm")
_LENGTHS = ("m", "m2", "m²", "mét", "cm", "mm", "kg")  # in an order these are norms: how wide, how heavy


class _Run(NamedTuple):
    """What a sentence hands on to those below it: that they set goals, and by when."""

    goal: bool = False
    horizon: Horizon | None = None
    listing: bool = False  # it ends with a colon, so the paragraphs below belong to it, whether they carry marks or not


class _Sentence(NamedTuple):
    """A sentence with what was found in it."""

    text: str
    span: Span
    figures: list[Figure]
    horizons: list[Horizon]
    goals: list[int]  # where words stand that set goals
    results: list[int]  # where words stand that report
    run: _Run
    directs: bool  # it tells somebody to do something, so "đã" in it speaks of the matter, not of a result
    issued_on: dt.date | None


def find_targets(anchors: Anchors, paragraphs: list[Span], issued_on: dt.date | None) -> list[Target]:
    """All figures to be reached in reading order; a horizon that lies before `issued_on` makes a result of its figure."""
    text = anchors.text
    signed = _signed(text, paragraphs)
    found: list[Target] = []
    run = _Run()
    for k, paragraph in enumerate(paragraphs):
        if k not in signed and not run.goal and run.horizon is None and text[paragraph[1] - 1] != ":":
            continue
        mark = len(list_mark(text, paragraph))
        if not mark and not run.listing:
            run = run._replace(goal=False)
        for span in _sentences(text, (paragraph[0] + mark, paragraph[1])):
            run = _continued(anchors, span, run)
            figures = list(find_figures(text, *span))
            if not figures and _OPENS_GOALS.match(text, *span) is None and _OPENS_TIME.match(text, *span) is None:
                continue
            sentence = _analysed(anchors, span, figures, run, issued_on)
            if not _only_reports(sentence):
                found += _read_sentence(sentence)
                run = _handed_on(sentence)
    return found


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of a paragraph; one that never ends is cut, so that looking about in it stays cheap."""
    for start, end in split_sentences(text, paragraph):
        while end - start > _LONGEST_SENTENCE:
            yield start, start + _LONGEST_SENTENCE
            start += _LONGEST_SENTENCE
        yield start, end


def _signed(text: str, paragraphs: list[Span]) -> set[int]:
    """Indexes of the paragraphs that hold a sign of a target."""
    if not paragraphs:
        return set()
    starts = [start for start, _ in paragraphs]
    end = paragraphs[-1][1]
    found = set()
    for sign in (*_SIGNS, _YEAR_SIGN):
        at = text.find(sign, starts[0], end)
        while at >= 0:
            k = bisect_right(starts, at) - 1
            if sign != _YEAR_SIGN or text[at - 1] == "N" or text.endswith(_YEAR_LEADS, starts[k], at):
                found.add(k)
                at = paragraphs[k][1]
            at = text.find(sign, at + 1, end)
    return found


def _analysed(anchors: Anchors, span: Span, figures: list[Figure], run: _Run, issued_on: dt.date | None) -> _Sentence:
    text = anchors.text
    words = f" {text[span[0] : figures[-1].span[0] + 1 if figures else span[1]].lower()}"
    return _Sentence(
        text=text,
        span=span,
        figures=figures,
        horizons=find_horizons(text, *span),
        goals=[span[0] + m.start() for m in _GOAL.finditer(words)],
        results=[span[0] + m.start() for m in _RESULT.finditer(words)],
        run=run,
        directs=_directs(anchors, span[0]),
        issued_on=issued_on,
    )


def _only_reports(sentence: _Sentence) -> bool:
    """Whether the sentence reports before its first figure and sets nothing: most that reports need no closer look."""
    if not sentence.results or not sentence.figures or sentence.goals or sentence.run.goal or sentence.directs:
        return False
    return sentence.results[0] < sentence.figures[0].span[0] and not sentence.horizons


def _continued(anchors: Anchors, sentence: Span, run: _Run) -> _Run:
    """What still holds at a sentence: an order to somebody, or a heading of another matter, ends the goals above it."""
    if not run.goal and run.horizon is None:
        return run
    k = anchors.at(sentence[0])
    ends = k is not None and anchors.roles[k] & (Role.ACTOR | Role.ORDER)
    return _Run() if ends or _OTHER_MATTER.match(anchors.text, *sentence) else run


def _directs(anchors: Anchors, start: int) -> bool:
    k = anchors.at(start)
    if k is not None and anchors.roles[k] & Role.CONNECTOR:
        k = anchors.at(anchors.ends[k] + 2) or anchors.at(anchors.ends[k] + 1)
    return k is not None and bool(anchors.roles[k] & (Role.ACTOR | Role.PREDICATE))


_OTHER_MATTER = re.compile(
    r"(?:(?:các|một số|về|những)\s)?(?:nhiệm vụ|giải pháp|nội dung|kinh phí|tổng kinh phí|nguồn (?:lực|vốn)"
    r"|tổ chức thực hiện|đối tượng|phạm vi)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"[^;.:]*(?:,|\svà)\s[^;.:,]*")
_OPENS_GOALS = re.compile(r"(?:[^\s,;.:]+\s){0,6}?(?:mục tiêu(?! quốc gia)|chỉ tiêu|phấn đấu)\b", re.IGNORECASE)

_OPENS_TIME = re.compile(r"(?:[^\s,;.:]+,?\s){0,4}?(?:năm|giai đoạn) 20\d\d", re.IGNORECASE)


def _handed_on(sentence: _Sentence) -> _Run:
    """A heading ("Mục tiêu đến năm 2025: …") goes on below; a sentence with a time of its own and no heading ends the one above."""
    text, (start, end) = sentence.text, sentence.span
    if not sentence.horizons and not sentence.goals and not _OPENS_GOALS.match(text, start, end):
        return sentence.run
    listing = text[end - 1] == ":"
    horizon = carried(text, sentence.horizons, end)
    opens = _OPENS_GOALS.match(text, start, end) is not None
    if horizon is not None:
        return _Run(opens or sentence.run.goal or any(g < horizon.span[1] for g in sentence.goals), horizon, listing)
    if opens:
        governing = next((h for h in reversed(sentence.horizons) if h.fronted), None)
        return _Run(goal=True, horizon=governing, listing=listing)
    if any(h.fronted for h in sentence.horizons) and not sentence.run.goal:
        return _Run()
    return sentence.run


def _read_sentence(sentence: _Sentence) -> list[Target]:
    """The targets of one sentence."""
    found: list[Target] = []
    previous: Figure | None = None
    for figure, next_at, horizon in _timed(sentence):
        if _is_target(sentence, figure, horizon, previous):
            by = horizon if horizon is not None and not _is_over(sentence, horizon) else sentence.run.horizon
            found.append(_target(sentence, figure, next_at, by.by if by else None, found[-1] if found else None))
            previous = figure
    return found


def _timed(sentence: _Sentence) -> list[tuple[Figure, int, Horizon | None]]:
    """Each figure with where the next begins and its horizon; a limit at the end of a list is that of all its figures."""
    text = sentence.text
    timed: list[tuple[Figure, int, Horizon | None]] = []
    behind: Horizon | None = None
    next_at = sentence.span[1]
    for figure in reversed(sentence.figures):
        horizon = horizon_of(text, sentence.horizons, figure.span, next_at)
        if horizon is None and behind is not None and _LISTED.fullmatch(text, figure.span[1], next_at):
            horizon = behind
        behind = horizon if horizon is not None and horizon.span[0] > figure.span[0] else None
        timed.append((figure, next_at, horizon))
        next_at = figure.span[0]
    return timed[::-1]


def _is_over(sentence: _Sentence, horizon: Horizon) -> bool:
    return sentence.issued_on is not None and horizon.last < sentence.issued_on


def _is_target(sentence: _Sentence, figure: Figure, horizon: Horizon | None, previous: Figure | None) -> bool:
    """Whether the sentence wants the figure reached."""
    if horizon is not None and _is_over(sentence, horizon) and (horizon.led or horizon.span[0] < figure.span[0]):
        return False
    if previous is not None and _describes(sentence.text, previous, figure):
        return False
    goal = _state(sentence, figure, horizon)
    if goal is None:
        return False
    return _counts_as_goal(sentence, figure) if goal else _counts_in_order(sentence, figure, horizon)


def _state(sentence: _Sentence, figure: Figure, horizon: Horizon | None) -> bool | None:
    """True where goals are set at the figure, None where results are reported, False where neither is said.

    A word of its own clause that sets goals wins; then a word that reports, unless an order only speaks of what was done;
    then a time to come.
    """
    text, start, at = sentence.text, sentence.span[0], figure.span[0]
    clause = max(text.rfind(";", start, at) + 1, start)
    goal_at = max((g for g in sentence.goals if g < at), default=-1)
    if goal_at >= clause:
        return True
    coming_at = max((h.span[0] for h in sentence.horizons if h.span[1] <= at and _sets_goal(sentence, h)), default=-1)
    result_at = max((r for r in sentence.results if r < at and (r >= clause or not sentence.directs)), default=-1)
    if result_at > goal_at and (result_at >= clause or max(goal_at, coming_at) < 0):
        return None
    if max(goal_at, coming_at) >= 0 or sentence.run.goal:
        return True
    end = min(sentence.span[1], at + _LONGEST_PART)
    stop = text.find(";", at, end)
    if _AFTERWARDS.search(text, at, stop if stop >= 0 else end):
        return None
    return bool(horizon is not None and horizon.until and horizon.fronted)


def _sets_goal(sentence: _Sentence, horizon: Horizon) -> bool:
    """Whether a time to come makes goals of what follows: "đến năm 2030", "giai đoạn 2026 - 2030:", next year."""
    issued_on = sentence.issued_on
    if _is_over(sentence, horizon) or not horizon.fronted:
        return False
    if horizon.until or "/" in horizon.by:
        return True
    return issued_on is not None and horizon.last.year > issued_on.year


def _describes(text: str, previous: Figure, figure: Figure) -> bool:
    """Whether a figure only tells more of the one before it: "95% trẻ em … được tiêm đủ 02 mũi"."""
    if figure.unit.startswith(SHARES):
        return False
    between = text[previous.span[1] : figure.span[0]]
    if any(mark in between for mark in (", ", "; ", ": ", "(")):
        return False
    return " và " not in between and (not figure.compared or previous.unit.startswith(SHARES))


def _words_before(sentence: _Sentence, figure: Figure) -> tuple[str, str]:
    """The clause and the part of it (from the last comma) that stand before a figure, in lower case."""
    text, at = sentence.text, figure.span[0]
    low = max(sentence.span[0], at - _LONGEST_PART)
    clause = text[max(text.rfind(";", low, at) + 1, low) : at].lower()
    return clause, clause[max(clause.rfind(","), clause.rfind(":")) + 1 :]


def _counts_as_goal(sentence: _Sentence, figure: Figure) -> bool:
    """In a sentence of goals every figure counts but means, norms, spans of time and what no list knows."""
    unit = figure.unit
    if unit.startswith(SHARES):
        return True
    if not figure.known:
        return True
    _, part = _words_before(sentence, figure)
    if _CONTAINS.search(part):
        return False
    if unit in _LIFE:
        return _AGES.search(part) is not None
    if _PASSING.search(unit) and "/" not in unit:
        return figure.compared or _SHRINKS.search(part) is not None
    if part.endswith(_WHERE) and not _MONEY.search(unit):
        return False
    means = _MONEY.search(unit) and _MEANS.search(part) and not _RAISES.search(part)
    return not means and _RANKED.search(part) is None


def _counts_in_order(sentence: _Sentence, figure: Figure, horizon: Horizon | None) -> bool:
    """In an order only what must be reached at least, all of something, or what is to be saved; never a condition or a norm."""
    clause, part = _words_before(sentence, figure)
    ensured = _ENSURES.search(clause) is not None
    has = _HAS.search(part) is not None
    at_least = figure.comparator == ">=" and (_FLOOR.search(part) is not None or ensured)
    if figure.unit.startswith(SHARES):
        return _NORM.search(part) is None and _share_counts(
            sentence, figure, part, at_least=at_least and (ensured or not has), ensured=ensured
        )
    if not figure.known or _MONEY.search(figure.unit) or _PASSING.search(figure.unit.split("/")[0]) or figure.unit in _LENGTHS:
        return False
    made = sentence.directs and horizon is not None and _MAKES.search(part) is not None
    return made or (at_least and (ensured or not has))


def _share_counts(sentence: _Sentence, figure: Figure, part: str, *, at_least: bool, ensured: bool) -> bool:
    """Whether an order wants a share reached: the whole of something, a floor, what is raised or saved, what is to be ensured."""
    if figure.value == 100:
        return not part.endswith(_WITH_ALL) and _VOTE.match(sentence.text, figure.span[1], sentence.span[1]) is None
    if at_least or _SAVES.search(part):
        return True
    if _LIFTS.search(part) and (sentence.directs or _LIFTS_FIRST.match(part)):
        return True
    return figure.compared and ensured and _REACHES.search(part) is not None


def _target(sentence: _Sentence, figure: Figure, next_at: int, by: str | None, before: Target | None) -> Target:
    subject, span = read_counted(sentence.text, sentence.span, sentence.figures, sentence.horizons, figure, next_at)
    if not subject:  # "tỷ lệ đô thị hóa đến năm 2025 đạt 45%, đến năm 2030 đạt 50%"
        subject = before.subject if before is not None else figure.unit
    return Target(subject, figure.comparator, figure.value, figure.upper, figure.unit, by, span)
