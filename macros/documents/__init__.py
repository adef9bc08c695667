"""Every file that is drawn: worksheets in all forms, the book, packs, pictures."""
