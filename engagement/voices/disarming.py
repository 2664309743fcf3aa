"""Cells of a spreadsheet that cannot run, as the kit makes them (S4)."""

from easyread.spreadsheets import armed, disarmed

__all__ = ["armed", "disarmed"]
