// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.launch;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.thingspire.ide.IdeIds;

/**
 * What runs of a project. An application runs once: who starts it again wants to see what was changed, and a copy of the old one
 * would print between the new one's lines.
 */
record RunningProject(ILaunchManager manager, IProject project) {

    private static final QualifiedName LOCK = new QualifiedName(IdeIds.BUNDLE, "startLock");
    private static final long LOOK_AGAIN_MS = 20;

    /** Whoever stops and starts holds it meanwhile, so that two launches at a time don't miss each other. It is kept with the project. */
    Lock lock() throws CoreException {
        synchronized (RunningProject.class) {
            if (project.getSessionProperty(LOCK) instanceof Lock lock) {
                return lock;
            }
            Lock lock = new ReentrantLock();
            project.setSessionProperty(LOCK, lock);
            return lock;
        }
    }

    /**
     * Stops what was launched before, and waits for its end.
     *
     * @param next is not stopped
     * @param why what the consoles of the stopped nodes say last
     * @throws OperationCanceledException if nobody wants to wait any longer
     */
    void stopOthers(ILaunch next, String why, IProgressMonitor monitor) {
        List<LaunchedNode> nodes = Stream.of(manager.getLaunches()).filter(launch -> launch != next)
                .flatMap(launch -> Stream.of(launch.getProcesses())).filter(LaunchedNode.class::isInstance).map(LaunchedNode.class::cast)
                .filter(node -> node.project().equals(project) && !node.isTerminated()).toList();
        nodes.forEach(node -> node.terminate(why));
        while (nodes.stream().anyMatch(LaunchedNode::canTerminate)) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }
}
