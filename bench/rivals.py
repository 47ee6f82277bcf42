"""eyecite, which finds citations in English legal text, with both of its tokenizers."""

from __future__ import annotations

from pathlib import Path

import eyecite
from eyecite.tokenizers import HyperscanTokenizer, default_tokenizer

from bench.timed import Reader, main


def with_default(_: Path) -> Reader:
    """The tokenizer that eyecite takes unless told otherwise."""
    return lambda page: eyecite.get_citations(page.decode(), tokenizer=default_tokenizer)


def with_hyperscan(folder: Path) -> Reader:
    """The fast one; its database takes 12 s to compile and lies in `folder` from then on."""
    tokenizer = HyperscanTokenizer(cache_dir=str(folder / "hyperscan"))
    return lambda page: eyecite.get_citations(page.decode(), tokenizer=tokenizer)


if __name__ == "__main__":
    main({"default": with_default, "hyperscan": with_hyperscan})
