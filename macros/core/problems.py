"""Faults in what people write, told so that the person who wrote it can fix it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in one file.

    ``file`` is relative to the project, ``line`` counts from 1 (0 means the whole file), ``problem`` says what is wrong
    and ``fix`` what to do about it. Both are whole sentences in plain words.
    """

    file: str
    line: int
    message: str
    fix: str

    @property
    def place(self) -> str:
        """The file, and the line where it is known."""
        return f"{self.file}, line {self.line}" if self.line else self.file

    def __str__(self) -> str:
        return f"{self.place}\n    What is wrong: {self.message}\n    How to fix it: {self.fix}"


class ContentError(Exception):
    """Everything that is wrong, together, so that nobody has to fix, build and fix again."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(str(self))

    def __reduce__(self) -> tuple[type[ContentError], tuple[list[Problem]]]:
        """So that one raised in another process arrives whole."""
        return type(self), (self.problems,)

    def __str__(self) -> str:
        count = "1 thing needs" if len(self.problems) == 1 else f"{len(self.problems)} things need"
        return "\n\n".join([f"{count} fixing before the site can be built.", *map(str, self.problems)])


class ProblemCollector:
    """Collects faults from many readers and raises them all at the end.

    Use as ``with collector:`` round each reader, and look at ``problems`` at the end.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def __enter__(self) -> ProblemCollector:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if isinstance(error, ContentError):
            self.problems.extend(error.problems)
            return True
        return False
