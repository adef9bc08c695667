"""Others beside ours: Zensical and VitePress for the pages, mkdocs-to-pdf and Chromium for the book.

Each is installed into a folder of its own below .build/, once. One that cannot be installed is left out, and told.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.cold_build import cold_build
from benchmarks.measure import Cost, cost_of
from benchmarks.project import STOCK, Bench
from benchmarks.report import ratio, table, write
from macros.paths import PROJECT
from macros.quality.axe import CHROMIUM_NAMES as CHROMIUMS

MINUTES = 6
FOLDER = PROJECT / ".build" / "peers"
ZENSICAL, VITEPRESS, TO_PDF = "0.0.73", "1.6.4", "0.12.1"  # Zensical as in pyproject.toml: 0.1.1 cannot be installed
PDF_PLUGIN = "plugins: [search, {to-pdf: {output_path: book.pdf}}]"


def _python(name: str, *packages: str) -> Path:
    """A Python that has these packages."""
    folder = FOLDER / name
    python = folder / "bin" / "python"
    if not (folder / "installed").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *packages], check=True, capture_output=True)
        (folder / "installed").touch()
    return python


def zensical(bench: Bench) -> Cost:
    """The same pages by Zensical."""
    python = _python("zensical", f"zensical=={ZENSICAL}")
    return cost_of([str(python), "-m", "zensical", "build", "--clean"], bench.stock_sources, {})


def vitepress(bench: Bench) -> Cost:
    """The same pages by VitePress. What it would take for its own marks is told to be text."""
    folder = FOLDER / "vitepress"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "node_modules/vitepress").is_dir():
        (folder / "package.json").write_text('{"private": true, "type": "module"}', "utf-8")
        npm = shutil.which("npm") or "npm"
        subprocess.run(
            [npm, "install", "--no-audit", "--no-fund", f"vitepress@{VITEPRESS}"],
            cwd=folder,
            check=True,
            capture_output=True,
        )
    docs = folder / "docs"
    shutil.rmtree(docs, ignore_errors=True)
    shutil.copytree(bench.stock_sources / "docs", docs)
    for page in docs.rglob("*.md"):
        head, text = page.read_text("utf-8").split("---\n\n", 1)
        text = re.sub(r"((?:src|href)=\"|\]\()(?!https?:)[^\")]*\.(?:svg|png|webp)", r"\1https://x.example/x.png", text)
        page.write_text(f"{head}---\n\n<div v-pre>\n\n{text}\n\n</div>\n", "utf-8")
    (docs / ".vitepress").mkdir()
    settings = {"title": "Peer", "ignoreDeadLinks": True, "themeConfig": {"search": {"provider": "local"}}}
    (docs / ".vitepress/config.mjs").write_text(f"export default {json.dumps(settings)}", "utf-8")
    return cost_of(["npx", "vitepress", "build", "docs"], folder, {})


def to_pdf(bench: Bench) -> Cost:
    """The same pages as one PDF, by mkdocs-to-pdf."""
    python = _python("to-pdf", "mkdocs-material==9.8.1", f"mkdocs-to-pdf=={TO_PDF}")
    config = bench.stock_sources / "to-pdf.yml"
    config.write_text(STOCK.replace("plugins: [search]", PDF_PLUGIN), "utf-8")
    return cost_of(
        [str(python), "-m", "mkdocs", "build", "-q", "-f", config.name], bench.stock_sources, bench.environ("none")
    )


def chromium(bench: Bench) -> Cost:
    """The page of all pages, printed by Chromium: no page numbers, no contents with numbers."""
    browser = next(path for name in CHROMIUMS if (path := shutil.which(name)))
    page = (bench.site / "print_page/index.html").as_uri()
    options = ["--no-sandbox", "--headless", "--disable-gpu", f"--print-to-pdf={bench.work / 'chromium.pdf'}"]
    return cost_of([browser, *options, page], bench.work, {})


PAGES: dict[str, Callable[[Bench], Cost]] = {f"Zensical {ZENSICAL}": zensical, f"VitePress {VITEPRESS}": vitepress}
BOOKS: dict[str, Callable[[Bench], Cost]] = {f"mkdocs-to-pdf {TO_PDF}": to_pdf, "Chromium": chromium}


def _reason(error: Exception) -> str:
    """The last line of what went wrong, without the folders of this computer."""
    lines = str(error).replace(f"{PROJECT}/", "").strip().splitlines()
    return lines[-1][:80] if lines else ""


def _rows(peers: dict[str, Callable[[Bench], Cost]], bench: Bench, ours: float) -> list[list[str]]:
    rows = [["ours", f"{ours:.1f}", "**1.00**"]]
    for name, run in peers.items():
        try:
            cost = run(bench)
        except subprocess.CalledProcessError:
            rows.append([name, "could not be installed", ""])
        except (RuntimeError, OSError, StopIteration) as error:
            rows.append([name, "could not be run", _reason(error)])
        else:
            rows.append([name, f"{cost.busy:.1f}", ratio(cost.busy, ours)])
        print(rows[-1], flush=True)
    return rows


def main() -> None:
    """Measure, and write the section."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.expand()
        pages = bench.ours("none")
        both = cold_build(bench)
        names = ("who", "processor, s", "of ours")
        stock = bench.stock()
        page_rows = [["stock Material", f"{stock.busy:.1f}", ratio(stock.busy, pages.busy)]]
        page_rows += _rows(PAGES, bench, pages.busy)
        book_rows = _rows(BOOKS, bench, both.busy - pages.busy)
    write(
        "Others",
        "The same pages, with each one's own search. VitePress takes them without attributes that it does not know.",
        table(names, page_rows),
        "A book of them. Ours is all that is drawn, cold: the book, the packs, every worksheet and paper in every "
        "form. Theirs is one PDF of the pages, without tags, forms or numbers in the text.",
        table(names, book_rows),
    )


if __name__ == "__main__":
    main()
