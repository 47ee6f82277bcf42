"""HTML as it is served, cut into tags and text in one pass from left to right, with the place of each.

Every search either ends at the next "<" or stays inside a window of fixed size or finds the mark that the next search
starts from, so that the time is in proportion to the page whatever it holds (unclosed scripts, comments, quotes …).

Reads: the decoded page. Writes: `Token`s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

# The elements of HTML, old ones included. "<Tên cơ quan>" and "x<y" are text; names with ":" or "-" are elements of Word or of scripts.
ELEMENTS = frozenset(
    {
        *("a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b", "base", "basefont", "bdi", "bdo"),
        *("big", "blink", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup"),
        *("data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em", "embed", "fieldset"),
        *("figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header"),
        *("hgroup", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark"),
        *("marquee", "menu", "meta", "meter", "nav", "nobr", "noembed", "noframes", "noscript", "object", "ol", "optgroup", "option"),
        *("output", "p", "param", "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "section", "select"),
        *("slot", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td"),
        *("template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr"),
        *("xml", "xmp"),
    }
)

# What makes a page HTML: one whole tag of a known element, or its doctype. "<" alone, "<Tên cơ quan>" and "x < 5" do not.
HTML_SIGN = re.compile(r"<(?:!doctype\s+(?P<doctype>html)\b[^<>]*|/?(?P<name>[a-z][a-z0-9]*+)(?:[\s/][^<>]*)?)>", re.IGNORECASE)

NAME = r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:_-]*+)(?=[\s/>])"
TAG = re.compile(rf"""{NAME}(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>""")
TAG_STRAY_QUOTE = re.compile(rf"{NAME}[^<>]*+>")  # <p class="a>
TAG_DEEP_QUOTE = re.compile(rf"""{NAME}(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")  # <a title="<b>…</b>">
QUOTED = re.compile(rf"""{NAME}[^<>"']*+["']""")
TAG_UNENDED = re.compile(rf"{NAME}[^<>]*+(?=<|\Z)")  # <p class=a <b>
DEEP_WINDOW = 20_000  # code points that a tag with "<" in an attribute may have …
DEEP_TRIES = 1_000  # … and how many such tags a page may have before we stop believing them

# Elements whose inside is no page text, whatever tags it seems to hold.
RAW = ("script", "style", "iframe", "textarea", "title", "noembed", "noframes", "xmp")
# Their end, or another one that opens first; "<script" in quotes is a string that the script writes.
RAW_MARK = {name: re.compile(rf"""(?<!["'\\])<{name}(?=[\s/>])|<(/){name}(?=[\s/>])""", re.IGNORECASE) for name in RAW}
MARKUP = re.compile("<[a-zA-Z/!?]")

DECLARATION = re.compile(r"<[!?][a-zA-Z\[-]")
CDATA = "<![CDATA["  # its end, "]]>", stands in the text that follows


class Token(msgspec.Struct, frozen=True, gc=False):
    """A piece of the page: text, the opening or the closing of the element `name` (lower case; "" for text)."""

    kind: Literal["text", "open", "close"]
    name: str
    start: int
    end: int


def is_html(text: str) -> bool:
    """Whether `text` is HTML rather than plain text."""
    return "<" in text and any(map(_is_sign, HTML_SIGN.finditer(text)))


def defuse(text: str) -> str:
    """`text` with U+2039 for the "<" of what looks like a tag, so that nobody takes canonical text for HTML again."""
    return HTML_SIGN.sub(lambda tag: "\u2039" + tag[0][1:] if _is_sign(tag) else tag[0], text) if "<" in text else text


def _is_sign(tag: re.Match[str]) -> bool:
    """Whether a match of HTML_SIGN is a tag of HTML."""
    return tag["doctype"] is not None or tag["name"].lower() in ELEMENTS


def _is_element(name: str) -> bool:
    return name in ELEMENTS or ":" in name or "-" in name


def tokenise(source: str) -> Iterator[Token]:
    """The tokens of `source` in order; comments, declarations and the insides of scripts are left out."""
    reader = _Reader(source)
    text_start = position = 0
    while markup := MARKUP.search(source, position):
        start = markup.start()
        token, position = reader.read(start)
        if position == start:  # no markup: the sign itself
            position += 1
            continue
        if text_start < start:
            yield Token("text", "", text_start, start)
        if token is not None:
            yield token
        text_start = position
    if text_start < len(source):
        yield Token("text", "", text_start, len(source))


class _Reader:
    """What one pass over a page has to remember to stay linear."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.deep_tries = DEEP_TRIES
        self.absent: set[str] = set()  # marks that do not come any more
        self.raw_marks: dict[str, tuple[int, re.Match[str] | None]] = {}  # the last search for each name: from where, what

    def read(self, start: int) -> tuple[Token | None, int]:
        """The markup at `start`, where "<" stands, if it is a tag; and where it ends, or `start` if it is no markup."""
        if DECLARATION.match(self.source, start):
            return None, self._skip_declaration(start)
        tag = self._match_tag(start)
        if tag is None or not _is_element(tag["name"].lower()):
            return None, start
        name, end = tag["name"].lower(), tag.end()
        if tag["close"]:
            return Token("close", name, start, end), end
        if name in RAW_MARK and self.source[end - 2] != "/":
            end = self._skip_raw(name, end)
        return Token("open", name, start, end), end

    def _match_tag(self, start: int) -> re.Match[str] | None:
        """The tag at `start`, read as strictly as it lets us."""
        tag = TAG.match(self.source, start) or TAG_STRAY_QUOTE.match(self.source, start)
        if tag is None and self.deep_tries and QUOTED.match(self.source, start):
            self.deep_tries -= 1
            tag = TAG_DEEP_QUOTE.match(self.source, start, start + DEEP_WINDOW)
        return tag or TAG_UNENDED.match(self.source, start)

    def _skip_declaration(self, start: int) -> int:
        """The end of a comment, doctype or the like; an unclosed comment ends at the first ">" and so spares the page."""
        if self.source.startswith(CDATA, start):
            return start + len(CDATA)
        if self.source.startswith("<!--", start):
            end = self._find("-->", start + 2)
            if end >= 0:
                return end + len("-->")
        end = self._find(">", start)
        return end + 1 if end >= 0 else start

    def _skip_raw(self, name: str, start: int) -> int:
        """The end of the element `name` whose inside begins at `start`.

        Where another one opens first, or none closes, it was never closed: then only what stands before the next markup goes.
        """
        mark = self._raw_mark(name, start)
        if mark and mark[1]:
            end = self._find(">", mark.end())
            return end + 1 if end >= 0 else len(self.source)
        markup = MARKUP.search(self.source, start)
        return markup.start() if markup else len(self.source)

    def _raw_mark(self, name: str, start: int) -> re.Match[str] | None:
        """The next match of RAW_MARK from `start` on; looks at no place twice."""
        searched_from, mark = self.raw_marks.get(name, (len(self.source) + 1, None))
        if searched_from > start or (mark is not None and mark.start() < start):
            mark = RAW_MARK[name].search(self.source, start)
            self.raw_marks[name] = start, mark
        return mark

    def _find(self, mark: str, start: int) -> int:
        """The next `mark` from `start` on, or -1; looks to the end of the page once only."""
        if mark in self.absent:
            return -1
        found = self.source.find(mark, start)
        if found < 0:
            self.absent.add(mark)
        return found
