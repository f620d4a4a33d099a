// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.awt.event.KeyEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** A menu that the other mouse button opens; gone through with the keys, because nobody is told where on the screen its items are. */
public final class ContextMenu {

    private final Screen screen;
    private final Hands hands;
    private final Set<String> seen = new LinkedHashSet<>();
    private volatile boolean open;
    private volatile String current;

    public ContextMenu(Workbench workbench) {
        this.screen = workbench.screen();
        this.hands = workbench.hands();
    }

    /**
     * Opens the menu of a place and chooses an item. Fails with what is there, if it is not.
     *
     * @param path texts of the items that open menus, and of the one to choose
     */
    public void choose(Point place, String... path) {
        choose(() -> hands.contextClick(place), path);
    }

    /** The same with the menu of what has the keyboard. */
    public void chooseByKeys(String... path) {
        choose(() -> hands.press(KeyEvent.VK_SHIFT, KeyEvent.VK_F10), path);
    }

    /** The same with a menu of the window's menu bar, that is opened by Alt and its underlined letter. */
    public void chooseFromMenuBar(int letter, String... path) {
        choose(() -> hands.pressInMenu(KeyEvent.VK_ALT, letter), path);
    }

    /** Opens a menu of the window's menu bar, says what is in it and closes it. */
    public List<String> textsInMenuBar(int letter, Runnable look) {
        Menu[] menu = new Menu[1];
        Listener shown = event -> menu[0] = event.widget instanceof Menu opened ? opened : menu[0];
        screen.ask(() -> {
            screen.display().addFilter(SWT.Show, shown);
            return null;
        });
        try {
            hands.pressInMenu(KeyEvent.VK_ALT, letter);
            screen.waitUntil("there is a menu", () -> menu[0] != null && menu[0].getItemCount() > 0);
            look.run();
            return screen.ask(() -> Stream.of(menu[0].getItems()).map(item -> item.getText().replace("&", "").split("\t")[0]).toList());
        } finally {
            hands.pressInMenu(KeyEvent.VK_ESCAPE);
            screen.ask(() -> {
                screen.display().removeFilter(SWT.Show, shown);
                return null;
            });
        }
    }

    private void choose(Runnable opening, String... path) {
        Listener shown = event -> open |= event.widget instanceof Menu;
        Listener armed = event -> current = ((MenuItem) event.widget).getText().replace("&", "").split("\t")[0];
        screen.ask(() -> {
            screen.display().addFilter(SWT.Show, shown);
            screen.display().addFilter(SWT.Arm, armed);
            return null;
        });
        try {
            opening.run();
            screen.waitUntil("there is a menu", () -> open);
            for (int i = 0; i < path.length; i++) {
                goTo(path[i], i == 0 ? KeyEvent.VK_DOWN : KeyEvent.VK_RIGHT);
            }
            hands.pressInMenu(KeyEvent.VK_ENTER);
        } finally {
            screen.ask(() -> {
                screen.display().removeFilter(SWT.Show, shown);
                screen.display().removeFilter(SWT.Arm, armed);
                return null;
            });
        }
    }

    /** @param first the key that marks the first item */
    private void goTo(String item, int first) {
        seen.clear();
        int key = first;
        do {
            current = null;
            hands.pressInMenu(key);
            screen.waitUntil("the next item is marked", () -> current != null);
            key = KeyEvent.VK_DOWN;
            if (current.equals(item)) {
                return;
            }
        } while (seen.add(current));
        hands.pressInMenu(KeyEvent.VK_ESCAPE);
        throw new AssertionError("The menu has no \"" + item + "\" but " + seen);
    }
}
