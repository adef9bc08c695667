"""The second stage of reading: whether what was loaded holds together."""

from __future__ import annotations

from typing import Any

from macros.content.cross_references import unknown_references
from macros.content.customisation.hidden import hidden_problems
from macros.content.customisation.inherited import inherited_problems
from macros.content.customisation.nav_placement import placed
from macros.content.customisation.overlay import OverlayFile, find_file
from macros.content.customisation.own_texts_check import own_text_problems
from macros.content.loaded import Loaded
from macros.content.local_details import local_problems
from macros.content.macro_places import misplaced_macros
from macros.content.origin_checks import origin_problems
from macros.content.outline import nav_paths
from macros.content.page_kinds import toolkit_steps
from macros.content.papers import paper_problems
from macros.content.redirect_checks import redirect_problems, takes_over_problems
from macros.content.redirects import made_path
from macros.content.search_synonyms import search_problems
from macros.content.shared_notes import own_share_problems
from macros.content.templates import FRAME
from macros.core.problems import Problem
from macros.core.suggestions import near


def check(loaded: Loaded, nav: list[Any]) -> list[Problem]:
    """What is wrong between files that may each be well by itself; ``nav`` is mkdocs.yml's."""
    templates = loaded.templates
    generated = [made_path(folder, name) for folder in ("worksheets", "packs") for name in loaded.templates.ids(folder)]
    problems = [
        *unknown_references(loaded),
        *misplaced_macros(loaded),
        *own_text_problems(loaded),
        *not_in_nav(nav, loaded.pages),
        *origin_problems(
            templates.worksheets,
            {name: loaded.files.yaml(templates.file(f"worksheets/{name}")) for name in templates.worksheets},
            set(templates.own_ids("worksheets")),
            find_file(loaded.files, loaded.edition.slug, FRAME).file if loaded.edition else FRAME,
        ),
        *placed(nav, loaded.pages, loaded.page_files, loaded.stages)[1],
    ]
    if loaded.redirects:
        problems += redirect_problems(loaded.files, loaded.redirects, loaded.pages, generated)
        written = {name: templates.files[f"worksheets/{name}"] for name in templates.worksheets}
        problems += takes_over_problems(loaded.files, loaded.redirects, templates.worksheets, written)
        papers = [f"papers/{name}.md" for name in loaded.papers.by_id]
        problems += search_problems(loaded.search, [*loaded.pages, *generated, *papers], loaded.redirects)
    if loaded.edition:
        offered = {path: step.papers for path, step in loaded.steps.items()}
        rewritten = {name.partition("/")[2] for name, file in templates.files.items() if file.own}
        rewritten |= {path for path, file in loaded.pages.items() if file.own}
        figures = templates.figures or {}
        problems += paper_problems(loaded.papers, offered, templates.worksheets, figures, loaded.edition, rewritten)
        problems += local_problems(loaded)
        problems += inherited_problems(loaded.files, loaded.edition, loaded.inherited)
        problems += hidden_problems(loaded.files, loaded.edition, loaded.front_matters, loaded.pages)
        if loaded.redirects:
            steps = toolkit_steps(loaded.pages, loaded.front_matters)
            problems += own_share_problems(loaded.files, loaded.edition, steps, loaded.redirects)
    return problems


def not_in_nav(nav: list[Any], pages: dict[str, OverlayFile]) -> list[Problem]:
    """Pages of the nav that are not there, and pages of the toolkit that the nav does not name."""
    named = set(nav_paths(nav))
    missing = [
        Problem("mkdocs.yml", 0, f"The nav names {path}, which is not in docs/.", near(path, pages))
        for path in named - set(pages)
    ]
    lost = [
        Problem(written.file, 0, "The page is not in the nav, so nobody finds it.", "Add it to the nav in mkdocs.yml.")
        for path, written in pages.items()
        if path not in named and not written.own
    ]
    return missing + lost
