"""Objects to text or PDF; knows nothing of MkDocs."""
