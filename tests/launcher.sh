#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Tests what users meet first, the launcher: from the first command to a node that speaks and a module that is compiled. Needs no emulator.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "$1" >&2
    cat "$scratch/errors" >&2
    exit 1
}

thingspire() { "$home/thingspire" "$@" 2>>"$scratch/errors"; }

thingspire boards | grep -q mps2-an385 || fail "thingspire boards does not list mps2-an385"
thingspire new "$scratch/sample" --template thermostat >/dev/null || fail "thingspire new fails"

# Who reads the first line and goes away is not waited for.
line=$(thingspire run "$scratch/sample" --node gateway | head -1)
[ "$line" = "[gateway] ThingSpire gateway on linux-x86_64" ] || fail "the first line of a run is: $line"

thingspire build "$scratch/sample" >/dev/null || fail "thingspire build fails"
thingspire aot "$scratch/sample/build/release/modules/control.wasm" -o "$scratch/control.o" --board mps2-an385 >/dev/null &&
    [ -s "$scratch/control.o" ] || fail "thingspire aot makes no object file"
echo "the launcher builds, runs and compiles"
