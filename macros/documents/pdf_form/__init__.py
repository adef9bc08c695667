"""Fields of a PDF that can be filled in."""
