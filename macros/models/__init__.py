"""What is written, as checked models: one file for each kind of file."""
