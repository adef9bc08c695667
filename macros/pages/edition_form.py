"""The form that fills in an edition's settings on the page: what it asks for, and what its script must know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.content.customisation.selection import UPSTREAM
from macros.core.image_check import LARGEST, LOGO_SUFFIXES
from macros.models.editions import Edition
from macros.models.file_schema import file_schema
from macros.pages.context import PageContext
from macros.rendering.server_files import server_files
from macros.scaffold.council_names import ARTICLE, ROUND, SMALL_WORDS
from macros.scaffold.create import blank_settings
from macros.scaffold.initials_logo import SIDE, TALLEST, WIDEST, letter_shape
from macros.scaffold.questions import FINE, LOGO_FILE

LOCAL = "local"
# The settings that the form asks for, in its parts. What only a council can settle comes from the strings.
FORM_PARTS: dict[str, tuple[str, ...]] = {
    "who": ("council", "place", "place_with_article", "place_kind", "nation", "programme"),
    "reach": ("contact.team", "contact.email", "contact.website", "contact.phone"),
    "look": ("look.primary", "look.accent"),
    "where": ("site.url", "site.repository", "listed", "says"),
    LOCAL: (),
    "statement": (
        *("accessibility.compliance", "accessibility.signed_by", "accessibility.signed_on", "accessibility.answer_in"),
        "draft",
    ),
}
# What is only written in the file, because it is a list, or says something that few need.
IN_THE_FILE = {
    *("neutral", "hide", "facts", "published_by", "succeeds", "succeeded_by", "shares", "shared_notes"),
    *("accessibility.reviewed_on", "accessibility.enforcement", "accessibility.tested", "accessibility.problems"),
    "look.logo",  # drawn or uploaded
}
NEEDED = {"council", "place", "place_kind", "programme", "contact.team", "look.primary", "look.accent"}
STARTS = {"look.primary": FINE["PRIMARY"], "look.accent": FINE["ACCENT"]}
# Pages that a council's own may follow: not in the folders of the stages, which are for steps.
AFTER = ("roles.md", "sustain.md", "story.md", "glossary.md", "project.md")
NOT_FOR_THE_SCRIPT = {"parts", "part_help", "help", "choices", "without", "file", "open_help", "open_file", "open_text"}
IN_STATEMENTS = (
    *("email", "phone", "website", "not_yet", "compliance", "guidelines", "prepared", "signed", "unsigned"),
    *("somebodys", "credited_for"),
)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÂÊÎÔÛŴŶÀÁÉÈÌÍÒÓÙÚ"


@dataclass(frozen=True)
class Setting:
    """One box of the form: its ``path`` in edition.yml, its ``kind``, the ``choices`` of a list."""

    path: str
    kind: str
    choices: tuple[str, ...] = ()


def leaves(part: dict[str, Any], whole: dict[str, Any], path: str = "") -> Iterator[Setting]:
    """Every setting of ``part`` of a schema, with the kind of box that suits it; ``whole`` holds the definitions."""
    for key, rules in part["properties"].items():
        place = f"{path}{key}"
        named = rules.get("$ref", "").removeprefix("#/$defs/")
        if named:
            yield from leaves(whole["$defs"][named], whole, f"{place}.")
            continue
        rule = rules["anyOf"][0] if "anyOf" in rules else rules
        if "enum" in rule:
            yield Setting(place, "choice", tuple(rule["enum"]))
        else:
            yield Setting(place, rule.get("$comment") or rule.get("format") or rule["type"])


class EditionFormMacros:
    """The macros, bound to the page at hand."""

    def __init__(self, here: PageContext) -> None:
        self._here = here

    def edition_form(self) -> str:
        """The form for ``edition.yml``, with a preview, the finished text, and the ready zip of the neutral edition."""
        library = self._here.library
        rules = file_schema(Edition)
        known = {setting.path: setting for setting in leaves(rules, rules)}
        local = [Setting(f"{LOCAL}.{key}", "text") for key in library.strings[LOCAL]]
        parts = {part: [known[path] for path in paths] or local for part, paths in FORM_PARTS.items()}
        data = {
            "schema": rules,
            "blank": blank_settings(library.strings[LOCAL]),
            "starts": STARTS,
            "letters": {letter: drawn for letter in LETTERS if (drawn := letter_shape(letter))},
            "mark": {"side": SIDE, "widest": WIDEST, "tallest": TALLEST},
            "logo": {"file": LOGO_FILE, "largest": LARGEST, "endings": sorted(LOGO_SUFFIXES)},
            "names": {
                "round": [[pattern.replace("(?P<", "(?<"), kind] for pattern, kind in ROUND],
                "article": ARTICLE.pattern,
                "small": sorted(SMALL_WORDS),
            },
            "guesses": library.strings["start"]["likely"],
        }
        return self._here.view(
            "edition-form/form.html",
            parts=parts,
            data=data,
            words=self._words(),
            needed=NEEDED,
        )

    def file_form(self) -> str:
        """The form for a note or a page of one's own, which opens GitHub's new-file page with the text in it."""
        library = self._here.library
        is_council = library.edition.slug != UPSTREAM
        titled = [(step.path, step.title) for step in library.outline.steps()]
        return self._here.view(
            "edition-form/file.html",
            repository=library.edition.site.repository if is_council and library.edition.site.repository else "",
            folder=library.edition.slug if is_council else "",
            steps=titled,
            pages=[(path, library.front_matters[path].title) for path in AFTER if path in library.front_matters],
            release=library.release,
        )

    def _words(self) -> dict[str, Any]:
        """What the script says, and what it writes into the pages of the ready zip."""
        strings = self._here.library.strings
        form, statements = strings["edition_form"], strings["statements"]
        words = {key: text for key, text in form.items() if key not in NOT_FOR_THE_SCRIPT}
        words["page"] = {
            **{key: statements[key] for key in IN_STATEMENTS},
            "site_name": statements["programme"],
            "feedback_not_yet": strings["feedback"]["not_yet"],
            "draft": strings["draft"],
            LOCAL: {key: words["general"] for key, words in strings[LOCAL].items()},
        }
        words["documents"] = {
            **{key: strings["documents"][key] for key in ("logo_alt", "toolkit_logo")},
            **{key: strings["book"][key] for key in ("edition", "neutral")},
        }
        words["read_me"] = strings["downloads"]["read_me_servers"]
        words["read_me_file"] = strings["downloads"]["read_me_file"]
        words["zip_folder"] = strings["downloads"]["offline_file"]
        words["not_found"] = {key: strings["not_found"][key] for key in ("title", "lead", "home")}
        return {**words, "server_files": server_files("")}
