// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.console;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.console.ConsoleColorProvider;
import org.eclipse.debug.ui.console.IConsole;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IOConsoleOutputStream;

/**
 * Joins a node to its console. The Console view comes to the front when an application starts, and not each time that a node prints,
 * as the platform has it: nodes print all the time, and nobody could read what is in another view of that place.
 */
public final class NodeConsoleProvider extends ConsoleColorProvider {

    @Override
    public void connect(IProcess process, IConsole console) {
        super.connect(process, console);
        List<IOConsoleOutputStream> streams =
                Stream.of(IDebugUIConstants.ID_STANDARD_OUTPUT_STREAM, IDebugUIConstants.ID_STANDARD_ERROR_STREAM)
                        .map(console::getStream).filter(Objects::nonNull).toList();
        boolean wanted = streams.stream().anyMatch(IOConsoleOutputStream::isActivateOnWrite); // by the user's preferences
        streams.forEach(stream -> stream.setActivateOnWrite(false));
        if (wanted && isFirst(process) && console instanceof org.eclipse.ui.console.IConsole shown) {
            ConsolePlugin.getDefault().getConsoleManager().showConsoleView(shown);
        }
    }

    private static boolean isFirst(IProcess process) {
        return process.equals(process.getLaunch().getProcesses()[0]);
    }
}
