// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

import java.io.IOException;

/** The debugger could not do what it was asked for. The message is GDB's, or says that the debugger is gone. */
public final class DebuggerException extends IOException {

    private static final long serialVersionUID = 1L;

    DebuggerException(String message, Throwable cause) {
        super(message, cause);
    }
}
