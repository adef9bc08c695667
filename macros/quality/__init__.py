"""Tools that look at a built site: accessibility, links, wording."""
