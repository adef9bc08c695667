#!/bin/sh
# Says what “Publish” has to do, for its first job: publish-plan.sh <event> <whether this is a fork> <address of the site>
# <last commit that was published>. The last two may be empty. It stands in the repository with its history.
#
# It prints `check=` and `deploy=`, each true or false, and notices for whoever opens the run. A run that has nothing to
# do is green, so that GitHub writes to nobody; only whoever pressed the button and has Pages off is told in red.
set -eu
event=$1 fork=$2 url=$3 last=${4:-}

# What the site is not made from. A change to these alone brings a council nothing that its readers would see.
NOT_OF_THE_SITE='tests/ benchmarks/ .github/ .ci/ .devcontainer/ .vscode/ README.md LICENSE package.json biome.jsonc'

plan() { # plan <check> <deploy>
    printf 'check=%s\ndeploy=%s\n' "$1" "$2"
    exit 0
}

notice() { # notice <title> <words>
    echo "::notice title=$1::$2" >&2
}

if [ -z "$url" ]; then
    if [ "$event" = workflow_dispatch ]; then
        echo "::error title=GitHub Pages is off::Open Settings, then Pages, and choose “GitHub Actions” as the source. Then run this again." >&2
        exit 1
    fi
    if [ "$fork" = true ]; then
        notice "Nothing to publish yet" "GitHub Pages is off here. When you want a site: open Settings, then Pages, and choose “GitHub Actions” as the source."
        plan false false
    fi
    notice "Not published" "GitHub Pages is off here. The checks run all the same."
    plan true false
fi

[ "$event" = push ] && [ "$fork" = true ] || plan true true # who presses the button gets what they asked for

own=$(find editions -mindepth 1 -maxdepth 1 -type d ! -name toolkit | head -n 1)
if [ -z "$own" ]; then
    notice "Nothing to publish yet" "There is no edition of your own. Choose Actions, then “Start your edition”, and fill in the form."
    plan false false
fi

if [ -n "$last" ] && git cat-file -e "$last^{commit}" 2>/dev/null; then
    left_out=
    for path in $NOT_OF_THE_SITE; do left_out="$left_out :(exclude)$path"; done
    # shellcheck disable=SC2086 # a list of paths
    if git diff --quiet "$last" HEAD -- . $left_out; then
        notice "Nothing new for your site" "This brings only what the toolkit needs for itself. Your site stays as it is."
        plan false false
    fi
fi
plan true true
