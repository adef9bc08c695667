"""Reads papers, and checks what their gaps name: worksheets, settings of the edition, figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.content.customisation.only_editions import only_own
from macros.content.customisation.overlay import find_files
from macros.content.paper_headings import has_headings, original_of, with_headings
from macros.content.redirects import Redirects, follow_redirects
from macros.content.served_steps import unlisted_problems
from macros.core.parsed_files import ParsedFiles
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem, ProblemCollector
from macros.core.suggestions import near
from macros.core.validation import validate
from macros.core.yaml_events import Place
from macros.models.editions import Edition
from macros.models.papers import Paper, PaperGroup, PaperGroups, Slot
from macros.models.tables import Table
from macros.models.worksheets import Worksheet

FOLDER, GROUPS = "templates/papers", "_groups.yml"
PROJECT_PREFIX = "project"  # what the page of the project knows, such as “project.role”
PROJECT_FACTS = (f"{PROJECT_PREFIX}.community", f"{PROJECT_PREFIX}.role")


@dataclass(frozen=True)
class Papers:
    """The papers of an edition by id, their groups in order, and the file of each."""

    by_id: dict[str, Paper] = field(default_factory=dict)
    groups: list[PaperGroup] = field(default_factory=list)
    files: dict[str, ParsedFile] = field(default_factory=dict)


def read_papers(project: ParsedFiles, slug: str, redirects: Redirects, collector: ProblemCollector) -> Papers:
    """Every paper of edition ``slug``, its own files first; what is wrong goes to ``collector``."""
    by_id: dict[str, Paper] = {}
    files: dict[str, ParsedFile] = {}
    groups: list[PaperGroup] = []
    for name, written in find_files(project, slug, FOLDER, ".yml").items():
        with collector:
            parsed = project.yaml(written.file)
            if name == GROUPS:
                lines: dict[Place, int] = {("entries", *place): line for place, line in parsed.lines.items()}
                whole = ParsedFile(parsed.file, {"entries": parsed.data}, lines=lines)
                groups = validate(PaperGroups, whole).entries
                files[name] = whole
                continue
            parsed = follow_redirects(parsed, redirects) if written.own else parsed
            collector.problems.extend(only_own(parsed, written))
            if written.original:  # where the edition's own cannot be read, that alone is told, and not who misses it
                by_id[name[:-4]] = validate(Paper, project.yaml(written.original), id=name[:-4])
            if has_headings(parsed):
                files[name[:-4]] = project.yaml(original_of(parsed, written))
                by_id[name[:-4]] = with_headings(by_id[name[:-4]], parsed)
                continue
            files[name[:-4]] = parsed
            by_id[name[:-4]] = validate(Paper, parsed, id=name[:-4])
    return Papers(by_id, _with_ungrouped(groups, by_id), files)


def _with_ungrouped(groups: list[PaperGroup], papers: Mapping[str, Paper]) -> list[PaperGroup]:
    """An edition's own paper that no group names stands with those that serve the same step, else in the last group."""
    named = {paper for group in groups for paper in group.papers}
    result = list(groups)
    for name in papers:
        if name in named or not result:
            continue
        steps = [{papers[paper].step for paper in group.papers if paper in papers} for group in result]
        at = next((at for at, served in enumerate(steps) if papers[name].step in served), len(result) - 1)
        result[at] = PaperGroup(title=result[at].title, papers=[*result[at].papers, name])
    return result


def paper_problems(
    papers: Papers,
    steps: Mapping[str, Iterable[str]],
    worksheets: Mapping[str, Worksheet],
    figures: Iterable[str],
    edition: Edition,
    rewritten: Collection[str] = (),
) -> Iterator[Problem]:
    """What papers and groups name that is not there. ``steps`` are the papers that each step offers, by path.

    ``rewritten`` are the worksheets and steps that the edition has its own text of: a worksheet may have other fields,
    and a step may offer less. A gap that finds no field is asked.
    """
    lists = {path: list(names) for path, names in steps.items()}
    for name, paper in papers.by_id.items():
        parsed = papers.files[name]
        if paper.step not in steps:
            yield Problem(parsed.file, parsed.line(("step",)), f"{paper.step} is not a step.", near(paper.step, steps))
        else:
            line = parsed.line(("step",))
            yield from unlisted_problems(parsed.file, line, paper.step, name, lists, rewritten)
        for at, slot in enumerate(paper.slots):
            if not (slot.answer and slot.answer.partition(".")[0] in rewritten):
                yield from _of_slot(slot, parsed, at, worksheets, figures, edition)
    for at, group in enumerate(papers.groups):
        for number, name in enumerate(group.papers):
            if name not in papers.by_id and GROUPS in papers.files:
                listed = papers.files[GROUPS]
                line = listed.line(("entries", at, "papers", number))
                yield Problem(listed.file, line, f"There is no paper called “{name}”.", near(name, papers.by_id))
    for path, names in steps.items():
        for name in names:
            if name not in papers.by_id:
                message = f"There is no paper called “{name}”."
                yield Problem(f"docs/{path}", 0, message, near(name, papers.by_id))
    offered = {name for names in steps.values() for name in names}
    if any(path in rewritten for path in steps):
        return
    for name in sorted(papers.by_id.keys() - offered):
        parsed = papers.files[name]
        message = f"No step offers {parsed.file}."
        yield Problem(parsed.file, 0, message, "Name it under “papers” in a step's front matter, or delete it.")


def _of_slot(
    slot: Slot,
    parsed: ParsedFile,
    at: int,
    worksheets: Mapping[str, Worksheet],
    figures: Iterable[str],
    edition: Edition,
) -> Iterator[Problem]:
    if slot.figure and slot.figure not in figures:
        line = parsed.line(("slots", at, "figure"))
        yield Problem(parsed.file, line, f"There is no figure called “{slot.figure}”.", near(slot.figure, figures))
    if slot.setting and not _is_setting(slot.setting, edition):
        line = parsed.line(("slots", at, "setting"))
        fix = "Name a key of edition.yml, such as “contact.phone”."
        yield Problem(parsed.file, line, f"An edition has no setting “{slot.setting}”.", fix)
    if slot.answer:
        line = parsed.line(("slots", at, "from"))
        name, *places = slot.answer.split(".")
        if name == PROJECT_PREFIX:
            if slot.answer not in PROJECT_FACTS:
                yield Problem(parsed.file, line, f"A project has no “{slot.answer}”.", near(slot.answer, PROJECT_FACTS))
        elif name not in worksheets:
            yield Problem(parsed.file, line, f"There is no worksheet called “{name}”.", near(name, worksheets))
        elif not has_field(worksheets[name], places):
            known = [".".join([name, *place]) for place in _fields(worksheets[name])]
            yield Problem(parsed.file, line, f"No field is called “{slot.answer}”.", near(slot.answer, known))
        else:
            for column in slot.beside:
                if not has_field(worksheets[name], [places[0], column]):
                    line = parsed.line(("slots", at, "beside"))
                    table = f"{name}.{places[0]}"
                    columns = [place[-1] for place in _fields(worksheets[name]) if place[0] == places[0]]
                    yield Problem(parsed.file, line, f"“{table}” has no column “{column}”.", near(column, columns))


def _fields(worksheet: Worksheet) -> Iterator[tuple[str, ...]]:
    for asked in worksheet.fields():
        if isinstance(asked, Table):
            for column in asked.columns:
                yield (asked.id, column.id)
                yield from ((asked.id, row.id, column.id) for row in asked.row_labels)
        else:
            yield (asked.id,)


def has_field(worksheet: Worksheet, places: list[str]) -> bool:
    """Whether ``places``, a field or a table, perhaps a row, and a column, are in the worksheet."""
    return any(field == tuple(places) for field in _fields(worksheet))


def _is_setting(name: str, edition: Edition) -> bool:
    """Whether an edition may have the setting, filled in or not: a fact of this edition counts as well."""
    first, _, second = name.partition(".")
    if first in ("facts", "local"):  # which of them are known: macros/content/local_details.py
        return True
    whole: Any = type(edition).model_fields.get(first)
    if whole is None or not second:
        return whole is not None
    return hasattr(whole.annotation, "model_fields") and second in whole.annotation.model_fields


def setting_of(edition: Edition, name: str) -> str:
    """The edition's value of a setting such as "contact.phone"; empty where it has none."""
    value: Any = edition
    for key in name.split("."):
        value = value.get(key) if isinstance(value, dict) else getattr(value, key, None)
    return "" if value is None else str(value)
