"""The forms that a digest is shown in, and each as the bytes of a file."""

from __future__ import annotations

import io
from enum import StrEnum
from typing import TYPE_CHECKING

from rich.console import Console

import dieuhanh
from dieuhanh.cli.page import digest_page
from dieuhanh.cli.tree import digest_tree

if TYPE_CHECKING:
    from dieuhanh.extract.facts import Digest

FILE_WIDTH = 100  # columns of a tree that is written to a file


class Form(StrEnum):
    """How a digest is shown."""

    TREE = "tree"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


SUFFIXES = {Form.TREE: ".txt", Form.JSON: ".json", Form.JSONL: ".jsonl", Form.HTML: ".html"}


def rendered(digest: Digest, form: Form) -> bytes:
    """The digest in that form, UTF-8, closed by a newline."""
    match form:
        case Form.TREE:
            return _tree(digest)
        case Form.JSON:
            return dieuhanh.to_json(digest, indent=2) + b"\n"
        case Form.JSONL:
            return dieuhanh.to_json(digest) + b"\n"
        case Form.HTML:
            return digest_page(digest).encode()


def _tree(digest: Digest) -> bytes:
    """Without colours, whatever the terminal of the person who runs the command."""
    file = io.StringIO()
    Console(file=file, width=FILE_WIDTH, color_system=None, force_terminal=False, highlight=False).print(digest_tree(digest))
    return file.getvalue().encode()
