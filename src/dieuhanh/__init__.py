"""Điều Hành."""
