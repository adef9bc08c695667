"""Python loads this as it begins, in whichever program a test starts while tests are measured."""

from ran_lines import look_on

look_on()
