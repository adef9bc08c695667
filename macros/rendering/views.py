"""Views to text. The only place that runs a template of ours; values are escaped, and never run as templates."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from jinja2 import (
    BytecodeCache,
    DictLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
)
from markupsafe import Markup

from macros.core.dates import in_words
from macros.paths import COMPILED_VIEWS, OVERRIDES, VIEWS

MARKUP = re.compile(r"""[&<>"'*_`\[\]{}\\#|~^$]""")  # letters that Markdown or HTML would take as markup


@cache
def _environment(*, on_page: bool = False) -> Environment:
    """What draws views; ``on_page``, those that a Markdown page takes in: there a value is no Markdown either."""
    environment = Environment(
        loader=FileSystemLoader(VIEWS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        finalize=_harmless if on_page else None,
        auto_reload=False,  # a build reads each view once: see read_again
        cache_size=-1,
        bytecode_cache=compiled("on-page" if on_page else "plain"),
    )
    filters: dict[str, Any] = {"in_words": in_words, "yaml": yaml_text}
    environment.filters.update(filters)
    return environment


def _harmless(value: Any) -> Any:
    """A value as it is put into a page: what a view drew stays as it is, and any other text comes out as itself."""
    return value if hasattr(value, "__html__") else Markup(markdown_safe(str(value)))  # noqa: S704 - made harmless


def compiled(environment: str) -> BytecodeCache:
    """Where templates are kept as Python runs them: reading one again takes longer than a page. It may be deleted.

    Each ``environment`` keeps its own: how one escapes is part of what it compiles.
    """
    COMPILED_VIEWS.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(COMPILED_VIEWS), f"{environment}-%s.cache")


def keep_compiled(environment: Environment) -> None:
    """Let ``environment``, which draws texts that are in no file, keep them compiled too."""
    if environment.bytecode_cache is None:
        environment.bytecode_cache = compiled("pages")
        environment.from_string = partial(_from_string, environment)  # pyrefly: ignore[bad-assignment, method-assign]


def _from_string(environment: Environment, source: str, *_: Any, **__: Any) -> Template:
    name = hashlib.sha256(source.encode()).hexdigest()
    return DictLoader({name: source}).load(environment, name, environment.make_globals(None))


def read_again() -> None:
    """Let the next view be read from its file: in the preview somebody may have changed it."""
    _environment.cache_clear()


def render(view: str, **values: Any) -> str:
    """Draw ``macros/views/<view>`` with ``values``. Raises jinja2's errors when a value is missing."""
    return _environment().get_template(view).render(**values).strip()


def in_page(view: str, **values: Any) -> str:
    """Draw a view for a Markdown page: without blank lines or indents, which Markdown would take as its own.

    Each value comes out as itself: it is no markup of HTML or Markdown. Raises jinja2's errors when one is missing.
    """
    lines = (line.strip() for line in page_source(view, **values).split("\n"))
    return "\n".join(line for line in lines if line)


def page_source(view: str, **values: Any) -> str:
    """Draw a view that is itself the Markdown of a page, or a part of it with blank lines; values as in a page."""
    return _environment(on_page=True).get_template(view).render(**values).strip()


def part(name: str, link: Callable[[str], str], **values: Any) -> str:
    """Draw ``overrides/parts/<name>`` as the frame of a page has it; ``link`` is what the frame calls ``url``."""
    frame = Environment(loader=FileSystemLoader(OVERRIDES), undefined=StrictUndefined, autoescape=False)  # noqa: S701 - as in MkDocs, each value of a part is escaped where it stands
    frame.filters["url"] = link
    return frame.get_template(f"parts/{name}").render(**values).strip()


def yaml_text(text: str) -> Markup:
    """``text`` as a value of YAML in quotation marks, with every letter as itself: for the front matter of a page."""
    return Markup(f'"{"".join(_yaml_letter(letter) for letter in text)}"')  # noqa: S704 - this is not HTML


def _yaml_letter(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"


def markdown_safe(value: Any) -> Any:
    """``value`` with every text in it made harmless inside Markdown and HTML, so that it comes out as itself.

    A place called "Barking & Dagenham" or "<script>" reads so on the page; it is never markup.
    """
    if isinstance(value, str):
        return MARKUP.sub(lambda mark: f"&#{ord(mark[0])};", value)
    if isinstance(value, dict):
        return {key: markdown_safe(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [markdown_safe(entry) for entry in value]
    return value
