"""What a new version of the toolkit means for an edition: what is new, what needs a decision, what to press."""
