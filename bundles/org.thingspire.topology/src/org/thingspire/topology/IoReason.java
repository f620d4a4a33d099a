// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Says in a few words for users why a file operation failed: Java's own messages often are the bare path. */
final class IoReason {

    private IoReason() {
    }

    static String of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException e -> "permission denied";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
