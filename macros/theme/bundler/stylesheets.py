"""Stylesheets joined: each ``@import`` gives way to what it names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.core.problems import ContentError, Problem

STYLE_IMPORT = re.compile(r'^@import "([\w-]+\.css)";\n?', re.M)


def bundle_styles(sources: Mapping[str, str], folder: str) -> dict[str, str]:
    """The stylesheets that no other imports, by name, each whole. Raises :class:`macros.core.problems.ContentError`.

    ``sources`` are those of one folder by name. What is imported may not import in its turn.
    """
    imported = {name for text in sources.values() for name in STYLE_IMPORT.findall(text)}
    problems = [
        Problem(f"{folder}/{name}", line, f"The build cannot follow “{text.strip()}”.", _fix(name in imported))
        for name, whole in sources.items()
        for line, text in enumerate(whole.splitlines(), 1)
        if "@import" in text and not _is_followed(text, sources, name in imported)
    ]
    if problems:
        raise ContentError(problems)
    return {
        name: STYLE_IMPORT.sub(lambda match: sources[match[1]].rstrip() + "\n\n", text)
        for name, text in sources.items()
        if name not in imported
    }


def _is_followed(line: str, sources: Mapping[str, str], inner: bool) -> bool:
    match = STYLE_IMPORT.fullmatch(line)
    return bool(match and match[1] in sources and not inner)


def _fix(inner: bool) -> str:
    if inner:
        return "This file is itself imported: import both where a page asks for them."
    return 'Write `@import "name.css";` on a line of its own, for a file of this folder.'
