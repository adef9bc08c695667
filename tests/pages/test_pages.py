"""Claims about every page of the built site."""

from __future__ import annotations

from collections import Counter

from lxml.html import HtmlElement

from macros.content.library import Library
from macros.core.html import has_class
from macros.core.urls import address
from macros.models.pages import CaseFrontMatter
from tests.conftest import Built
from tests.support.page_checks import id_faults, outline_faults, step_faults, unfinished, words_of
from tests.support.parsed import tree_at, tree_of

WAYS = {"next": "Next", "prev": "Back"}  # by how a link says it to programs: how it begins for readers


def words_at(page: HtmlElement, path: str) -> list[str]:
    """What each element at ``path`` says."""
    return [*map(words_of, page.xpath(path))]


def test_every_page_has_its_own_title(built: Built) -> None:
    titles = Counter(tree_at(page).xpath("normalize-space(//head/title)") for page in built.pages)

    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_says_its_language_and_what_it_is_about(built: Built) -> None:
    for page in built.pages:
        tree = tree_at(page)
        assert tree.xpath("string(/html/@lang)") == "en-GB", page
        assert len(tree.xpath("string(//meta[@name='description']/@content)")) > 20, page


def test_headings_are_in_order_on_every_page(built: Built) -> None:
    assert {str(page): problems for page in built.pages if (problems := outline_faults(page.read_text("utf-8")))} == {}


def test_ids_are_unique_and_labels_have_their_boxes(built: Built) -> None:
    assert {str(page): problems for page in built.pages if (problems := id_faults(page.read_text("utf-8")))} == {}


def test_nothing_is_left_unfinished(built: Built) -> None:
    assert {str(page): problems for page in built.pages if (problems := unfinished(page.read_text("utf-8")))} == {}


def test_every_step_has_everything_that_a_step_has(built: Built, library: Library) -> None:
    steps = library.outline.steps()
    assert len(steps) >= 21

    for step in steps:
        html = (built.site / address(step.path) / "index.html").read_text("utf-8")
        assert step_faults(html) == [], step.path


def test_every_step_has_its_own_checklist_and_worksheets(built: Built, library: Library) -> None:
    for step in library.outline.steps():
        page = tree_at(built.site / address(step.path) / "index.html")
        boxes = page.xpath(f"//*[{has_class('checklist')}]//input/@name")
        links = page.xpath(f"//*[{has_class('cards')}]//h3//a/@href")
        cards = [link.rstrip("/").split("/")[-1] for link in links]
        wanted = [
            f"{step.front_matter.checklist}--{item.id}"
            for item in library.checklists[step.front_matter.checklist].items
        ]
        assert boxes == wanted, step.path
        assert cards == step.front_matter.worksheets, step.path


def test_every_step_body_has_350_to_900_words(library: Library) -> None:
    for step in library.outline.steps():
        text = library.pages[step.path].path.read_text("utf-8").split("---", 2)[2]
        assert 350 <= len(text.split()) <= 900, step.path


def test_steps_are_chained_both_ways(built: Built, library: Library) -> None:
    pairs = [(step, library.outline.around(step.path)[1]) for step in library.outline.way]
    assert len(pairs) >= 25
    for before, after in ((before, after) for before, after in pairs if after):
        page = tree_at(built.site / address(before.path) / "index.html")
        back = tree_at(built.site / address(after.path) / "index.html")
        assert led(page, "next") == [after.title], before.path
        assert led(back, "prev") == [before.title], after.path


def led(page: HtmlElement, way: str) -> list[str]:
    """The titles to which the links on ("next") or back ("prev") of a page lead, where they say so in words."""
    label, title = (f".//*[{has_class(f'way-on__{part}')}]" for part in ("label", "title"))
    says = f"{label}[contains(., '{WAYS[way]}')]"
    return [
        words_of(link.xpath(title)[0]) for link in page.xpath(f"//*[{has_class('way-on')}]//a[@rel='{way}'][{says}]")
    ]


def test_a_way_on_that_leads_back_is_found() -> None:
    view = '<a rel="{}"><span class="way-on__label">{}</span> <span class="way-on__title">B</span></a>'
    pages = [
        tree_of(f'<nav class="way-on">{view.format(*words)}</nav>')
        for words in (("next", "Next: step 2"), ("prev", "Back"), ("next", "Back"))
    ]
    assert [led(page, "next") for page in pages] == [["B"], [], []]
    assert led(pages[1], "prev") == ["B"]


def test_the_four_testimonials_stand_word_for_word_with_name_and_role(built: Built, library: Library) -> None:
    text = " ".join(tree_at(built.site / "about" / "index.html").xpath("//main//text()"))
    assert len(library.quotations) == 4

    for quotation in library.quotations:
        for part in (quotation.words, quotation.name, quotation.role):
            assert part in text, quotation.id


def test_the_four_stages_have_their_published_names_and_all_their_steps(library: Library) -> None:
    assert [(stage.title, len(stage.steps)) for stage in library.outline.stages] == [
        ("Finding the focus and partnerships", 4),
        ("Identifying the barriers, assets, and opportunities", 4),
        ("Forming and implementing a plan", 3),
        ("Measuring and demonstrating success", 6),
    ]


def test_every_published_or_practised_step_names_a_source_with_its_address(built: Built, library: Library) -> None:
    for step in library.outline.steps():
        page = tree_at(built.site / address(step.path) / "index.html")
        links = page.xpath(f"//*[{has_class('sources')}]//a[starts-with(@href, 'http')]")
        assert links or step.front_matter.provenance == "suggestion", step.path


def test_every_worksheet_pack_case_and_term_can_be_reached(built: Built, library: Library) -> None:
    shown = {
        "worksheets/": {f"../worksheets/{name}/" for name in library.worksheets},
        "pick/": {f"{name}/" for name in library.packs},
        "cases/": {
            f"{path[6:-3]}/" for path in library.front_matters if path.startswith("cases/") and "index" not in path
        },
    }
    for page, wanted in shown.items():
        links = set(tree_at(built.site / page / "index.html").xpath("//main//a/@href"))
        short = {link.removeprefix("../worksheets/") for link in wanted}
        assert short <= {link.removeprefix("../worksheets/") for link in links}, page
    terms = set(tree_at(built.site / "glossary" / "index.html").xpath("//dt/@id"))
    assert terms == {f"term-{term.id}" for term in library.terms}


def test_a_case_and_its_steps_name_each_other(built: Built, library: Library) -> None:
    cases = {
        path: front_matter
        for path, front_matter in library.front_matters.items()
        if isinstance(front_matter, CaseFrontMatter)
    }
    assert len(cases) >= 16
    for path, case in cases.items():
        on_case = words_at(tree_at(built.site / address(path) / "index.html"), f"//*[{has_class('case')}]//a")
        for step in case.shows:
            assert library.front_matters[step].title in on_case, path
            on_step = words_at(tree_at(built.site / address(step) / "index.html"), f"//*[{has_class('seen-in')}]//a")
            assert case.title in on_step, (path, step)


def test_every_term_tells_its_meaning_where_it_is_first_used(built: Built, library: Library) -> None:
    met: set[str] = set()
    for page in built.pages:
        if page.parent.name == "print_page":
            continue
        tree = tree_at(page)
        buttons = tree.xpath(f"//button[{has_class('term')}]/@popovertarget")
        assert len(buttons) == len(set(buttons)), page
        met.update(buttons)
        assert set(buttons) <= set(tree.xpath("//*[@popover]/@id")), page
    known = {f"term-{term.id}" for term in library.terms}
    assert met <= known
    assert len(met) > len(known) * 0.8


def test_the_print_page_says_each_meaning_in_words(built: Built) -> None:
    tree = tree_at(built.site / "print_page" / "index.html")
    meaning = has_class("term__meaning")

    assert tree.xpath(f"//span[{has_class('term')}]/following-sibling::*[1][{meaning}]")
    assert not tree.xpath(f"//button[{has_class('term')}] | //*[{meaning}][@popover]")


def test_every_page_has_the_credit_and_the_licence(built: Built) -> None:
    for page in built.pages:
        addresses = set(tree_at(page).xpath("//a/@href"))
        assert "https://digitalinclusionkit.org/model/" in addresses, page
        assert any("open-government-licence" in href for href in addresses), page


def test_every_page_is_reviewed_on_a_day_that_has_come(library: Library) -> None:
    assert {
        path for path, front_matter in library.front_matters.items() if front_matter.reviewed > library.release.day
    } == set()


def test_every_page_of_the_model_shows_the_stages_and_which_it_is_in(quick: Built, library: Library) -> None:
    of_stages = {id(step): stage for stage in library.outline.stages for step in [stage, *stage.steps]}
    model = [page for page in library.outline.way if id(page) in of_stages or "/" not in page.path]
    assert len(model) >= 23
    for page in model:
        tree = tree_at(quick.site / address(page.path) / "index.html")
        stages = tree.xpath(f"//*[{has_class('stage-bar__link')}]")
        current = [link.xpath(f"string(.//*[{has_class('chip')}])") for link in stages if link.get("aria-current")]
        mine = of_stages.get(id(page))
        assert len(stages) == 4 and current == ([str(mine.number)] if mine else []), page.path
