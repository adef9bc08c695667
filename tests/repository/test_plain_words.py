"""Words that no page, template or message uses, because officers do not say them, with what to write instead."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.builds import ROOT

# As whole words, in small or capital letters as written here.
BETTER = {
    "[Ww]hom(?:ever)?": "who",
    "[Mm]end(?:s|ed|ing)?": "fix",
    "dear(?:er|est)?": "expensive, costs too much",  # a letter begins with a capital
    "[Ss](?:tands?|tood|tanding) for": "is, means",
    "[Ss](?:tands?|tood) (?:here|there|on|in(?! the way)|under|at|around|beside|twice|below)": "is, comes, goes",
    "(?:an?|the|these|those|each|every|any|first|next|last|two|three|five|eight|short|good|honest) talks?": (
        "conversation, check-in, session"
    ),
    "(?:without|gives?|gave|given|asks?|asked) leave": "permission",
    "[Ll]aid at": "credited to, blamed on",
    "[Uu]tilis(?:e|es|ed|ing|ation)": "use",
    "[Cc]ommenc(?:e|es|ed|ing|ement)": "start",
    "[Pp]rior to": "before",
    "[Gg]oing forward": "from now on",
    "[Ll]everag(?:e|es|ed|ing)": "use",
    "[Ww]hilst|[Aa]mongst": "while, among",
    "[Ll]ead officers?": "digital inclusion lead",  # one name for the role
    "[Tt]hereby|[Hh]enceforth|[Hh]itherto": "so, from now on, until now",
}
ANY = re.compile(rf"\b(?:{'|'.join(BETTER)})\b")
# Other people's words, and names of what they wrote.
NOT_OURS = {"templates/quotations.yml", "templates/sources.yml"}
NOT_READ = {"id", "url", "from"}  # keys whose values no reader sees


def plain_word_faults(text: str) -> list[str]:
    """Each word of ``text`` that has a better one, with that one."""
    if not ANY.search(text):  # one look at most texts, in place of one for each word
        return []
    return [
        f"“{match.group(0)}”: write {better}"
        for pattern, better in BETTER.items()
        for match in re.finditer(rf"\b(?:{pattern})\b", text)
    ]


def values(data: Any) -> Iterator[str]:
    """Every text in what a YAML file says, without its keys."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in NOT_READ:
                yield from values(value)
    elif isinstance(data, list):
        for value in data:
            yield from values(value)
    elif isinstance(data, str):
        yield data


def written(root: Path) -> Iterator[tuple[str, str]]:
    """Each page, and each text of a template, with its file."""
    for path in sorted((root / "docs").rglob("*.md")):
        yield path.relative_to(root).as_posix(), path.read_text("utf-8")
    for path in sorted((root / "templates").rglob("*.yml")):
        name = path.relative_to(root).as_posix()
        if name not in NOT_OURS:
            for text in values(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)):
                yield name, text


def messages(root: Path) -> Iterator[tuple[str, str]]:
    """Each text in the Python of ``root`` that may be shown, with its file and line: all but docstrings."""
    for path in sorted((root / "macros").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        alone = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        for node in nodes:
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and " " in node.value
                and id(node) not in alone
            ):
                yield f"{name}:{node.lineno}", node.value


def faults(root: Path) -> list[str]:
    """Every word with a better one in the pages, templates and messages of ``root``, with its file."""
    texts = [*written(root), *messages(root)]
    return [f"{name}: {fault}" for name, text in texts for fault in plain_word_faults(text)]


def test_pages_templates_and_messages_use_plain_words() -> None:
    assert faults(ROOT) == []


def test_a_word_that_has_a_better_one_is_found_in_a_page_and_in_a_template(tmp_path: Path) -> None:
    for name, text in {
        "docs/a.md": "Ask whom to ring.\n",
        "docs/b.md": "Ask who to ring.\n",
        "templates/c.yml": "whom: {id: from-whom, text: It stands for several people.}\n",
        "templates/sources.yml": "a: {title: Mending the net}\n",
        "macros/d.py": '"""It stands for others."""\n\nFIX = f"{1} stands twice."\n',
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")

    assert faults(tmp_path) == [
        "docs/a.md: “whom”: write who",
        "templates/c.yml: “stands for”: write is, means",
        "macros/d.py:3: “stands twice”: write is, comes, goes",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mend it.",
        "too dear",
        "two good talks",
        "the talk",
        "without leave",
        "Whilst we wait",
        "the lead officer",
        "It stands here",
    ],
)
def test_each_kind_of_word_is_found(text: str) -> None:
    assert plain_word_faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dear [name]",
        "recommend it",
        "talk to each partner",
        "before you leave",
        "stand-in",
        "it stood in the way",
        "Stay amended",
    ],
)
def test_what_only_looks_like_such_a_word_passes(text: str) -> None:
    assert plain_word_faults(text) == []
