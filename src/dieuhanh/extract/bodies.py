"""Committees, councils and working groups that an item sets up or renews, with their members.

Reads: Anchors, an item's headline and paragraphs.  Writes: Body.
The headline names a body, or the first paragraphs do, where the province itself sets it up; the fuller name counts. What others are
told to set up ("Giao Sở X tham mưu thành lập …") is no body of the item.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Body, Span
from dieuhanh.extract.lexicon import Role
from dieuhanh.extract.members import find_members
from dieuhanh.extract.patterns import UPPER
from dieuhanh.extract.sentences import list_mark, split_sentences


class Bodies(NamedTuple):
    """What an item sets up, and the sentences that only say who sits in it: they order nothing."""

    found: list[Body]
    seated: list[Span]


class _Named(NamedTuple):
    name: str
    kind: str
    span: Span


_TRACES = ("iện toàn ", "hành lập ", "hành viên ", "iện Toàn ", "hành Lập ", "hân sự ", "hành phần ")
_KIND = rf"""
    (?: Ban\s(?:[Cc]hỉ\sđạo|[Tt]ổ\schức|[Vv]ận\sđộng|[Qq]uản\slý|[Đđ]ại\sdiện|[Ss]oạn\sthảo|[Bb]iên\s[tsx]\w+|[Đđ]iều\shành|[Đđ]iều\sphối
        |[Cc]hỉ\shuy|[Gg]iám\s(?:sát|khảo)|[Tt]ư\svấn|[Cc]ông\stác|[Bb]ầu\scử|[Tt]hanh\stra|[Kk]iểm\stra|[Cc]hủ\snhiệm|Vì\ssự|An\stoàn
        |Thường\strực|Nội\sdung|Xây\sdựng|Phòng,\schống|Liên\slạc|Bảo\sv\w+|Hòa\sgiải)
      | Hội\sđồng(?!\snhân\sdân) | [ỦU][yỷ]\sban\s[Bb]ầu\scử | Trung\stâm\s[Cc]hỉ\shuy | Sở\s[Cc]hỉ\shuy | Tiểu\sban
      | (?:Tổ|Đoàn|Nhóm)\s(?!chức|hợp\stác|dân\sphố|trưởng|phó|[Tt]hanh\sniên|thể|viên|luật)[\w{UPPER}]+ )
"""
_CHANGES = r"(?:[Bb]ổ\ssung|[Tt]hay\s(?:đổi|thế)|[Đđ]iều\schỉnh)(?:,\s(?:bổ\ssung|thay\s(?:đổi|thế)|điều\schỉnh))*"
_SETS_UP = re.compile(
    rf"""
    (?<!gày\ ) (?<!ăm\ ) \b                                                   # not "Ngày thành lập …"
    (?: (?:củng\ cố,\s)? [Kk]iện\s[Tt]oàn | [Tt]hành\s[Ll]ập | {_CHANGES} (?=\s(?:các\s)?(?:thành|nhân)) )
    (?:\svà\s(?:kiện\stoàn|đổi\stên))? (?:\slại|\smới)? (?:\s(?:các|một\ssố))?
    (?:\s(?:thành\sviên|thành\sphần|nhân\ssự)(?:\scủa)?)? \s
    (?P<kind>{_KIND})
    """,
    re.VERBOSE,
)
_STOP = re.compile(
    r"""
    [;:\n] | \.(?=\s|$)
    | \s?\((?=(?:[A-ZĐ]\w+\s(?:\w+\s){0,3})?số\b|[Ss]au\ đây|[Gg]ọi|[Vv]iết\ tắt|Ban\ |BCĐ|Hội\ đồng\ |Tổ\ |Đoàn\ )
    | ,?\s(?:gồm|bao\ gồm|có\ (?:nhiệm\ vụ|trách\ nhiệm|\d)|thay\ thế|do\ (?:đồng\ chí|ông|bà|[A-ZĐ])|như\ sau|đối\ với
        |theo\ (?:Quyết|quy|đó)|tại\ Quyết|kèm\ theo|trên\ cơ\ sở|trong\ đó|nhằm|với\ (?:các|\d|thành|sự|nhiệm)
        |và\ (?:ban\ hành|phân\ công|bổ\ nhiệm|quy\ định|Quy\ chế)|trước\ ngày|là|được|đã)\b
    """,
    re.VERBOSE,
)
_HEADLINE_STOP = re.compile(
    r"""
    ; | \s?\((?=(?:[A-ZĐ]\w+\s(?:\w+\s){0,3})?số\b|[Ss]au\ đây|[Gg]ọi|Ban\ |BCĐ|Hội\ đồng\ |Tổ\ |Đoàn\ )
    | ,?\s(?:gồm|thay\ thế|theo\ Quyết|tại\ Quyết|và\ (?:ban\ hành|phân\ công|bổ\ nhiệm|quy\ định|Quy\ chế))\b
    """,
    re.VERBOSE,
)
_SECOND = re.compile(
    r"\s?(?:,|và|,\svà)\s(?=(?:Tổ|Nhóm|Bộ phận)\s(?:[Gg]iúp việc|[Tt]hư ký|[Cc]ông tác|[Bb]iên tập|[Cc]huyên gia|chuyên viên))"
)
_ORDERED = re.compile(
    r"\b(?:[Gg]iao|yêu cầu|đề nghị|chỉ đạo|tham mưu|khẩn trương|chủ trì|phối hợp|kịp thời|tiếp tục|thực hiện|triển khai|căn cứ|theo|dự thảo"
    r"|nhiệm vụ|hướng dẫn|đề xuất)\b"
)
_DECISION = re.compile(r"(?:[Qq]uyết định|ban hành|ký|số [\w/&-]+)[^.;]{0,60}$")
_AUTHORITY = re.compile(
    r"(?<![-–/])(?:UBND|[ỦU][yỷ] ban nhân dân) (?!các|xã|cấp|huyện|phường)|[đĐ]ồng chí|HĐND tỉnh"
    r"|Chủ tịch(?! (?:UBND|[ỦU][yỷ] ban nhân dân) (?:các|xã|cấp|huyện|phường|thành phố))"
)
_CLAUSE_OPENS = re.compile(r"(?:^|[,;.:]\s|\d\s|[Nn]gày\s|này\s)$")  # else it stands in "báo cáo Chủ tịch UBND tỉnh thành lập …"
_CONNECTOR = re.compile(r"\s*(?:(?:Theo đó|Đồng thời|Cụ thể),?\s|(?:Quyết định|quyết định)\s)*")

_STANDING = re.compile(r"\s(?:là|làm|được giao là)\s[Cc]ơ\s?quan\s[Tt]hường\s[Tt]rực")
_STANDING_IS = re.compile(
    r"[Cc]ơ quan [Tt]hường trực(?:,? giúp việc)?(?:\s(?:của\s|cho\s)?(?:Ban|Tổ|Hội đồng|Đoàn|Tiểu ban|Trung tâm)\b[^:.;]{0,90}?)?"
    r"\s?(?::|(?:là|được|do|đặt)\b)\s?(?:đặt tại\s|tại\s|là\s)?"
)
_BETWEEN = re.compile(rf"(?:\s?\([^()]*\))?(?:\s(?:tỉnh|thành phố))?(?:\s[{UPPER}]\w+){{0,3}}(?:\s?,)?")
_AROUND = 60  # characters around such a word in which the kind of the body is named
_BACK = 400  # characters before "thành lập" in which its subject stands
_SAME_WORDS = 0.8  # of a headline's name that the fuller name repeats
_OPENING = 3  # paragraphs in which an item says what it sets up


def find_bodies(anchors: Anchors, heading: Span, paragraphs: list[Span]) -> Bodies:
    """Bodies of an item, each once, under the words of the headline where it names them."""
    text = anchors.text
    if not _speaks(text, (heading[0], paragraphs[:_OPENING][-1][1] if paragraphs else heading[1])):
        return Bodies([], [])
    named = _in_headline(text, heading)
    for span in paragraphs[:_OPENING]:
        for new in _in_paragraph(text, span, headed=bool(named)):
            same = next((k for k, known in enumerate(named) if known.kind == new.kind), None)
            if same is None:
                named.append(new)
            elif _is_fuller(new.name, named[same].name):
                named[same] = new
    if not named:
        return Bodies([], [])
    groups = find_members(anchors.lexicon, text, paragraphs)
    standing = _standing(anchors, paragraphs)
    found = []
    for k, body in enumerate(named):
        members = [m for group in groups if _spoken_of(text, group.sentence, named) == k for m in group.members]
        agency = next((name for name, place in standing if _spoken_of(text, place, named) == k), None)
        found.append(Body(body.name, tuple(dict.fromkeys(members)), agency, _mention(text, body, paragraphs)))
    return Bodies(found, [group.sentence for group in groups])


def _is_fuller(name: str, known: str) -> bool:
    """Whether a name says the known one in more words: headlines leave out the province, the year, half of the task."""
    words = name.lower().replace(",", "").split()
    said = known.lower().replace(",", "").split()
    return len(words) > len(said) and sum(word in words for word in said) >= _SAME_WORDS * len(said)


def _speaks(text: str, span: Span) -> bool:
    return any(text.find(trace, *span) >= 0 for trace in _TRACES)


def _in_headline(text: str, heading: Span) -> list[_Named]:
    """Bodies that the headline sets up; the name runs to its end."""
    for m in _set_up(text, heading):
        return _names(text, m, heading[1], _HEADLINE_STOP)
    return []


def _set_up(text: str, span: Span) -> list[re.Match[str]]:
    """Where bodies are set up or renewed, in reading order: looked for around the words that say so."""
    found = {}
    for trace in _TRACES:
        at = text.find(trace, *span)
        while at >= 0:
            m = _SETS_UP.search(text, max(span[0], at - _AROUND), min(span[1], at + _AROUND))
            if m is not None:
                found[m.start()] = m
            at = text.find(trace, at + 1, span[1])
    return [found[start] for start in sorted(found)]


def _in_paragraph(text: str, span: Span, *, headed: bool) -> list[_Named]:
    """Bodies that a paragraph says the province sets up; `headed`: the headline names one already."""
    if not _speaks(text, span) or list_mark(text, span):
        return []
    found = []
    for sentence in split_sentences(text, span):
        for m in _set_up(text, sentence):
            before = text[max(sentence[0], m.start() - _BACK) : m.start()].rsplit(";", 1)[-1]
            if _own(before, headed=headed):
                found += _names(text, m, sentence[1], _STOP)
    return found


def _own(before: str, *, headed: bool) -> bool:
    """Whether the words before "thành lập" make it the province's own act, not an order to others or another's title."""
    m = _AUTHORITY.search(before)
    if m is not None:
        opens = _CLAUSE_OPENS.search(before[: m.start()]) is not None
        return opens and _ORDERED.search(before, m.end()) is None
    if _ORDERED.search(before):
        return False
    return headed and (_CONNECTOR.fullmatch(before) is not None or _DECISION.search(before) is not None)


def _names(text: str, m: re.Match[str], limit: int, stop: re.Pattern[str]) -> list[_Named]:
    """The body named at a match, or two where a working group is set up with it."""
    start = m.start("kind")
    end = _end(text, m.end("kind"), limit, stop)
    second = _SECOND.search(text, m.end("kind"), end)
    if second is None:
        return [_Named(text[start:end], _kind(text[start:end]), (m.start(), end))]
    first, group = text[start : second.start()].strip(" ,"), text[second.end() : end]
    if first in group:  # "Ban Chỉ đạo và Tổ giúp việc Ban Chỉ đạo …": the rest of the name is said once
        first = group[group.index(first) :]
    return [_Named(first, _kind(first), (m.start(), end)), _Named(group, _kind(group), (second.end(), end))]


def _end(text: str, start: int, limit: int, stop: re.Pattern[str]) -> int:
    """Where a body's name ends; brackets that hold no document belong to it."""
    m = stop.search(text, start, limit)
    end = m.start() if m else limit
    while end > start and text[end - 1] in " ,.…":
        end -= 1
    return end


def _kind(name: str) -> str:
    return " ".join(name.split()[:2]).lower()


def _spoken_of(text: str, sentence: Span, named: list[_Named]) -> int:
    """Index of the body of which a sentence speaks: the first that it names, else by its roles, else the first."""
    if len(named) == 1:
        return 0
    words = text[slice(*sentence)].lower()
    places = [(words.find(body.kind), k) for k, body in enumerate(named) if body.kind in words]
    if places:
        return min(places)[1]
    roles = [k for k, body in enumerate(named) if body.kind.startswith("tổ") and ("tổ trưởng" in words or "tổ phó" in words)]
    return roles[0] if roles else 0


def _mention(text: str, body: _Named, paragraphs: list[Span]) -> Span:
    """Where the paragraphs name the body in the headline's words; else where it was found."""
    for span in paragraphs[:_OPENING]:
        at = text[slice(*span)].lower().find(body.name.lower())
        if at >= 0:
            return span[0] + at, span[0] + at + len(body.name)
    return body.span


def _standing(anchors: Anchors, paragraphs: list[Span]) -> list[tuple[str, Span]]:
    """Agencies that are said to be standing agencies, each with its sentence."""
    text = anchors.text
    found = []
    for span in paragraphs:
        if text.find("hường trực", *span) < 0 and text.find("hường Trực", *span) < 0:
            continue
        for sentence in split_sentences(text, span):
            if (name := _standing_in(anchors, sentence)) is not None:
                found.append((name, sentence))
    return found


def _standing_in(anchors: Anchors, sentence: Span) -> str | None:
    """ "Sở X là cơ quan thường trực", else "Cơ quan thường trực: Sở X"."""
    name = None
    if (m := _STANDING.search(anchors.text, *sentence)) is not None:
        name = _agency_before(anchors, sentence[0], m.start())
    if name is None and (m := _STANDING_IS.search(anchors.text, *sentence)) is not None:
        name = _agency_after(anchors, m.end(), sentence[1])
    return name


def _agency_before(anchors: Anchors, start: int, end: int) -> str | None:
    """The known agency whose name ends at `end`, but for a bracket or the province's name."""
    for k in range(anchors.index(end) - 1, -1, -1):
        if anchors.starts[k] < start:
            break
        if anchors.roles[k] & Role.AGENCY and anchors.ends[k] <= end and _BETWEEN.fullmatch(anchors.text, anchors.ends[k], end):
            return anchors.name(k)
    return None


def _agency_after(anchors: Anchors, start: int, end: int) -> str | None:
    k = anchors.index(start)
    if k < len(anchors.starts) and anchors.starts[k] - start <= 1 and anchors.starts[k] < end and anchors.roles[k] & Role.AGENCY:
        return anchors.name(k)
    return None
