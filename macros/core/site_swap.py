"""A finished site takes the place of the old one in a moment, or not at all, and one build at a time does so.

The old site stays whole until then. Where the system can exchange two folders in one step (Linux), there is no moment
without a site; elsewhere the old one steps aside first, and :func:`recover` puts it back should the build end there.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.core.problems import ContentError, Problem

AT_HERE, EXCHANGE = -100, 2  # Linux: AT_FDCWD and RENAME_EXCHANGE, see renameat2(2)


@contextmanager
def one_build_at_a_time(lock: Path) -> Iterator[None]:
    """Keep other builds out that use the same file ``lock``. Raises :class:`ContentError` where one runs already.

    The system lets go of the lock when this process has ended, however it ended, and every program that it started
    with ``close_fds=False``: a build whose command was killed may still write.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as file:
        if not _locked(file.fileno()):
            fix = "Wait until it has ended, and run this again."
            raise ContentError([Problem("site/", 0, "Another build of this toolkit is running.", fix)])
        os.set_inheritable(file.fileno(), True)
        yield


def begin_in(work: Path, site: Path) -> Path:
    """An empty place below ``work`` to build in. A site that a build which was cut off left aside goes back first."""
    recover(work, site)
    for left in (work / "site", work / "old"):
        shutil.rmtree(left, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    return work / "site"


def recover(work: Path, site: Path) -> None:
    """Put the old site back where a build ended between taking it away and putting the new one there."""
    if (work / "old").is_dir() and not site.exists():
        (work / "old").replace(site)


def swap(built: Path, site: Path) -> None:
    """Put the finished site ``built`` in the place of ``site``. Raises ``OSError`` with nothing changed.

    What cannot be removed of the old site stays below ``.build/``, and the next build tries again.
    """
    old = built.parent / "old"
    if not site.exists():
        built.replace(site)
    elif exchanged(built, site):
        shutil.rmtree(built, ignore_errors=True)  # which is the old one now
    else:
        site.replace(old)
        try:
            built.replace(site)
        except BaseException:
            old.replace(site)
            raise
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """A key that stops a build does nothing here: it came too late to say that nothing was changed."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    # No key ever stops what is not the main thread.
    except ValueError:  # pragma: no cover: tests run in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def exchanged(first: Path, second: Path) -> bool:
    """Exchange two folders in one step. Returns False where the system or the disk cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    return bool(rename(AT_HERE, os.fsencode(first), AT_HERE, os.fsencode(second), EXCHANGE) == 0)


def _locked(file: int) -> bool:
    """Lock an open file for this process, without waiting. Returns False where another has it."""
    try:
        import fcntl
    except ImportError:  # pragma: no cover: only Windows has no fcntl
        import msvcrt

        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # pyrefly: ignore[missing-attribute]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
