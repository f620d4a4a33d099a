// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.debug;

import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IVerticalRulerInfo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.MarkerAnnotation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ui.tests.driver.Applications;
import org.thingspire.ui.tests.driver.ContextMenu;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;

/** A module is debugged with the mouse in the editor's margin and the usual keys. */
@UiTest
class BreakpointTest {

    private static final Duration BUILD_AND_START = Applications.BUILD_AND_START;
    private static final int LINE = 32;

    @AfterEach
    void stopWhatRuns(Workbench workbench) throws Exception {
        IBreakpointManager breakpoints = DebugPlugin.getDefault().getBreakpointManager();
        breakpoints.removeBreakpoints(breakpoints.getBreakpoints(), true);
        workbench.applications().stopAll();
    }

    @Test
    void breakpointSetInTheMarginStopsTheDeviceWhichIsSteppedResumedAndTerminated(Workbench workbench) {
        IProject project = workbench.newProject("debugged", "thermostat").project();
        IEditorPart editor = openSource(workbench, project, "control.c");

        workbench.hands().doubleClick(workbench.screen().ask(() -> margin(editor, LINE)));
        workbench.screen().waitUntil("there is a breakpoint", () -> breakpoints().length == 1);

        debug(workbench, project);
        awaitFrame(workbench, "control.decide() line: 32");
        workbench.screen().waitUntil("the Debug view shows the stack", () -> trees(workbench).containsAll(
                List.of("controller", "processor", "control.decide() line: 32", "control.update() line: 47")));
        workbench.putPointerAside();
        workbench.screenshot("breakpoint");

        workbench.hands().press(KeyEvent.VK_F6);
        awaitFrame(workbench, "control.decide() line: 33");
        workbench.hands().press(KeyEvent.VK_F7);
        awaitFrame(workbench, "control.update() line: 48");
        workbench.hands().press(KeyEvent.VK_F8);
        awaitFrame(workbench, "control.decide() line: 32");

        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_F2);
        workbench.applications().awaitEnd();
        workbench.applications().assertNothingIsLeft();
    }

    @Test
    void breakpointsAreSetAndDisabledInTheMarginsMenuAndToggledByKey(Workbench workbench) {
        IProject project = workbench.newProject("toggled", "thermostat").project();
        IEditorPart editor = openSource(workbench, project, "control.c");
        Point margin = workbench.screen().ask(() -> margin(editor, LINE));

        new ContextMenu(workbench).choose(margin, "Toggle Breakpoint");
        workbench.screen().waitUntil("there is a breakpoint", () -> lines().equals(List.of(LINE)));
        new ContextMenu(workbench).choose(margin, "Disable Breakpoint");
        workbench.screen().waitUntil("it is disabled", () -> !breakpoints()[0].isEnabled());
        new ContextMenu(workbench).choose(margin, "Enable Breakpoint");
        workbench.screen().waitUntil("it is enabled", () -> breakpoints()[0].isEnabled());

        new Widgets(workbench).goToStartOfText();
        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_B);
        workbench.screen().waitUntil("there are two", () -> lines().equals(List.of(1, LINE)));
        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_B);
        workbench.screen().waitUntil("there is one again", () -> lines().equals(List.of(LINE)));
    }

    @Test
    void breakpointsTellTheTruth(Workbench workbench) {
        IProject project = workbench.newProject("truthful", "thermostat").project();
        IEditorPart history = openSource(workbench, project, "history.c");
        workbench.hands().doubleClick(workbench.screen().ask(() -> margin(history, 22)));
        workbench.screen().waitUntil("there is a breakpoint for the other node", () -> lines().equals(List.of(22)));
        IEditorPart editor = openSource(workbench, project, "control.c");
        workbench.hands().doubleClick(workbench.screen().ask(() -> margin(editor, 41)));
        workbench.screen().waitUntil("there is a breakpoint at a comment", () -> lines().equals(List.of(22, 41)));

        debug(workbench, project);

        awaitFrame(workbench, "control.update() line: 44");
        workbench.screen().waitUntil("the margin shows it at its true line", () -> linesInMargin(editor).equals(List.of(44)));
        workbench.screen().ask(() -> workbench.page().showView(IDebugUIConstants.ID_BREAKPOINT_VIEW));
        workbench.screen().waitUntil("the view shows what is true", () -> trees(workbench)
                .containsAll(List.of("control.c [line: 44]", "history.c [line: 22] - not set: no module on controller has history.c")));
        workbench.screenshot("breakpoints");
    }

    private static IEditorPart openSource(Workbench workbench, IProject project, String name) {
        IEditorPart editor = workbench.screen().ask(() -> IDE.openEditor(workbench.page(), project.getFile("modules/" + name)));
        workbench.screen().waitUntil("the source is open", () -> workbench.page().getActiveEditor() == editor);
        return editor;
    }

    private static IBreakpoint[] breakpoints() {
        return DebugPlugin.getDefault().getBreakpointManager().getBreakpoints();
    }

    private static List<Integer> lines() {
        return Stream.of(breakpoints()).map(breakpoint -> breakpoint.getMarker().getAttribute(IMarker.LINE_NUMBER, 0)).sorted().toList();
    }

    /** Where the editor draws breakpoints. */
    private static List<Integer> linesInMargin(IEditorPart part) throws BadLocationException, CoreException {
        ITextEditor editor = (ITextEditor) part;
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        List<Integer> lines = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            if (all.next() instanceof MarkerAnnotation annotation && annotation.getMarker().isSubtypeOf(IBreakpoint.BREAKPOINT_MARKER)) {
                lines.add(document.getLineOfOffset(model.getPosition(annotation).getOffset()) + 1);
            }
        }
        return lines;
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

    /** All that is written in trees, such as the Debug view. */
    private static List<String> trees(Workbench workbench) {
        List<String> texts = new ArrayList<>();
        Stream.of(workbench.screen().display().getShells()).forEach(shell -> collect(shell, texts));
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
}
