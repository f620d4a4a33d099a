// SPDX-License-Identifier: EPL-2.0
package org.thingspire.problem;

/** How bad a {@link Problem} is. */
public enum Severity {

    /** Nothing can be built before this is put right. */
    ERROR,

    /** The build goes on, but the result may not be what the user wants. */
    WARNING;

    /** As compilers write it in front of a message: {@code error}, {@code warning}. */
    public String label() {
        return this == ERROR ? "error" : "warning";
    }
}
