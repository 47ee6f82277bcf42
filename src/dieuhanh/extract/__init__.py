"""The second floor: canonical text to facts with spans; says what is written, decides nothing."""

from dieuhanh.extract.digest import read_digest

__all__ = ["read_digest"]
