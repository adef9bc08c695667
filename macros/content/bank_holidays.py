"""Reads the list of bank holidays."""

from __future__ import annotations

from macros.content.customisation.overlay import find_file
from macros.core.parsed_files import ParsedFiles
from macros.core.validation import validate
from macros.models.bank_holidays import BankHolidays

BANK_HOLIDAYS_FILE = "templates/bank-holidays.yml"


def read_bank_holidays(files: ParsedFiles, slug: str) -> BankHolidays:
    """The list, the edition's own first. Raises :class:`ContentError` where it is missing or cannot be read."""
    return validate(BankHolidays, files.yaml(find_file(files, slug, BANK_HOLIDAYS_FILE).file))
