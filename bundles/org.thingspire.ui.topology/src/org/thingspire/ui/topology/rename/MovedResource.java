// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.rename;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.TextFileChange;
import org.eclipse.text.edits.ReplaceEdit;
import org.thingspire.problem.UserException;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.TopologyFinder;
import org.thingspire.topology.TopologyReader;
import org.thingspire.topology.TopologyText;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Sensor;
import org.thingspire.topology.model.Topology;

/**
 * A file or folder of a project that is about to get another path.
 *
 * @param from its path in the project now
 * @param to its path in the project then
 */
record MovedResource(IProject project, IPath from, IPath to) {

    static MovedResource of(IResource resource, IPath newPath) {
        return new MovedResource(resource.getProject(), resource.getProjectRelativePath(), newPath);
    }

    /** What is to be changed in the topology; empty if it names none of it, or is none: then its own markers say what is wrong. */
    Optional<Change> change(IProgressMonitor monitor) throws CoreException {
        try {
            Path path = TopologyFinder.find(project.getLocation().toPath());
            TextFileChange change = new TextFileChange("Write the new path into " + path.getFileName(), file(path));
            String text = change.getCurrentContent(monitor);
            TopologyFile file = TopologyReader.parse(path, text);
            TopologyText topology = new TopologyText(file);
            rewrite(file.topology());
            String changed = topology.changed();
            if (changed.equals(text)) {
                return Optional.empty();
            }
            change.setEdit(difference(text, changed));
            return Optional.of(change);
        } catch (UserException e) {
            return Optional.empty();
        }
    }

    private IFile file(Path topology) {
        return project.getFile(topology.getFileName().toString());
    }

    private void rewrite(Topology topology) {
        for (Module module : topology.getModules()) {
            moved(module.getSource()).ifPresent(module::setSource);
            List<String> extra = module.getExtraSources();
            extra.replaceAll(path -> moved(path).orElse(path));
        }
        topology.getNodes().stream().flatMap(node -> node.getSensors().stream()).forEach(this::rewrite);
    }

    private void rewrite(Sensor sensor) {
        moved(sensor.getReplay()).ifPresent(sensor::setReplay);
    }

    /** Where a path of the topology leads then; empty if it is not in what moves. */
    private Optional<String> moved(String path) {
        IPath there = path == null ? IPath.EMPTY : IPath.fromPortableString(path);
        return from.isPrefixOf(there) ? Optional.of(to.append(there.removeFirstSegments(from.segmentCount())).toPortableString())
                : Optional.empty();
    }

    /** From the first to the last character that differs. */
    private static ReplaceEdit difference(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return new ReplaceEdit(start, before.length() - end - start, after.substring(start, after.length() - end));
    }
}
