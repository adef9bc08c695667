"""What the Makefile calls: arguments and printing only."""

from __future__ import annotations

import sys
from collections.abc import Callable

from macros.core.last_resort import write_down
from macros.core.problems import ContentError
from macros.paths import PROJECT

INTERRUPTED = 130  # the exit code of what was stopped by hand


def run(main: Callable[[], int]) -> int:
    """The exit code of a command. What is wrong with a file that it needs is printed, without a traceback, and is 1.

    So is a full disk, in a sentence, and a fault that nobody foresaw, in two lines: see
    :mod:`macros.core.last_resort`. What was stopped by a key is :data:`INTERRUPTED`.
    """
    try:
        return main()
    except ContentError as problems:
        print(f"\n{problems}\n", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        print(f"\nThe computer could not write or read a file: {error.strerror or error}{where}.\n", file=sys.stderr)
        return 1
    except Exception as error:  # the last handler: nobody should have to read a traceback
        print(f"\n{write_down(error, PROJECT)}\n", file=sys.stderr)
        return 1
