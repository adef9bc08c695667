"""What coverage is told of the lines that run: this folder is first among those in which Python looks for modules."""
