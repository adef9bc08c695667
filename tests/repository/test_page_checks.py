"""The page checks find what they are for."""

from __future__ import annotations

import pytest

from tests.support.page_checks import id_faults, outline_faults, step_faults, unfinished


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<main><h1>A</h1><h1>B</h1></main>", "2 h1"),
        ("<main><h2>A</h2></main>", "0 h1"),
        ("<main><h1>A</h1><h3>B</h3></main>", "h3 after h1: B"),
        ("<main><h1>A</h1><h2> </h2></main>", "empty h2"),
    ],
)
def test_outline_check_finds_a_planted_fault(html: str, problem: str) -> None:
    assert problem in outline_faults(html)


def test_outline_check_passes_a_sound_page() -> None:
    assert outline_faults("<main><h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2></main>") == []


def test_id_check_finds_twins_and_lost_labels() -> None:
    html = '<p id="a"></p><p id="a"></p><label for="b">B</label>'

    assert id_faults(html) == ["id twice: a", "label for nothing: b"]


@pytest.mark.parametrize("text", ["{{ place }}", "{% if %}", "Lorem ipsum", "TODO write", "Coming soon"])
def test_unfinished_words_are_found(text: str) -> None:
    assert unfinished(f"<p>{text}</p>")


def test_step_check_names_everything_that_is_missing() -> None:
    problems = step_faults("<main><h1>A</h1><h2>Why it matters</h2><h2>Sources</h2></main>")

    for name in (
        "headings are",
        "Make it fit",
        "at a glance",
        "one hour",
        "provenance",
        "checklist",
        "worksheet",
        "way on",
    ):
        assert any(name in problem for problem in problems), name
    assert "nothing under Why it matters" in problems


@pytest.mark.parametrize(
    ("order", "sound"),
    [
        ("glance one-hour h2", True),
        ("one-hour glance h2", False),
        ("glance h2 one-hour", False),
        ("h2 glance one-hour", False),
    ],
)
def test_step_check_wants_the_glance_then_the_hour_then_the_body(order: str, sound: bool) -> None:
    parts = {
        "glance": '<div class="glance"><dl><dt>Time</dt></dl></div>',
        "one-hour": '<div class="one-hour"><p>Begin</p></div>',
        "h2": "<h2>Why it matters</h2><p>So</p>",
    }
    problems = step_faults(f"<main><h1>A</h1>{''.join(parts[part] for part in order.split())}<h2>Sources</h2></main>")
    assert ("not in order: at a glance, one hour, the body" not in problems) is sound
