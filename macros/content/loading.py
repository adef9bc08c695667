"""The first stage of reading: every file to checked objects, each by itself, and each parsed once."""

from __future__ import annotations

from macros.content.accessibility import read_statement
from macros.content.adopters import read_adopters
from macros.content.bank_holidays import read_bank_holidays
from macros.content.customisation.auto_placement import with_own_packs, with_own_worksheets
from macros.content.customisation.folder_check import folder_problems
from macros.content.customisation.inherited import read_inherited
from macros.content.customisation.only_editions import only_own
from macros.content.customisation.overlay import find_files
from macros.content.customisation.replacements import read_replaced
from macros.content.editions import read_edition
from macros.content.loaded import Loaded
from macros.content.page_kinds import front_matter_model, toolkit_steps
from macros.content.papers import read_papers
from macros.content.place_names import place_words
from macros.content.redirects import Redirects, follow_redirects, made_path, read_redirects
from macros.content.release import read_release
from macros.content.releases import read_releases
from macros.content.search_synonyms import load_search_words
from macros.content.shared_notes import read_shared
from macros.content.strings import read_strings, words_at
from macros.content.templates import read_templates
from macros.core.parsed_files import ParsedFiles
from macros.core.problems import Problem, ProblemCollector
from macros.core.suggestions import near
from macros.core.validation import validate


def load(files: ParsedFiles, slug: str) -> Loaded:
    """Read everything for edition ``slug``. Raises nothing for what is written: what is wrong is in ``problems``."""
    collector = ProblemCollector()
    redirects = None
    with collector:
        redirects = read_redirects(files)
    known = redirects or Redirects()
    loaded = Loaded(files, slug, collector.problems, find_files(files, slug, "docs", ".md", known), redirects)
    with collector:
        loaded.edition = read_edition(files, slug, known)
    with collector:
        loaded.release = read_release(files)
    with collector:
        loaded.strings = read_strings(files, slug)
    with collector:
        loaded.statement = read_statement(files, slug)
    with collector:
        loaded.bank_holidays = read_bank_holidays(files, slug)
    with collector:
        collector.problems.extend(folder_problems(files.root, slug))
    loaded.templates = read_templates(files, slug, known, collector)
    loaded.releases = read_releases(files, slug, collector)
    loaded.papers = read_papers(files, slug, known, collector)
    if redirects is not None:  # an edition that kept a worksheet of its own has it at the old address
        editions_own = [
            made_path(folder, name) for folder in ("worksheets", "packs") for name in loaded.templates.own_ids(folder)
        ]
        loaded.redirects = known = redirects.without(editions_own)
    _load_pages(loaded, known, collector)
    _load_notes(loaded, known, collector)
    with collector:
        loaded.inherited = read_inherited(files, slug)
    with collector:
        loaded.search = load_search_words(files, slug)
    with collector:
        loaded.replaced = read_replaced(files, slug, known)
    steps = toolkit_steps(loaded.pages, loaded.front_matters)
    loaded.adopters = read_adopters(files, steps, collector, known)
    loaded.shared = read_shared(files, loaded.edition, steps, known, collector)
    with collector:
        _place_own(loaded)
    return loaded


def _load_pages(loaded: Loaded, redirects: Redirects, collector: ProblemCollector) -> None:
    for path, written in loaded.pages.items():
        if written.original:  # where the edition's own cannot be read, that alone is told, and not who misses it
            with collector:
                original = loaded.files.page(written.original)
                model = front_matter_model(path, loaded.pages, original, loaded.files)
                loaded.front_matters[path] = validate(model, original)
        with collector:
            page = loaded.files.page(written.file)
            loaded.page_files[path] = page = follow_redirects(page, redirects) if written.own else page
            collector.problems.extend(only_own(page, written))
            model = front_matter_model(path, loaded.pages, page, loaded.files)
            loaded.front_matters[path] = validate(model, page)


def _load_notes(loaded: Loaded, redirects: Redirects, collector: ProblemCollector) -> None:
    for path, written in find_files(loaded.files, loaded.slug, "notes", ".md", redirects).items():
        if path in loaded.pages:
            with collector:
                loaded.notes[path] = loaded.files.page(written.file)
        else:
            message = f"This note is for docs/{path}, which does not exist."
            collector.problems.append(Problem(written.file, 0, message, near(path, loaded.pages)))


def _place_own(loaded: Loaded) -> None:
    """Let the edition's own worksheets and packs find their places; what could not be read is passed over."""
    templates = loaded.templates
    loaded.front_matters = with_own_worksheets(
        loaded.front_matters, templates.worksheets, templates.own_ids("worksheets")
    )
    if templates.groups is not None and loaded.strings is not None and loaded.edition:
        title = str(words_at(loaded.strings, "edition", "own_packs"))
        title = title.format(**place_words(loaded.edition, loaded.strings))
        templates.groups = with_own_packs(templates.groups, templates.packs, templates.own_ids("packs"), title)
