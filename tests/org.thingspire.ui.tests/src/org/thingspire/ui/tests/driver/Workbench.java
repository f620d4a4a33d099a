// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.thingspire.ui.start.ClassesAhead;

/** The window of the workbench, with somebody in front of it. */
public final class Workbench {

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;

    /** The family of the platform's job that calls every IStartup. */
    private static final String EARLY_STARTS = "earlyStartup";

    private static final Path SCREENSHOTS = Path.of(System.getProperty("thingspire.screenshots", "target/screenshots"));

    private final Screen screen;
    private final Hands hands;

    Workbench(Screen screen) {
        this.screen = screen;
        this.hands = new Hands(screen);
    }

    public Screen screen() {
        return screen;
    }

    public Hands hands() {
        return hands;
    }

    /** To be used in the UI thread. */
    public IWorkbenchPage page() {
        return window().getActivePage();
    }

    private static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    /** A project with these files in it, taken from another folder. */
    public SampleProject project(String name, Path content) {
        return make(() -> SampleProject.create(name, content));
    }

    /** A new ThingSpire project, made outside the UI thread as the wizard does it. */
    public SampleProject newProject(String name, String template) {
        return make(() -> SampleProject.ofTemplate(name, template));
    }

    private static SampleProject make(Callable<SampleProject> project) {
        try {
            return project.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Applications applications() {
        return new Applications(screen);
    }

    /** Opens a file in its own editor and waits until it is shown. */
    public TopologyDiagram openTopology(SampleProject project) {
        IEditorPart editor = screen.ask(() -> IDE.openEditor(page(), project.topology()));
        screen.waitUntil("the editor is there", () -> page().getActiveEditor() == editor);
        return diagram(editor);
    }

    /** The diagram in an editor that is open already. */
    public TopologyDiagram diagram(IEditorPart editor) {
        return new TopologyDiagram(this, editor);
    }

    /** Gives the Project Explorer the keyboard. It learns of a new project a moment later, and as long as there is none, shows help in its place. */
    public void selectInExplorer(IResource element) {
        screen.waitUntil(element + " is selected and has the keyboard", () -> {
            CommonNavigator explorer = (CommonNavigator) page().showView(ProjectExplorer.VIEW_ID);
            explorer.selectReveal(new StructuredSelection(element));
            explorer.setFocus();
            CommonViewer viewer = explorer.getCommonViewer();
            return viewer.getTree().isFocusControl() && element.equals(viewer.getStructuredSelection().getFirstElement());
        });
    }

    /** Where nothing has a tool tip; waits until the one that was there is gone. */
    public void putPointerAside() {
        hands.moveTo(new Point(WIDTH / 2, HEIGHT - 2));
        screen.waitUntil("there is no tool tip", () -> Stream.of(screen.display().getShells())
                .noneMatch(shell -> shell.isVisible() && (shell.getStyle() & (SWT.TOOL | SWT.ON_TOP)) != 0));
    }

    /** A picture in the middle of a test; at its end there is one anyway. */
    public void screenshot(String name) {
        try {
            screen.save(SCREENSHOTS.resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Next to the picture of a test that failed. */
    void saveEvidence(String test) {
        try {
            Evidence.collect(screen).save(SCREENSHOTS.resolve(test + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A large window, nothing open. The workbench has had the moment that people take before they open something. */
    void prepare() throws InterruptedException {
        Job.getJobManager().join(EARLY_STARTS, null);
        Job.getJobManager().join(ClassesAhead.FAMILY, null);
        screen.ask(() -> {
            Shell shell = window().getShell();
            // No window manager adds the frame that the bounds of a shell include.
            Rectangle frame = shell.computeTrim(0, 0, 0, 0);
            shell.setBounds(0, 0, WIDTH + frame.width, HEIGHT + frame.height - menuHeight(shell));
            shell.forceActive();
            return null;
        });
        putPointerAside();
        tidyUp();
    }

    /** The frame that SWT computes contains the menu bar. */
    private static int menuHeight(Shell shell) {
        return shell.toDisplay(0, 0).y - shell.getLocation().y;
    }

    /** Leaves nothing to the next test. */
    void tidyUp() {
        screen.ask(() -> {
            page().closeAllEditors(false);
            IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
            for (IProject project : root.getProjects()) {
                project.delete(true, true, null);
            }
            return null;
        });
    }
}
