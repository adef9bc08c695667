"""What MkDocs says of a link that leads nowhere, told of the file and line in which somebody wrote it.

MkDocs names the page, in words of its own. A note is part of its page by then, so the page's file may not even hold it.
"""

from __future__ import annotations

import logging
import posixpath
import re
from collections.abc import Iterable

from macros.content.library import Library
from macros.core.image_check import SUFFIXES
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.core.suggestions import near

LOGGER = "mkdocs.structure.pages"
LINK_WARNING = re.compile(
    r"Doc file '(?P<page>[^']+)' contains (?P<kind>an absolute link|an unrecognized relative link|a link) "
    r"'(?P<link>.*?)', (?P<rest>.*)",
    re.DOTALL,
)
GUESS = re.compile(r"Did you mean '(.+?)'\?$")
TARGET = re.compile(r"the target '(.+?)' is not found")
PATH_OF_FILE = "Write the path from this page to the file, such as ../focus/index.md."


class LinkWarnings(logging.Filter):
    """Puts our words in the place of MkDocs'. ``made`` are the paths of all files of the site, for a near name."""

    def __init__(self, library: Library, made_paths: Iterable[str] = ()) -> None:
        super().__init__()
        self._library = library
        self.made = list(made_paths)

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every record through; one about a link says where it was written."""
        if record.levelno >= logging.WARNING and (problem := self.problem(record.getMessage())):
            record.msg, record.args = f"\n{problem}", ()
        return True

    def problem(self, message: str) -> Problem | None:
        """What is wrong, where ``message`` is MkDocs' about a link; else None."""
        match = LINK_WARNING.match(message)
        if not match:
            return None
        page, link, rest = match["page"], match["link"], match["rest"]
        file, line = self._place(page, link)
        guess = GUESS.search(rest)
        what, fix = self._told(match["kind"], page, link, rest)
        return Problem(file, line, what, f"Did you mean “{guess[1]}”?" if guess else fix)

    def _told(self, kind: str, page: str, link: str, rest: str) -> tuple[str, str]:
        path, _, anchor = link.partition("#")
        if kind == "an absolute link":
            return (
                f"The link “{link}” begins with “/”, but this site may not be at the top of its web address.",
                PATH_OF_FILE,
            )
        if kind == "an unrecognized relative link":
            return f"The link “{link}” does not name a file.", PATH_OF_FILE
        if "does not contain an anchor" in rest or "no such anchor" in rest:
            where = f"The page {path}" if path else "This page"
            return f"{where} has no heading with the address “#{anchor}”.", "Correct what follows “#”, or leave it out."
        target = (
            match[1]
            if (match := TARGET.search(rest))
            else posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        )
        if posixpath.splitext(path)[1].lower() in SUFFIXES:
            folder = f"editions/{self._library.edition.slug}/docs"
            fix = near(target, self.made)
            put = f"Put the picture at {folder}/{target}."
            if target.startswith(".."):  # above docs/, where no page can reach
                put = f"Put it beside your pages in {folder}/, and write ![what it shows](picture.jpg)."
            return f"There is no picture “{link}” here.", f"{fix} {put}" if "Did you" in fix else put
        return f"The link “{link}” leads to {target}, which is not there.", near(target, self.made)

    def _place(self, page: str, link: str) -> tuple[str, int]:
        """The file and line in which ``link`` stands: the note's before the page's."""
        for sources in (self._library.note_files, self._library.page_files):
            if (source := sources.get(page)) and (line := _line(source, link)):
                return source.file, line
        return f"docs/{page}", 0


def _line(source: ParsedFile, link: str) -> int:
    """The line of ``source`` in which ``link`` stands as a whole; 0 where it is in none."""
    whole = re.compile(rf"(?<![\w/.#-]){re.escape(link)}(?![\w/#-])")
    lines = source.text.split("\n")
    return next((number for number, line in enumerate(lines, source.text_line) if whole.search(line)), 0)


def install(library: Library) -> LinkWarnings:
    """Let MkDocs' warnings be told in our words, for this build; those of an earlier build are forgotten."""
    logger = logging.getLogger(LOGGER)
    for old in [former for former in logger.filters if isinstance(former, LinkWarnings)]:
        logger.removeFilter(old)
    link_warnings = LinkWarnings(library)
    logger.addFilter(link_warnings)
    return link_warnings
