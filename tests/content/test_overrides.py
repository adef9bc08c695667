"""The edition's file wins, in each list and folder; and what it hides falls out of everything that names it."""

from __future__ import annotations

from pathlib import Path

from macros.content.customisation.hidden import kept_packs
from macros.content.library import Library
from macros.core.parsing import ParsedFile
from macros.core.validation import validate
from macros.models.packs import Group, Pack
from tests.support.westhaven import OWN, change, put, read, told

OURS = {
    "sources": '{name}: {{title: Ours, by: Us, year: 2026, url: "https://ours.example/"}}\n',
    "figures": '{name}: {{says: Ours, when: "2026", source: launch}}\n',
    "glossary": "- {{id: {name}, term: Ours, meaning: Ours.}}\n",
    "quotations": "- {{id: {name}, words: Ours., name: Us, role: Us, source: launch}}\n",
}
SAYS = {"sources": "title", "figures": "says", "glossary": "term", "quotations": "words"}


def entries(library: Library, name: str) -> dict[str, object]:
    read_list = getattr(library, {"glossary": "terms"}.get(name, name))
    return read_list if isinstance(read_list, dict) else {entry.id: entry for entry in read_list}


def test_an_editions_entry_takes_the_place_of_the_toolkits_with_its_id(project: Path, library: Library) -> None:
    toolkits = {name: entries(library, name) for name in OURS}
    whole = read(project)
    additions = {name: len(set(entries(whole, name)) - set(toolkits[name])) for name in OURS}
    first = {name: next(iter(toolkits[name])) for name in OURS}
    for name, written in OURS.items():
        path = project / OWN / f"templates/{name}.yml"
        before = path.read_text("utf-8") if path.is_file() else ""
        put(project, f"templates/{name}.yml", before + written.format(name=first[name]))

    now, neutral = read(project), read(project, "toolkit")
    for name, says in SAYS.items():
        ours = entries(now, name)
        assert getattr(ours[first[name]], says).startswith("Ours"), name
        assert not getattr(toolkits[name][first[name]], says).startswith("Ours"), name
        assert list(ours)[: len(toolkits[name])] == list(toolkits[name]), f"{name}: it stands where the toolkit's stood"
        assert len(ours) == len(toolkits[name]) + additions[name], name
        assert entries(neutral, name) == toolkits[name], name


def test_an_editions_file_takes_the_place_of_the_toolkits_with_its_name(project: Path) -> None:
    files = {"worksheets": "persona", "checklists": "sustain", "packs": "lone-officer"}
    for part, id in files.items():
        file = f"templates/{part}/{id}.yml"
        text = (project / file).read_text("utf-8").split("\n")
        at = next(number for number, line in enumerate(text) if line.startswith("title:"))
        text[at] = "title: Ours"
        put(project, file, "\n".join(text))

    ours, toolkits = read(project), read(project, "toolkit")
    for part, id in files.items():
        assert getattr(ours, part)[id].title == "Ours", part
        assert getattr(toolkits, part)[id].title != "Ours", part


def test_an_editions_frame_and_groups_and_statement_win(project: Path) -> None:
    frame = (project / "templates/worksheets/_frame.yml").read_text("utf-8")
    put(project, "templates/worksheets/_frame.yml", frame.replace("title: ", "title: Our ", 1))
    groups = (project / "templates/packs/_groups.yml").read_text("utf-8")
    put(project, "templates/packs/_groups.yml", groups.replace("title: ", "title: Our ", 1))
    put(project, "templates/accessibility.yml", "problems: []\nuntested: [Our own test]\n")

    library = read(project)

    assert all(
        sheet.sections[0].title.startswith("Our ") for sheet in library.worksheets.values() if not sheet.for_residents
    )
    assert library.groups[0].title.startswith("Our ")
    assert library.statement.known.untested == ["Our own test"]


def test_an_editions_word_wins_and_the_others_stay(project: Path) -> None:
    toolkits = read(project, "toolkit").strings
    put(project, "templates/strings/en.yml", "nav: {home: Our first page}\n")

    words = read(project).strings

    assert words["nav"] == {**toolkits["nav"], "home": "Our first page"}
    assert {key: words[key] for key in words if key != "nav"} == {key: toolkits[key] for key in words if key != "nav"}


def pack(*steps: str, **more: object) -> Pack:
    data = {
        "title": "P", "summary": "S", "effort": "E", "worksheets": ["kept", "lost"],
        "steps": [{"step": step, "why": "W"} for step in steps], **more,
    }  # fmt: skip
    return validate(Pack, ParsedFile("x", data), id="x")


def test_a_pack_names_nothing_that_is_hidden() -> None:
    whole = pack(
        "a.md",
        "gone.md",
        "b.md",
        skip=[
            {"what": "X", "why": "W", "step": "gone.md"},
            {"what": "Y", "why": "W"},
            {"what": "Z", "why": "W", "step": "c.md"},
        ],
        also=[{"page": "gone.md", "why": "W"}, {"page": "d.md", "why": "W"}],
    )

    packs, groups, unused = kept_packs(
        {"p": whole, "q": pack("gone.md")},
        [Group(title="G", packs=["q", "p"]), Group(title="H", packs=["q"])],
        {"gone.md": "A reason."},
        {"lost": ""},
    )

    assert [use.step for use in packs["p"].steps] == ["a.md", "b.md"]
    assert packs["p"].worksheets == ["kept"]
    assert [skip.what for skip in packs["p"].skip] == ["Y", "Z"]
    assert [also.page for also in packs["p"].also] == ["d.md"]
    assert list(packs) == ["p"] and list(unused) == ["q"]
    assert [(group.title, group.packs) for group in groups] == [("G", ["p"])]


def test_no_part_of_a_library_names_a_hidden_page(project: Path) -> None:
    named = next(
        also.page for pack in read(project, "toolkit").packs.values() for also in pack.also if "index" not in also.page
    )
    change(project / OWN / "edition.yml", "hide:", f"hide:\n  - {{page: {named}, reason: A reason.}}")

    library = read(project)

    assert named in library.hidden
    assert all(also.page not in library.hidden for pack in library.packs.values() for also in pack.also)
    assert all(skip.step not in library.hidden for pack in library.packs.values() for skip in pack.skip)


TWICE = {
    "glossary": "- {id: a, term: A, meaning: A.}\n- {id: a, term: B, meaning: B.}\n",
    "quotations": "- {id: a, words: A., name: A, role: B, source: launch}\n" * 2,
    "packs/_groups": "- {title: A, packs: [lone-officer]}\n- {title: B, packs: [lone-officer]}\n",
    "figures": 'a: {says: A, when: "1", source: launch}\na: {says: B, when: "1", source: launch}\n',
}


def test_an_entry_that_stands_twice_in_a_list_is_told(project: Path) -> None:
    for name, text in TWICE.items():
        put(project, f"templates/{name}.yml", text)

    faults = told(project).split("\n\n")

    for name in TWICE:
        faults_there = [fault for fault in faults if f"westhaven/templates/{name}.yml" in fault]
        assert any("is used twice" in fault or "is written twice" in fault for fault in faults_there), (name, faults)
