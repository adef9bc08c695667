"""One script as it is written, an ES module, read for what it takes from others and what it offers them.

Only the plain forms of import and export are read. Any other stops the build: a form that is passed over in silence
would fail in somebody's browser.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from macros.core.problems import Problem

NAMES = r"\{\s*([\w$\s,]*?)\s*\}"
IMPORT = re.compile(rf'^import {NAMES} from "(\.{{1,2}}/[^"]+)";', re.M)
DECLARED = re.compile(r"^export (?=(?:async )?(?:function\*? ?|class |const |var )([\w$]+))", re.M)
DEFAULT = re.compile(r'^import ([\w$]+) from "(\.{1,2}/[^"]+)";', re.M)
LISTED = re.compile(rf"^export {NAMES};", re.M)
BROUGHT = re.compile(r'\bimport\("(\.{1,2}/[^"]+)"\)')
OTHER = re.compile(r"^(?:import|export)\b.*|\bimport\.meta\b|(?<![\w$.])import\(.*?\)", re.M)
MEND = (
    'Write `import { name } from "./file.js";`, `export` before a function, class or const, or '
    '`await import("./file.js")`: the build reads only these.'
)


@dataclass(frozen=True)
class Module:
    """A module: ``needs`` must be there before it runs, ``brings`` comes when it asks; both name paths."""

    path: str
    body: str
    needs: dict[str, set[str]] = field(default_factory=dict)  # the names that it takes from each
    brings: list[str] = field(default_factory=list)
    offers: dict[str, str] = field(default_factory=dict)  # the name outside: the name inside
    problems: list[Problem] = field(default_factory=list)


def read_module(path: str, text: str, folder: str) -> Module:
    """The module at ``path`` below ``folder``, whose text is ``text``."""
    needs: dict[str, set[str]] = {}
    brings: list[str] = []
    offers: dict[str, str] = {}

    def taken(match: re.Match[str]) -> str:
        other = _beside(path, match[2])
        needs.setdefault(other, set()).update(one.split(" as ")[0].strip() for one in match[1].split(","))
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
        for one in filter(None, map(str.strip, match[1].split(","))):
            inside, _, outside = one.partition(" as ")
            offers[outside or inside] = inside
        return ""

    body = text
    for form, put in (
        (IMPORT, taken),
        (DEFAULT, taken_whole),
        (BROUGHT, brought),
        (DECLARED, declared),
        (LISTED, listed),
    ):
        body = form.sub(put, body)
    problems = [
        Problem(f"{folder}/{path}", body.count("\n", 0, one.start()) + 1, f"The build cannot read “{one[0]}”.", MEND)
        for one in OTHER.finditer(body)
    ]
    return Module(path, body.strip(), needs, brings, offers, problems)


def _beside(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
