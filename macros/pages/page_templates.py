"""What stands in curly brackets on pages and notes, looked at before a page is drawn: each fault with file and line."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.content.library import Library
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.core.suggestions import near
from macros.pages import MACRO_CLASSES

OPENING = re.compile(r"\{\{|\{%")
QUOTED_TEXT = r"""'[^'\n]*'|"[^"\n]*\""""
TEMPLATE_TAGS = {
    "{{": re.compile(rf"\{{\{{(?:{QUOTED_TEXT}|.)*?\}}\}}", re.DOTALL),
    "{%": re.compile(rf"\{{%(?:{QUOTED_TEXT}|.)*?%\}}", re.DOTALL),
}
RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}|\{#.*?#\}", re.DOTALL)
# What Word and mail programs write where a name or an address will stand: {{ First Name }}, {% firstname %}.
MERGE_FIELD = re.compile(r"\{\{\s*[A-Za-z][\w .#/-]*\}\}|\{%\s*[A-Za-z]\w*\s*%\}")
PROVIDED = ("edition", "page", "config", "extra", "range", "loop", "true", "false", "none", "True", "False", "None")
LONGEST_CALL = 1000  # letters between two brackets: a reader of templates follows each of them in turn
EXTRA_FILTERS = ("pretty", "relative_url")
WRITE_WORDS = "A page cannot fill in such a gap: write the words themselves."
TO_SHOW = "To show curly brackets to readers, write {{ '{{' }}."
INSIDE = (nodes.Getattr, nodes.Getitem)
MOST_ROUNDS = 1000  # of a loop: a build that counts to a million never ends
OTHER_FILES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


@dataclass(frozen=True)
class Tag:
    """What stands between two curly brackets, from bracket to bracket, and its line in the file."""

    text: str
    line: int

    @property
    def shown(self) -> str:
        """As a message quotes it: on one line, and not too long."""
        whole = " ".join(self.text.split())
        return whole if len(whole) <= 60 else f"{whole[:57]}…"


def template_problems(library: Library) -> list[Problem]:
    """Every fault in curly brackets in the edition's own pages and notes; in all pages where the edition is neutral."""
    known = Known(library)
    sources = [
        *(source for path, source in library.page_files.items() if library.edition.neutral or library.pages[path].own),
        *library.note_files.values(),
    ]
    return list(dict.fromkeys(problem for source in sources for problem in known.problems_of(source)))


class Known:
    """What a page may name, for one edition."""

    def __init__(self, library: Library) -> None:
        self._env = Environment(autoescape=True)
        self._macros = {
            name: inspect.signature(getattr(macros, name))
            for macros in MACRO_CLASSES
            for name in vars(macros)
            if not name.startswith("_")
        }
        credit = {"succeeds_councils": ", ".join(library.inherited.councils.values())}
        self._edition: dict[str, Any] = {**library.edition.model_dump(), **library.place, **credit}

    def problems_of(self, source: ParsedFile) -> Iterator[Problem]:
        """What is wrong in one file, all of it, but for what only a whole page without other faults can tell."""
        text = RAW.sub(lambda match: "\n" * match.group().count("\n"), source.text)
        unclosed, tags = _tags(text, source.text_line)
        for tag in unclosed:
            fix = f"Close the brackets in the same place, or write the words without them. {TO_SHOW}"
            yield Problem(source.file, tag.line, f"Curly brackets open here and do not close: {tag.shown}", fix)
        calls = [tag for tag in tags if tag.text.startswith("{{")]
        unreadable: TemplateSyntaxError | None = None
        if not unclosed and all(len(tag.text) <= LONGEST_CALL for tag in calls):
            try:  # a whole that can be read has no tag that cannot
                tree = self._env.parse(text)
            except TemplateSyntaxError as error:
                unreadable = error
            else:
                yield from self._of_tree(source, tree)
                return
        faults = [*self._of_calls(source, calls)]
        yield from faults
        if unreadable and not faults:
            line = unreadable.lineno + source.text_line - 1
            near_it = next((tag for tag in tags if tag.line == line), Tag("{% … %}", line))
            yield _unreadable(source.file, near_it, str(unreadable.message))

    def _of_calls(self, source: ParsedFile, calls: Sequence[Tag]) -> Iterator[Problem]:
        """Each call that cannot be read."""
        for tag in calls:
            try:
                if len(tag.text) > LONGEST_CALL:
                    raise TemplateSyntaxError("it is too long", tag.line)
                self._env.parse(tag.text)
            except TemplateSyntaxError as error:
                yield _unreadable(source.file, tag, str(error.message))

    def _of_tree(self, source: ParsedFile, tree: nodes.Template) -> Iterator[Problem]:
        always = {id(node) for node in tree.body}  # what stands below an “if” may be empty: that was asked
        assigned = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
        for node in tree.find_all((nodes.Name, nodes.Call, nodes.Filter, nodes.Output, *INSIDE, *OTHER_FILES)):
            if isinstance(node, nodes.Output):
                parts = [part for part in node.nodes if isinstance(part, nodes.Getattr)]
                checked: list[tuple[nodes.Node, tuple[str, str] | None]] = [
                    (part, self._setting(part, may_be_empty=id(node) not in always)) for part in parts
                ]
            else:
                checked = [(node, self._of_node(node, assigned))]
            for part, problem in checked:
                if problem:
                    yield Problem(source.file, part.lineno + source.text_line - 1, *problem)

    def _of_node(self, node: nodes.Node, assigned: set[str]) -> tuple[str, str] | None:
        if isinstance(node, OTHER_FILES):
            return "A page may not include another file.", f"Write the words here, or link to the page. {TO_SHOW}"
        if isinstance(node, nodes.Name):
            is_known = (
                node.ctx == "store" or node.name in assigned or node.name in self._macros or node.name in PROVIDED
            )
            return None if is_known else self._unknown(node.name)
        if isinstance(node, nodes.Filter):
            filters = [*self._env.filters, *EXTRA_FILTERS]
            return None if node.name in filters else (f"There is no filter “{node.name}”.", near(node.name, filters))
        if isinstance(node, INSIDE):
            return _private(node)
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
            if node.node.name == "range" and "range" not in assigned:
                return _rounds(node)
            return self._call(node, node.node.name) if node.node.name in self._macros else None
        return None

    def _unknown(self, name: str) -> tuple[str, str]:
        if name in self._edition["facts"]:
            return f"“{{{{ {name} }}}}” means nothing here.", f"Write {{{{ edition.facts.{name} }}}}."
        if name in self._edition:
            return f"“{{{{ {name} }}}}” means nothing here.", f"Write {{{{ edition.{name} }}}}."
        close = near(name, self._macros)
        if "Did you mean" in close and name[0].islower():  # a merge field mostly begins with a capital letter
            return f"There is nothing called “{name}” that a page could show.", close
        message = f"“{{{{ {name} }}}}” means nothing here. It looks like a merge field, from Word or a mail program."
        return message, f"{WRITE_WORDS} {TO_SHOW}"

    def _call(self, node: nodes.Call, name: str) -> tuple[str, str] | None:
        values = dict.fromkeys(keyword.key for keyword in node.kwargs)
        try:
            self._macros[name].bind(None, *node.args, **values)
        except TypeError as error:
            wanted = ", ".join(list(self._macros[name].parameters)[1:])
            return f"“{name}” cannot be used like this: {error}.", f"Write {{{{ {name}({wanted}) }}}}."
        return None

    def _setting(self, node: nodes.Expr, *, may_be_empty: bool) -> tuple[str, str] | None:
        """Something of the edition that is printed as it is: it must be there, and hold a value."""
        names: list[str] = []
        while isinstance(node, nodes.Getattr):
            names.insert(0, node.attr)
            node = node.node
        if not (isinstance(node, nodes.Name) and node.name == "edition"):
            return None
        value: Any = self._edition
        for at, name in enumerate(names):
            if not isinstance(value, dict) or name not in value:
                whole = ".".join(["edition", *names[:at]])
                fix = near(name, value) if isinstance(value, dict) else f"Write {{{{ {whole} }}}}."
                return f"“{whole}” has no “{name}”.", fix
            value = value[name]
        if value in (None, "") and not may_be_empty:
            setting = ".".join(names)
            return f"“edition.{setting}” has no value.", f"Fill in “{setting}” in edition.yml, or take it out here."
        return None


def _tags(text: str, first: int) -> tuple[list[Tag], list[Tag]]:
    """Brackets that do not close before others open, and those that do, in order; ``first`` is the text's line."""
    unclosed, tags, at = [], [], 0
    while opening := OPENING.search(text, at):
        line = text.count("\n", 0, opening.start()) + first
        whole = TEMPLATE_TAGS[opening.group()].match(text, opening.start())
        if whole is None or OPENING.search(re.sub(QUOTED_TEXT, "", whole.group()), 2):
            unclosed.append(Tag(text[opening.start() :].partition("\n")[0], line))
            at = opening.end()
        else:
            tags.append(Tag(whole.group(), line))
            at = whole.end()
    return unclosed, tags


def _private(node: nodes.Getattr | nodes.Getitem) -> tuple[str, str] | None:
    """A way from a value to the program behind it, which no page needs."""
    name = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", "")
    if not (isinstance(name, str) and name.startswith("_")):
        return None
    return f"A page may not use “{name}”.", f"Write the words themselves. {TO_SHOW}"


def _rounds(node: nodes.Call) -> tuple[str, str] | None:
    """A loop that may go round too often: how often must be written out, and be few."""
    if all(isinstance(arg, nodes.Const) and abs(arg.value) <= MOST_ROUNDS for arg in node.args):
        return None
    return (
        f"A page may count up to {MOST_ROUNDS} only, and the number must be in digits.",
        "Write a smaller number, or the words themselves.",
    )


def _unreadable(file: str, tag: Tag, reason: str) -> Problem:
    if MERGE_FIELD.fullmatch(" ".join(tag.text.split())):
        message = f"“{tag.shown}” looks like a merge field, from Word or a mail program."
        return Problem(file, tag.line, message, f"{WRITE_WORDS} {TO_SHOW}")
    message = f"The words in curly brackets cannot be read: {tag.shown} ({reason})"
    return Problem(file, tag.line, message, f"Correct it, or write the words without brackets. {TO_SHOW}")
