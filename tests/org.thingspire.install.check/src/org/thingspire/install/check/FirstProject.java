// SPDX-License-Identifier: EPL-2.0
package org.thingspire.install.check;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.ide.IDE;
import org.thingspire.builder.template.ProjectTemplate;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.IdeInstallation;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ide.project.NewProject;

/** The way from the sample to its nodes' consoles. Each step throws an exception if it fails; the steps are called in order. */
final class FirstProject {

    /** A guard against hanging. */
    private static final Duration RUNNING_WITHIN = Duration.ofSeconds(300);

    private final Display display;
    private IFile topology;

    FirstProject(Display display) {
        this.display = display;
    }

    void create() throws CoreException {
        ProjectTemplate template = IdeInstallation.ofThisWorkbench().templates().stream()
                .filter(candidate -> candidate.name().equals("thermostat")).findAny().orElseThrow();
        topology = new NewProject(ResourcesPlugin.getWorkspace(), "thermostat", template).create(new NullProgressMonitor());
    }

    /** As a diagram, in ThingSpire's perspective. */
    void open() throws Exception {
        AtomicReference<Exception> failure = new AtomicReference<>();
        display.syncExec(() -> {
            try {
                openInUi();
            } catch (Exception e) {
                failure.set(e);
            }
        });
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private void openInUi() throws WorkbenchException {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        PlatformUI.getWorkbench().showPerspective("org.thingspire.ui.perspective", window);
        IEditorPart editor = IDE.openEditor(window.getActivePage(), topology);
        expect(editor.getSite().getId().equals("org.thingspire.ui.topology.editor"), "opened in " + editor.getSite().getId());
    }

    void build() throws CoreException {
        topology.getProject().build(IncrementalProjectBuilder.FULL_BUILD, new NullProgressMonitor());
        List<String> errors = Arrays.stream(topology.getProject().findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE))
                .filter(marker -> marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR)
                .map(marker -> marker.getResource().getName() + ": " + marker.getAttribute(IMarker.MESSAGE, "")).toList();
        expect(errors.isEmpty(), "built with errors " + errors);
    }

    /** Until every node has printed something to a console of its own; then stops them. */
    void run() throws CoreException, InterruptedException {
        ILaunchConfigurationWorkingCopy configuration = DebugPlugin.getDefault().getLaunchManager()
                .getLaunchConfigurationType(IdeIds.APPLICATION_LAUNCH).newInstance(null, "thermostat");
        LaunchSettings.of(topology.getProject()).write(configuration);
        ILaunch launch = configuration.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor());
        long end = System.nanoTime() + RUNNING_WITHIN.toNanos();
        while (!isShown(launch) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        boolean shown = isShown(launch);
        launch.terminate();
        expect(shown, "not every node had printed something to its console within " + RUNNING_WITHIN);
    }

    private static boolean isShown(ILaunch launch) {
        IProcess[] nodes = launch.getProcesses();
        return nodes.length > 0 && Arrays.stream(nodes).allMatch(node -> DebugUITools.getConsole(node) instanceof TextConsole console
                && console.getDocument().getLength() > 0);
    }

    private static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
