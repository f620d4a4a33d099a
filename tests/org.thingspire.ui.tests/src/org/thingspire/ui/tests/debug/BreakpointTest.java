// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.text.source.IVerticalRulerInfo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.IdeInstallation;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ide.project.NewProject;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/** A module is debugged with the mouse in the editor's margin and the usual keys. */
@UiTest
class BreakpointTest {

    private static final Duration BUILD_AND_START = Duration.ofSeconds(60);
    private static final int LINE = 32;

    @AfterEach
    void stopWhatRuns(Workbench workbench) throws Exception {
        IBreakpointManager breakpoints = DebugPlugin.getDefault().getBreakpointManager();
        breakpoints.removeBreakpoints(breakpoints.getBreakpoints(), true);
        for (ILaunch launch : launches()) {
            launch.terminate();
        }
        workbench.screen().waitUntil("everything has stopped", () -> Stream.of(launches()).allMatch(ILaunch::isTerminated));
        DebugPlugin.getDefault().getLaunchManager().removeLaunches(launches());
    }

    @Test
    void breakpointSetInTheMarginStopsTheDeviceWhichIsSteppedResumedAndTerminated(Workbench workbench) {
        IProject project = thermostat(workbench, "debugged");
        IEditorPart editor = workbench.screen().ask(() -> IDE.openEditor(workbench.page(), project.getFile("modules/control.c")));
        workbench.screen().waitUntil("the source is open", () -> workbench.page().getActiveEditor() == editor);

        workbench.hands().doubleClick(workbench.screen().ask(() -> margin(editor, LINE)));
        workbench.screen().waitUntil("there is a breakpoint",
                () -> DebugPlugin.getDefault().getBreakpointManager().getBreakpoints().length == 1);

        debug(workbench, project);
        awaitFrame(workbench, "control.decide() line: 32");
        workbench.screen().waitUntil("the Debug view shows the stack", () -> debugView(workbench).containsAll(
                List.of("controller", "processor", "control.decide() line: 32", "control.update() line: 47")));
        workbench.screenshot("breakpoint");

        workbench.hands().press(KeyEvent.VK_F6);
        awaitFrame(workbench, "control.decide() line: 33");
        workbench.hands().press(KeyEvent.VK_F7);
        awaitFrame(workbench, "control.update() line: 48");
        workbench.hands().press(KeyEvent.VK_F8);
        awaitFrame(workbench, "control.decide() line: 32");

        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_F2);
        workbench.screen().waitUntil("it has stopped", () -> launches()[0].isTerminated());
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static IProject thermostat(Workbench workbench, String name) {
        return workbench.screen().ask(() -> new NewProject(ResourcesPlugin.getWorkspace(), name,
                IdeInstallation.ofThisWorkbench().templates().stream().filter(template -> template.name().equals("thermostat"))
                        .findFirst().orElseThrow()).create(null).getProject());
    }

    private static void debug(Workbench workbench, IProject project) {
        workbench.screen().ask(() -> {
            ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
            ILaunchConfigurationWorkingCopy configuration =
                    manager.getLaunchConfigurationType(IdeIds.APPLICATION_LAUNCH).newInstance(null, project.getName());
            LaunchSettings.of(project).write(configuration);
            DebugUITools.launch(configuration.doSave(), ILaunchManager.DEBUG_MODE);
            return null;
        });
    }

    private static void awaitFrame(Workbench workbench, String name) {
        workbench.screen().waitUntil("the node stands at " + name, BUILD_AND_START,
                () -> DebugUITools.getDebugContext() instanceof IStackFrame frame && frame.getName().equals(name));
    }

    /** Where to click to mean a line. */
    private static Point margin(IEditorPart editor, int line) {
        StyledText text = (StyledText) editor.getAdapter(Control.class);
        text.setTopIndex(line - 10);
        Control ruler = editor.getAdapter(IVerticalRulerInfo.class).getControl();
        return ruler.toDisplay(5, text.getLinePixel(line - 1) + text.getLineHeight() / 2);
    }

    /** All that is written in the Debug view. */
    private static List<String> debugView(Workbench workbench) {
        IViewPart view = workbench.page().findView(IDebugUIConstants.ID_DEBUG_VIEW);
        List<String> texts = new ArrayList<>();
        if (view != null && view.getSite().getSelectionProvider() != null) {
            Stream.of(workbench.screen().display().getShells()).forEach(shell -> collect(shell, texts));
        }
        return texts;
    }

    private static void collect(Composite parent, List<String> texts) {
        for (Control control : parent.getChildren()) {
            if (control instanceof Tree tree && control.isVisible()) {
                collect(tree.getItems(), texts);
            } else if (control instanceof Composite composite) {
                collect(composite, texts);
            }
        }
    }

    private static void collect(TreeItem[] items, List<String> texts) {
        for (TreeItem item : items) {
            texts.add(item.getText());
            collect(item.getItems(), texts);
        }
    }

    private static ILaunch[] launches() {
        return DebugPlugin.getDefault().getLaunchManager().getLaunches();
    }
}
