"""Where results go: standard output, or one file a page that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from dieuhanh.cli.sources import STANDARD_INPUT
from dieuhanh.cli.tree import digest_tree
from dieuhanh.cli.usage import UsageProblem
from dieuhanh.display.wording import one_line

if TYPE_CHECKING:
    from dieuhanh.extract.facts import Digest


def show_tree(digest: Digest) -> None:
    """The tree on standard output, as wide as the terminal; without colours where it is none or NO_COLOR is set. Raises OSError."""
    _require_stdout()
    Console(highlight=False).print(digest_tree(digest))
    sys.stdout.flush()


def write_out(content: bytes) -> None:
    """Bytes on standard output, at once, so that a reader who left is noticed here. Raises OSError."""
    _require_stdout()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _require_stdout() -> None:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")


def abandon_stdout() -> None:
    """Throw away what standard output still holds, so that the end of the process does not fail on it once more."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def plan_files(pages: list[str], folder: Path, suffix: str) -> list[Path]:
    """The file that each page's result goes to; raises UsageProblem before anything is read where one would overwrite another."""
    taken: dict[Path, str] = {}
    for page in pages:
        target = folder / f"{'stdin' if page == STANDARD_INPUT else Path(page).stem}{suffix}"
        if target in taken:
            raise UsageProblem(f"{one_line(taken[target])} và {one_line(page)} cùng ghi vào {one_line(str(target))}; hãy đọc chúng riêng")
        taken[target] = page
    places = {os.path.realpath(target) for target in taken}
    for page in pages:
        if page != STANDARD_INPUT and os.path.realpath(page) in places:
            raise UsageProblem(f"kết quả sẽ ghi đè lên trang nguồn {one_line(page)}; hãy chọn thư mục khác cho --output")
    return list(taken)


def ensure_folder(folder: Path) -> None:
    """Make the folder where it is missing and see that it takes files. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, "folder takes no files")


def write_file(target: Path, content: bytes) -> None:
    """Written beside its place and renamed into it: a reader sees the old file or the new one, never half. Raises OSError."""
    beside = target.with_name(f".dieuhanh-{os.getpid()}.tmp")  # short: the page's own name may already be as long as a name can be
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
