// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.console;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.console.FileLink;
import org.eclipse.debug.ui.console.IConsole;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.console.IPatternMatchListenerDelegate;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ide.launch.LaunchedNode;
import org.thingspire.run.console.Trap;

/** Makes the place in a trap's line, such as {@code control.c:47}, a link into the source. */
public final class TrapLinks implements IPatternMatchListenerDelegate {

    private TextConsole console;

    @Override
    public void connect(TextConsole newConsole) {
        console = newConsole;
    }

    @Override
    public void disconnect() {
        console = null;
    }

    @Override
    public void matchFound(PatternMatchEvent event) {
        TextConsole current = console;
        if (!(current instanceof IConsole process) || !(process.getProcess() instanceof LaunchedNode node)) {
            return;
        }
        try {
            String line = current.getDocument().get(event.getOffset(), event.getLength()).stripTrailing();
            Optional<Trap.SourcePlace> place = node.placeOfTrap(line);
            Optional<IFile> file = place.flatMap(known -> file(node, known));
            if (file.isPresent()) {
                String text = "%s:%s".formatted(place.get().fileName(), place.get().line());
                int start = line.lastIndexOf(text);
                if (start >= 0) {
                    current.addHyperlink(new FileLink(file.get(), null, -1, -1, place.get().line()), event.getOffset() + start,
                            text.length());
                }
            }
        } catch (BadLocationException e) {
            // The console was cleared meanwhile: there is no line to link from any more.
            return;
        }
    }

    /** The project's file; runtime sources are none. */
    private static Optional<IFile> file(LaunchedNode node, Trap.SourcePlace place) {
        ILaunchConfiguration configuration = node.getLaunch().getLaunchConfiguration();
        try {
            return Optional.of(LaunchSettings.read(configuration).project().getFile(place.file())).filter(IFile::exists);
        } catch (CoreException e) {
            ILog.get().info("No link to " + place.file() + ": " + e.getStatus().getMessage());
            return Optional.empty();
        }
    }
}
