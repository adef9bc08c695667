"""What is new, for a reader of the site: the changelog's newest version in a few lines, with links to its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.content.changelog import Line, Version
from macros.content.library import Library
from macros.core.urls import address

GAINS = 2  # lines that are shown
LINK_IN_NEWS = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<to>[^)\s]+)\)")
NEWS_MARKUP = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*")  # code and weight: a plain sentence needs neither


@dataclass(frozen=True)
class Piece:
    """A part of a line: its text, and where it leads; ``url`` is empty where it leads nowhere."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class News:
    """A version with what it is in a sentence, and its first gains, each in pieces."""

    version: Version
    lead: str
    gains: list[list[Piece]]


def news(versions: list[Version], library: Library) -> News:
    """The newest of ``versions``. A line that is only about pages which the edition leaves out is passed over."""
    newest = versions[0]
    lines = [line for line in newest.lines if not line.pages or any(_kept(path, library) for path in line.pages)]
    return News(newest, _plain(newest.lead), [_pieces(line, library) for line in lines[:GAINS]])


def _pieces(line: Line, library: Library) -> list[Piece]:
    pieces, at = [], 0
    for link in LINK_IN_NEWS.finditer(line.text):
        pieces += [
            Piece(_plain(line.text[at : link.start()])),
            Piece(_plain(link["text"]), _url(link["to"], library)),
        ]
        at = link.end()
    return [piece for piece in [*pieces, Piece(_plain(line.text[at:]))] if piece.text]


def _url(to: str, library: Library) -> str:
    """The address of a page of docs/ that the edition keeps, with the part of the page; of nothing else."""
    path, mark, part = to.removeprefix("docs/").partition("#")
    return address(path) + mark + part if to.startswith("docs/") and _kept(path, library) else ""


def _kept(path: str, library: Library) -> bool:
    return path in library.pages and path not in library.hidden


def _plain(text: str) -> str:
    return NEWS_MARKUP.sub(lambda mark: mark[1] or mark[2], text)
