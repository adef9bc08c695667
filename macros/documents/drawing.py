"""Drawing documents: each is one function with what it is drawn from, called here or in another process."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from multiprocessing.connection import wait
from typing import Any, ClassVar

from macros.core.problems import ContentError, Problem

MUCH = 3_000_000  # objects that nobody has looked through yet: some 500 MB. To look takes a second
WORTH_STARTING = 8  # documents: starting processes takes about as long as drawing these


@dataclass(frozen=True)
class Drawing:
    """One document to draw: ``function`` of ``module``, by their names, with ``values``.

    Libraries that draw are slow to load, so a module is loaded when it is first wanted. ``weight`` says how long the
    drawing takes, in small documents.
    """

    module: str
    function: str
    values: tuple[Any, ...]
    weight: int = 1

    def draw(self) -> bytes:
        """Draw it. Raises :class:`ContentError` where a library of the system is missing."""
        return bytes(getattr(import_module(self.module), self.function)(*self.values))

    def itself(self) -> Drawing:
        """This drawing, for a :class:`Request` that has nothing to prepare."""
        return self


@dataclass(frozen=True)
class Request:
    """A document that is wanted: its address, the module that draws it, and the texts that it is drawn from.

    ``prepare`` says how it is drawn; it is asked only where the document is not kept.
    """

    url: str
    module: str
    drawn_from: tuple[str, ...]
    prepare: Callable[[], Drawing]


class DrawingPool:
    """Processes that draw on all processors, started when there is enough to draw, and used until :meth:`close`.

    ``is_alone`` starts none: where others use all processors already, each would only load the libraries once more.
    """

    _open: ClassVar[set[DrawingPool]] = set()

    def __init__(self, *, is_alone: bool = False) -> None:
        self._processes: ProcessPoolExecutor | None = None
        self._is_alone = is_alone

    @classmethod
    def close_all(cls) -> None:
        """End all that still draw, for a build that ended before its time: Python would first wait for what they do."""
        for pool in [*cls._open]:
            pool.close()

    def begin(self, drawings: Sequence[Drawing]) -> list[Callable[[], bytes]]:
        """Begin to draw all, the heaviest first. Returns what waits for each, in the order in which they were given.

        A few are drawn here, when they are waited for. What waits raises :class:`ContentError` where the computer ended
        a process, as it does when memory runs out.
        """
        are_few = sum(drawing.weight for drawing in drawings) < WORTH_STARTING
        if self._is_alone or (are_few and not self._processes):
            return [cache(partial(_draw, drawing)) for drawing in drawings]
        if not self._processes:
            # Not forked: a process that has drawn a PDF holds locks of Pango's.
            self._processes = ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"), initializer=_begin)
            self._open.add(self)
        heaviest_first = sorted(range(len(drawings)), key=lambda at: -drawings[at].weight)
        begun = {at: partial(self._wait, self._submit(drawings[at])) for at in heaviest_first}
        return [begun[at] for at in range(len(drawings))]

    def draw(self, drawings: Sequence[Drawing]) -> list[bytes]:
        """Draw all, as :meth:`begin` does, and wait for them."""
        return [wait() for wait in self.begin(drawings)]

    def _submit(self, drawing: Drawing) -> Future[bytes]:
        assert self._processes
        try:
            return self._processes.submit(_draw, drawing)
        except BrokenProcessPool as error:
            raise _ended() from error

    def _wait(self, begun: Future[bytes]) -> bytes:
        try:
            return begun.result()
        except BrokenProcessPool as error:
            raise _ended() from error
        except BaseException:
            self.close()  # what still waits to be drawn would otherwise be drawn before this program ends
            raise

    def close(self) -> None:
        """End the processes."""
        if self._processes:
            self._processes.shutdown(cancel_futures=True)
            self._processes = None
            self._open.discard(self)


def _ended() -> ContentError:
    what = "The computer ended a program that draws documents. It may have too little memory."
    return ContentError([Problem("downloads/", 0, what, "Close other programs, and build again.")])


def _begin() -> None:  # pragma: no cover: only a process that draws much, which is not measured
    """Prepare a process that draws. It ends with the build, however that ends, and says nothing when it is stopped.

    Looking for rubbish after every few thousand objects takes a sixth of a book's time: it is done after.
    """
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a key that stops the build is for the build itself
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:  # pragma: no cover: a process that ends so cannot say what it has run
    """A build that was killed cannot end its processes: without this they would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _draw(drawing: Drawing) -> bytes:
    content = drawing.draw()
    if gc.get_count()[0] > MUCH:  # pragma: no cover: only a process that draws much, which is not measured
        gc.collect()
    return content
