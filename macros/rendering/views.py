"""Views to text. The only place that runs a template of ours; values are escaped, and never run as templates."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.core.dates import in_words
from macros.paths import OVERRIDES, VIEWS

MARKS = frozenset("&<>\"'*_`[]{}\\#|~^$")  # letters that Markdown or HTML would take as markup


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(VIEWS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters["in_words"] = in_words
    return made


def render(view: str, **values: Any) -> str:
    """Draw ``macros/views/<view>`` with ``values``. Raises jinja2's errors when a value is missing."""
    return _environment().get_template(view).render(**values).strip()


def in_page(view: str, **values: Any) -> str:
    """Draw a view for a Markdown page: without blank lines or indents, which Markdown would take as its own."""
    lines = (line.strip() for line in render(view, **values).split("\n"))
    return "\n".join(line for line in lines if line)


def part(name: str, link: Callable[[str], str], **values: Any) -> str:
    """Draw ``overrides/parts/<name>`` as the frame of a page has it; ``link`` is what the frame calls ``url``."""
    frame = Environment(loader=FileSystemLoader(OVERRIDES), undefined=StrictUndefined, autoescape=False)  # noqa: S701 - as in MkDocs, each value of a part is escaped where it stands
    frame.filters["url"] = link
    return frame.get_template(f"parts/{name}").render(**values).strip()


def markdown_safe(value: Any) -> Any:
    """``value`` with every text in it made harmless inside Markdown and HTML, so that it comes out as itself.

    A place called "Barking & Dagenham" or "<script>" reads so on the page; it is never markup.
    """
    if isinstance(value, str):
        return "".join(f"&#{ord(letter)};" if letter in MARKS else letter for letter in value)
    if isinstance(value, dict):
        return {key: markdown_safe(one) for key, one in value.items()}
    if isinstance(value, list):
        return [markdown_safe(one) for one in value]
    return value
