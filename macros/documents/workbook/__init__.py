"""What a spreadsheet holds, whichever program it is for."""
