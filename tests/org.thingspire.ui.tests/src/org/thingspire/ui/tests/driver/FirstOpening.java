// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.ide.IDE;

/**
 * Editors and views that tests open again and again, opened for the first time in this workbench. The platform then loads, and runs for
 * the first time, what it consists of; that takes longer than the next time, and has a limit of its own.
 */
final class FirstOpening {

    private FirstOpening() {
    }

    /** @return what was too slow */
    static List<String> watch(Workbench workbench) throws InterruptedException {
        SampleProject project = workbench.newProject("first", "thermostat");
        FreezeWatch watch = new FreezeWatch(workbench.screen().display(), FreezeWatch.FIRST_TIME_MS);
        watch.begin();
        workbench.openTopology(project);
        open(workbench, project.project().getFile("modules/control.c"));
        IViewPart view = workbench.screen().ask(() -> workbench.page().showView(IDebugUIConstants.ID_DEBUG_VIEW));
        List<String> freezes = watch.finish();
        workbench.screen().ask(() -> {
            workbench.page().hideView(view);
            return null;
        });
        workbench.tidyUp();
        return freezes;
    }

    private static void open(Workbench workbench, IFile file) {
        workbench.screen().ask(() -> IDE.openEditor(workbench.page(), file));
    }
}
