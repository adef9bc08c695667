#!/bin/sh
# Prints what is new in the version of a tag, from CHANGELOG.md: release-notes.sh v1.5.0
# It stops where the tag, the newest heading of the changelog and pyproject.toml do not say the same version.
set -eu
version=${1#v}
newest=$(sed -n 's/^## \([^,]*\),.*/\1/p' CHANGELOG.md | head -n 1)
project=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
if [ "$version" != "$newest" ] || [ "$version" != "$project" ]; then
    echo "::error title=Not released::The tag says $version, CHANGELOG.md $newest and pyproject.toml $project. Make them the same, and tag again." >&2
    exit 1
fi
awk '/^## / { if (seen++) exit; next } seen' CHANGELOG.md | sed 's|](docs/|](../../blob/v'"$version"'/docs/|g'
