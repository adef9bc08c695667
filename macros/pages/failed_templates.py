"""Curly brackets that can be read, and fail only when a page is drawn: told in the file and line where they stand."""

from __future__ import annotations

import traceback
from pathlib import Path

import jinja2
import markupsafe

from macros.content.library import Library
from macros.core.problems import Problem

# Whose code runs a template; a failure in any other is not the template's own.
RUNS = tuple(str(Path(package.__file__).parent) for package in (jinja2, markupsafe))
TEMPLATE = ("<template>", "<unknown>")  # what Jinja calls a text that is in no file
TEMPLATE_FIX = "Correct it, or write the words themselves. To show curly brackets to readers, write {{ '{{' }}."


def failed_template(library: Library, path: str, markdown: str, error: BaseException) -> Problem | None:
    """What is wrong where the page ``path``, drawn from ``markdown``, failed with ``error`` by its own words.

    None where a macro of ours failed: that is a fault of the toolkit's.
    """
    frames = traceback.extract_tb(error.__traceback__)
    at = next((number for number, frame in enumerate(frames) if frame.filename in TEMPLATE), None)
    if at is None or any(not frame.filename.startswith((*RUNS, "<")) for frame in frames[at + 1 :]):
        return None
    lines, number = markdown.split("\n"), frames[at].lineno or 0
    failed = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    sources = [source for source in (library.note_files.get(path), library.page_files.get(path)) if source]
    for source in sources:
        for line, text in enumerate(source.text.split("\n"), source.text_line):
            if failed and text.strip() == failed:
                return _problem(source.file, line, failed, error)
    return _problem(library.pages[path].file, 0, failed, error) if path in library.pages else None


def _problem(file: str, line: int, failed: str, error: BaseException) -> Problem:
    shown = failed if len(failed) <= 60 else f"{failed[:57]}…"
    return Problem(
        file, line, f"The words in curly brackets here cannot be worked out: {shown} ({error})", TEMPLATE_FIX
    )
