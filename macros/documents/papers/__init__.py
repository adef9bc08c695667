"""Papers in every form: words to send, say or hand over."""
