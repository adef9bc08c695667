"""Scripts and styles are joined as they are written; what cannot be joined stops the build and says where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.core.problems import ContentError
from macros.theme.bundler import bundled
from macros.theme.bundler.scripts import bundle_scripts
from macros.theme.bundler.stylesheets import bundle_styles
from tests.conftest import ROOT

TOOL = """import { add, NAME as called } from "./deep/sum.js";
import { count } from "./count.js";
window.said = [called, add(1, 2), count()];
export const ready = import("./late.js").then(({ default: late, word }) => window.said.push(late(), word));
"""
SOURCES = {
    "tool.js": TOOL,
    "deep/sum.js": 'import { count } from "../count.js";\nexport const NAME = "sum";\n'
    "export function add(a, b) {\n  count();\n  return a + b;\n}\n",
    "count.js": "let all = 0;\nexport function count() {\n  all += 1;\n  return all;\n}\n",
    "late.js": 'import whole from "./whole.js";\nimport {\n  count,\n} from "./count.js";\n'
    'import { own } from "./own.js";\n'
    "function late() { return count() + own + whole; }\n"
    'const told = "told";\nexport { late as default, told as word };\n',
    "whole.js": "const whole = 100;\nexport { whole as default };\n",
    "own.js": "export const own = 10;\n",
}


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page()


def run(page: Page, files: dict[str, str]) -> list[object]:
    """Run the tool in a page that has these files, and return what it said."""
    page.route(
        "**/*",
        lambda route: route.fulfill(
            body=files.get(
                route.request.url.removeprefix("http://site.example/js/"), "<script src=/js/tool.js defer></script>"
            ),
            content_type="text/javascript" if route.request.url.endswith(".js") else "text/html",
        ),
    )
    page.goto("http://site.example/", wait_until="networkidle")
    words: list[object] = page.evaluate("window.said")
    return words


def test_joined_scripts_do_what_the_modules_do(page: Page) -> None:
    files = bundle_scripts(SOURCES, ["tool.js"], "js")

    assert set(files) == {"tool.js", "late.js"}
    # `count.js` has run once, whoever needs it: 1 in add, 2 in the tool, 3 in what came late.
    assert run(page, files) == ["sum", 3, 2, 113, "told"]


def test_what_comes_late_holds_only_what_is_not_there_already() -> None:
    late = bundle_scripts(SOURCES, ["tool.js"], "js")["late.js"]

    assert '"own.js"(out' in late and '"count.js"(out' not in late


def test_a_part_that_two_tools_bring_holds_what_one_of_them_lacks() -> None:
    other = {**SOURCES, "other.js": 'import("./late.js");\n'}

    assert '"count.js"(out' in bundle_scripts(other, ["tool.js", "other.js"], "js")["late.js"]


def test_comments_stay_behind_and_what_they_say_is_no_import() -> None:
    text = (
        '/* One 1.0. MIT licence: see LICENSE. */\n// import { elsewhere } from "./elsewhere.js";\n'
        '/**\n * @param {import("./elsewhere.js").One} one\n */\n'
        'export const one = "// not a comment"; // why\n'
        'const two = "so; // not one"; // it\'s kept\nconst three = 3; // Copyright of somebody\n'
    )
    [bundle] = bundle_scripts({"tool.js": text}, ["tool.js"], "js").values()

    assert "elsewhere" not in bundle and "MIT licence" in bundle
    assert 'const one = "// not a comment";\nconst two = "so; // not one"; // it' in bundle
    assert "Copyright of somebody" in bundle


def test_a_fault_after_comments_and_long_imports_is_told_at_its_line() -> None:
    text = '/*\n * One.\n */\nimport {\n  count,\n} from "./count.js";\n\nexport * from "./own.js";\n'
    with pytest.raises(ContentError, match="line 8"):
        bundle_scripts({**SOURCES, "tool.js": text}, ["tool.js"], "js")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('import * as sum from "./deep/sum.js";', 'cannot read “import * as sum from "./deep/sum.js";”'),
        ('import sum from "./deep/sum.js";', "takes “default” from deep/sum.js, which does not offer it"),
        ('import { sum as all } from "./deep/sum.js";', "takes “sum” from deep/sum.js"),
        ('import "./deep/sum.js";', "cannot read"),
        ("export let all = 1;", "cannot read “export let all = 1;”"),
        ('export * from "./deep/sum.js";', "cannot read"),
        ("const here = import.meta;", "cannot read “import.meta”"),
        ("const late = import(name);", "cannot read “import(name)”"),
        ('import { lost } from "./lost.js";', "asks for lost.js, and there is no such file"),
        ('const lost = import("./lost.js");', "asks for lost.js, and there is no such file"),
    ],
)
def test_a_form_that_the_build_does_not_know_stops_it(line: str, message: str) -> None:
    with pytest.raises(ContentError) as error:
        bundle_scripts({**SOURCES, "tool.js": f"// One.\n\n{line}\n"}, ["tool.js"], "overrides/assets/js")

    assert message in str(error.value) and "overrides/assets/js/tool.js" in str(error.value)
    if "cannot read" in message:
        assert "line 3" in str(error.value)


def test_scripts_that_need_each_other_stop_the_build() -> None:
    ring = {
        "a.js": 'import { b } from "./b.js";\nexport const a = b;\n',
        "b.js": 'import { a } from "./a.js";\nexport const b = a;\n',
    }

    with pytest.raises(ContentError, match=r"need each other: a\.js → b\.js → a\.js"):
        bundle_scripts(ring, ["a.js"], "js")


def test_a_part_that_does_not_come_is_told_and_asked_for_again(page: Page) -> None:
    tool = """window.said = [];
    window.again = () => import("./late.js").then(() => window.said.push("here"), () => window.said.push("lost"));
    """
    files = bundle_scripts({"tool.js": tool, "late.js": "export const late = 1;\n"}, ["tool.js"], "js")
    run(page, files)
    page.route("**/late.js", lambda route: route.abort(), times=1)

    page.evaluate("window.again()")
    page.evaluate("window.again()")

    assert page.evaluate("window.said") == ["lost", "here"]


def test_a_stylesheet_takes_in_what_it_imports() -> None:
    files = bundle_styles(
        {"all.css": '/* All. */\n@import "one.css";\nb {}\n', "one.css": "a {}\n", "own.css": "c {}\n"}, "css"
    )

    assert files == {"all.css": "/* All. */\na {}\n\nb {}\n", "own.css": "c {}\n"}


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ({"all.css": 'a {}\n@import "lost.css";\n'}, "all.css, line 2"),
        ({"all.css": '@import url("https://fonts.example/x.css");\n'}, "cannot follow"),
        ({"all.css": '@import "one.css";\n', "one.css": '@import "two.css";\n', "two.css": ""}, "one.css, line 1"),
    ],
)
def test_an_import_that_cannot_be_followed_stops_the_build(sources: dict[str, str], message: str) -> None:
    with pytest.raises(ContentError, match=message):
        bundle_styles(sources, "css")


def test_every_script_of_the_theme_reaches_a_reader(tmp_path: Path) -> None:
    sent = "\n".join(bundled(ROOT / "overrides").values())
    # Only the site in a folder has the first, and only the build runs the others.
    apart = {"entries/in-folder.js", "search/counting.js", "charts/registry.js"}

    for path in (ROOT / "overrides/assets/js").rglob("*.js"):
        name = path.relative_to(ROOT / "overrides/assets/js").as_posix()
        assert f'"{name}"(out' in sent or name in apart, f"no page asks for {name}"
