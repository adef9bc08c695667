"""Faults in curly brackets are told before anything is drawn, with the file and line of whoever wrote them."""

from __future__ import annotations

import pytest

from macros.content.library import Library
from macros.core.parsing import ParsedFile
from macros.core.problems import Problem
from macros.pages.page_templates import Known, template_problems

NOTE = "editions/millbeck/notes/roles.md"


@pytest.fixture(scope="module")
def known(library: Library) -> Known:
    facts = library.edition.model_copy(update={"facts": {"population": 812000}})
    library = Library(**{**vars(library), "edition": facts})
    return Known(library)


def told(known: Known, text: str) -> list[Problem]:
    return list(known.problems_of(ParsedFile(NOTE, {}, text, text_line=4)))


@pytest.mark.parametrize(
    ("text", "line", "message", "fix"),
    [
        (
            "A.\n\nDear {{ Name }},",
            6,
            "“{{ Name }}” means nothing here. It looks like a merge field",
            "write the words",
        ),
        (
            "Dear {{ First Name }},",
            4,
            "“{{ First Name }}” looks like a merge field",
            "Word or a mail",
        ),
        ("{% firstname %}", 4, "looks like a merge field, from Word or a mail program", "write the words"),
        ("{{ population }}", 4, "“{{ population }}” means nothing here", "Write {{ edition.facts.population }}."),
        ("{{ place }}", 4, "means nothing here", "Write {{ edition.place }}."),
        ("One.\n{{ broken\n\nTwo.", 5, "open here and do not close: {{ broken", "Close the brackets"),
        ("{{ broken }\n{{ cite('dfs') }}", 4, "open here and do not close", "Close the brackets"),
        ('{% include "/etc/passwd" %}', 4, "may not include another file", "link to the page"),
        ("{{ edition.headcount }}", 4, "“edition” has no “headcount”", "Check how the name is spelled"),
        ("{{ edition.plaice }}", 4, "“edition” has no “plaice”", "Did you mean “place”?"),
        ("{{ edition.contact.phone }}", 4, "“edition.contact.phone” has no value", "Fill in “contact.phone”"),
        ("{{ worksheet() }}", 4, "“worksheet” cannot be used like this", "Write {{ worksheet(name) }}."),
        ("{% for number in range(1000000000) %}x{% endfor %}", 4, "count up to 1000 only", "smaller number"),
        ("A.\n{{ ''.__class__ }}", 5, "may not use “__class__”", "words themselves"),
        ("{{ edition['_x'] }}", 4, "may not use “_x”", "words themselves"),
        ("{{ chek() }}", 4, "There is nothing called “chek”", "Did you mean “check”?"),
        ("{{ edition.place | uper }}", 4, "There is no filter “uper”", "Did you mean “upper”?"),
        ("{{ 1 + }}", 4, "cannot be read: {{ 1 + }}", "Correct it"),
        ("A.\n{% if edition.neutral %}\nB.", 5, "cannot be read", "Correct it"),
    ],
)
def test_each_fault_is_told_with_its_line(known: Known, text: str, line: int, message: str, fix: str) -> None:
    problems = told(known, text)

    assert any(
        problem.file == NOTE
        and problem.line == line
        and message in problem.message
        and (fix in problem.fix or fix in problem.message)
        for problem in problems
    ), problems


@pytest.mark.parametrize(
    "text",
    [
        "{{ edition.place }} and {{ edition.facts.population }}",
        "{% if edition.contact.phone %}{{ edition.contact.team }}{% endif %}",
        "{{ edition.site.url or 'our site' }}",
        "{{ '{{' }} stays, {% raw %}{{ Name }}{% endraw %} too. {# {{ Name }} #}",
        "{% set here = edition.place %}{{ here | upper }}{% for number in [1, 2] %}{{ number }}{% endfor %}",
        "{% for number in range(1, 12) %}{{ number }}{% endfor %} {{ edition['place'] }}",
        "{{ sources() }} {{ figures() }} {{ note() }}",
        "{{ edition.place.upper() }}",
    ],
)
def test_what_is_right_is_left_alone(known: Known, text: str) -> None:
    assert told(known, text) == []


def test_all_faults_of_a_file_are_told_together(known: Known) -> None:
    problems = told(known, "{{ Name }}\n\n{{ edition.plaice }}\n\n{{ chek() }}")

    assert sorted(problem.line for problem in problems) == [4, 6, 8]


def test_brackets_that_would_lead_too_deep_are_told(known: Known) -> None:
    assert "it is too long" in told(known, "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}")[0].message


def test_every_page_of_the_toolkit_is_sound(library: Library) -> None:
    assert template_problems(library) == []
