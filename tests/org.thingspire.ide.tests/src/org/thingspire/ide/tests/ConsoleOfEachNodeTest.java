// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchListener;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Makes consoles as the platform's user interface does, which is not here, but slowly: each in a job that belongs to its process. */
class ConsoleOfEachNodeTest implements ILaunchListener {

    private static final long MAKING_MS = 300;

    private final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    private final Set<IProcess> begun = ConcurrentHashMap.newKeySet();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger mostAtWork = new AtomicInteger();

    @BeforeEach
    void beginToListen() {
        manager.addLaunchListener(this);
    }

    @AfterEach
    void stopListening() {
        manager.removeLaunchListener(this);
    }

    @Test
    void isMadeBeforeTheNextNodesBegins() throws Exception {
        try (TestProject project = TestProject.create("consoles", "thermostat"); Launching launching = Launching.run(project)) {
            assertEquals(Set.of(launching.launch().getProcesses()), begun);
            assertEquals(1, mostAtWork.get());
            assertEquals(0, atWork.get());
        }
    }

    @Override
    public void launchAdded(ILaunch launch) {
        launchChanged(launch);
    }

    @Override
    public void launchChanged(ILaunch launch) {
        Stream.of(launch.getProcesses()).filter(begun::add).forEach(process -> new Making(process).schedule());
    }

    @Override
    public void launchRemoved(ILaunch launch) {
        // Its consoles would be closed.
    }

    private final class Making extends Job {

        private final IProcess process;

        Making(IProcess process) {
            super("Making the console of " + process.getLabel());
            this.process = process;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == process;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            try {
                Thread.sleep(MAKING_MS);
            } catch (InterruptedException e) {
                return Status.CANCEL_STATUS;
            } finally {
                atWork.decrementAndGet();
            }
            return Status.OK_STATUS;
        }
    }
}
