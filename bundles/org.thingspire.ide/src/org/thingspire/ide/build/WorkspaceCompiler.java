// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.QualifiedName;
import org.thingspire.aot.ForkedCompiler;
import org.thingspire.ide.IdeIds;

/**
 * The compiler that all builds of a workspace share, so that one build finds it warm from the build before. It is kept with the
 * workspace. Nobody closes it: its processes end when they had nothing to do for a while, or with the workbench.
 */
final class WorkspaceCompiler {

    private static final QualifiedName PROPERTY = new QualifiedName(IdeIds.BUNDLE, "compiler");

    private WorkspaceCompiler() {
    }

    static synchronized ForkedCompiler of(IProject project) throws CoreException {
        IWorkspaceRoot root = project.getWorkspace().getRoot();
        if (root.getSessionProperty(PROPERTY) instanceof ForkedCompiler compiler) {
            return compiler;
        }
        ForkedCompiler compiler = new ForkedCompiler();
        root.setSessionProperty(PROPERTY, compiler);
        return compiler;
    }
}
