"""The second stage of reading: whether what was loaded holds together."""

from __future__ import annotations

from typing import Any

from macros.content.cross_references import not_in_nav, unknown_references
from macros.content.customisation.hidden import hidden_problems
from macros.content.customisation.nav_placement import placed
from macros.content.loaded import Loaded
from macros.content.macro_places import misplaced_macros
from macros.content.redirect_checks import redirect_problems
from macros.content.redirects import made_path
from macros.content.search_synonyms import search_problems
from macros.core.problems import Problem


def check(loaded: Loaded, nav: list[Any]) -> list[Problem]:
    """What is wrong between files that may each be well by itself; ``nav`` is mkdocs.yml's."""
    made = [made_path(folder, name) for folder in ("worksheets", "packs") for name in loaded.templates.ids(folder)]
    problems = [
        *unknown_references(loaded),
        *misplaced_macros(loaded),
        *not_in_nav(nav, loaded.pages),
        *placed(nav, loaded.pages, loaded.page_files, loaded.stages)[1],
    ]
    if loaded.redirects:
        problems += redirect_problems(loaded.files, loaded.redirects, loaded.pages, made)
        problems += search_problems(loaded.search, [*loaded.pages, *made], loaded.redirects)
    if loaded.edition:
        problems += hidden_problems(loaded.files, loaded.edition, loaded.front_matters, loaded.pages)
    return problems
