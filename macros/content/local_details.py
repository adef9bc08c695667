"""What only a council can settle: who to ring, who advises. Until its edition does, pages say it in general words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.content.loaded import Loaded
from macros.content.strings import Strings
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.core.suggestions import near
from macros.models.editions import Edition
from macros.models.papers import Paper

CALLED = re.compile(r"""\{\{\s*local\(\s*["']([^"']*)["']\s*(?:,\s*start\s*=\s*True\s*)?\)\s*\}\}""")
SETTING = "local."  # of a paper's gap
# Those without which an edition would do harm: a page that sends readers nowhere. None of today's does.
HARMFUL: frozenset[str] = frozenset()


@dataclass(frozen=True)
class LocalDetail:
    """One thing to settle: its key, the question, what the edition says or nothing, and the files that it stands in."""

    key: str
    question: str
    settled: str
    files: tuple[str, ...]


def local_details(
    edition: Edition, strings: Strings, pages: Mapping[str, ParsedFile], papers: Mapping[str, Paper]
) -> Iterator[LocalDetail]:
    """Everything to settle, in the order of the strings; ``pages`` are by path in docs/, ``papers`` by id."""
    called = {path: set(CALLED.findall(page.text)) for path, page in pages.items()}
    for key, words in strings["local"].items():
        files = [
            *(f"docs/{path}" for path, keys in sorted(called.items()) if key in keys),
            *(
                f"templates/papers/{name}.yml"
                for name, paper in sorted(papers.items())
                if any(slot.setting == f"{SETTING}{key}" for slot in paper.slots)
            ),
        ]
        yield LocalDetail(key, words["ask"], edition.local.get(key, ""), tuple(files))


def local_problems(loaded: Loaded) -> Iterator[Problem]:
    """Keys under ``local`` in the settings, on pages and in papers, that the strings do not have."""
    if loaded.edition is None or loaded.strings is None:
        return
    known = loaded.strings["local"]
    settings = loaded.files.yaml(f"editions/{loaded.slug}/edition.yml")
    for key in loaded.edition.local:
        if key not in known:
            yield Problem(
                settings.file,
                settings.line(("local", key)),
                f"No page or paper uses a local detail “{key}”.",
                near(key, known),
            )
    for source in [*loaded.page_files.values(), *loaded.notes.values()]:
        for number, line in source.template_lines:
            for key in CALLED.findall(line):
                if key not in known:
                    yield Problem(source.file, number, f"There is no local detail “{key}”.", near(key, known))
    for name, paper in loaded.papers.by_id.items():
        for at, slot in enumerate(paper.slots):
            key = (slot.setting or "").removeprefix(SETTING)
            if key != (slot.setting or "") and key not in known:
                parsed = loaded.papers.files[name]
                at_line = parsed.line(("slots", at, "setting"))
                yield Problem(parsed.file, at_line, f"There is no local detail “{key}”.", near(key, known))
