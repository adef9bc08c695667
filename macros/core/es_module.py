"""One script as it is written, an ES module, read for what it takes from others and what it offers them.

Only the plain forms of import and export are read. Any other stops the build: a form that is passed over in silence
would fail in somebody's browser.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from macros.core.problems import Problem

# A comment that begins its line: nobody but us reads it, and what looks like an import in it is none.
SCRIPT_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)", re.M | re.S)
# One behind its line's code. With a quotation mark in it, it might be the end of a text, and stays.
TRAILING_COMMENT = re.compile(r"(?<=[;,{}()\[\]>:]) // [^\"'`\n]*$", re.M)
LICENCE_WORDS = re.compile(r"licen[cs]e|copyright", re.I)  # whose work it is goes with the work
NAME_LIST = r"\{\s*([\w$\s,]*?)\s*\}"
SCRIPT_IMPORT = re.compile(rf'^import {NAME_LIST} from "(\.{{1,2}}/[^"]+)";', re.M)
DECLARED = re.compile(r"^export (?=(?:async )?(?:function\*? ?|class |const |var )([\w$]+))", re.M)
DEFAULT = re.compile(r'^import ([\w$]+) from "(\.{1,2}/[^"]+)";', re.M)
LISTED = re.compile(rf"^export {NAME_LIST};", re.M)
DYNAMIC = re.compile(r'\bimport\("(\.{1,2}/[^"]+)"\)')
OTHER = re.compile(r"^(?:import|export)\b.*|\bimport\.meta\b|(?<![\w$.])import\(.*?\)", re.M)
BLANK_LINES = re.compile(r"\n\s*\n")
MODULE_FIX = (
    'Write `import { name } from "./file.js";`, `export` before a function, class or const, or '
    '`await import("./file.js")`: the build reads only these.'
)


@dataclass(frozen=True)
class Module:
    """A module: ``needs`` must be there before it runs, ``brings`` comes when it asks; both name paths.

    Its ``body`` is the script without its comments.
    """

    path: str
    body: str
    needs: dict[str, set[str]] = field(default_factory=dict)  # the names that it takes from each
    brings: list[str] = field(default_factory=list)
    offers: dict[str, str] = field(default_factory=dict)  # the name outside: the name inside
    problems: list[Problem] = field(default_factory=list)


def read_module(path: str, text: str, folder: str) -> Module:
    """The module at ``path`` below ``folder``, whose text is ``text``. What cannot be read stands in its problems."""
    needs: dict[str, set[str]] = {}
    brings: list[str] = []
    offers: dict[str, str] = {}

    def taken(match: re.Match[str]) -> str:
        other = _beside(path, match[2])
        names = filter(None, map(str.strip, match[1].split(",")))  # the last may have a comma of its own
        needs.setdefault(other, set()).update(name.split(" as ")[0].strip() for name in names)
        return f'const {{ {match[1].replace(" as ", ": ")} }} = need("{other}");'

    def taken_whole(match: re.Match[str]) -> str:
        other = _beside(path, match[2])
        needs.setdefault(other, set()).add("default")
        return f'const {{ default: {match[1]} }} = need("{other}");'

    def brought(match: re.Match[str]) -> str:
        brings.append(_beside(path, match[1]))
        return f'bring("{brings[-1]}")'

    def declared(match: re.Match[str]) -> str:
        offers[match[1]] = match[1]
        return ""

    def listed(match: re.Match[str]) -> str:
        for offer in filter(None, map(str.strip, match[1].split(","))):
            inside, _, outside = offer.partition(" as ")
            offers[outside or inside] = inside
        return ""

    body = TRAILING_COMMENT.sub(_without_comment, SCRIPT_COMMENT.sub(_without_comment, text))
    for form, put in (
        (SCRIPT_IMPORT, taken),
        (DEFAULT, taken_whole),
        (DYNAMIC, brought),
        (DECLARED, declared),
        (LISTED, listed),
    ):
        body = form.sub(partial(_on_as_many_lines, put), body)
    problems = [
        Problem(
            f"{folder}/{path}",
            body.count("\n", 0, other.start()) + 1,
            f"The build cannot read “{other[0]}”.",
            MODULE_FIX,
        )
        for other in OTHER.finditer(body)
    ]
    return Module(path, BLANK_LINES.sub("\n", body).strip(), needs, brings, offers, problems)


def _without_comment(comment: re.Match[str]) -> str:
    """Blank lines in its place, so that what follows keeps its line's number."""
    return comment[0] if LICENCE_WORDS.search(comment[0]) else "\n" * comment[0].count("\n")


def _on_as_many_lines(put: Callable[[re.Match[str]], str], match: re.Match[str]) -> str:
    """What takes the place of ``match``, with as many lines as that has."""
    new = put(match)
    return new + "\n" * (match[0].count("\n") - new.count("\n"))


def _beside(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
