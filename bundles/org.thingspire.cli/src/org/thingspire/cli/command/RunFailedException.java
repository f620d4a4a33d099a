// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

/** The application was built and started, but a module trapped or a node failed. The message is for the user. */
public final class RunFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunFailedException(String message) {
        super(message);
    }
}
