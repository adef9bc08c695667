"""Tests of the toolkit.

What Python and pytest compile is kept beside the files, though a machine may ask for the opposite: each of three
workers spent half of the time before its first test on compiling what did not change.

Where coverage looks on, it need not: lines tell by themselves that they ran, see `support/measured/`.
"""

import sys

from tests.support.measured.ran_lines import begin, look_away

sys.dont_write_bytecode = False
if data_file := look_away():
    begin(data_file)
