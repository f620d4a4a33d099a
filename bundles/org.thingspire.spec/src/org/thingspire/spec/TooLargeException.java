// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.io.IOException;

/** A program needs more flash or RAM than the machine has. */
public final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
        super(message);
    }
}
