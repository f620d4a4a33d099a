// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.Test;
import org.thingspire.builder.template.ProjectTemplate;
import org.thingspire.ide.IdeInstallation;

/** Who makes a project has done nothing wrong yet. */
class NewProjectTest {

    @Test
    void noTemplateGivesAProjectWithProblems() throws Exception {
        List<ProjectTemplate> templates = IdeInstallation.ofThisWorkbench().templates();
        assertTrue(templates.size() >= 2, templates.toString());
        for (ProjectTemplate template : templates) {
            try (TestProject made = TestProject.create("new-" + template.name(), template.name())) {
                made.build();

                assertEquals(List.of(), problems(made.project()));
                assertEquals("UTF-8", made.project().getDefaultCharset(false));
            }
        }
    }

    /** Ours and the platform's. */
    private static List<String> problems(IProject project) throws CoreException {
        return Stream.of(project.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE))
                .map(marker -> marker.getResource().getFullPath() + ": " + marker.getAttribute(IMarker.MESSAGE, "")).toList();
    }
}
