"""A copy of the project to measure, and stock Material's site of the same pages.

Stock Material gets each page's Markdown with every macro drawn, so that both make the same pages; ours reads and checks
the sources, draws the macros, explains terms, and makes the page of all pages beside that.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import Cost, cost_of
from macros.paths import PROJECT

SOURCES = ("docs", "templates", "macros", "overrides", "editions", "mkdocs.yml", "CHANGELOG.md", "pyproject.toml")
STOCK = """site_name: Stock
site_url: http://127.0.0.1:8000/
theme: {name: material, font: false}
markdown_extensions: [abbr, attr_list, def_list, footnotes, md_in_html, tables, toc]
plugins: [search]
validation: {links: {not_found: ignore, anchors: ignore, absolute_links: ignore, unrecognized_links: ignore}}
"""
NOT_COPIED = {"takes_over", "workbook"}  # what only one worksheet may have
COPIED = "cases"  # the folder whose pages are copied to make a larger site
MKDOCS = (sys.executable, "-m", "mkdocs")


class Bench:
    """The copy is in ``work``/project; stock Material's sources are in ``work``/stock."""

    def __init__(self, work: Path, edition: str = "toolkit") -> None:
        self.work, self.project, self.stock_sources = work, work / "project", work / "stock"
        self.site = work / "site"
        self._edition = edition
        for name in SOURCES:
            source = PROJECT / name
            copy: Callable[[Path, Path], object] = shutil.copytree if source.is_dir() else shutil.copy
            self.project.mkdir(exist_ok=True, parents=True)
            copy(source, self.project / name)

    def pages(self) -> int:
        """How many pages the project has, made ones included."""
        return sum(1 for _ in (self.stock_sources / "docs").rglob("*.md"))

    def ours(self, documents: str, edition: str = "", site_url: str = "") -> Cost:
        """Build the project; ``documents`` as DOCUMENTS says it, ``site_url`` where its settings say no address."""
        command = [*MKDOCS, "build", "--strict", "--quiet", "--site-dir", str(self.site)]
        return cost_of(command, self.project, {**self.environ(documents, edition), "SITE_URL": site_url})

    def kept(self) -> set[str]:
        """What builds have drawn so far, by its fingerprint."""
        return {path.name for path in (self.project / ".cache/documents").glob("*")}

    def stock(self) -> Cost:
        """Build the same pages with stock Material."""
        command = [*MKDOCS, "build", "--quiet", "--site-dir", str(self.work / "stock-site")]
        return cost_of(command, self.stock_sources, self.environ("none"))

    def expand(self) -> None:
        """Write down what stock Material is given."""
        shutil.rmtree(self.stock_sources, ignore_errors=True)
        self.stock_sources.mkdir()
        (self.stock_sources / "mkdocs.yml").write_text(STOCK, "utf-8")
        config = self.project / "expanding.yml"
        hooks = [self.project / "macros/hooks.py", Path(__file__).with_name("expanded_pages.py")]
        config.write_text(f"INHERIT: mkdocs.yml\nhooks: [{', '.join(map(str, hooks))}]\n", "utf-8")
        command = [*MKDOCS, "build", "-q", "-f", config.name, "--site-dir", str(self.work / "expanded")]
        environ = {**self.environ("none"), "EXPANDED": str(self.stock_sources / "docs")}
        cost_of(command, self.project, environ)
        config.unlink()
        self.forget_pages()

    def forget_pages(self) -> None:
        """Let the next build make HTML of every page, as stock Material does: see macros/publishing/kept_pages.py."""
        for path in (self.project / ".cache/documents").glob("last-*"):
            path.unlink()

    def grow(self, wanted: int) -> None:
        """Add ``wanted`` pages, which are copies of others."""
        config = self.project / "mkdocs.yml"
        originals = [path for path in sorted((self.project / "docs" / COPIED).glob("*.md")) if path.stem != "index"]
        lines = []
        for number in range(wanted):
            page = originals[number % len(originals)]
            name = f"{page.stem}-copy-{number}.md"
            (page.parent / name).write_text(page.read_text("utf-8"), "utf-8")
            lines.append(f"{COPIED}/{name}\n")
        text = config.read_text("utf-8")
        first = next(line for line in text.splitlines(keepends=True) if line.lstrip().startswith(f"- {COPIED}/"))
        indent = first[: first.index("- ") + 2]
        config.write_text(text.replace(first, first + "".join(f"{indent}{line}" for line in lines), 1), "utf-8")

    def grow_worksheets(self, times: int) -> int:
        """Copy worksheets, each into the step that it belongs to, until there are ``times`` as many.

        Returns how many were added.
        """
        folder = self.project / "templates/worksheets"
        sheets = [path for path in sorted(folder.glob("[a-z]*.yml")) if not NOT_COPIED & set(_keys(path))]
        wanted = (times - 1) * len([*folder.glob("[a-z]*.yml")])
        for number in range(wanted):
            sheet = sheets[number % len(sheets)]
            name = f"{sheet.stem}-copy-{number}"
            text = sheet.read_text("utf-8")
            (folder / f"{name}.yml").write_text(text.replace("title: ", f"title: {number} ", 1), "utf-8")
            step = next(line.removeprefix("step: ").strip() for line in text.splitlines() if line.startswith("step: "))
            page = self.project / "docs" / step
            words = page.read_text("utf-8")
            page.write_text(words.replace("worksheets: [", f"worksheets: [{name}, ", 1), "utf-8")
        return wanted

    def add_edition(self, name: str) -> None:
        """Another council's edition: its own names, logo and colours, everything else the toolkit's."""
        folder = self.project / "editions" / name
        shutil.copytree(PROJECT / "tests/editions/eastmarch", folder)
        settings = folder / "edition.yml"
        text = settings.read_text("utf-8").replace("Eastmarch", name.title())
        settings.write_text(text.replace("eastmarch", name), "utf-8")

    def environ(self, documents: str, edition: str = "") -> dict[str, str]:
        """What a build of ``edition`` finds in its environment."""
        edition = edition or self._edition
        # As on any computer, Python keeps what it compiles: a build would otherwise compile all of the toolkit.
        python = {"PYTHONDONTWRITEBYTECODE": ""}
        return {"EDITION": edition, "DOCUMENTS": documents, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "", **python}


def _keys(path: Path) -> list[str]:
    return [line.partition(":")[0] for line in path.read_text("utf-8").splitlines()]
