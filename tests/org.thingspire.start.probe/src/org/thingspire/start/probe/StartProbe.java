// SPDX-License-Identifier: EPL-2.0
package org.thingspire.start.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/**
 * Waits until the workbench's window is open and answers, writes how long that took to the file that the system property
 * {@code thingspire.start.report} names, and closes the workbench. One line: milliseconds since Java began, and milliseconds of
 * processor time (user and system) that it has used till then.
 */
public final class StartProbe implements IStartup {

    /** Runs on a thread of its own, once the window is open. */
    @Override
    public void earlyStartup() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.syncExec(() -> {}); // answers when it has done what it had to do first
        long processor = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        long wall = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        try {
            Files.writeString(Path.of(System.getProperty("thingspire.start.report")), wall + " " + processor + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            display.asyncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}
