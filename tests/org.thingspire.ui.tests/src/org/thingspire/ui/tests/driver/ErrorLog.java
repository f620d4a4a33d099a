// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;

/** Collects what the workbench logs as an error: a test with one has failed, even if the screen looks right. */
final class ErrorLog implements ILogListener {

    private final List<String> errors = new CopyOnWriteArrayList<>();

    void start() {
        Platform.addLogListener(this);
    }

    List<String> stop() {
        Platform.removeLogListener(this);
        return List.copyOf(errors);
    }

    @Override
    public void logging(IStatus status, String plugin) {
        if (status.getSeverity() == IStatus.ERROR) {
            errors.add(plugin + ": " + status.getMessage() + trace(status.getException()));
        }
    }

    private static String trace(Throwable exception) {
        if (exception == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(" ").append(exception);
        for (StackTraceElement line : exception.getStackTrace()) {
            text.append("\n    at ").append(line);
        }
        return text.toString();
    }
}
