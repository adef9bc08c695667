"""An edition's own styles: read as CSS, and kept from fetching anything from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.core.css_urls import asked_for, left_open
from macros.core.parsing import read_text
from macros.core.problems import Problem

EDITION_STYLES = "assets/edition.css"
FETCHED = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:|//|/)", re.IGNORECASE)
INTO_ASSETS = "Put the file into the assets/ folder of your edition, and name it without an address: url(picture.png)."


def style_problems(folder: Path, file: str) -> list[Problem]:
    """What is wrong with ``edition.css`` in an edition's ``folder``; ``file`` is its name.

    Raises :class:`ContentError`.
    """
    path = folder / EDITION_STYLES
    if not path.is_file():
        return []
    return list(_faults(read_text(path, file), path.parent, file))


def _faults(css: str, assets: Path, file: str) -> Iterator[Problem]:
    requests = list(asked_for(css))
    if (bracket := left_open(css)) and not any(request.kind == "error" for request in requests):
        requests.append(bracket)  # alone: an error in the text may be what keeps the bracket open
    for request in requests:
        if request.kind == "error":
            fix = "Look at this line and those beside it for a missing bracket or quotation mark."
            yield Problem(file, request.line, f"This cannot be read as CSS: {request.text}.", fix)
        elif request.kind == "import":
            fix = "Copy the styles from there into this file, and delete the line."
            yield Problem(
                file,
                request.line,
                "“@import” loads styles from another file, which an edition's styles may not do.",
                fix,
            )
        else:
            yield from _target(request.text, assets, file, request.line)


def _target(target: str, assets: Path, file: str, line: int) -> Iterator[Problem]:
    if target.startswith("#"):
        return
    if target.lower().startswith("data:"):
        message = "A picture or font is written into the styles, where browsers will not use it."
        yield Problem(file, line, message, INTO_ASSETS)
        return
    if FETCHED.match(target):
        yield Problem(
            file,
            line,
            f"“{target[:80]}” would come from another website, and nothing may be loaded from elsewhere.",
            INTO_ASSETS,
        )
        return
    whole = (assets / target.partition("#")[0].partition("?")[0]).resolve()
    if not whole.is_file() or not whole.is_relative_to(assets.resolve()):
        yield Problem(
            file, line, f"There is no file “{target[:80]}” in the assets/ folder of the edition.", INTO_ASSETS
        )
