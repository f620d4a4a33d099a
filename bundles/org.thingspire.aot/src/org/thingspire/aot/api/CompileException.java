// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

/** Why there is no object. The message is a complete sentence for the user; it doesn't name the file, which the caller knows. */
public abstract sealed class CompileException extends Exception
        permits InvalidModuleException, UnsupportedModuleException, CompilerFailure {

    private static final long serialVersionUID = 1L;

    protected CompileException(String message) {
        super(message);
    }

    protected CompileException(String message, Throwable cause) {
        super(message, cause);
    }
}
