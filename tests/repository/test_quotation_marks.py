"""Readers meet one kind of quotation mark, “ ” with ‘ ’ inside it, and one kind of apostrophe, the keyboard's own.

An edition's own words are not looked at: a council writes as it does elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.support.builds import ROOT

# What is not text for readers: macros, code, commands, attributes of HTML and the addresses of links.
NO_TEXT = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|```.*?```|`[^`\n]*`|<[^>]+>|\]\([^)\n]*\)"
    r"|^[^\n]*\bgit commit -m [^\n]*$|^ {8}[a-z_]+: [^\n]*$",
    re.DOTALL | re.MULTILINE,
)
INNER_QUOTATION = re.compile(r"‘([^‘’]+)’(?!\w)")
FAULTS = {
    '"': "write “ before the words and ” after them",
    "‘": "write “ before the words, or ’ after them too",
    "’": "an apostrophe is '",
    "'": "write “ before the words and ” after them",
}
FAULT = re.compile(r"[\"‘’]|(?<![\w.)\]}])'(?=\w)")  # a straight one before a word opens a quotation
NOT_READ = {"id", "url", "from"}  # keys whose values no reader sees


def mark_faults(text: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """The line of each mark of the other kind in ``text``, with what to write."""
    plain = NO_TEXT.sub(lambda code: "\n" * code[0].count("\n") + "x", text)
    plain = INNER_QUOTATION.sub(r"\1", plain)
    for number, line in enumerate(plain.split("\n"), first_line):
        for fault in FAULT.findall(line):
            yield number, f"{fault}: {FAULTS[fault]}"


def yaml_faults(text: str, before: int = 0) -> Iterator[tuple[int, str]]:
    """The same in the values of the YAML ``text``, which stands after ``before`` lines of its file."""
    nodes: list[yaml.Node | None] = [yaml.compose(text, Loader=yaml.CSafeLoader)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            nodes += [value for key, value in node.value if key.value not in NOT_READ]
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value
        elif isinstance(node, yaml.ScalarNode):
            yield from mark_faults(node.value, before + node.start_mark.line + (2 if node.style in ("|", ">") else 1))


def faults(root: Path) -> list[str]:
    """Each mark of the other kind in the pages, templates and changelog of ``root``: file, line, what to write."""
    all_faults = []
    for path in sorted(
        [*root.glob("CHANGELOG.md"), *(root / "docs").rglob("*.md"), *(root / "templates").rglob("*.yml")]
    ):
        text = path.read_text("utf-8")
        if path.name == "CHANGELOG.md":
            lines = list(mark_faults(text))
        elif path.suffix == ".md":
            _, front_matter, body = text.split("---\n", 2)
            first_line = text.count("\n") - body.count("\n") + 1
            lines = [*yaml_faults(front_matter, 1), *mark_faults(body, first_line)]
        else:
            lines = list(yaml_faults(text))
        all_faults += [f"{path.relative_to(root).as_posix()}:{number}: {fault}" for number, fault in sorted(lines)]
    return all_faults


def test_readers_meet_one_kind_of_quotation_mark_and_apostrophe() -> None:
    assert faults(ROOT) == []


def test_the_other_kind_is_found_with_file_and_line(tmp_path: Path) -> None:
    for name, text in {
        "docs/a.md": '---\ntitle: "A page"\ndescription: The team’s page\n---\n\nOne.\n\nAsk "who?".\n',
        "docs/b.md": "---\ntitle: It's\n---\n\nAsk “who?”, and {{ cite('a') }} `\"` <b title=\"x\">.\n",
        "templates/c.yml": "one: {id: 'a’s', text: 'a \"word\"'}\ntwo: |\n  First.\n  It’s.\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")

    assert [fault.rpartition(": ")[0].rpartition(":")[0] for fault in faults(tmp_path)] == [
        "docs/a.md:3", "docs/a.md:8", "docs/a.md:8", "templates/c.yml:1", "templates/c.yml:1", "templates/c.yml:4",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["it’s", 'say "no"', "say 'no'", "‘no", "the ‘team’s’ plan"])
def test_each_kind_of_fault_is_found(text: str) -> None:
    assert list(mark_faults(text))


@pytest.mark.parametrize(
    "text", ["it's", "say “no”", "“He said ‘no’ to it”", "the partners' plan", '```yaml\na: "b"\n```', "`a: 'b'`"]
)
def test_what_is_right_or_code_passes(text: str) -> None:
    assert list(mark_faults(text)) == []
