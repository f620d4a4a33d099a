// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import java.util.List;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.model.ISuspendResume;
import org.eclipse.debug.core.model.ITerminate;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * Has the Platform load what is behind its debugging keys when an application is about to be started, before the first of them is
 * pressed. By itself it loads an action with the first press of its key, asks a job whether there is anything to step, and waits for
 * the answer; but {@code DebugCommandAction.setEnabled} wakes who waits before it has noted the answer. On a busy machine that
 * key press then does nothing.
 */
final class DebugKeys {

    private static final List<String> RUNNING_ON = List.of("org.eclipse.debug.ui.commands.StepInto",
            "org.eclipse.debug.ui.commands.StepOver", "org.eclipse.debug.ui.commands.StepReturn", "org.eclipse.debug.ui.commands.Resume");
    private static final String TERMINATE = "org.eclipse.debug.ui.commands.Terminate";

    private DebugKeys() {
    }

    /**
     * An action is loaded by running it, so only where it has nothing to do: what is selected may be of another launch. To be called
     * in the UI thread.
     */
    static void load() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null) {
            return;
        }
        IHandlerService handlers = window.getService(IHandlerService.class);
        Object selected = DebugUITools.getDebugContext();
        if (Adapters.adapt(selected, ISuspendResume.class) == null) {
            RUNNING_ON.forEach(command -> run(handlers, command));
        }
        if (Adapters.adapt(selected, ITerminate.class) == null) {
            run(handlers, TERMINATE);
        }
    }

    private static void run(IHandlerService handlers, String command) {
        try {
            handlers.executeCommand(command, null);
        } catch (NotEnabledException | NotHandledException e) {
            // It is loaded and has nothing to do, or this perspective does not have it.
        } catch (ExecutionException | NotDefinedException e) {
            ILog.get().warn("The key of " + command + " is loaded when it is first pressed", e);
        }
    }
}
