"""What is measured, and the last results. Nothing here is part of the tests: a busy machine must not fail them."""
