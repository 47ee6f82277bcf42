"""Agencies and their lives: names, days between which they held, who took over from whom."""
