// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

/** A valid module that asks for something this compiler or the placement's memory budget doesn't give. */
public final class UnsupportedModuleException extends CompileException {

    private static final long serialVersionUID = 1L;

    public UnsupportedModuleException(String message) {
        super(message);
    }
}
