"""Tasks as a sheet, XLSX or CSV: what is exported imports again unchanged."""

from dieuhanh.apps.tasks.sheets.columns import FAULTS, Column, Fault
from dieuhanh.apps.tasks.sheets.files import LARGEST_SHEET, MOST_ROWS, SheetForm, read_sheet, write_sheet
from dieuhanh.apps.tasks.sheets.rows import cells_of

__all__ = ["FAULTS", "LARGEST_SHEET", "MOST_ROWS", "Column", "Fault", "SheetForm", "cells_of", "read_sheet", "write_sheet"]
