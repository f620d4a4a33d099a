// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

/** A program that ThingSpire calls is not installed. The message names the Debian package that brings it. */
public final class MissingProgramException extends MissingPackageException {

    private static final long serialVersionUID = 1L;

    private final ExternalProgram program;

    public MissingProgramException(ExternalProgram program) {
        super(program.command(), program.debianPackage());
        this.program = program;
    }

    public ExternalProgram program() {
        return program;
    }
}
