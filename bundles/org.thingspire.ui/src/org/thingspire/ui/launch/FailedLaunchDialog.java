// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.builder.toolchain.MissingProgramException;
import org.thingspire.ide.launch.FailedLaunch;
import org.thingspire.ide.program.ProgramLocations;
import org.thingspire.problem.UserException;
import org.thingspire.ui.UiIds;

/** Says why a launch came to nothing, with a button that leads to where it can be put right. Called in the launch's job. */
public final class FailedLaunchDialog implements IStatusHandler {

    private static final int MAX_MESSAGES = 5;

    /**
     * A button beside Close.
     *
     * @param label what is written on it
     * @param open leads there
     */
    private record WayOut(String label, Runnable open) {
    }

    /** @param source the {@link FailedLaunch} */
    @Override
    public Object handleStatus(IStatus status, Object source) {
        if (source instanceof FailedLaunch launch) {
            // Not waited for: the launch is over, and takes itself out of the Debug view.
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> show(launch, status));
        }
        return null;
    }

    private static void show(FailedLaunch launch, IStatus status) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        Shell shell = window == null ? null : window.getShell();
        Optional<WayOut> wayOut = wayOut(launch.cause(), window);
        List<String> labels = Stream.concat(wayOut.stream().map(WayOut::label), Stream.of(IDialogConstants.CLOSE_LABEL)).toList();
        int answer = MessageDialog.open(MessageDialog.ERROR, shell, "\"" + launch.configuration() + "\" Was Not Started",
                message(launch.cause(), status), SWT.NONE, labels.toArray(String[]::new));
        if (wayOut.isPresent() && answer == 0) {
            wayOut.get().open().run();
        }
    }

    private static String message(Exception cause, IStatus status) {
        String message = Stream.concat(Stream.of(status.getMessage()),
                Stream.of(status.getChildren()).limit(MAX_MESSAGES).map(IStatus::getMessage)).collect(Collectors.joining("\n\n"));
        return cause instanceof MissingProgramException missing ? message + hint(missing.program()) : message;
    }

    /** The user may think that the program is there. */
    private static String hint(ExternalProgram program) {
        Optional<Path> named = ProgramLocations.ofThisWorkbench().named(program);
        return named.map(path -> "\n\nThe preferences say that it is " + path + ", but there is no such program.")
                .orElse("\n\nIf it is there but not on the PATH, choose it in the preferences.");
    }

    private static Optional<WayOut> wayOut(Exception cause, IWorkbenchWindow window) {
        if (cause instanceof MissingProgramException) {
            return Optional.of(new WayOut("Open &Preferences", () -> PreferencesUtil.createPreferenceDialogOn(
                    window == null ? null : window.getShell(), UiIds.PREFERENCE_PAGE, null, null).open()));
        }
        if (cause instanceof UserException && window != null) {
            return Optional.of(new WayOut("Show &Problems", () -> showProblems(window)));
        }
        return Optional.empty();
    }

    private static void showProblems(IWorkbenchWindow window) {
        try {
            window.getActivePage().showView(IPageLayout.ID_PROBLEM_VIEW);
        } catch (PartInitException e) {
            ILog.get().error("The Problems view can't be opened", e);
        }
    }
}
