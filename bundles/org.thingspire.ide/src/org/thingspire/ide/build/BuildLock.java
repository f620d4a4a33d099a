// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.QualifiedName;
import org.thingspire.ide.IdeIds;

/**
 * The lock that keeps two builds out of one project's {@code build} folder. It is kept with the project. A scheduling rule
 * would also keep the user from saving while a build runs.
 */
final class BuildLock {

    private static final QualifiedName PROPERTY = new QualifiedName(IdeIds.BUNDLE, "buildLock");

    private BuildLock() {
    }

    static synchronized Lock of(IProject project) throws CoreException {
        if (project.getSessionProperty(PROPERTY) instanceof Lock lock) {
            return lock;
        }
        Lock lock = new ReentrantLock();
        project.setSessionProperty(PROPERTY, lock);
        return lock;
    }
}
