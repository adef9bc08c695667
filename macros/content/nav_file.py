"""The nav of mkdocs.yml, for commands that read the words without MkDocs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from macros.core.parsing import read_text
from macros.core.problems import ContentError, Problem
from macros.core.yaml_events import Loader


class _Loader(Loader):  # pyrefly: ignore[invalid-inheritance] # it is one of two
    """Reads mkdocs.yml, whose ``!ENV`` is MkDocs' own."""


def _default(loader: _Loader, node: yaml.SequenceNode) -> Any:
    return loader.construct_sequence(node)[-1]


_Loader.add_constructor("!ENV", _default)


def read_nav(root: Path) -> list[Any]:
    """The nav as it stands in ``root``'s mkdocs.yml. Raises :class:`ContentError` when it is missing or unreadable."""
    text = read_text(root / "mkdocs.yml", "mkdocs.yml")
    try:
        return list(yaml.load(text, Loader=_Loader)["nav"])  # noqa: S506 - a SafeLoader with one tag more
    except (yaml.YAMLError, KeyError, TypeError) as error:
        fix = "Undo your last change to mkdocs.yml: an edition does not need to change it."
        raise ContentError([Problem("mkdocs.yml", 0, "The list of pages cannot be read.", fix)]) from error
