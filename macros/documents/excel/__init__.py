"""Workbooks as .xlsx."""
