"""Addresses inside the site."""

from __future__ import annotations

import posixpath

ORIGINAL = "https://digitalinclusionkit.org/model/"


def address(path: str) -> str:
    """The site address of a page in docs/: ``focus/index.md`` is ``focus/``."""
    return path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"


def relative(target: str, page_url: str) -> str:
    """The way from a page to another address of the site: every fork lives under a sub-path of its own."""
    if "://" in target:
        return target
    way = posixpath.relpath(target or ".", posixpath.dirname(page_url) or ".")
    return f"{way}/" if not target or target.endswith("/") else way
