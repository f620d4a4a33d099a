// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;

/** Finds what is to be clicked by what is written on it. */
public final class Widgets {

    private final Screen screen;
    private final Hands hands;

    public Widgets(Workbench workbench) {
        this.screen = workbench.screen();
        this.hands = workbench.hands();
    }

    public void awaitDialog(String title) {
        awaitDialog(title, Screen.PATIENCE);
    }

    /** Waits for a dialog and gives it the keyboard, as a window manager would. */
    public void awaitDialog(String title, Duration patience) {
        screen.waitUntil("there is the dialog \"" + title + "\"", patience, () -> shell(title).isPresent());
        screen.ask(() -> {
            shell(title).orElseThrow().forceActive();
            return null;
        });
    }

    /** Waits until a dialog is gone and gives its window the keyboard back, as a window manager would. */
    public void awaitNoDialog(String title) {
        screen.waitUntil("the dialog \"" + title + "\" is gone", () -> shell(title).isEmpty());
        screen.ask(() -> {
            if (screen.display().getActiveShell() == null) {
                PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().forceActive();
            }
            return null;
        });
    }

    /** Waits until something is written somewhere. */
    public void awaitLabel(String text) {
        screen.waitUntil("there is the text \"" + text + "\"",
                () -> find(control -> control instanceof Label label && label.getText().equals(text)).isPresent());
    }

    /** Waits until something has this tool tip. */
    public void awaitToolTip(String text) {
        screen.waitUntil("something says \"" + text + "\"", () -> find(control -> text.equals(control.getToolTipText())).isPresent());
    }

    /** All that is written in a dialog, apart from its buttons. */
    public String textOf(String dialog) {
        return screen.ask(() -> {
            List<Control> found = new ArrayList<>();
            collect(shell(dialog).orElseThrow(), found);
            return found.stream().map(control -> switch (control) {
                case Label label -> label.getText();
                case Text text -> text.getText();
                case Combo combo -> combo.getText();
                default -> "";
            }).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
        });
    }

    /** The names that fields of a dialog have for tools. */
    public List<String> keys(String dialog) {
        return screen.ask(() -> {
            List<Control> found = new ArrayList<>();
            collect(shell(dialog).orElseThrow(), found);
            return found.stream().map(control -> control.getData("org.eclipse.swtbot.widget.key")).filter(String.class::isInstance)
                    .map(String.class::cast).toList();
        });
    }

    /** The names that tools in tool bars have for tools; to be used in the UI thread. */
    public List<String> toolKeys() {
        return controls().filter(ToolBar.class::isInstance).flatMap(bar -> Stream.of(((ToolBar) bar).getItems()))
                .map(item -> item.getData("org.eclipse.swtbot.widget.key")).filter(String.class::isInstance).map(String.class::cast).toList();
    }

    /** Clicks an outermost item of a tree, whichever tree has it. */
    public void clickTreeItem(String text) {
        screen.waitUntil("there is the item \"" + text + "\"", () -> treeItem(text).isPresent());
        hands.click(screen.ask(() -> {
            TreeItem item = treeItem(text).orElseThrow();
            Rectangle bounds = item.getBounds();
            return item.getParent().toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        }));
    }

    private Optional<TreeItem> treeItem(String text) {
        return controls().filter(Tree.class::isInstance).flatMap(tree -> Stream.of(((Tree) tree).getItems()))
                .filter(item -> item.getText().equals(text)).findFirst();
    }

    /** Clicks a button once it can be clicked. */
    public void clickButton(String text) {
        Predicate<Control> wanted = control -> control instanceof Button button && button.getText().replace("&", "").equals(text);
        screen.waitUntil("the button \"" + text + "\" can be pressed", () -> find(wanted).filter(Control::isEnabled).isPresent());
        hands.click(screen.ask(() -> middle(find(wanted).orElseThrow())));
    }

    /** Clicks the tool whose tooltip begins so, in the window's tool bar, once it can be clicked. */
    public void clickTool(String tooltip) {
        clickTool(tooltip, bar -> folder(bar).isEmpty());
    }

    /** The same in the tool bar of a view, which is on top of its stack. */
    public void clickViewTool(String view, String tooltip) {
        clickTool(tooltip, bar -> folder(bar).map(CTabFolder::getSelection).filter(tab -> tab.getText().equals(view)).isPresent());
    }

    /** Looks again when the pointer is there, as people do: tool bars move when another editor comes to the front. */
    private void clickTool(String tooltip, Predicate<ToolBar> where) {
        Point place = place(tooltip, where);
        hands.moveTo(place);
        for (Point now = place(tooltip, where); !now.equals(place); now = place(tooltip, where)) {
            place = now;
            hands.moveTo(place);
        }
        hands.click(place);
    }

    private Point place(String tooltip, Predicate<ToolBar> where) {
        screen.waitUntil("the tool \"" + tooltip + "\" can be pressed", () -> tool(tooltip, where).isPresent());
        return screen.ask(() -> {
            ToolItem item = tool(tooltip, where).orElseThrow();
            Rectangle bounds = item.getBounds();
            return item.getParent().toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        });
    }

    /** The stack of views or editors that a tool bar belongs to; empty for the window's own. */
    private static Optional<CTabFolder> folder(ToolBar bar) {
        for (Composite parent = bar.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof CTabFolder folder) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** Types into the field or editor that has the focus, and looks after each character whether it is there. */
    public void type(String text) {
        for (int i = 1; i <= text.length(); i++) {
            String typed = text.substring(0, i);
            hands.type(text.substring(i - 1, i));
            screen.waitUntil("\"" + typed + "\" is typed", () -> beforeCaret().endsWith(typed));
        }
    }

    /** Waits until an editor of text has the focus, and goes to the start of the text. */
    public void goToStartOfText() {
        screen.waitUntil("there is a text to edit", () -> screen.display().getFocusControl() instanceof StyledText);
        hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_HOME);
        screen.waitUntil("the caret is at the start", () -> beforeCaret().isEmpty());
    }

    private String beforeCaret() {
        return switch (screen.display().getFocusControl()) {
            case Text field -> field.getText().substring(0, field.getCaretPosition());
            case StyledText editor -> editor.getText().substring(0, editor.getCaretOffset());
            case null, default -> "nowhere to type";
        };
    }

    private Optional<ToolItem> tool(String tooltip, Predicate<ToolBar> where) {
        return controls().filter(ToolBar.class::isInstance).map(ToolBar.class::cast).filter(where)
                .flatMap(bar -> Stream.of(bar.getItems()))
                .filter(item -> item.isEnabled() && item.getToolTipText() != null
                        && item.getToolTipText().replace("&", "").startsWith(tooltip))
                .findFirst();
    }

    private Optional<Control> find(Predicate<Control> wanted) {
        return controls().filter(wanted).findFirst();
    }

    private Optional<Shell> shell(String title) {
        return Stream.of(screen.display().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst();
    }

    private Stream<Control> controls() {
        List<Control> found = new ArrayList<>();
        Stream.of(screen.display().getShells()).filter(Shell::isVisible).forEach(shell -> collect(shell, found));
        return found.stream();
    }

    private static void collect(Composite parent, List<Control> found) {
        for (Control control : parent.getChildren()) {
            if (control.isVisible()) {
                found.add(control);
                if (control instanceof Composite composite) {
                    collect(composite, found);
                }
            }
        }
    }

    private static Point middle(Control control) {
        Point size = control.getSize();
        return control.toDisplay(size.x / 2, size.y / 2);
    }
}
