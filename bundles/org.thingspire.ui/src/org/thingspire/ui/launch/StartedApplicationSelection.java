// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.ITerminate;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.IDebugView;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.jface.viewers.TreeSelection;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/**
 * Turns the Debug view to an application that was just started, because Terminate in the tool bar and its key mean what is
 * selected there. The platform means to do that too, but often does it before the view has an item for the process, and so in vain.
 */
public final class StartedApplicationSelection implements IStatusHandler {

    private static final int LOOK_AGAIN_MS = 50;
    private static final long PATIENCE_NS = Duration.ofSeconds(10).toNanos();

    /** @param source the {@link ILaunch} */
    @Override
    public Object handleStatus(IStatus status, Object source) {
        if (source instanceof ILaunch launch && launch.getProcesses().length > 0) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            long deadline = System.nanoTime() + PATIENCE_NS;
            display.asyncExec(() -> {
                DebugView.show();
                select(display, launch, deadline);
            });
        }
        return null;
    }

    /** Again and again, until the view has the process or somebody has selected something else. */
    private static void select(Display display, ILaunch launch, long deadline) {
        if (display.isDisposed() || launch.isTerminated() || System.nanoTime() > deadline) {
            return;
        }
        IProcess process = launch.getProcesses()[0];
        long waiting = debugViews().filter(viewer -> isFree(viewer) && !selects(viewer, launch, process)).count();
        if (waiting > 0) {
            display.timerExec(LOOK_AGAIN_MS, () -> select(display, launch, deadline));
        }
    }

    private static Stream<Viewer> debugViews() {
        return Stream.of(PlatformUI.getWorkbench().getWorkbenchWindows()).map(IWorkbenchWindow::getActivePage).filter(Objects::nonNull)
                .map(page -> page.findView(IDebugUIConstants.ID_DEBUG_VIEW)).filter(IDebugView.class::isInstance)
                .map(view -> ((IDebugView) view).getViewer()).filter(Objects::nonNull);
    }

    /** Whether nothing that still runs is selected. */
    private static boolean isFree(Viewer viewer) {
        return !(viewer.getSelection() instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof ITerminate selected && !selected.isTerminated());
    }

    private static boolean selects(Viewer viewer, ILaunch launch, IProcess process) {
        viewer.setSelection(new TreeSelection(new TreePath(new Object[] {launch, process})), true);
        return viewer.getSelection() instanceof IStructuredSelection selection && selection.getFirstElement() == process;
    }
}
