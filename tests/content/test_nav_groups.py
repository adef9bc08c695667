"""Claims about the groups of the list of pages."""

from __future__ import annotations

from macros.content.customisation.nav_placement import without
from macros.content.library import Library
from macros.content.nav_file import read_nav
from macros.content.nav_groups import group_starts, ungrouped
from tests.support.builds import ROOT, Built
from tests.support.parsed import page_at

NAV = ["index.md", {"do": ["a.md", {"s": ["s/index.md", "s/b.md"]}]}, {"more": [{"t": ["t/index.md"]}, "c.md"]}]


def test_a_section_without_its_own_overview_is_a_group_and_the_rest_is_as_before() -> None:
    flat, groups = ungrouped(NAV)

    assert flat == ["index.md", "a.md", {"s": ["s/index.md", "s/b.md"]}, {"t": ["t/index.md"]}, "c.md"]
    assert groups == {"a.md": "do", "s/index.md": "do", "s/b.md": "do", "t/index.md": "more", "c.md": "more"}
    assert ungrouped(flat) == (flat, {})


def test_a_group_starts_at_its_first_page_that_the_edition_keeps() -> None:
    flat, groups = ungrouped(NAV)

    assert group_starts(flat, groups) == {"a.md": "do", "t/index.md": "more"}
    assert group_starts(without(flat, ["a.md", "t/index.md"]), groups) == {"s/index.md": "do", "c.md": "more"}
    assert group_starts(["index.md", "a.md", "ours.md", "c.md"], groups) == {"a.md": "do", "c.md": "more"}


def test_every_page_but_home_is_in_a_group_that_has_a_word(library: Library) -> None:
    flat, groups = ungrouped(read_nav(ROOT))
    words = library.strings["nav"]["groups"]

    assert set(groups.values()) == set(words)
    assert flat[0] == "index.md" and "index.md" not in groups
    assert [*words.values()][0::5] == ["Do it", "Publish your own edition"]


def test_the_list_of_pages_shows_the_groups_with_the_model_and_the_page_at_hand_open(quick: Built) -> None:
    for address, opened in {
        "plan/": ["Do it"],
        "worksheets/": ["Do it", "Tools"],
        "about/": ["Do it", "About this guide"],
    }.items():
        groups = page_at(quick.site / address / "index.html").select(".side details")
        titles = [group.summary.get_text(strip=True) for group in groups if group.summary]
        assert titles == [
            "Do it", "Tools", "See it done", "Facts, data and law", "About this guide", "Publish your own edition",
        ]  # fmt: skip
        assert [
            group.summary.get_text(strip=True) for group in groups if group.summary and group.has_attr("open")
        ] == opened
