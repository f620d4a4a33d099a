// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.thingspire.runtime.RuntimeFiles;

/** The window of the workbench, with somebody in front of it. */
public final class Workbench {

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;

    private static final Path SCREENSHOTS = Path.of(System.getProperty("thingspire.screenshots", "target/screenshots"));

    private final Screen screen;
    private final Hands hands;
    private final FreezeWatch freezes;

    Workbench(Screen screen, FreezeWatch freezes) {
        this.freezes = freezes;
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

    /** Does something in another theme, and goes back to the one there was. The platform takes its time for that. */
    public void inTheme(String id, Runnable action) {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        String before = screen.ask(() -> engine.getActiveTheme().getId());
        useTheme(engine, id);
        try {
            action.run();
        } finally {
            useTheme(engine, before);
            restyle();
        }
    }

    private void useTheme(IThemeEngine engine, String id) {
        freezes.excuse(true);
        screen.ask(() -> {
            engine.setTheme(id, false);
            return null;
        });
        screen.awaitRest();
        freezes.excuse(false);
    }

    /** Takes back the colours that the theme before has left on widgets; the platform asks users to start it again for that. */
    private void restyle() {
        freezes.excuse(true);
        screen.ask(() -> {
            forgetColours(window().getShell());
            window().getShell().reskin(SWT.ALL);
            return null;
        });
        screen.awaitRest();
        freezes.excuse(false);
    }

    private static void forgetColours(Control control) {
        control.setForeground(null);
        control.setBackground(null);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                forgetColours(child);
            }
        }
    }

    /** A project with these files in it, taken from another folder. */
    public SampleProject project(String name, Path content) {
        return screen.ask(() -> SampleProject.create(name, content));
    }

    /** A new ThingSpire project. */
    public SampleProject newProject(String name, String template) {
        return screen.ask(() -> SampleProject.ofTemplate(name, template));
    }

    public Applications applications() {
        return new Applications(screen);
    }

    /** Opens a file in its own editor and waits until it is shown. */
    public TopologyDiagram openTopology(SampleProject project) {
        IEditorPart editor = screen.ask(() -> IDE.openEditor(page(), project.topology()));
        screen.waitUntil("the editor is there", () -> page().getActiveEditor() == editor);
        return new TopologyDiagram(this, editor);
    }

    /** A picture in the middle of a test; at its end there is one anyway. */
    public void screenshot(String name) {
        try {
            screen.save(SCREENSHOTS.resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A large window, nothing open. */
    void prepare() {
        screen.ask(() -> {
            Shell shell = window().getShell();
            // No window manager adds the frame that the bounds of a shell include.
            Rectangle bounds = shell.computeTrim(0, 0, WIDTH, HEIGHT);
            shell.setBounds(0, 0, bounds.width, bounds.height);
            shell.forceActive();
            return null;
        });
        tidyUp();
    }

    /**
     * Opens each kind of editor once. Loading a thousand classes on a busy machine takes its time, which says nothing about
     * whether the UI freezes in use.
     */
    void warmUp() {
        screen.ask(() -> {
            SampleProject project = SampleProject.create("warm-up", RuntimeFiles.home().resolve("samples/empty"));
            return IDE.openEditor(page(), project.topology());
        });
        tidyUp();
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
