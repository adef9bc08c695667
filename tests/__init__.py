"""Tests of the toolkit.

What Python and pytest compile is kept beside the files, though a machine may ask for the opposite: each of three
workers spent half of the time before its first test on compiling what did not change.
"""

import sys

from slipcover import pytest_plugin

sys.dont_write_bytecode = False
# SlipCover tells its workers only some of its settings, and each mark that stays takes time.
if worker := pytest_plugin._slipcover_instance:
    worker.immediate = True
