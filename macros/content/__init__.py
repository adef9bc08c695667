"""Files to one checked Library: what is written, read and checked."""
