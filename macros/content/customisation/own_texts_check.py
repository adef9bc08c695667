"""What the pages and notes that an edition wrote must have, and may not: one title, own pictures, and no scripts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from macros.content.loaded import Loaded
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.core.urls import address

TYPED_TITLE = re.compile(r"^# +\S|^<h1\b|\{\{-?\s*opening\(", re.MULTILINE)
# What makes a title of a line in a note: Markdown asks for no space after “#”, and takes a line that is underlined.
SECOND_TITLE = re.compile(
    r"^(?:#(?!#)[^\n]*[^\s#]|(?<![^\n]\n)[^\s#>|<-][^\n]*\n=+[ \t]*$|<h1\b|\{\{-?\s*opening\()", re.MULTILINE | re.I
)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
INLINE_CODE = re.compile(r"(`+).*?\1")
HTML_PICTURE = re.compile(r"""<img\b[^>]*\bsrc\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
FROM_ELSEWHERE = re.compile(
    r"""!\[[^\]]*\]\(\s*<?((?:https?:)?//[^)\s>]+)|<img\b[^>]*\bsrc\s*=\s*["']?((?:https?:)?//[^"'\s>]+)"""
)
# Links to a computer or a network drive, in Markdown or HTML, and pictures that are letters of the text.
ON_A_COMPUTER = re.compile(
    r"""(?:\]\(\s*<?|\b(?:href|src)\s*=\s*["']?)((?:file:|[a-z]:[\\/]|\\\\)[^)\s"'>]*)""", re.IGNORECASE
)
IN_THE_TEXT = re.compile(r"""(?:!\[[^\]]*\]\(\s*<?|<img\b[^>]*\bsrc\s*=\s*["']?)data:""", re.IGNORECASE)
# What the policy of each page stops: see macros/theme/csp.py.
STOPPED = re.compile(
    r"<(?:script|iframe|object|embed|form|style|video|audio)\b|<[a-z][^>]*\s(?:on[a-z]+|style)\s*=|\bjavascript:",
    re.IGNORECASE,
)


def own_text_problems(loaded: Loaded) -> Iterator[Problem]:
    """Pages without a title and notes with one, pictures that are on another site, and HTML that no page may run."""
    own_pages = [source for path, source in loaded.page_files.items() if loaded.pages[path].own]
    for source in own_pages:
        if not TYPED_TITLE.search(_without_code(source)):
            nothing = "The page has no words and no title." if not source.text.strip() else "The page has no title."
            fix = "Begin it with a line such as “# Our digital hubs”, below the lines between “---”."
            yield Problem(source.file, source.text_line, nothing, fix)
    for source in loaded.notes.values():
        yield from _second_titles(source)
    for path, source in _written(loaded):
        yield from _lost_pictures(loaded, path, source)
        for number, line in enumerate(_without_code(source).split("\n"), source.text_line):
            for picture in FROM_ELSEWHERE.finditer(line):
                elsewhere = picture[1] or picture[2]
                message = f"The picture {elsewhere} is on another site, and a reader's browser will not fetch it."
                fix = "Save it, put it beside your pages in docs/, and write ![what it shows](picture.jpg)."
                yield Problem(source.file, number, message, fix)
            for there in ON_A_COMPUTER.finditer(INLINE_CODE.sub("", line)):
                message = f"“{there[1]}” is on your own computer or drive, where no reader can open it."
                yield Problem(
                    source.file,
                    number,
                    message,
                    "Put the file beside your pages in docs/, and write only its name here.",
                )
            if IN_THE_TEXT.search(line):
                message = "A picture is written into the text as letters, and a reader's browser will not show it."
                fix = "Save it as a file beside your pages in docs/, and write ![what it shows](picture.jpg)."
                yield Problem(source.file, number, message, fix)
            if stopped := STOPPED.search(INLINE_CODE.sub("", line)):
                message = f"“{stopped.group()}” does not work here: a page has no scripts, forms or frames of its own."
                fix = "Delete it. To show a film, a map or a form, link to it: [our film](https://…)."
                yield Problem(source.file, number, message, fix)


def _second_titles(source: ParsedFile) -> Iterator[Problem]:
    """Titles in a note: it stands on a page that has its own, and a page with two is hard to find one's way in."""
    text = COMMENT.sub(_as_many_lines, _without_code(source))
    for title in SECOND_TITLE.finditer(text):
        message = "This makes a second title for the page that the note is on."
        fix = "Begin the line with “##” for a heading, or with words for a plain line."
        yield Problem(source.file, source.text_line + text.count("\n", 0, title.start()), message, fix)


def _written(loaded: Loaded) -> Iterator[tuple[str, ParsedFile]]:
    """The edition's own pages and notes, each with the path in docs/ of the page on which it stands."""
    yield from ((path, source) for path, source in loaded.page_files.items() if loaded.pages[path].own)
    yield from loaded.notes.items()


def _lost_pictures(loaded: Loaded, path: str, source: ParsedFile) -> Iterator[Problem]:
    """Pictures in HTML that are not there: MkDocs looks at those in Markdown alone, and a document needs them."""
    root, edition = loaded.files.root, loaded.files.root / "editions" / loaded.slug
    for number, line in enumerate(_without_code(source).split("\n"), source.text_line):
        for picture in HTML_PICTURE.findall(line):
            if re.match(r"[a-z][a-z+.-]*:|//|\{", picture):
                continue  # of another site, which is told above, or filled in later
            where = posixpath.normpath(posixpath.join(address(path), unquote(picture.partition("?")[0])))
            asset = where.removeprefix("assets/edition/") if where.startswith("assets/edition/") else None
            there = [root / "docs" / where, edition / "docs" / where, *([edition / "assets" / asset] if asset else [])]
            if not any(file.is_file() for file in there):
                fix = "Put it beside your pages in docs/, and write ![what it shows](picture.jpg)."
                yield Problem(source.file, number, f"There is no picture “{picture}”.", fix)


def _without_code(source: ParsedFile) -> str:
    """The text with the lines of code emptied, so that the others keep their numbers."""
    return FENCED.sub(_as_many_lines, source.text)


def _as_many_lines(match: re.Match[str]) -> str:
    return "\n" * match.group().count("\n")
