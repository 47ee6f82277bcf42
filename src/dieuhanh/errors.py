"""What can go wrong with an input: one base, few classes, data inside; each edge words them once for its users."""

from __future__ import annotations


class DieuhanhError(Exception):
    """Base of every error that the product raises on purpose."""


class EmptyPageError(DieuhanhError):
    """The page holds no text at all."""


class NotTextError(DieuhanhError):
    """The bytes are no text in an encoding that we read (an image, an archive, noise)."""


class TooLargeError(DieuhanhError):
    """The page is larger than the limit; both sizes in bytes."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(size, limit)
        self.size = size
        self.limit = limit


class SecretTextError(DieuhanhError):
    """The text carries a mark of secrecy (MẬT, TỐI MẬT, TUYỆT MẬT); nothing of it is kept, not even here."""

    def __init__(self, mark: str) -> None:
        super().__init__(mark)
        self.mark = mark
