"""The macros that a page may call: each is a method of :class:`macros.components.Components`. No logic is here."""

from __future__ import annotations

from typing import Any

MACROS = (
    "opening",
    "checklist",
    "worksheets",
    "gallery",
    "note",
    "cite",
    "sources",
    "way_on",
    "steps",
    "stage_map",
    "doors",
    "quotations",
    "glossary",
    "downloads",
    "worksheet",
    "worksheet_example",
)


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once a build: gives pages the edition and the macros."""
    from macros.components import Components
    from macros.render import markdown_safe

    toolkit = env.conf["extra"]["toolkit"]
    components = Components(toolkit["library"], toolkit["documents"], lambda: env.page)
    for name in MACROS:
        env.macro(getattr(components, name), name)
    env.variables["edition"] = markdown_safe(toolkit["library"].edition.model_dump())


def on_pre_page_macros(env: Any) -> None:
    """Called before each page: mkdocs-macros lets front matter hide a macro of the same name, such as ``checklist``."""
    for name in MACROS:
        env.page.meta.pop(name, None)
