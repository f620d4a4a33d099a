// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.thingspire.builder.setup.Progress;

/** Shows a build's progress in the workbench. The build reports from several threads; monitors want one at a time. */
final class MonitoredProgress implements Progress {

    private final SubMonitor monitor;

    MonitoredProgress(IProgressMonitor monitor) {
        this.monitor = SubMonitor.convert(monitor);
    }

    @Override
    public synchronized void begin(int pieces) {
        monitor.setWorkRemaining(pieces);
    }

    @Override
    public synchronized void working(String what) {
        monitor.subTask(what);
    }

    @Override
    public synchronized void done() {
        monitor.worked(1);
    }
}
