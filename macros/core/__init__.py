"""What knows nothing of the toolkit: parsing, validation, files, dates, colours, archives."""
