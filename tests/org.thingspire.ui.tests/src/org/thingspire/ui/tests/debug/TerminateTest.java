// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.debug;

import java.awt.event.KeyEvent;

import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thingspire.ide.debug.breakpoint.SourceBreakpoint;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ui.tests.driver.Applications;
import org.thingspire.ui.tests.driver.Consoles;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;

/** A click on Terminate in the tool bar ends an application, whatever it does, and leaves no program behind. */
@UiTest
class TerminateTest {

    private static final String CONTROL = "modules/control.c";
    private static final int DECIDING = 32;
    /** Reached every few seconds. */
    private static final int SWITCHING = 36;

    private Applications applications;
    private SampleProject project;

    @BeforeEach
    void makeThermostat(Workbench workbench) {
        applications = workbench.applications();
        project = workbench.newProject("greenhouse", "thermostat");
    }

    @AfterEach
    void stopWhatRuns() throws Exception {
        IBreakpointManager breakpoints = DebugPlugin.getDefault().getBreakpointManager();
        breakpoints.removeBreakpoints(breakpoints.getBreakpoints(), true);
        applications.stopAll();
    }

    @Test
    void endsAnApplicationThatRuns(Workbench workbench) throws Exception {
        launch(workbench, ILaunchManager.RUN_MODE);
        workbench.screen().waitUntil("the nodes run", Applications.BUILD_AND_START, () -> applications.programs(project).size() == 2);

        clickTerminate(workbench);
    }

    /** Wherever the keyboard is; the platform has the key only where something is debugged. */
    @Test
    void itsKeyEndsAnApplicationThatRuns(Workbench workbench) throws Exception {
        workbench.openTopology(project);
        launch(workbench, ILaunchManager.RUN_MODE);
        workbench.screen().waitUntil("the nodes run", Applications.BUILD_AND_START, () -> applications.programs(project).size() == 2);

        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_F2);

        applications.awaitEnd();
    }

    /** Also where the Debug view was not open before. */
    @Test
    void endsAnApplicationThatRunsUnderTheDebugger(Workbench workbench) throws Exception {
        workbench.screen().ask(() -> {
            workbench.page().hideView(workbench.page().findViewReference(IDebugUIConstants.ID_DEBUG_VIEW));
            return null;
        });
        launch(workbench, ILaunchManager.DEBUG_MODE);
        workbench.screen().waitUntil("the debugger has let the node run", Applications.BUILD_AND_START,
                () -> applications.launches().stream().anyMatch(launch -> launch.getDebugTarget() != null));

        clickTerminate(workbench);
    }

    /** The breakpoint is set while the node runs, when it has decided once: that makes the better picture. */
    @Test
    void endsAnApplicationThatStandsAtABreakpoint(Workbench workbench) throws Exception {
        workbench.openTopology(project);
        launch(workbench, ILaunchManager.DEBUG_MODE);
        workbench.screen().waitUntil("the node has decided", Applications.BUILD_AND_START,
                () -> Consoles.lines("controller").anyMatch(line -> line.startsWith("heating on")));
        workbench.screen().ask(() -> SourceBreakpoint.create(project.project().getFile(CONTROL), SWITCHING));
        workbench.screen().waitUntil("the node stands", Applications.BUILD_AND_START,
                () -> DebugUITools.getDebugContext() instanceof IStackFrame);
        workbench.screenshot("debugging");

        clickTerminate(workbench);
    }

    @Test
    void clickInTheConsoleEndsAnApplicationThatStandsAtABreakpoint(Workbench workbench) throws Exception {
        workbench.screen().ask(() -> SourceBreakpoint.create(project.project().getFile(CONTROL), DECIDING));
        launch(workbench, ILaunchManager.DEBUG_MODE);
        workbench.screen().waitUntil("the node stands", Applications.BUILD_AND_START,
                () -> DebugUITools.getDebugContext() instanceof IStackFrame);

        new Widgets(workbench).clickViewTool("Console", "Terminate");
        applications.awaitEnd();
        applications.assertNothingIsLeft();
    }

    private void launch(Workbench workbench, String mode) throws Exception {
        applications.launch(applications.configuration(LaunchSettings.of(project.project())), mode);
    }

    private void clickTerminate(Workbench workbench) {
        new Widgets(workbench).clickTool("Terminate");
        applications.awaitEnd();
        applications.assertNothingIsLeft();
    }
}
