"""Starts a council's own edition."""
