"""Figures to be reached: "phấn đấu đạt tối thiểu 30%", "Mục tiêu đến năm 2025: đàn lợn đạt 200.000 con", "rà soát ít nhất 02 chuyên đề".

Reads: Anchors, an item's paragraphs.  Writes: Target.
A sentence sets goals (any figure counts), reports (none does), or orders (only what is bounded from below, whole or saved).
Reported results ("đạt gần 3,3 tỷ USD, tăng 61,9% so với cùng kỳ"), conditions ("từ 100 lao động trở lên"), prices and norms are none.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.counted import read_counted
from dieuhanh.extract.facts import Span, Target
from dieuhanh.extract.figures import Figure, find_figures
from dieuhanh.extract.goals import Run, Sentence, analysed, continued, handed_on, is_over, may_open_a_list, only_reports
from dieuhanh.extract.governing import Timed, inherited, timed
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.sentences import list_mark, split_sentences
from dieuhanh.extract.wanted import is_wanted

# A paragraph without any of these holds no target; each costs 20 µs a page as a plain search.
_SIGNS = ("%", "hấn đấu", "ục tiêu", "hỉ tiêu", "ít nhất", "ối thi", "iai đoạn 20", "hông quá ", "uống còn ", "hải đạt ")
_LONGEST_SENTENCE = 4000  # characters; the longest seen has 1,900
_NEAR = 160  # characters before a figure in which those stand who are to reach it
_YEAR_SIGN = "ăm 20"  # with đến, hết, cuối before it, or with a capital
_YEAR_LEADS = ("ến n", "ết n", "uối n", "ả n")


def find_targets(anchors: Anchors, paragraphs: list[Span], issued_on: dt.date | None) -> list[Target]:
    """All figures to be reached in reading order; a horizon that lies before `issued_on` makes a result of its figure."""
    text = anchors.text
    signed = _signed(text, paragraphs)
    found: list[Target] = []
    run = Run()
    for k, paragraph in enumerate(paragraphs):
        if k not in signed and not run.goal and run.horizon is None and text[paragraph[1] - 1] != ":":
            continue
        mark = len(list_mark(text, paragraph))
        if not mark and not run.listing:
            run = run._replace(goal=False)
        for span in _sentences(text, (paragraph[0] + mark, paragraph[1])):
            run = continued(anchors, span, run)
            figures = list(find_figures(text, *span))
            if not figures and not may_open_a_list(text, span):
                continue
            sentence = analysed(anchors, span, figures, run, issued_on)
            if not only_reports(sentence):
                found += _read_sentence(anchors, sentence)
                run = handed_on(sentence)
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


def _read_sentence(anchors: Anchors, sentence: Sentence) -> list[Target]:
    """The targets of one sentence."""
    found: list[Target] = []
    previous: Figure | None = None
    heading = inherited(sentence.text, sentence.span[0], sentence.run.horizon)
    told = timed(sentence.text, sentence.span, sentence.figures, sentence.horizons)
    for k, (figure, _, horizon) in enumerate(told):
        if is_wanted(sentence, figure, horizon, previous):
            by = horizon if horizon is not None and not is_over(sentence, horizon) else heading
            subject, span = _counted(anchors, sentence, told[k])
            if not subject:  # "tỷ lệ đô thị hóa đến năm 2025 đạt 45%, đến năm 2030 đạt 50%"
                subject = found[-1].subject if found else _said_before(anchors, sentence, told[:k]) or figure.unit
            found.append(Target(subject, figure.comparator, figure.value, figure.upper, figure.unit, by.by if by else None, span))
            previous = figure
    return found


def _counted(anchors: Anchors, sentence: Sentence, told: Timed) -> tuple[str, Span]:
    """The subject of a figure and the words that say both."""
    since = _since(anchors, sentence.span[0], told.figure.span[0])
    return read_counted(sentence.text, (since, sentence.span[1]), sentence.figures, sentence.horizons, told.figure, told.next_at)


def _said_before(anchors: Anchors, sentence: Sentence, told: list[Timed]) -> str:
    """The subject of the last result before a goal that names none: "nợ xấu chiếm 1,8%; phấn đấu giảm xuống dưới 1,5%"."""
    return next((subject for earlier in reversed(told) if (subject := _counted(anchors, sentence, earlier)[0])), "")


def _since(anchors: Anchors, start: int, at: int) -> int:
    """Where the subject of a figure may begin: behind those told to reach it, where their name has a comma."""
    for k in range(anchors.index(at) - 1, anchors.index(max(start, at - _NEAR)) - 1, -1):
        if anchors.roles[k] & (Role.AGENCY | Role.WHOLE) and ", " in anchors.text[anchors.starts[k] : anchors.ends[k]]:
            return anchors.ends[k]
    return start
