// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.launch;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;

/**
 * Tells what runs of a project that the project is about to be deleted, renamed or closed. The workspace is locked by then.
 *
 * @param stop returns at once
 */
record ProjectEnd(IProject project, Runnable stop) implements IResourceChangeListener {

    void await() {
        project.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.PRE_DELETE | IResourceChangeEvent.PRE_CLOSE);
    }

    void awaitNoLonger() {
        project.getWorkspace().removeResourceChangeListener(this);
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        if (project.equals(event.getResource())) {
            stop.run();
        }
    }
}
