#!/bin/sh
# Says which checks a fork needs, for “Check”: check-scope.sh <the toolkit's newest commit>, in the repository with its history.
#
# It prints `tests=edition` where only editions/ differs from a version of the toolkit: then the toolkit's own tests have
# run there, and would find the same here. Else, and where it cannot be seen, it prints `tests=all`.
set -eu
toolkit=$1
if version=$(git merge-base "$toolkit" HEAD 2>/dev/null) && git diff --quiet "$version" HEAD -- . ':(exclude)editions/'; then
    echo "::notice title=Your edition is checked::Only editions/ differs from the toolkit, whose own tests have run there." >&2
    echo tests=edition
else
    echo tests=all
fi
