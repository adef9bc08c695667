"""What an edition may do to the toolkit, and the checks of what it did."""
