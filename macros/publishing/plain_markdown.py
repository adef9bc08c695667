"""HTML as Markdown that any tool reads the same way: no HTML in it, and every word comes out as itself."""

from __future__ import annotations

import re

from html_to_markdown import ConversionOptions, convert

from macros.core.html import Element, outer_html

LIKE_A_LIST = re.compile(r"^(\s*\d*)([.)#+-])(?=\s)")
LIKE_HTML = re.compile(r"<|&(?=#?\w+;)|\](?=\()")
# Letters that no text has stand for what is written when the converter has done its own escaping.
ESCAPE = "\ue000"
WRITTEN_LAST = {0xE000: "\\", 0xE001: "&lt;", 0xE002: "&amp;", 0xE003: "\\]"}
PLACEHOLDERS = {"<": "\ue001", "&": "\ue002", "]": "\ue003"}
MARKDOWN_OPTIONS = ConversionOptions(
    escape_asterisks=True,
    escape_underscores=True,
    escape_misc=False,
    expand_abbreviations=False,  # a term's meaning stands in the glossary, and would break the sentence here
    extract_metadata=False,
    autolinks=False,
    whitespace_mode="normalized",
)


def plain_markdown(page: Element) -> str:
    """What stands in ``page``, which is used up by it, as Markdown."""
    _escape(page)
    return _tidy(convert(outer_html(page), MARKDOWN_OPTIONS).content or "")


def _escape(page: Element) -> None:
    """Let words that Markdown would take as its own come out as themselves, which the converter does for * and _ alone.

    “1. What do you like?” is the beginning of a question and no list, and “<name>” is no HTML.
    """
    for element in page.iter("p", "label", "legend", "span", "div", "td", "h1", "h2", "h3", "h4"):
        if element.text:
            element.text = LIKE_A_LIST.sub(rf"\1{ESCAPE}\2", element.text)
    for element in page.xpath(".//*[not(ancestor-or-self::code or ancestor-or-self::pre)]"):
        element.text = LIKE_HTML.sub(_placeholder, element.text or "") or None
    for element in page.xpath(".//*[not(ancestor::code or ancestor::pre)]"):
        element.tail = LIKE_HTML.sub(_placeholder, element.tail or "") or None


def _placeholder(found: re.Match[str]) -> str:
    return PLACEHOLDERS[found.group()]


def _tidy(text: str) -> str:
    """``text`` with its placeholders written, no spaces at the ends of lines, and no two blank lines together."""
    text = text.translate(WRITTEN_LAST)
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
