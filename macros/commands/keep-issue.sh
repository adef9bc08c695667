#!/bin/sh
# Keeps one issue up to date: keep-issue.sh <title> <file with its text> <1 to keep it open, 0 to close it> <last words>
# The text stands in the summary of the run too, because a fork has no issues until somebody switches them on.
set -eu
title=$1 text=$2 open=$3 last=$4

cat "$text" >> "$GITHUB_STEP_SUMMARY"
if [ "$(gh repo view "$GH_REPO" --json hasIssuesEnabled --jq .hasIssuesEnabled)" = false ]; then
    echo "::warning title=Issues are off::Nobody is told. Open Settings, then General, then Features, and tick Issues."
    exit 0
fi
number=$(gh issue list --state open --search "in:title \"$title\"" --json number,title \
    --jq "map(select(.title == \"$title\"))[0].number // empty")
if [ "$open" = 1 ] && [ -n "$number" ]; then
    gh issue edit "$number" --body-file "$text"
elif [ "$open" = 1 ]; then
    gh issue create --title "$title" --body-file "$text"
elif [ -n "$number" ]; then
    gh issue close "$number" --comment "$last"
fi
