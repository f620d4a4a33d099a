// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.awt.event.KeyEvent;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;

/**
 * Keys pressed together, and what becomes of them. The workbench drops the keys of a command that can't be executed, without a
 * word; whether it can is found out by jobs, after what one sees has changed.
 */
final class Keystroke implements IExecutionListener {

    /** What the workbench offers to the widget that has the keyboard before it looks for a command. */
    private static final Set<Integer> WIDGET_FIRST = Set.of(KeyEvent.VK_ESCAPE, KeyEvent.VK_DELETE);
    private static final int[] EVENTS = {SWT.KeyDown, SWT.KeyUp, SWT.Traverse};

    private final Screen screen;
    private final int[] keys;
    private final Listener seen = this::saw;
    private Optional<String> command = Optional.empty();
    private volatile boolean arrived;
    private volatile boolean executed;

    /** @param keys as {@link KeyEvent} calls them */
    Keystroke(Screen screen, int... keys) {
        this.screen = screen;
        this.keys = keys.clone();
    }

    /** Waits until the keys would do something. To be called before they are pressed. */
    void prepare() {
        screen.waitUntil(() -> this + " means something here: " + state(), Screen.PATIENCE, this::isReady);
        screen.ask(() -> {
            command = WIDGET_FIRST.contains(last()) ? Optional.empty() : handled().map(Command::getId);
            for (int type : EVENTS) {
                screen.display().addFilter(type, seen);
            }
            commands().addExecutionListener(this);
            return null;
        });
    }

    /** Returns when the keys have come in and their command, if there is one, was called. */
    void await() {
        try {
            screen.waitUntil(() -> this + " has an effect: " + state(), Screen.PATIENCE,
                    () -> command.isPresent() ? executed : arrived);
        } finally {
            screen.ask(() -> {
                for (int type : EVENTS) {
                    screen.display().removeFilter(type, seen);
                }
                commands().removeExecutionListener(this);
                return null;
            });
        }
    }

    private boolean isReady() {
        if (screen.display().getFocusControl() == null) {
            return false;
        }
        Optional<Command> handled = handled();
        boolean mustBeCommand = IntStream.of(keys).anyMatch(key -> key == KeyEvent.VK_ALT); // no widget has such keys
        return WIDGET_FIRST.contains(last()) || handled.map(Command::isEnabled).orElse(!mustBeCommand);
    }

    /** What the keys are bound to, if somebody here does it; else they are the widget's. */
    private Optional<Command> handled() {
        Binding binding = PlatformUI.getWorkbench().getService(IBindingService.class).getPerfectMatch(sequence());
        return Optional.ofNullable(binding).map(found -> found.getParameterizedCommand().getCommand()).filter(Command::isHandled);
    }

    private KeySequence sequence() {
        try {
            return KeySequence.getInstance(toString());
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private String state() {
        String meaning = handled().map(found -> found.getId() + (found.isEnabled() ? ", enabled" : ", disabled")).orElse("no command");
        return meaning + (arrived ? "; the key has come in" : "; the key has not come in");
    }

    private void saw(Event event) {
        arrived |= (event.keyCode & SWT.MODIFIER_MASK) == 0;
    }

    @Override
    public void preExecute(String id, ExecutionEvent event) {
        arrived = true;
        executed |= command.filter(id::equals).isPresent();
    }

    @Override
    public void notHandled(String id, NotHandledException exception) {
        // What matters is whether it was called.
    }

    @Override
    public void postExecuteFailure(String id, ExecutionException exception) {
        // The test finds that out.
    }

    @Override
    public void postExecuteSuccess(String id, Object returned) {
        // A dialog that was opened may still be there.
    }

    private static ICommandService commands() {
        return PlatformUI.getWorkbench().getService(ICommandService.class);
    }

    private int last() {
        return keys[keys.length - 1];
    }

    /** As the workbench writes it: CTRL+ALT+R. */
    @Override
    public String toString() {
        return IntStream.of(keys).mapToObj(Keystroke::name).collect(Collectors.joining("+"));
    }

    private static String name(int key) {
        return switch (key) {
            case KeyEvent.VK_CONTROL -> "CTRL";
            case KeyEvent.VK_SHIFT -> "SHIFT";
            case KeyEvent.VK_ALT -> "ALT";
            case KeyEvent.VK_ESCAPE -> "ESC";
            case KeyEvent.VK_DELETE -> "DEL";
            case KeyEvent.VK_ENTER -> "CR";
            case KeyEvent.VK_HOME -> "HOME";
            case KeyEvent.VK_MINUS -> "-";
            default -> KeyEvent.getKeyText(key);
        };
    }
}
