"""An edition: who the council is, or that it is nobody's; what ``editions/<slug>/edition.yml`` may say."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from macros.core import colour
from macros.core.validation import StrictModel, rule_error
from macros.models.accessibility import Accessibility

# Control characters, and those that turn the direction of what follows them.
UNPRINTED = r"\u0000-\u001f\u202a-\u202e\u2066-\u2069"


def _filled(text: str) -> str:
    if not text.strip():
        raise rule_error("The value is empty.", "Write something after the colon, or delete the line.")
    if re.search(rf"[{UNPRINTED}]", text):
        raise rule_error("The value holds a character that cannot be printed.", "Write it again on one line.")
    return text.strip()


def _hex(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        fix = 'Write a hash and six digits or letters a to f, in quotation marks: "#005a9c".'
        raise rule_error(f"“{text}” is not a colour.", fix)
    return text.lower()


def _address(text: str) -> str:
    if bad := re.search(r"""["'<>\\^`{|}]""", text):
        message = f"“{text}” is not a web address: it may not hold {bad.group()}."
        raise rule_error(message, "Copy it from the top of your browser, and nothing round it.")
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", text):
        raise rule_error(f"“{text}” is not a web address.", "Write it whole, starting with https://.")
    return text


def _none_listed(value: object) -> object:
    """A key whose last entry somebody deleted stands there without a value."""
    return [] if value is None else value


def _none_said(value: object) -> object:
    """The same for keys with values of their own."""
    return {} if value is None else value


def _email(text: str) -> str:
    if bad := re.search(r"""["<>()\[\],;:\\?%=|]""", text):
        message = f"“{text}” is not an email address alone: it may not hold {bad.group()}."
        raise rule_error(message, "Write one address and nothing else: name@council.gov.uk.")
    if not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", text):
        raise rule_error(f"“{text}” is not an email address.", "Write it as name@council.gov.uk.")
    return text


def _phone(text: str) -> str:
    if not re.search(r"[0-9]", text):
        raise rule_error(f"“{text}” is not a phone number.", "Write it in digits, such as 01632 960001.")
    return text


def _folder(name: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise rule_error(f"“{name}” is not the name of a folder.", "Write it as it is in editions/, such as “craven”.")
    return name


def _shown(rule: str, pattern: str) -> WithJsonSchema:
    """What the schema says of text that a function above checks: the same as a pattern, and whose words tell it."""
    return WithJsonSchema({"type": "string", "pattern": pattern, "$comment": rule})


def _short(text: str) -> str:
    if len(text) > LONGEST_SHARE:
        message = f"The text has {len(text)} letters; {LONGEST_SHARE} fit on a card."
        raise rule_error(message, "Say what you did in a sentence or two. The card leads to your own page.")
    return text


LONGEST_SHARE = 300
PlaceKind = Literal["city", "town", "county", "borough", "district", "island", "region"]
Text = Annotated[str, AfterValidator(_filled), _shown("text", rf"^(?=[\s\S]*\S)[^{UNPRINTED}]*$")]
Colour = Annotated[str, AfterValidator(_hex), _shown("colour", r"^#[0-9a-fA-F]{6}$")]
NOT_IN_ADDRESS = r"""\s"'<>\\^`{|}"""
Address = Annotated[
    str,
    AfterValidator(_address),
    _shown("address", rf"^https?://[^/{NOT_IN_ADDRESS}]+\.[^/{NOT_IN_ADDRESS}]+(/[^{NOT_IN_ADDRESS}]*)?$"),
]
NOT_IN_EMAIL = r"""@\s"<>()\[\],;:\\?%=|"""
Email = Annotated[
    str,
    AfterValidator(_email),
    _shown("email", rf"^[^{NOT_IN_EMAIL}]+@[^.{NOT_IN_EMAIL}]+(\.[^.{NOT_IN_EMAIL}]+)+$"),
]

Phone = Annotated[Text, AfterValidator(_phone), _shown("phone", rf"^(?=.*[0-9])[^{UNPRINTED}]*$")]
Folder = Annotated[Text, AfterValidator(_folder)]


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
    shares: Annotated[list[Share], BeforeValidator(_none_listed)] = Field(default_factory=list)
    shared_notes: bool = True
    hide: Annotated[list[Hide], BeforeValidator(_none_listed)] = Field(default_factory=list)
    facts: Annotated[dict[str, str | int | float], BeforeValidator(_none_said)] = Field(default_factory=dict)
    # What only a council can settle: see `local` in the strings.
    local: Annotated[dict[str, Text], BeforeValidator(_none_said)] = Field(default_factory=dict)
    published_by: Text | None = None  # who runs the website, where that is not the council itself
    draft: bool = False  # a draft says so on every page, and may be published before everything is ready
    # Folders of the editions of councils before this one.
    succeeds: Annotated[list[Folder], BeforeValidator(_none_listed)] = Field(default_factory=list)
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
                message = f"“succeeds” names {name}, which is no edition before this one."
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
