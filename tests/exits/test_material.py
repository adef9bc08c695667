"""What we use of Material is written down in .github/exits.md, and nothing else is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, meta, nodes

from tests.conftest import ROOT

LIST = ROOT / ".github/exits.md"
OVERRIDES = ROOT / "overrides"
# What MkDocs itself gives to every template, and what on_page_context adds: neither is Material's.
GIVEN = {
    "config",
    "nav",
    "page",
    "pages",
    "base_url",
    "extra_css",
    "extra_javascript",
    "mkdocs_version",
    "build_date_utc",
}
OURS = {"stage", "step", "tools"}
CLASSES = re.compile(r"(?<![\w-])(?:data-)?md-[a-z]+")
ICONS = re.compile(r":(?:material|fontawesome|octicons|simple)-[a-z-]+:")


def allowed() -> set[str]:
    """What the list names, in its first column."""
    table = LIST.read_text("utf-8").partition("## What we use of Material")[2]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("|")]
    return {name for cell in rows for name in re.findall(r"`([^`]+)`", cell)}


def used_by(template: str, ours: set[str]) -> Iterator[str]:
    """What a template of the theme takes from elsewhere; ``ours`` are the names of our own templates."""
    environment = Environment(autoescape=True)
    environment.filters["url"] = str  # MkDocs' own
    tree = environment.parse(template)
    yield from (
        name or "a name that is worked out" for name in meta.find_referenced_templates(tree) if name not in ours
    )
    set_here = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    yield from meta.find_undeclared_variables(tree) - set_here - GIVEN - OURS
    for access in tree.find_all(nodes.Getattr):
        if access.attr == "theme" or (isinstance(access.node, nodes.Getattr) and access.node.attr == "theme"):
            yield f"theme.{access.attr}"
    yield from CLASSES.findall(template)


def included(name: str) -> str:
    """A template of ours as a whole: a part is drawn with the variables of the page that includes it."""
    text = (OVERRIDES / name).read_text("utf-8")
    return re.sub(
        r'\{%-? (?:include|from) "([^"]+)"[^%]*%\}', lambda part: part.group() + included(part.group(1)), text
    )


def test_the_templates_take_nothing_but_what_is_listed() -> None:
    names = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.*ml")}
    whole = included("main.html")
    inside = {name for name in names if f'"{name}"' in whole}
    texts = [whole, *((OVERRIDES / name).read_text("utf-8") for name in names - inside - {"main.html", "404.html"})]

    assert {use for text in texts for use in used_by(text, names)} <= allowed()
    assert inside, "the parts were found"


@pytest.mark.parametrize(
    ("planted", "use"),
    [
        ('{% extends "base.html" %}', "base.html"),
        ('{% import "partials/language.html" as lang %}{{ lang.t("search") }}', "partials/language.html"),
        ('{% include ".icons/material/menu.svg" %}', ".icons/material/menu.svg"),
        ("{% if 'navigation.tabs' in features %}tabs{% endif %}", "features"),
        ("{{ config.theme.palette }}", "theme.palette"),
        ('<label class="md-icon" data-md-toggle="drawer">', "md-icon"),
    ],
)
def test_a_use_that_nobody_wrote_down_is_found(planted: str, use: str) -> None:
    assert use in set(used_by(planted, {"main.html"})) - allowed()


def test_styles_scripts_views_and_words_use_no_name_of_material() -> None:
    files = [
        path
        for folder, kinds in (
            ("overrides", (".css", ".js")),
            ("macros/views", ()),
            ("docs", (".md",)),
            ("templates", ()),
        )
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "vendor" not in path.parts and (not kinds or path.suffix in kinds)
    ]
    used = {}
    for path in files:
        text = path.read_text("utf-8")
        if uses := {*CLASSES.findall(text), *ICONS.findall(text)} - allowed():
            used[path.relative_to(ROOT).as_posix()] = uses

    assert used == {}
    assert ICONS.findall("Press :material-menu: here")


def test_the_settings_use_nothing_but_what_is_listed() -> None:
    class Reader(yaml.SafeLoader):
        """One that takes MkDocs' own tags as nothing."""

    Reader.add_constructor("!ENV", lambda *_: "")
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    settings = yaml.load(text, Reader)
    keys = {f"theme.{key}" for key in settings["theme"]} - {"theme.custom_dir"}
    plugins = [next(iter(entry)) if isinstance(entry, dict) else entry for entry in settings["plugins"]]
    extensions = [next(iter(entry)) if isinstance(entry, dict) else entry for entry in settings["markdown_extensions"]]

    assert keys <= allowed()
    assert [name for name in [*plugins, *extensions] if "material" in name] == []


def test_what_is_listed_is_still_used() -> None:
    written = "".join(
        path.read_text("utf-8") for path in [ROOT / "mkdocs.yml", *Path(ROOT / "overrides/assets/css").glob("*.css")]
    )
    theme = {f"theme.{key}" for key in re.findall(r"^  (\w+):", written.partition("\ntheme:")[2], re.MULTILINE)}

    assert allowed() - theme - {"404.html"} <= set(CLASSES.findall(written))
    assert (ROOT / "overrides/404.html").is_file()
