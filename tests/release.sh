#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Tests that all files say the same version, and that releng/release finds one that does not, and gives them another.
set -eu
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() { echo "$1" >&2; exit 1; }

releng/release version >/dev/null

git clone -q --shared . "$scratch/copy"
cp releng/release "$scratch/copy/releng/release"
cd "$scratch/copy"
releng/release set 9.8.7
[ "$(releng/release version)" = 9.8.7 ] || fail "a new version is not taken"
if releng/release set 9.8 2>/dev/null; then fail "9.8 is taken for a version"; fi

manifest=$(git ls-files '*MANIFEST.MF' | head -1)
sed -i 's/9\.8\.7\.qualifier/9.8.6.qualifier/' "$manifest"
if releng/release version 2>"$scratch/errors"; then fail "a file with another version is not found"; fi
grep -q "^$manifest:.*9\.8\.6" "$scratch/errors" || fail "it is not said which file has another version"
