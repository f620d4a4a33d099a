// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.debug.core.model.ISourceLocator;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.sourcelookup.containers.LocalFileStorage;
import org.thingspire.ide.debug.model.NodeFrame;

/**
 * Finds the file that a frame is in: GDB has made its path absolute, so nothing is searched.
 *
 * @param project what the frame's node was built from
 */
record ProjectSources(IProject project) implements ISourceLocator {

    /** A file of the workspace, or one of ThingSpire OS, or null. */
    @Override
    public Object getSourceElement(IStackFrame frame) {
        return frame instanceof NodeFrame ours ? ours.source().map(this::element).orElse(null) : null;
    }

    private Object element(Path source) {
        IFile[] files = project.getWorkspace().getRoot().findFilesForLocationURI(source.toUri());
        return Stream.of(files).filter(file -> file.getProject().equals(project)).findFirst().map(Object.class::cast)
                .orElseGet(() -> Files.exists(source) ? new LocalFileStorage(source.toFile()) : null);
    }
}
