# SPDX-License-Identifier: EPL-2.0
# Builds the command line's Java part if it is not built, and runs it. Needs $home, the checkout, and JAVA_HOME.
cli=$home/bundles/org.thingspire.cli/target
class_path=$cli/class-path
llvm=$home/bundles/org.thingspire.llvm/target/classes

# Whether the class path was written after the last change of a source.
cli_is_built() {
    [ -f "$class_path" ] && [ -z "$(find "$home/pom.xml" "$home"/bundles/*/pom.xml "$home"/bundles/*/src "$home"/bundles/*/META-INF \
        "$home"/bundles/*/model "$home"/releng -name target -prune -o -newer "$class_path" -type f -print -quit 2>/dev/null)" ]
}

require_cli() {
    local log=$home/target/build.log
    cli_is_built && return 0
    echo "Building ThingSpire itself (only the first time, and when its sources changed) ..." >&2
    mkdir -p "$home/target"
    if ! (cd "$home" && ./mvnw -q -Dcore -Dmaven.test.skip=true -Dtests.compiled.in=none package) >"$log" 2>&1; then
        grep -m 20 ERROR "$log" >&2
        echo "ThingSpire could not be built; all of it is in $log" >&2
        return 1
    fi
    rm -f "$cli/classes.jsa" "$cli/compiler.jsa"
    # LLVM's programs are looked for beside its classes.
    mkdir -p "$cli/lib" && ln -sfn "$llvm" "$cli/lib/classes"
    "$JAVA_HOME/bin/java" "$home/releng/launch/UnsignedJars.java" "$cli/dependencies-list.txt" "$cli/lib" >"$class_path.unfinished" &&
        mv "$class_path.unfinished" "$class_path" && archive_classes
}

# Runs a command on a copy of the sample, and a compiler that has nothing to compile, so that Java notes which classes they load: that
# halves the time to start.
archive_classes() {
    local scratch
    scratch=$(mktemp -d)
    (java_cli -- new "$scratch/sample" --template thermostat) >"$scratch/log" 2>&1
    (java_cli -XX:ArchiveClassesAtExit="$cli/classes.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off -- check "$scratch/sample") >"$scratch/log" 2>&1
    (java_options -XX:ArchiveClassesAtExit="$cli/compiler.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off &&
        exec "$JAVA_HOME/bin/java" "${options[@]}" org.thingspire.aot.worker.Worker) </dev/null >"$scratch/log" 2>&1
    rm -rf "$scratch"
}

exec_cli() {
    java_cli -XX:SharedArchiveFile="$cli/classes.jsa" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off \
        -Dthingspire.compiler.classes="$cli/compiler.jsa" -- "$@"
}

# Java's options, then --, then the command's words. Does not return.
java_cli() {
    local more=()
    while [ "$1" != -- ]; do
        more+=("$1")
        shift
    done
    shift
    java_options "${more[@]}"
    exec "$JAVA_HOME/bin/java" "${options[@]}" org.thingspire.cli.Main "$@"
}

# Sets $options to the given ones and those that everything of ours is started with.
java_options() {
    local terminal=false
    [ -t 2 ] && terminal=true
    # Names of files are UTF-8, whatever the user's language is: in the locale C, Java knows no umlauts.
    export LC_ALL=C.UTF-8
    options=("$@" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED
        -Dorg.bytedeco.javacpp.cacheLibraries=false -Djava.library.path="$llvm/org/bytedeco/llvm/linux-x86_64"
        -Dthingspire.home="$home" -Dthingspire.terminal=$terminal
        -cp "$(cat "$class_path")")
}
