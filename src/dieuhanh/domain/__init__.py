"""The third floor: facts to decisions. Pure functions; days and calendars are arguments."""

from dieuhanh.domain.settling import settle

__all__ = ["settle"]
