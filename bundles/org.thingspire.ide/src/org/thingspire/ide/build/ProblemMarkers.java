// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.thingspire.ide.IdeIds;
import org.thingspire.problem.Problem;

/** The problems of the last build as markers, on the lines they are about. */
record ProblemMarkers(IProject project) {

    /** In place of those of the build before; in one step, so that views change once. */
    void replace(List<Problem> problems) throws CoreException {
        ICoreRunnable work = monitor -> {
            project.deleteMarkers(IdeIds.PROBLEM_MARKER, true, IResource.DEPTH_INFINITE);
            for (Problem problem : problems.stream().distinct().toList()) {
                mark(problem);
            }
        };
        project.getWorkspace().run(work, null, IWorkspace.AVOID_UPDATE, null);
    }

    private void mark(Problem problem) throws CoreException {
        Optional<IFile> file = file(problem.file());
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(IMarker.SEVERITY, problem.isError() ? IMarker.SEVERITY_ERROR : IMarker.SEVERITY_WARNING);
        attributes.put(IMarker.MESSAGE, message(problem, file.isPresent()));
        attributes.put(IMarker.SOURCE_ID, IdeIds.BUNDLE);
        if (problem.line() > 0) {
            attributes.put(IMarker.LINE_NUMBER, problem.line());
            attributes.put(IMarker.LOCATION, location(problem));
        }
        if (file.isPresent() && problem.column() > 0) {
            WordInText.at(file.get().getLocation().toPath(), problem.line(), problem.column()).ifPresent(word -> {
                attributes.put(IMarker.CHAR_START, word.start());
                attributes.put(IMarker.CHAR_END, word.end());
            });
        }
        IResource marked = file.isPresent() ? file.get() : project;
        marked.createMarker(IdeIds.PROBLEM_MARKER, attributes);
    }

    private static String location(Problem problem) {
        String line = "line " + problem.line();
        return problem.column() > 0 ? line + ", column " + problem.column() : line;
    }

    private String message(Problem problem, boolean onItsFile) {
        String message = problem.remedy().isEmpty() ? problem.message() : problem.message() + ". " + problem.remedy();
        boolean elsewhere = !onItsFile && !absolute(problem.file()).equals(project.getLocation().toPath());
        return elsewhere ? problem.file() + ": " + message : message;
    }

    /** The project's file, if it is one. */
    private Optional<IFile> file(Path path) {
        Path folder = project.getLocation().toPath();
        Path absolute = absolute(path);
        if (!absolute.startsWith(folder) || absolute.equals(folder)) {
            return Optional.empty();
        }
        return Optional.of(project.getFile(folder.relativize(absolute).toString())).filter(IFile::exists);
    }

    private Path absolute(Path path) {
        return project.getLocation().toPath().resolve(path).normalize();
    }
}
