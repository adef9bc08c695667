"""Tests of the toolkit.

What Python and pytest compile is kept beside the files, though a machine may ask for the opposite: each of three
workers spent half of the time before its first test on compiling what did not change.
"""

import sys

sys.dont_write_bytecode = False
