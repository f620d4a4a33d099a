// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

/** Something that ThingSpire takes from the machine is not installed. The message names the Debian package that brings it. */
public class MissingPackageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param packages one or more names, separated by spaces, as apt-get takes them */
    public MissingPackageException(String what, String packages) {
        super("%s is not installed. Install it with: apt-get install %s".formatted(what, packages));
    }
}
