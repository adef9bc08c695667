"""The macros that a page may call: see :mod:`macros.pages`. No logic is here."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once a build: gives pages the edition and the macros."""
    from macros.pages import bind
    from macros.rendering.views import markdown_safe

    toolkit = env.conf["extra"]["toolkit"]
    for name, macro in bind(toolkit.library, toolkit.documents, lambda: env.page).items():
        env.macro(macro, name)
    env.variables["edition"] = markdown_safe({**toolkit.library.edition.model_dump(), **toolkit.library.place})


def on_pre_page_macros(env: Any) -> None:
    """Called before each page: mkdocs-macros lets front matter hide a macro of the same name, such as ``checklist``."""
    from macros.pages import MACROS
    from macros.rendering.views import keep_compiled

    keep_compiled(env.env)
    for name in MACROS:
        env.page.meta.pop(name, None)
