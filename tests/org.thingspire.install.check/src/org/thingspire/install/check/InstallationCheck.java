// SPDX-License-Identifier: EPL-2.0
package org.thingspire.install.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/**
 * Does in a freshly installed workbench what a user would do first, writes what came of it to the folder that the system property
 * {@code thingspire.check.results} names, and closes the workbench. The installation test starts it and reads the report.
 */
public final class InstallationCheck implements IStartup {

    /** Runs on a thread of its own, once the window is open. */
    @Override
    public void earlyStartup() {
        long startMillis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        Path results = Path.of(System.getProperty("thingspire.check.results"));
        Display display = PlatformUI.getWorkbench().getDisplay();
        try (Report report = new Report(results.resolve("report.txt"))) {
            report.note("start: " + startMillis + " ms");
            if (report.check("bundles", InstalledBundles::start)) {
                FirstProject project = new FirstProject(display);
                boolean useful = report.check("create", project::create) && report.check("open", project::open)
                        && report.check("build", project::build) && report.check("run", project::run);
                report.check("screenshot", () -> Screenshot.save(display, results.resolve("screenshot.png")));
                report.note(useful ? "useful" : "not useful");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            display.asyncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}
