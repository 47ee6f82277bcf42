"""Accounts of people and what their roles permit."""
