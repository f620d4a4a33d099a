// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

/** The code generator refused: an unknown target, or a bug of ours. Never the fault of the module. */
public final class CompilerFailure extends CompileException {

    private static final long serialVersionUID = 1L;

    public CompilerFailure(String message) {
        super(message);
    }

    /** @param cause what {@code message} does not say */
    public CompilerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
