# SPDX-License-Identifier: EPL-2.0
# Finds a JDK: JAVA_HOME if it is new enough, else what is installed, newest first.

# Services and containers have no HOME; the shell finds the user's all the same.
export HOME=${HOME:-~}

# Prints the feature version of the JDK in folder $1, or 0. Without a process for it: this is part of each start.
jdk_version() {
    local line version=0
    if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
        while read -r line; do
            [[ $line =~ ^JAVA_VERSION=\"([0-9]+) ]] && version=${BASH_REMATCH[1]} && break
        done <"$1/release"
    fi
    echo "$version"
}

# Sets and exports JAVA_HOME to a JDK of at least version $1, or says what to install.
require_jdk() {
    local candidate best=0 version
    if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_version "$JAVA_HOME")" -ge "$1" ]; then
        export JAVA_HOME
        return 0
    fi
    for candidate in /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
        version=$(jdk_version "$candidate")
        if [ "$version" -ge "$1" ] && [ "$version" -gt "$best" ]; then
            best=$version
            JAVA_HOME=$candidate
        fi
    done
    if [ "$best" -eq 0 ]; then
        echo "ThingSpire needs a JDK $1 or newer, and none was found. Install one and set JAVA_HOME to it." >&2
        return 1
    fi
    export JAVA_HOME
}
