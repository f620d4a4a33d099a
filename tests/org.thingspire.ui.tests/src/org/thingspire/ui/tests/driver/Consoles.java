// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.TextConsole;

/** What is in the Console view, shown or behind another. */
public final class Consoles {

    private Consoles() {
    }

    /** The text of all consoles; to be called in the UI thread. */
    public static String text() {
        return consoles().map(console -> console.getName() + "\n" + console.getDocument().get()).collect(Collectors.joining("\n"));
    }

    /** What a node has printed, line by line; to be called in the UI thread. */
    public static Stream<String> lines(String node) {
        return consoles().filter(console -> console.getName().contains(": " + node + " (")).flatMap(console -> console.getDocument().get().lines());
    }

    /** The text that a link covers, for every link. */
    public static Stream<String> links() {
        return consoles().flatMap(console -> Stream.of(console.getHyperlinks()).map(link -> {
            try {
                return console.getDocument().get(console.getRegion(link).getOffset(), console.getRegion(link).getLength());
            } catch (BadLocationException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private static Stream<TextConsole> consoles() {
        return Stream.of(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
                .filter(TextConsole.class::isInstance).map(TextConsole.class::cast);
    }
}
