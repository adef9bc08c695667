"""What the pages and notes that an edition wrote must have, and may not: a title, and pictures of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.content.loaded import Loaded
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem

TITLE = re.compile(r"^# +\S|^<h1\b|\{\{-?\s*opening\(", re.MULTILINE)
FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
FROM_ELSEWHERE = re.compile(
    r"""!\[[^\]]*\]\(\s*<?((?:https?:)?//[^)\s>]+)|<img\b[^>]*\bsrc\s*=\s*["']?((?:https?:)?//[^"'\s>]+)"""
)


def own_text_problems(loaded: Loaded) -> Iterator[Problem]:
    """Pages of the edition without a title, and pictures in its pages and notes that are on another site."""
    own_pages = [source for path, source in loaded.page_files.items() if loaded.pages[path].own]
    for source in own_pages:
        if not TITLE.search(_without_code(source)):
            nothing = "The page has no words and no title." if not source.text.strip() else "The page has no title."
            fix = "Begin it with a line such as “# Our digital hubs”, below the lines between “---”."
            yield Problem(source.file, source.text_line, nothing, fix)
    for source in [*own_pages, *loaded.notes.values()]:
        for number, line in enumerate(_without_code(source).split("\n"), source.text_line):
            for picture in FROM_ELSEWHERE.finditer(line):
                address = picture[1] or picture[2]
                message = f"The picture {address} is on another site, and a reader's browser will not fetch it."
                fix = "Save it, put it beside your pages in docs/, and name it as ![what it shows](picture.jpg)."
                yield Problem(source.file, number, message, fix)


def _without_code(source: ParsedFile) -> str:
    """The text with the lines of code emptied, so that the others keep their numbers."""
    return FENCED.sub(lambda match: "\n" * match.group().count("\n"), source.text)
