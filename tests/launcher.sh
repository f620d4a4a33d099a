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
# Whatever is in the environment and in the project's path. What is in CPATH is meant for the user's own compilers.
mkdir "$scratch/evil"
for header in stdint.h thingspire.h; do echo "#error not mine" >"$scratch/evil/$header"; done
odd="$scratch/grüße, 100% #1 \$2 'a' \"b\" c\\d: e=f/sample"
mkdir "${odd%/*}"
thingspire new "$odd" --template thermostat >/dev/null || fail "thingspire new fails in an odd folder"
(
    unset HOME XDG_CACHE_HOME
    export LC_ALL=C CPATH="$scratch/evil" C_INCLUDE_PATH="$scratch/evil" LIBRARY_PATH="$scratch/evil" LD_LIBRARY_PATH="$scratch/evil" \
        GCC_EXEC_PREFIX="$scratch/evil/" COMPILER_PATH="$scratch/evil" CCC_OVERRIDE_OPTIONS='+-nonsense' TMPDIR="$scratch/none"
    thingspire build "$odd" >/dev/null
) || fail "thingspire build fails in an odd environment"
[ -s "$odd/build/release/nodes/controller/controller.elf" ] && [ -s "$odd/build/release/nodes/gateway/gateway.elf" ] || fail "it makes no images"
echo "#error seen" >>"$odd/modules/probe.c"
thingspire build "$odd" >/dev/null && fail "a changed source in an odd folder is not compiled again"
grep -q "modules/probe.c:.*seen" "$scratch/errors" || fail "an error in an odd folder has no place"

echo "the launcher builds, runs and compiles"
