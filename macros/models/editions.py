"""An edition: who the council is, or that it is nobody's; what ``editions/<slug>/edition.yml`` may say."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from macros.core import colour
from macros.core.validation import StrictModel, rule_error
from macros.models.accessibility import Accessibility
from macros.models.setting_values import (
    Address,
    Colour,
    Email,
    Folder,
    Phone,
    PlaceKind,
    Text,
    none_listed,
    none_said,
)

LONGEST_SHARE = 300


def _short(text: str) -> str:
    if len(text) > LONGEST_SHARE:
        message = f"The text has {len(text)} letters; {LONGEST_SHARE} fit on a card."
        raise rule_error(message, "Say what you did in a sentence or two. The card leads to your own page.")
    return text


class Contact(StrictModel):
    """How a reader reaches the team: its name, and at least one of website, email and phone unless it is a draft's."""

    team: Text
    website: Address | None = None
    email: Email | None = None
    phone: Phone | None = None

    @property
    def can_be_reached(self) -> bool:
        """Whether there is a way to reach the team."""
        return bool(self.website or self.email or self.phone)


class Site(StrictModel):
    """Where the edition is published, and where its files are kept. Both may be left out until they are known."""

    url: Address | None = None
    repository: Address | None = None


class Look(StrictModel):
    """The edition's colours (``#rrggbb``) and logo (a path inside the edition's folder)."""

    primary: Colour
    accent: Colour
    logo: Text

    @model_validator(mode="after")
    def _legible(self) -> Look:
        ratio = colour.contrast(self.primary, "#ffffff")
        if ratio < colour.TEXT:
            message = (
                f"White text cannot be read on “primary” {self.primary}: its contrast is {ratio:.1f}; 4.5 is needed."
            )
            raise rule_error(message, f'A darker one would do: "{colour.readable(self.primary, "#ffffff")}".')
        return self


class Hide(StrictModel):
    """A page that the edition leaves out, as a path in docs/, with the reason that its readers are given."""

    page: Text
    reason: str

    @model_validator(mode="after")
    def _reasoned(self) -> Hide:
        if not self.reason.strip():
            raise rule_error("The reason is empty.", "Say in a sentence why you leave the page out: readers see it.")
        return self


class Share(StrictModel):
    """What a council did at a step, told to other councils in a sentence or two; ``step`` is a path in docs/."""

    step: Text
    text: Annotated[Text, AfterValidator(_short)]
    day: date  # when it was written


class Edition(StrictModel):
    """One council's published version."""

    slug: str
    neutral: bool = False  # true for the toolkit's own alone: see NeutralEdition
    council: Text
    place: Text
    place_with_article: Text | None = None  # as it stands in a sentence, where that differs: "the Isle of Wight"
    place_kind: PlaceKind
    programme: Text
    nation: Literal["england", "wales", "scotland", "northern-ireland"] = "england"  # whose bank holidays count
    contact: Contact
    site: Site = Site()
    look: Look
    listed: bool = False  # whether the toolkit's page of editions may show this one
    says: Text | None = None  # one sentence of the council's own for that page
    # What it tells other editions of, and whether it shows what others tell.
    shares: Annotated[list[Share], BeforeValidator(none_listed)] = Field(default_factory=list)
    shared_notes: bool = True
    hide: Annotated[list[Hide], BeforeValidator(none_listed)] = Field(default_factory=list)
    facts: Annotated[dict[str, str | int | float], BeforeValidator(none_said)] = Field(default_factory=dict)
    # What only a council can settle: see `local` in the strings.
    local: Annotated[dict[str, Text], BeforeValidator(none_said)] = Field(default_factory=dict)
    published_by: Text | None = None  # who runs the website, where that is not the council itself
    draft: bool = False  # a draft says so on every page, and may be published before everything is ready
    # Folders of the editions of councils before this one.
    succeeds: Annotated[list[Folder], BeforeValidator(none_listed)] = Field(default_factory=list)
    succeeded_by: Address | None = None  # where the edition of the council after this one is: every page leads there
    accessibility: Accessibility = Accessibility()

    @property
    def publisher(self) -> str:
        """Whose name a document carries: the council's, or the toolkit's own where the edition is nobody's."""
        return self.council or self.programme

    @property
    def run_by(self) -> str:
        """Who answers for the website."""
        return self.published_by or self.publisher

    @property
    def running_title(self) -> str:
        """What stands at the top of each printed page: whose edition it is, and of which programme."""
        return f"{self.council}: {self.programme}" if self.council else self.programme

    @model_validator(mode="after")
    def _reachable(self) -> Edition:
        if not (self.contact.can_be_reached or self.draft or self.neutral):
            fix = "Add at least one of website, email and phone."
            raise rule_error("Nobody can reach the team.", fix, ("contact",))
        return self

    @model_validator(mode="after")
    def _others_came_before(self) -> Edition:
        for number, name in enumerate(self.succeeds):
            if name in (self.slug, "toolkit"):
                message = f"“succeeds” names {name}, which is not an edition that came before this one."
                raise rule_error(message, "Name the folders of the councils before yours.", ("succeeds", number))
        return self

    @model_validator(mode="after")
    def _same_place(self) -> Edition:
        if self.place_with_article and self.place not in self.place_with_article:
            message = f"“place_with_article” does not hold the name in “place”, which is {self.place}."
            raise rule_error(message, f"Write it as in a sentence, such as “the {self.place}”, or delete the line.")
        return self


class Nobody(Contact):
    """No team: where an edition is nobody's, readers ask their own council."""

    team: Text = ""


OF_A_COUNCIL = (
    *("council", "place", "place_with_article", "place_kind"),
    *("listed", "says", "shares", "local", "succeeds", "succeeded_by"),
)


class NeutralEdition(Edition):
    """The toolkit's own version, which is no council's: its pages say "your council" and "your area".

    The settings that name a council are empty, and its strings have the words in their place: ``place.neutral``.
    """

    council: Text = ""
    place: Text = ""
    place_kind: PlaceKind = "region"  # nothing prints it: see macros/content/place_names.py
    contact: Contact = Nobody()
    published_by: Text  # the statements must name somebody

    @model_validator(mode="before")
    @classmethod
    def _nobodys(cls, settings: object) -> object:
        named = [key for key in OF_A_COUNCIL if isinstance(settings, dict) and key in settings]
        if named:
            message = f"“{named[0]}” is a council's, and a neutral edition belongs to none."
            raise rule_error(message, f"Delete the line “{named[0]}”, or the line “neutral: true”.", (named[0],))
        return settings
