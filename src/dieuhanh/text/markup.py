"""An HTML page as the plain page that a reader sees: its paragraphs one a line, without the furniture that HTML itself marks.

Paragraphs: block elements and <br> end them. A row of a table is one line, its cells set off by " | ", so that the agency, the
work and the time limit of one row stay together; a cell of several paragraphs breaks its row into lines, which is what
pages laid out by tables need.

Furniture: what stands in nav, footer, a page's header and the like. An element that was never closed, and a form (some portals
wrap the whole page in one), is only taken for furniture if more text stands outside of it than inside. A list of nothing but links to
other pages is a menu or "other news".

Reads: the decoded HTML. Writes: `Markup`.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from html import unescape

import msgspec

from dieuhanh.text.offsets import Offsets, Trail
from dieuhanh.text.tags import Token, tokenise

# Elements that end the paragraph before them, as they open and as they close.
BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "legend", "li"),
        *("main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "td", "th", "ul"),
    }
)
FURNITURE = frozenset(
    {
        *("aside", "audio", "button", "canvas", "datalist", "footer", "form", "header", "nav", "noscript", "object", "select", "svg"),
        *("template", "video"),
    }
)
LISTS = frozenset({"ul", "ol"})
SECTIONS = ("article", "main", "section")  # a header inside of one is no page header
# The elements whose nesting we follow: the closing tag of one also closes what was left open inside.
CONTAINERS = frozenset({"blockquote", "body", "center", "div", "dl", "fieldset", "h1", "table", "tbody", "td", "th", "tr"})
NESTED = FURNITURE | CONTAINERS | LISTS | frozenset(SECTIONS)

LINK = re.compile(r"""\shref\s*=\s*["']?+(?!\#\w)""", re.IGNORECASE)  # to another page, not to a place of this one
MENU_ITEMS = 3  # of a list, before we call it a menu …
MENU_LINKED = 0.9  # … and the share of its text that is linked

# Without one of these the page is a plain page with some tags in it, and its line ends are line ends.
STRUCTURE = re.compile(r"</?(?:p|div|li|td|th|tr|h[1-6]|body|article|section|table|ul|ol|dd)[\s/>]", re.IGNORECASE)

ENTITY = re.compile(
    r"""
      &(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});   # whole
    | &\#[0-9]{1,7}                                                         # without its semicolon,
    | &(?:nbsp|amp|lt|gt|quot)(?![A-Za-z0-9])                               # as only the commonest are read
    | \]\]>                                                                 # the end of a CDATA section
    """,
    re.VERBOSE,
)
CDATA_END = "]]>"

SPACE, CELL, LINE = " ", " | ", "\n"  # what can stand between two texts

# Events of a page: text (as it stands in <pre>), white space, and what the tags around it do to paragraphs and rows.
TEXT, PRE_TEXT, BLANK, BLOCK, ROW_START, CELL_START, ROW_END = range(7)
EVENTS = {"tr": ROW_START, "td": CELL_START, "th": CELL_START, "table": ROW_END} | dict.fromkeys(BLOCKS - {"td", "th"}, BLOCK)
CLOSING_EVENTS = {"tr": ROW_END, "table": ROW_END} | dict.fromkeys(BLOCKS, BLOCK)


class Markup(msgspec.Struct, frozen=True):
    """The page that a reader sees, its map to the source, and the words of the furniture, a line each."""

    page: str
    offsets: Offsets
    furniture: str


class Region(msgspec.Struct):
    """An element that may be furniture, the region around it, and the code points of its text: all, and those in links."""

    name: str
    parent: int
    doubtful: bool
    length: int = 0
    linked: int = 0
    items: int = 0

    def is_menu(self) -> bool:
        return self.name in LISTS and self.items >= MENU_ITEMS and self.linked >= MENU_LINKED * self.length > 0


def read_markup(source: str) -> Markup:
    """The visible page of the HTML `source`."""
    outline = _Outline(source)
    for token in tokenise(source):
        outline.add(token)
    outline.close_down_to(0)
    dropped = _dropped(outline.regions)
    page = _Page(source, keep_lines=STRUCTURE.search(source) is None)
    furniture: list[str] = []
    for event, start, end, region in zip(outline.events, outline.starts, outline.ends, outline.of_regions, strict=True):
        if event <= PRE_TEXT and dropped[region]:
            furniture.append(unescape(source[start:end]))
        else:
            page.add(event, start, end)
    return Markup("".join(page.pieces), page.trail.offsets(), "\n".join(furniture))


def _dropped(regions: list[Region]) -> list[bool]:
    """Which regions are furniture; region 0 is the page itself. Inner regions stand behind outer ones."""
    for region in reversed(regions[1:]):
        if region.name in LISTS and not region.is_menu():  # text like any other of the region around
            regions[region.parent].length += region.length
            regions[region.parent].linked += region.linked
    outside = regions[0].length
    for region in reversed(regions[1:]):
        if region.doubtful and region.name not in LISTS:
            regions[region.parent].length += region.length
    verdicts = [False]
    for region in regions[1:]:
        is_text = not region.is_menu() if region.name in LISTS else region.doubtful and region.length > outside
        verdicts.append(verdicts[region.parent] or not is_text)
    return verdicts


class _Outline:
    """What a page holds, in order, and the region that each text belongs to. Arrays, for a page has millions of tags."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.events, self.starts, self.ends, self.of_regions = array("B"), array("I"), array("I"), array("I")
        self.regions = [Region("", 0, doubtful=False)]
        self.stack: list[tuple[str, int]] = []  # open elements of NESTED and the region inside of each
        self.opened: Counter[str] = Counter()
        self.pre = 0
        self.in_link = False

    @property
    def region(self) -> int:
        return self.stack[-1][1] if self.stack else 0

    def add(self, token: Token) -> None:
        """The next token of the page."""
        if token.kind == "text":
            self._add_text(token)
        elif token.kind == "open":
            self._open(token)
        else:
            self._close(token)

    def _add_text(self, token: Token) -> None:
        length = len(self.source[token.start : token.end].strip())
        self.regions[self.region].length += length
        self.regions[self.region].linked += length if self.in_link else 0
        self._note((PRE_TEXT if self.pre else TEXT) if length else BLANK, token)

    def _open(self, token: Token) -> None:
        name = token.name
        if name in EVENTS:
            self._note(EVENTS[name], token)
        self.pre += name == "pre"
        if name in ("a", "li"):
            self.in_link = name == "a" and LINK.search(self.source, token.start, token.end) is not None
            self.regions[self.region].items += name == "li"
        if name in NESTED and self.source[token.end - 2] != "/":
            self.stack.append((name, self._region_inside(name)))
            self.opened[name] += 1

    def _region_inside(self, name: str) -> int:
        """The region of the text in an element `name` that opens here."""
        around = self.region
        if name == "h1" and self.regions[around].name == "header":
            return self.regions[around].parent  # the headline is no furniture, wherever it stands
        if name not in FURNITURE | LISTS or (name == "header" and any(self.opened[section] for section in SECTIONS)):
            return around
        self.regions.append(Region(name, around, doubtful=name == "form"))
        return len(self.regions) - 1

    def _close(self, token: Token) -> None:
        name = token.name
        if name in CLOSING_EVENTS:
            self._note(CLOSING_EVENTS[name], token)
        self.pre = max(0, self.pre - (name == "pre"))
        self.in_link = self.in_link and name not in ("a", "li", *LISTS)
        if self.opened[name]:
            depth = len(self.stack) - 1
            while self.stack[depth][0] != name:
                depth -= 1
            self.close_down_to(depth + 1)
            self.stack.pop()
            self.opened[name] -= 1

    def close_down_to(self, depth: int) -> None:
        """Close what was left open beyond `depth` elements; furniture among it is doubtful."""
        while len(self.stack) > depth:
            name, region = self.stack.pop()
            self.opened[name] -= 1
            if region != self.region and self.regions[region].name == name:
                self.regions[region].doubtful = True

    def _note(self, event: int, token: Token) -> None:
        self.events.append(event)
        self.starts.append(token.start)
        self.ends.append(token.end)
        self.of_regions.append(self.region)


class _Page:
    """The visible page as it grows, and its map."""

    def __init__(self, source: str, *, keep_lines: bool) -> None:
        self.source = source
        self.keep_lines = keep_lines
        self.pieces: list[str] = []
        self.trail = Trail()
        self.length = 0
        self.between = ""  # what stands between the last text and the next one
        self.in_cell = self.cell_has_text = self.row_has_text = self.row_is_broken = False

    def add(self, event: int, start: int, end: int) -> None:
        """The next event, from source[start:end]."""
        if event <= PRE_TEXT:
            self._add_text(start, end, keep_lines=self.keep_lines or event == PRE_TEXT)
        elif event == BLANK:
            self._add_blank(start, end)
        elif event == BLOCK:
            if not self.in_cell or self.cell_has_text:
                self.between = LINE
        elif event == CELL_START:
            self.between = CELL if self.row_has_text and not self.row_is_broken else LINE
            self.in_cell, self.cell_has_text = True, False
        else:
            self.between = LINE
            self.in_cell, self.row_has_text, self.row_is_broken = False, False, event == ROW_END

    def _add_blank(self, start: int, end: int) -> None:
        if self.keep_lines and "\n" in self.source[start:end]:
            self.between = LINE
        self.between = self.between or SPACE

    def _add_text(self, start: int, end: int, *, keep_lines: bool) -> None:
        if self.in_cell and self.cell_has_text and self.between == LINE:
            self.row_is_broken = True
        self.cell_has_text = self.row_has_text = True
        if self.pieces:
            self.pieces.append(self.between)
            self.length += len(self.between)
        self.between = ""
        done = start
        for entity in ENTITY.finditer(self.source, start, end):
            self._copy(done, entity.start(), keep_lines=keep_lines)
            meant = "" if entity[0] == CDATA_END else unescape(entity[0])
            self._append(_on_one_line(meant), *entity.span())
            done = entity.end()
        self._copy(done, end, keep_lines=keep_lines)

    def _copy(self, start: int, end: int, *, keep_lines: bool) -> None:
        text = self.source[start:end]
        self._append(text if keep_lines else _on_one_line(text), start, end)

    def _append(self, text: str, start: int, end: int) -> None:
        self.pieces.append(text)
        self.trail.add(self.length, start)
        self.trail.add(self.length + len(text), end)
        self.length += len(text)


def _on_one_line(text: str) -> str:
    """`text` with line ends as spaces, as HTML has it."""
    for line_end in "\n\r\v\f":
        if line_end in text:
            text = text.replace(line_end, " ")
    return text
