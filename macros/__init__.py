"""What a page may call, written out: each macro with one line. Its code is in :mod:`macros.pages`."""

from __future__ import annotations

from typing import Any

# A page writes {{ checklist() }}. What is not in this list cannot be called, whatever its class offers.
MACROS = {
    # macros/pages/stages.py
    "opening": "Title, where the page is in the model, and for a step the box that says it at a glance.",
    "checklist": "The checklist of this step.",
    "note": "The place of the edition's note; without it the note comes at the end of the page.",
    "seen_in": "The cases that show this step, and what other editions tell of it.",
    "case": "Where and when a case was, which steps it shows, and what is known of its results.",
    "way_on": "Links to the step before and the step after, by name.",
    "steps": "The steps of this stage.",
    "stage_map": "The four stages with their steps, between the steps that come before and after them.",
    # macros/pages/progress.py
    "progress": "Every checklist, stage by stage, with the tools to take the ticks along.",
    # macros/pages/kept.py
    "kept": "What this browser keeps of the site, to see and to remove.",
    # macros/pages/current.py
    "current": "Whether a printed copy is current, and since when each sheet is as it is.",
    # macros/pages/project.py
    "project": "The reader's project: every step with its sheets, what comes next, what is due, and the file.",
    # macros/pages/citations.py
    "cite": "A link that names the source in brackets, and a place in this page's list of sources.",
    "figure": "A figure as a statement without its full stop, with source and date.",
    "sources": "Everything that this page cited so far.",
    "figures": "Every figure with source, date and when to look again.",
    "all_sources": "Every source with its link, by who wrote it.",
    "glossary": "Every term with its meaning.",
    "quotations": "What councils say, word for word.",
    # macros/pages/worksheets.py
    "worksheets": "Cards for this step's worksheets.",
    "gallery": "All worksheets in one file, and a card for each with its first page, by stage.",
    "downloads": "Everything that can be downloaded, with its size.",
    "worksheet": "The worksheet itself, to fill in on this page.",
    "worksheet_example": "The worksheet filled in for the invented community.",
    # macros/pages/papers.py
    "papers": "Links to this step's papers; nothing where it has none.",
    "paper_list": "Every paper, in groups, and all of them in one file.",
    "paper": "One paper: what it is for, its gaps to fill in, its words, and its files.",
    "paper_example": "The paper as the invented story fills it in.",
    # macros/pages/home.py
    "doors": "The ways into the toolkit, and to its search.",
    "whats_new": "The newest version with its day and its first gains, as the changelog has them.",
    # macros/pages/packs.py
    "listing": "The other pages of this page's folder, in the order of the nav, with what each is about.",
    "packs": "Every situation, in groups, each a link to its pack.",
    "pack": "One pack: where to begin, what to use, what can wait.",
    # macros/pages/pack_builder.py
    "picker": "Every step, checklist and worksheet to choose from, and the pack that the choice makes.",
    # macros/pages/bring_in.py
    "bring_in": "The place where filled sheets of any worksheet are dropped.",
    # macros/pages/edit_links.py
    "edit_file": "How to open a file of the edition's own folder, to change it.",
    "new_file": "How to begin a new file in the edition's own folder.",
    "upload_to": "How to put a picture into a folder of the edition's own.",
    "toolkit_file": "How to read a file of the toolkit itself, in order to copy it.",
    "fork": "How to make a copy of the toolkit itself.",
    # macros/pages/edition_form.py
    "edition_form": "The form that fills in edition.yml, with a preview, the finished text and the ready zip.",
    "file_form": "The form for a note or a page of one's own, which opens GitHub's new-file page with the text in it.",
    # macros/pages/local_details.py
    "local": "What only a council can settle, such as who to ring; general words until it has.",
    # macros/pages/adopters.py
    "editions": "The editions that ask to be listed, with kind of place, steps kept and what they say.",
    # macros/pages/statements.py
    "applies_to": "What the statement is about, and who runs the website.",
    "whose_edition": "Whose edition this is, in a sentence.",
    "own_words": "Words that name the council or its place, where the form of an edition puts a council's own.",
    "run_by": "Who runs the website, in the middle of a sentence.",
    "ways_to_reach": "Every way to reach the team, and how soon it answers if the edition says so.",
    "enforcement": "Who sees to it that the rules are kept, in the words that the law fixes.",
    "compliance": "How far the rules are met, in the words that the law fixes.",
    "known_problems": "What is known not to work, for one of the law's three reasons.",
    "how_tested": "What the last automated test looked at and found, what it did not, and tests by people.",
    "prepared": "Who signed the statement and when; or that nobody has.",
    # macros/pages/readiness.py
    "check": "Everything that was found, but for links, which can only be checked once the site is there.",
    # macros/pages/design_system.py
    "sizes": "The design's tokens of one kind: step, space or shape.",
    "colours": "Every colour of this edition, in light and in dark.",
    "pairings": "Every pair of colours that is used, with its contrast and whether it passes.",
    "signs": "Every icon and sign with its meaning.",
    "sample": "The component name, drawn as pages draw it.",
}


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once a build: gives pages the edition and the macros."""
    from macros.pages import bind
    from macros.rendering.views import markdown_safe

    toolkit = env.conf["extra"]["toolkit"]
    for name, macro in bind(MACROS, toolkit.library, toolkit.documents, lambda: env.page).items():
        env.macro(macro, name)
    library = toolkit.library
    before = library.strings["statements"]["and"].join(f" {name} " for name in library.inherited.councils.values())
    credit = {"succeeds_councils": before.strip()}
    env.variables["edition"] = markdown_safe({**library.edition.model_dump(), **library.place, **credit})


def on_pre_page_macros(env: Any) -> None:
    """Called before each page: mkdocs-macros lets front matter hide a macro of the same name, such as ``checklist``."""
    from macros.rendering.views import keep_compiled

    keep_compiled(env.env)
    for name in MACROS:
        env.page.meta.pop(name, None)
    if "title" in env.page.meta:  # mkdocs-macros would run a title as a template, and a title is what was typed
        env.page.title = ""


def on_post_page_macros(env: Any) -> None:
    """Called after each page: its title comes back as it was typed."""
    if "title" in env.page.meta:
        env.page.title = env.page.meta["title"]
