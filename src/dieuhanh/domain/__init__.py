"""The third floor: facts to decisions. Pure functions; days and calendars are arguments."""
