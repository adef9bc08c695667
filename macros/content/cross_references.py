"""Whether what is named is there, and what is there is named, across pages and everything under templates/."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from macros.content.loaded import Loaded, Templates
from macros.content.served_steps import unlisted_problems
from macros.core.problems import Problem
from macros.core.suggestions import near
from macros.models.citations import Figure, Quotation, Term
from macros.models.pages import CaseFrontMatter

LOOKED_UP = re.compile(r"""\{\{\s*(cite|figure)\(\s*["']([^"']*)["']\s*\)\s*\}\}""")
QUOTATIONS_CALL = re.compile(r"\{\{\s*quotations\(([^)]*)\)\s*\}\}")
IDS = re.compile(r"""["']([^"']*)["']""")
UNKNOWN_QUOTATION = "“{}” is not in templates/quotations.yml."
LOOKED_UP_IN = {"cite": "sources", "figure": "figures"}


def unknown_references(loaded: Loaded) -> list[Problem]:
    """Everything that is named but not there, and definitions that nobody uses."""
    return [
        *_of_steps(loaded),
        *_unused(loaded),
        *_of_worksheets(loaded),
        *_of_cases(loaded),
        *_of_pages(loaded),
        *_of_packs(loaded),
        *_of_groups(loaded.templates),
        *_of_lists(loaded.templates),
    ]


def _of_steps(loaded: Loaded) -> Iterator[Problem]:
    """Checklists and worksheets that a step names."""
    ids = {folder: loaded.templates.ids(folder) for folder in ("checklists", "worksheets")}
    for path, step in loaded.steps.items():
        for folder, key, names in (
            ("checklists", "checklist", [step.checklist]),
            ("worksheets", "worksheets", step.worksheets),
        ):
            page = loaded.page_files[path]
            for name in names:
                if name not in ids[folder]:
                    message = f"There is no {key.rstrip('s')} called “{name}”."
                    yield Problem(page.file, page.line((key,)), message, near(name, ids[folder]))


def _unused(loaded: Loaded) -> Iterator[Problem]:
    """Checklists and worksheets that no step names."""
    templates, steps = loaded.templates, loaded.steps
    # An edition that rewrote a step may use less than the toolkit, or less than the toolkit has by now.
    rewritten = any(loaded.pages[path].own for path in steps)
    used = {
        "checklists": {step.checklist for step in steps.values()},
        "worksheets": {name for step in steps.values() for name in step.worksheets},
    }
    for folder, read in (("checklists", templates.checklists), ("worksheets", templates.worksheets)):
        for name in sorted(set(read) - used[folder]):
            written = templates.files[f"{folder}/{name}"]
            if not read[name].replaces and (written.own or not rewritten):
                fix = "Name it in a step's front matter, or delete it."
                yield Problem(written.file, 0, f"No step uses {written.file}.", fix)


def _of_worksheets(loaded: Loaded) -> Iterator[Problem]:
    """The step that a worksheet names. It has to be one that lists the worksheet, or the way back would be lost."""
    steps = loaded.steps
    listed = {path: step.worksheets for path, step in steps.items()}
    rewritten = [path for path in steps if loaded.pages[path].own]
    for name, worksheet in loaded.templates.worksheets.items():
        file = loaded.templates.file(f"worksheets/{name}")
        line = loaded.files.yaml(file).line(("step",))
        if worksheet.step not in steps:
            message = f"“step” names {worksheet.step}, which is not a step."
            yield Problem(file, line, message, near(worksheet.step, steps))
        else:
            yield from unlisted_problems(file, line, worksheet.step, name, listed, rewritten)


def _of_cases(loaded: Loaded) -> Iterator[Problem]:
    steps = loaded.steps
    for path, front_matter in loaded.front_matters.items():
        if isinstance(front_matter, CaseFrontMatter):
            page = loaded.page_files[path]
            for at, step in enumerate(front_matter.shows):
                if step not in steps:
                    message = f"“shows” names {step}, which is not a step."
                    yield Problem(page.file, page.line(("shows", at)), message, near(step, steps))


def _of_pages(loaded: Loaded) -> Iterator[Problem]:
    """Sources and figures that a page or a note looks up."""
    lists: dict[str, Collection[str] | None] = {"cite": loaded.templates.sources, "figure": loaded.templates.figures}
    for source in [*loaded.page_files.values(), *loaded.notes.values()]:
        for number, line in source.template_lines:
            for macro, name in LOOKED_UP.findall(line):
                known = lists[macro]
                if known is not None and name not in known:
                    message = f"“{name}” is not in templates/{LOOKED_UP_IN[macro]}.yml."
                    yield Problem(source.file, number, message, near(name, known))
            for name in [name for names in QUOTATIONS_CALL.findall(line) for name in IDS.findall(names)]:
                if (quoted := _quotations(loaded)) is not None and name not in quoted:
                    yield Problem(source.file, number, UNKNOWN_QUOTATION.format(name), near(name, quoted))


def _quotations(loaded: Loaded) -> list[str] | None:
    """The ids of all quotations; None where their list could not be read."""
    quotations = loaded.templates.quotations
    return None if quotations is None else [quotation.id for quotation in quotations]


def _of_packs(loaded: Loaded) -> Iterator[Problem]:
    """Steps, worksheets, papers, pages and quotations that a pack names, each at its line."""
    worksheets, papers = loaded.templates.ids("worksheets"), loaded.papers.by_id
    steps, quotations = loaded.steps, _quotations(loaded)
    for name, pack in loaded.templates.packs.items():
        parsed = loaded.files.yaml(loaded.templates.file(f"packs/{name}"))
        references: list[tuple[tuple[str | int, ...], str | None, Collection[str] | None, str]] = [
            *((("steps", at, "step"), use.step, steps, "{} is not a step.") for at, use in enumerate(pack.steps)),
            *((("skip", at, "step"), skip.step, steps, "{} is not a step.") for at, skip in enumerate(pack.skip)),
            *(
                (("worksheets", at), worksheet, worksheets, "There is no worksheet called “{}”.")
                for at, worksheet in enumerate(pack.worksheets)
            ),
            *(
                (("papers", at), paper, papers, "There is no paper called “{}”.")
                for at, paper in enumerate(pack.papers)
            ),
            *(
                (("also", at, "page"), also.page, loaded.pages, "There is no page docs/{}.")
                for at, also in enumerate(pack.also)
            ),
            (("quotation",), pack.quotation, quotations, UNKNOWN_QUOTATION),
        ]
        for place, reference, known, message in references:
            if reference and known is not None and reference not in known:
                yield Problem(parsed.file, parsed.line(place), message.format(reference), near(reference, known))


def _of_groups(templates: Templates) -> Iterator[Problem]:
    if templates.groups is None:
        return
    packs, grouped = templates.ids("packs"), {name for group in templates.groups for name in group.packs}
    editions_own = templates.own_ids("packs")  # those find a group by themselves
    for name in sorted(set(templates.packs) - grouped - set(editions_own)):
        fix = "Add it to a group."
        file = templates.file("packs/_groups")
        yield Problem(file, 0, f"The pack “{name}” is in no group, so nobody finds it.", fix)
    for name in sorted(grouped - set(packs)):
        file, line = templates.places[f"groups/{name}"]
        yield Problem(file, line, f"There is no pack called “{name}”.", near(name, packs))


def _of_lists(templates: Templates) -> Iterator[Problem]:
    """Sources that a figure, a term or a quotation names."""
    if templates.sources is None:
        return
    entries: list[tuple[str, str, Figure | Term | Quotation]] = [
        *(("figures", name, figure) for name, figure in (templates.figures or {}).items()),
        *(("glossary", term.id, term) for term in templates.terms or []),
        *(("quotations", quotation.id, quotation) for quotation in templates.quotations or []),
    ]
    for list_name, name, entry in entries:
        if entry.source and entry.source not in templates.sources:
            message = f"“{name}” names the source “{entry.source}”, which is not in templates/sources.yml."
            file, line = templates.places[f"{list_name}/{name}"]
            yield Problem(file, line, message, near(entry.source, templates.sources))
