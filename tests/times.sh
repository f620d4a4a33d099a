#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Tests what ./verify prints at its end: reports of this run count, those of an earlier one do not.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
. "$home/releng/launch/jdk.sh"
require_jdk 21

# report SUITE CLASS: the report of a class whose test cases are read from stdin.
report() {
    mkdir -p "$scratch/$1/target/surefire-reports"
    { echo "<testsuite name=\"$2\">"; cat; echo "</testsuite>"; } >"$scratch/$1/target/surefire-reports/TEST-$2.xml"
}

mkdir -p "$scratch/tests"
echo '<testcase name="old" classname="a.Gone" time="99"/>' | report bundles/aot a.Gone
touch -d '1 hour ago' "$scratch/bundles/aot/target/surefire-reports/TEST-a.Gone.xml"
touch -d '1 minute ago' "$scratch/started"
report bundles/aot a.FastTest <<'END'
<testcase name="runs" classname="a.FastTest" time="1.5"/>
<testcase name="waits" classname="a.FastTest" time="0"><skipped/></testcase>
END
report tests/ui u.SlowTest <<'END'
<testcase name="opens" classname="u.SlowTest" time="1,002.5"><failure type="x">too bad</failure></testcase>
END

printed=$("$JAVA_HOME/bin/java" "$home/releng/verify/TestTimes.java" "$scratch/started" "$scratch")
expected='
3 tests, 1 failed, 1 skipped: 1004.0 s

  seconds  share  tests  suite
   1002.5   100%      1  ui
      1.5     0%      2  aot

  seconds  the slowest
   1002.5  SlowTest.opens
      1.5  FastTest.runs
      0.0  FastTest.waits'
[ "$printed" = "$expected" ] || { diff <(echo "$expected") <(echo "$printed"); exit 1; }
echo "the times of tests are printed"
