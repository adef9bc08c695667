"""Text documents and spreadsheets as OpenDocument."""
