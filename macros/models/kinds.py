"""Tables of what a writer does for each kind of field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, TypeVar

from macros.models.fields import FIELD_KINDS

Entry = TypeVar("Entry")


class ByKind(dict[str, Entry]):
    """One writer's entries by kind of field; ``writer`` is what it is called when an entry is missing.

    Asking for a kind that is not there raises :class:`LookupError`: no kind is drawn as another in silence. A test
    finds every table in ``ALL`` and asks whether it is whole.
    """

    ALL: ClassVar[list[ByKind[Any]]] = []

    def __init__(self, writer: str, entries: dict[str, Entry]) -> None:
        super().__init__(entries)
        self.writer = writer
        ByKind.ALL.append(self)

    def __missing__(self, kind: str) -> Entry:
        raise LookupError(missing(self.writer, [kind]))


def missing(writer: str, kinds: Iterable[str]) -> str:
    """What is told of a ``writer`` that lacks these kinds."""
    return f"{writer} does not know the field kind {', '.join(f'“{kind}”' for kind in kinds)}. Add an entry for it."


def lacking(known: Iterable[str]) -> list[str]:
    """The kinds of field that are not among ``known``."""
    return [kind for kind in FIELD_KINDS if kind not in set(known)]
