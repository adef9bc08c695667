"""Whether the step that a worksheet or a paper names is one that lists it: else the way back from it leads astray."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from macros.core.problems import Problem


def unlisted_problems(
    file: str, line: int, step: str, name: str, listed: Mapping[str, Collection[str]], rewritten: Collection[str]
) -> Iterator[Problem]:
    """What is wrong where ``file`` says that it serves ``step``, and only other steps list its ``name``.

    ``listed`` is what each step lists, by the step's path. What no step lists at all is told elsewhere. Steps that are
    ``rewritten`` by the edition may offer less and more than the toolkit's, which names them.
    """
    listing = [path for path, names in listed.items() if name in names]
    if listing and step not in listing and not {step, *listing} & set(rewritten):
        message = f"“step” names {step}, but “{name}” is listed by {' and '.join(listing)}."
        yield Problem(file, line, message, f"Write “step: {listing[0]}”, or list “{name}” in docs/{step}.")
