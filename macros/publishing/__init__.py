"""From pages to the finished site: search index, offline copy, manifest."""
