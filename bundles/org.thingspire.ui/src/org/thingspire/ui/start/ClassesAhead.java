// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.start;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Has the JVM load the classes of editors and of the Debug view while the user still looks for something to open. Left to themselves,
 * they are loaded in the UI thread when the first of them opens, a thousand and more at once, and the window does not answer meanwhile.
 */
public final class ClassesAhead extends Job {

    /** Whoever has to know when it is done can join this family. */
    public static final Object FAMILY = ClassesAhead.class;

    /** What is opened first comes first: a topology, a source, the Debug view with its console. */
    private static final List<String> EDITORS_AND_VIEWS = List.of(
            "org.eclipse.draw2d", "org.eclipse.gef", "com.google.gson", "org.thingspire.topology", "org.thingspire.ui.topology",
            "org.eclipse.core.filebuffers", "org.eclipse.text", "org.eclipse.jface.text", "org.eclipse.ui.workbench.texteditor",
            "org.eclipse.ui.editors", "org.thingspire.ui",
            "org.eclipse.debug.ui", "org.eclipse.ui.console");

    /** Percent. */
    private static final int FULL_SIZE = 100;

    private final List<String> bundles;

    private ClassesAhead(List<String> bundles) {
        super("Loading editors");
        this.bundles = bundles;
        setSystem(true);
        setPriority(DECORATE);
    }

    public static Job ofEditorsAndViews() {
        return of(EDITORS_AND_VIEWS);
    }

    /** @param bundles symbolic names; one that is not there is left out */
    public static Job of(List<String> bundles) {
        return new ClassesAhead(bundles);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        drawIcon();
        for (String name : bundles) {
            Bundle bundle = Platform.getBundle(name);
            BundleWiring wiring = bundle == null ? null : bundle.adapt(BundleWiring.class);
            if (wiring != null) {
                load(wiring, monitor);
            }
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    /** Most icons are SVG, some with a bitmap in it, as this one. What draws the first is spread over bundles and Java's own libraries. */
    private static void drawIcon() {
        PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(IDE.SharedImages.IMG_OBJ_PROJECT).getImageData(FULL_SIZE);
    }

    private static void load(BundleWiring wiring, IProgressMonitor monitor) {
        for (String file : wiring.listResources("/", "*.class", BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL)) {
            if (monitor.isCanceled()) {
                return;
            }
            load(file.substring(0, file.length() - ".class".length()).replace('/', '.'), wiring.getClassLoader());
        }
    }

    private static void load(String name, ClassLoader loader) {
        try {
            // Asked for its members, HotSpot also verifies the class, and loads what that takes. It does not initialize it.
            Class.forName(name, false, loader).getDeclaredConstructors();
        } catch (ClassNotFoundException | LinkageError e) {
            // It is for something optional that this workbench does not have, and will not be missed.
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }
}
