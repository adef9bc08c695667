"""Faults in what people write, told so that the person who wrote it can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong in one file.

    ``file`` is relative to the project, ``line`` counts from 1 (0 means the whole file), ``problem`` says what is wrong
    and ``mend`` what to do about it. Both are whole sentences in plain words.
    """

    file: str
    line: int
    problem: str
    mend: str

    @property
    def place(self) -> str:
        """The file, and the line where it is known."""
        return f"{self.file}, line {self.line}" if self.line else self.file

    def __str__(self) -> str:
        return f"{self.place}\n    What is wrong: {self.problem}\n    How to mend it: {self.mend}"


class Faults(Exception):
    """Everything that is wrong, together, so that nobody has to mend, build and mend again."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__(str(self))

    def __str__(self) -> str:
        count = "1 thing needs" if len(self.faults) == 1 else f"{len(self.faults)} things need"
        return "\n\n".join([f"{count} mending before the site can be built.", *map(str, self.faults)])


class Gathered:
    """Collects faults from many readers and raises them all at the end.

    Use as ``with gathered:`` round each reader, then ``gathered.stop_if_any()``.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def __enter__(self) -> Gathered:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if isinstance(error, Faults):
            self.faults.extend(error.faults)
            return True
        return False

    def stop_if_any(self) -> None:
        """Raise :class:`Faults` when anything was gathered."""
        if self.faults:
            raise Faults(self.faults)
