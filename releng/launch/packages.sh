# SPDX-License-Identifier: EPL-2.0
# The Debian packages that building and running applications takes.
PACKAGES="gcc libc6-dev qemu-system-arm gdb-multiarch gcc-arm-none-eabi libnewlib-arm-none-eabi wabt
    wasi-libc libclang-rt-14-dev-wasm32"

# Those that the tests of the workbench take: a screen to draw on, and what GTK and Java's robot draw and type with.
TEST_PACKAGES="xvfb xauth libgtk-3-0 librsvg2-common adwaita-icon-theme fonts-dejavu-core libxtst6"

# What ./verify --analysis takes.
ANALYSIS_PACKAGES="clang-tidy-19"

# Prints the packages of Node.js if it is not there with npm. It comes from many places, so its package's name does not tell.
node_packages() {
    command -v npm >/dev/null || echo nodejs npm
}

# Installs what is missing, of the above and of the packages named as arguments, if the user is root; else prints the line that does.
require_packages() {
    local package missing=""
    for package in $PACKAGES "$@"; do
        [ -e "/var/lib/dpkg/info/$package.list" ] || [ -e "/var/lib/dpkg/info/$package:amd64.list" ] || missing="$missing $package"
    done
    [ -z "$missing" ] && return 0
    if [ "$(id -u)" -ne 0 ]; then
        echo "Some Debian packages are missing. Install them with: sudo apt-get install$missing" >&2
        return 1
    fi
    echo "Installing Debian packages:$missing ..." >&2
    apt-get -qq -o DPkg::Lock::Timeout=400 update >&2 &&
        DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=400 --no-install-recommends install $missing >/dev/null ||
        { echo "They could not be installed. Try: apt-get install$missing" >&2; return 1; }
}
