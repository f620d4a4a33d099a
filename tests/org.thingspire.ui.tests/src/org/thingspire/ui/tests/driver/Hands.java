// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;

/** Mouse and keyboard. Every event goes through the X server, as if it came from a person. */
public final class Hands {

    /** Characters that need Shift on the keyboard of the X server (US). */
    private static final Map<Character, Integer> SHIFTED = Map.of(':', KeyEvent.VK_SEMICOLON, '_', KeyEvent.VK_MINUS, '+', KeyEvent.VK_EQUALS,
            '#', KeyEvent.VK_3, '"', KeyEvent.VK_QUOTE);
    private static final int DRAG_STEPS = 12;

    private final Screen screen;
    private final Robot robot;

    public Hands(Screen screen) {
        this.screen = screen;
        try {
            robot = new Robot();
        } catch (AWTException e) {
            throw new IllegalStateException("There is no X display to test on. Run ./verify, or Maven under xvfb-run -a.", e);
        }
    }

    /**
     * Moves the pointer and waits until the workbench knows. Goes there in two steps: of a jump into another widget, that widget
     * hears only that the pointer came in, not where it is.
     */
    public void moveTo(Point place) {
        step(new Point(place.x - 3, place.y - 2));
        step(place);
    }

    private void step(Point place) {
        if (!screen.ask(() -> screen.display().getCursorLocation().equals(place))) {
            Arrival move = new Arrival(screen, SWT.MouseMove);
            robot.mouseMove(place.x, place.y);
            screen.waitUntil("the pointer is at " + place, () -> screen.display().getCursorLocation().equals(place));
            move.await();
        }
    }

    /** Presses and lets go at once: holding a button can begin a drag of the window system, which is something else. */
    public void click(Point place) {
        moveTo(place);
        Arrival up = new Arrival(screen, SWT.MouseUp);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        up.await();
    }

    /** Both clicks at once: a busy workbench would take so long for the first that the second would be one of its own. */
    public void doubleClick(Point place) {
        moveTo(place);
        Arrival second = new Arrival(screen, SWT.MouseDoubleClick);
        for (int i = 0; i < 2; i++) {
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        }
        second.await();
    }

    /** Clicks with the other button, which opens a menu. */
    public void contextClick(Point place) {
        moveTo(place);
        robot.mousePress(InputEvent.BUTTON3_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON3_DOWN_MASK);
    }

    /** Presses at one place and releases at another, moving in between as hands do. */
    public void drag(Point from, Point to) {
        press(from);
        slide(from, to);
        release();
    }

    public void press(Point place) {
        moveTo(place);
        Arrival down = new Arrival(screen, SWT.MouseDown);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        down.await();
    }

    public void slide(Point from, Point to) {
        for (int i = 1; i <= DRAG_STEPS; i++) {
            moveTo(new Point(from.x + (to.x - from.x) * i / DRAG_STEPS, from.y + (to.y - from.y) * i / DRAG_STEPS));
        }
    }

    public void release() {
        Arrival up = new Arrival(screen, SWT.MouseUp);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        up.await();
    }

    /**
     * Presses keys together, such as {@code press(VK_CONTROL, VK_Z)}: as soon as they mean something that can be done now, as people
     * wait until a button is not gray any more. Fails if they go nowhere.
     */
    public void press(int... keys) {
        Keystroke keystroke = new Keystroke(screen, keys);
        keystroke.prepare();
        strike(keys);
        keystroke.await();
    }

    /** Presses keys that open a menu or are pressed in an open one, which has the keyboard and tells nobody of its keys. */
    void pressInMenu(int... keys) {
        strike(keys);
    }

    private void strike(int... keys) {
        for (int key : keys) {
            robot.keyPress(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.keyRelease(keys[i]);
        }
        screen.ask(() -> true);
    }

    public void type(String text) {
        for (char c : text.toCharArray()) {
            Arrival key = new Arrival(screen, SWT.KeyDown);
            if (SHIFTED.containsKey(c)) {
                strike(KeyEvent.VK_SHIFT, SHIFTED.get(c));
            } else if (Character.isUpperCase(c)) {
                strike(KeyEvent.VK_SHIFT, KeyEvent.getExtendedKeyCodeForChar(c));
            } else {
                strike(KeyEvent.getExtendedKeyCodeForChar(c));
            }
            key.await();
        }
    }
}
