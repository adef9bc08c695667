"""What the Makefile calls: arguments and printing only."""

from __future__ import annotations

import sys
from collections.abc import Callable

from macros.core.problems import ContentError


def run(main: Callable[[], int]) -> int:
    """The exit code of a command. What is wrong with a file that it needs is printed, without a traceback, and is 1."""
    try:
        return main()
    except ContentError as problems:
        print(f"\n{problems}\n", file=sys.stderr)
        return 1
