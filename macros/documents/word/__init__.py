"""Worksheets as Word files."""
