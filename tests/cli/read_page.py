"""An HTML page taken apart: its tags, anchors and links, and the words that each fact marks."""

from __future__ import annotations

from collections import defaultdict
from html.parser import HTMLParser

VOID = {"meta", "br"}


class ReadPage(HTMLParser):
    """Reads a page strictly: a tag that is not closed in its place is an AssertionError.

    `words` maps the id of a fact to the words marked for it, labels left out; `visible` is all text but labels.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: defaultdict[str, str] = defaultdict(str)
        self.visible = ""
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()
        assert self._open == [], "tags left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in held.items()]
        if "id" in held:
            self.ids.append(held["id"])
        if "href" in held:
            self.links.append(held["href"])
        if tag not in VOID:
            self._open.append((tag, held))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag, f"</{tag}> out of place"

    def handle_data(self, data: str) -> None:
        if any("label" in held.get("class", "").split() for _, held in self._open):
            return
        self.visible += data
        for _, held in self._open:
            if "data-fact" in held:
                self.words[held["data-fact"]] += data
