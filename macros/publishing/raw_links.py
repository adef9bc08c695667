"""Links that a council wrote as HTML: MkDocs looks at those in Markdown alone, so one that leads nowhere is told here.

The picture of ``<img>`` is told earlier, where the edition's own texts are read: its file is needed for documents.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from html import unescape
from urllib.parse import unquote

from macros.content.library import Library
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.core.suggestions import near
from macros.core.urls import address

CODE = re.compile(r"^(```|~~~).*?^\1|(`+)[^`\n].*?\2|<!--.*?-->", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"""<(?:a|area)\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\{|#|$", re.IGNORECASE)  # other sites, this page, filled in later
AS_MARKDOWN = "Write it as Markdown, such as [our hubs](hubs.md)."
OR_SO = f"Or {AS_MARKDOWN[0].lower()}{AS_MARKDOWN[1:]}"


def raw_link_problems(library: Library, urls: Collection[str]) -> list[Problem]:
    """Every link in the HTML of the edition's own pages and notes that leads to none of ``urls``, those of the site."""
    known = frozenset(urls)
    own_pages = [(path, source) for path, source in library.page_files.items() if library.pages[path].own]
    return [
        problem
        for path, source in [*own_pages, *library.note_files.items()]
        for problem in _of(source, address(path), known)
    ]


def _of(source: ParsedFile, page: str, urls: frozenset[str]) -> Iterator[Problem]:
    text = CODE.sub(lambda match: "\n" * match.group().count("\n"), source.text)
    for match in LINK.finditer(text):
        link = unescape(next(filter(None, match.groups()), "")).strip()
        if ELSEWHERE.match(link):
            continue
        line = source.text_line + text.count("\n", 0, match.start())
        path = unquote(re.split(r"[?#]", link)[0])
        if path.startswith("/"):
            message = f"The link “{link}” begins with “/”, but this site may not be at the top of its web address."
            yield Problem(source.file, line, message, f"Begin it with ../ for each folder up. {OR_SO}")
        elif (target := _target(page, path)) and not {target, f"{target}/"} & urls:
            message = f"The link “{link}” leads to {target}, which is not there."
            fix = near(f"{target}/", urls)
            yield Problem(source.file, line, message, f"{fix} {OR_SO}" if "Did you" in fix else AS_MARKDOWN)


def _target(page: str, path: str) -> str:
    """The address to which ``path`` leads from ``page``; the first page's is empty."""
    target = posixpath.normpath(posixpath.join(page, path)) if path else page
    return "" if target == "." else target.removesuffix("index.html").rstrip("/")
