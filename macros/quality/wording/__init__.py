"""Checks of the words themselves: how hard they are to read, how they are spelled, what stands twice."""
